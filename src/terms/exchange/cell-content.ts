import { dayFromIso, isoText } from '../../base/calendar';
import { type Cell, cellOf } from '../../base/cell';
import { decimalFromCell } from '../../base/decimal';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { COLUMNS, type ColumnName, heldIn } from '../table/columns';
import type { TermDefinition } from '../catalogue/catalogue';
import type { TermRule } from '../catalogue/definition';
import type { EditValue } from '../entry/edit';
import { STATUSES } from '../table/row';
import { type TermValue, readByRule } from '../catalogue/rule';
import { importedText } from './imported-text';

/** Longest text that a cell of Excel takes. */
export const MOST_CHARACTERS = 32_767;

/** What a cell of a column may hold: values by the rule of the term, provenance by its own. */
export function ruleOf(definition: TermDefinition, column: string): TermRule {
  switch (heldIn(knownColumn(column))) {
    case 'value':
      return definition.rule;
    case 'date':
      return { type: 'date' };
    case 'status':
      return { type: 'choice', choices: STATUSES };
    case 'text':
    case 'text or number':
      return { type: 'text' };
  }
}

const knownColumn = (name: string): ColumnName | undefined =>
  COLUMNS.find((column) => plain(column) === plain(name));

/** Base and the scenarios; there the word None means no value, and in a scenario the word Base means blank. */
const holdsValue = (column: string): boolean => {
  const known = knownColumn(column);
  return known === undefined || known === 'Base';
};

/**
 * What a cell of the Terms table says, whatever the spelling: null where it is blank or inherits, None, a number with
 * the 15 digits that Excel shows, a date as its serial, a choice as the catalogue spells it. A refusal lacks the place
 * of the cell, with which it begins.
 */
export function readContent(definition: TermDefinition, column: string, raw: unknown): EditValue | Refusal {
  const cell = cellOf(raw);
  if (cell.holds === 'blank') return null;
  const rule = ruleOf(definition, column);
  const word = cell.holds === 'text' ? plain(cell.value) : '';
  if (holdsValue(column) && !isChoice(rule, word)) {
    if (word === 'none') return 'None';
    if (word === 'base' && plain(column) !== 'base') return null;
  }
  // Texts about the values are blank where Excel delivers a blank cell as 0.
  if (rule.type === 'text' && cell.holds === 'number' && cell.value === 0 && !holdsValue(column)) {
    return null;
  }
  const reading = readByRule(rule, cell);
  return reading instanceof Refusal ? reading : contentOf(reading);
}

const isChoice = (rule: TermRule, word: string): boolean =>
  rule.type === 'choice' && rule.choices.some((choice) => plain(choice) === word);

function contentOf(value: TermValue): EditValue | Refusal {
  if (typeof value !== 'string') return value.toNumber();
  const text = importedText(value);
  if (text.length <= MOST_CHARACTERS) return text === '' ? null : text;
  return new Refusal(`is a text of ${text.length} characters: a cell takes ${MOST_CHARACTERS}. Shorten it.`);
}

/** A value as a file has it: a date as ISO text. */
export function fileValue(definition: TermDefinition, column: string, value: EditValue): EditValue {
  return typeof value === 'number' && ruleOf(definition, column).type === 'date' ? isoText(value) : value;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads a value of a file that has texts only. Numbers have a decimal point and no groups, dates are ISO text. */
export function readTextValue(definition: TermDefinition, column: string, text: string): EditValue | Refusal {
  const isNumber = isNumeric(ruleOf(definition, column)) && NUMBER.test(text.trim());
  return readValue(definition, column, isNumber ? Number(text) : text);
}

/** Reads a value of a file that distinguishes numbers from texts. Dates are ISO text. */
export function readValue(
  definition: TermDefinition,
  column: string,
  stated: EditValue,
): EditValue | Refusal {
  const rule = ruleOf(definition, column);
  if (rule.type === 'date') return readIsoDate(definition, column, stated);
  if (isNumeric(rule) && typeof stated === 'string' && cellOf(stated).holds === 'text') {
    const reading = readContent(definition, column, stated);
    return reading instanceof Refusal ? notANumber(stated) : reading;
  }
  return readContent(definition, column, stated);
}

const isNumeric = ({ type }: TermRule): boolean => type === 'number' || type === 'share';

const notANumber = (text: string): Refusal =>
  new Refusal(
    `is "${shortened(text)}": it must be a number with a decimal point and no separators between thousands, such as 1234.5; 5 percent is 0.05.`,
  );

function readIsoDate(definition: TermDefinition, column: string, stated: EditValue): EditValue | Refusal {
  if (typeof stated === 'number') {
    return new Refusal(`is ${stated}: it must be a date as text in ISO order, such as 2027-01-31.`);
  }
  const cell: Cell = cellOf(stated);
  const day = cell.holds === 'text' ? dayFromIso(cell.value) : undefined;
  if (day !== undefined) return readContent(definition, column, day);
  const reading = readContent(definition, column, stated);
  if (!(reading instanceof Refusal)) return reading;
  return new Refusal(`is "${shortened(stated ?? '')}": it must be a date in ISO order, such as 2027-01-31.`);
}

const MOST_QUOTED = 60;

/** A text of a file as a sentence quotes it. */
export const shortened = (text: string): string =>
  text.length <= MOST_QUOTED ? text : `${text.slice(0, MOST_QUOTED)}…`;

/** Whether two cells say the same: numbers to the digits that Excel shows, texts to the letter. */
export function isSameContent(a: EditValue, b: EditValue): boolean {
  return typeof a === 'number' && typeof b === 'number' ? decimalFromCell(a).eq(decimalFromCell(b)) : a === b;
}
