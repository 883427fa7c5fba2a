import { orList } from '../../../base/words';
import { decimalFromCell, type Decimal } from '../../../base/decimal';
import { dayFromIso, type Day } from '../../../base/calendar';
import { cellOf, shown, type Cell } from '../../../base/cell';
import { isContractDay, yearRemedy } from '../../../base/contract-day';
import {
  allowed,
  isWithin,
  type NumberRange,
  type NumberRule,
  percentRemedy,
  type Rule,
} from '../../../base/rule';
import { Refusal } from '../../../base/refusal';

/** What one cell of an argument may hold. */
export type ArgumentRule = Exclude<Rule, { readonly type: 'text' }>;

/** How one cell is read. `place` names it in a sentence: "rate", or "tiers, row 2 (unit price)". */
export interface Kind<T> {
  readonly rule: ArgumentRule;
  /** Takes a cell that is not blank. */
  read(cell: Cell, place: string): T | Refusal;
}

/** A number; it may be limited. */
export function number(range: NumberRange): Kind<Decimal> {
  return numeric({ type: 'number', ...range });
}

/** A part of a whole, 0 to 1: 5 % is 0.05 in its cell. */
export function share(range: NumberRange = { min: 0, max: 1 }): Kind<Decimal> {
  return numeric({ type: 'share', ...range });
}

function numeric(rule: NumberRule): Kind<Decimal> {
  return {
    rule,
    read(cell, place) {
      if (cell.holds !== 'number') return refuseContent(cell, place, `it must be ${numberInWords(rule)}`);
      const value = decimalFromCell(cell.value);
      return isWithin(rule, value) ? value : new Refusal(outOfRange(rule, value, place));
    },
  };
}

function outOfRange(rule: NumberRule, value: Decimal, place: string): string {
  const remedy = percentRemedy(rule, value);
  return `${place} is ${value.toString()}: it must be ${allowed(rule)}.${remedy ? ` ${remedy}` : ''}`;
}

function numberInWords(rule: NumberRule): string {
  return rule.whole ? allowed(rule) : `a number, ${allowed(rule)}`;
}

const DATE_REMEDY = 'Enter a date, DATE(2027,1,31), or the text 2027-01-31';

/** A calendar date: a date in a cell, or text in the one form that reads the same everywhere. */
export const date: Kind<Day> = {
  rule: { type: 'date' },
  read(cell, place) {
    if (cell.holds === 'text') {
      const day = dayFromIso(cell.value);
      if (day === undefined) {
        const remedy = yearRemedy(cell.value) ?? `${DATE_REMEDY}.`;
        return new Refusal(`${place} is the text "${cell.value}", which is no date. ${remedy}`);
      }
      return isContractDay(day) ? day : outsideDates(cell, place);
    }
    if (cell.holds !== 'number') return refuseContent(cell, place, `a date is needed. ${DATE_REMEDY}`);
    const day = Math.floor(cell.value);
    return isContractDay(day) ? day : outsideDates(cell, place);
  },
};

function outsideDates(cell: Cell, place: string): Refusal {
  const remedy = (cell.holds === 'number' && yearRemedy(cell.value)) || `${DATE_REMEDY}.`;
  return new Refusal(`${place} is ${shown(cell)}: it must be ${allowed(date.rule)}. ${remedy}`);
}

/** One of a few words, in any case. */
export function choice<const C extends string>(choices: readonly C[]): Kind<C> {
  const rule: ArgumentRule = { type: 'choice', choices };
  return {
    rule,
    read(cell, place) {
      if (cell.holds !== 'text') return refuseContent(cell, place, `it must be ${orList(choices)}`);
      const wanted = cell.value.toLowerCase();
      const found = choices.find((name) => name.toLowerCase() === wanted);
      return found ?? new Refusal(`${place} is "${cell.value}": it must be ${orList(choices)}.`);
    },
  };
}

/** A name that is passed through: text or a number. */
export const label: Kind<string | number> = {
  rule: { type: 'label' },
  read(cell, place) {
    if (cell.holds === 'text' || cell.holds === 'number') return cell.value;
    return refuseContent(cell, place, 'it must be text or a number');
  },
};

/** A kind that also takes one word for "no value". */
export function orWord<T>(kind: Kind<T>, word: string): Kind<T | null> {
  return {
    rule: kind.rule,
    read(cell, place) {
      const isWord = cell.holds === 'text' && cell.value.toLowerCase() === word.toLowerCase();
      return isWord ? null : kind.read(cell, place);
    },
  };
}

/** The sentence for a cell that holds the wrong sort of content. */
export function refuseContent(cell: Cell, place: string, wanted: string): Refusal {
  switch (cell.holds) {
    case 'error':
      return refuseError(cell.code, place);
    case 'text':
      return new Refusal(`${place} is the text "${cell.value}": ${wanted}.${numberRemedy(cell.value)}`);
    default:
      return new Refusal(`${place} is ${shown(cell)}: ${wanted}.`);
  }
}

/** #N/A stays #N/A, so that IFNA in the workbook still works; the others need the sentence that #VALUE! carries. */
export function refuseError(code: string, place: string): Refusal {
  const sentence = `${place} holds the error ${code}. Correct that cell first.`;
  return new Refusal(sentence, { kind: code === '#N/A' ? 'not available' : 'refused' });
}

/** VALUE() takes a comma for decimals on one machine and for thousands on another: 1,5 becomes 15 without a word. */
function numberRemedy(text: string): string {
  if (!looksNumeric(text)) return '';
  return text.includes(',')
    ? ' Retype it as a number; comma or point is never guessed.'
    : ' Retype it as a number, or wrap it in VALUE().';
}

export function looksNumeric(text: string): boolean {
  return /^[+-]?[\p{Sc}\s]*[\d.,'\s]*\d[\d.,'\s]*[\p{Sc}%\s]*$/u.test(text);
}

/** A 0 where 0 means nothing (a date, a word): a blank cell, as some versions of Excel deliver it. */
export function isBlankAsZero(rule: ArgumentRule, cell: Cell): boolean {
  return cell.holds === 'number' && cell.value === 0 && (rule.type === 'date' || rule.type === 'choice');
}

/** Reads one raw value; undefined when it is blank. */
export function readCell<T>(kind: Kind<T>, raw: unknown, place: string): T | Refusal | undefined {
  const cell = cellOf(raw);
  if (cell.holds === 'blank' || isBlankAsZero(kind.rule, cell)) return undefined;
  return cell.holds === 'error' ? refuseError(cell.code, place) : kind.read(cell, place);
}
