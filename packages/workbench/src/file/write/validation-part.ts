import { formatZone, parseZone, splitSheetName, type Zone } from '../../book/address';
import {
  isOperator,
  NO_ALERT,
  NO_PROMPT,
  operatorOf,
  OPERATORS,
  textLengthFormula,
  type Comparison,
  type Criterion,
  type Operator,
  type ValidationNote,
  type ValidationType,
} from '../../book/rules/validation-rule';
import { firstCell, type ValidationView } from '../../book/rules/validations';
import { storedFormula } from '../package/stored-formula';
import { typedFormula, type CustomNames } from '../package/typed-formula';
import { escaped } from '../package/xml';
import { attributesOf, unescaped, withSigns } from '../package/xml-text';

/*
 * What may be typed into cells, as a file stores it: read and written here, since the grid leaves out the words of a rule,
 * lists by name, whole numbers, times and lengths.
 */

const TYPES: Readonly<Record<string, ValidationType>> = {
  list: 'List',
  whole: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

const STORED_OPERATORS: Readonly<Record<Operator, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};

const keyOf = <K extends string>(
  record: Readonly<Record<K, string>>,
  value: string | undefined,
): K | undefined => (Object.keys(record) as K[]).find((key) => record[key] === value);

/** A rule as it was read: what a list's name stands for is known once the book is there. */
export interface ReadValidation {
  readonly zones: readonly Zone[];
  readonly criterion: Criterion;
  readonly note: ValidationNote;
}

/** In a sheet, and in its extension for lists of other sheets. */
const RULE =
  /<(?:\w+:)?dataValidation\b([^>]*?)(?:\/>|>([^<]*(?:<(?!\/?(?:\w+:)?dataValidation\b)[^<]*)*)<\/(?:\w+:)?dataValidation>)/g;
const BLOCK = /<(?:\w+:)?dataValidations\b[^>]*?(?:\/>|>[^]*?<\/(?:\w+:)?dataValidations>)/g;

export const withoutValidations = (frame: string): string => replaceValidations(frame, '');

export const replaceValidations = (frame: string, rules: string): string => frame.replace(BLOCK, () => rules);

/** @returns undefined for each rule that cannot be held here */
export const readValidations = (frame: string, names: CustomNames): (ReadValidation | undefined)[] =>
  [...frame.matchAll(RULE)].map(([, attributes = '', body = '']) => readRule(attributes, body, names));

function readRule(tag: string, body: string, names: CustomNames): ReadValidation | undefined {
  const attributes = attributesOf(tag);
  const type = TYPES[attributes['type'] ?? ''];
  const zones = (attributes['sqref'] ?? inner(body, 'sqref') ?? '')
    .split(/\s+/)
    .flatMap((text) => parseZone(text) ?? []);
  const [first] = zones;
  const formulas = [1, 2].map((number) => {
    const formula = inner(body, `formula${number}`);
    return formula === undefined ? undefined : typedFormula(formula, names).slice(1);
  });
  if (type === undefined || first === undefined || formulas[0] === undefined) return undefined;
  const read = criterionOf(type, attributes, formulas, first);
  if (read === undefined) return undefined;
  const { criterion, ...more } = read;
  return { zones, criterion, note: { type, ...wordsOf(attributes), ...more } };
}

/** The text of an element, or of the one within that an extension puts there. */
function inner(body: string, tag: string): string | undefined {
  const found = new RegExp(`<(?:\\w+:)?${tag}\\b[^>]*>([^]*?)</(?:\\w+:)?${tag}>`).exec(body)?.[1];
  return found === undefined ? undefined : unescaped(found.replace(/<[^>]*>/g, '')).trim();
}

type Attributes = Readonly<Record<string, string | undefined>>;
type ReadCriterion = Pick<ReadValidation, 'criterion'> & Pick<ValidationNote, 'listName' | 'textLength'>;

function criterionOf(
  type: ValidationType,
  attributes: Attributes,
  [first = '', second]: readonly (string | undefined)[],
  zone: Zone,
): ReadCriterion | undefined {
  if (type === 'List') return listOf(first, isOn(attributes['showDropDown']));
  if (type === 'Custom') return { criterion: formulaCriterion(`=${first}`) };
  const operator = keyOf(STORED_OPERATORS, attributes['operator'] ?? 'between');
  if (!isOperator(operator)) return undefined;
  const values = [first, second].flatMap((formula) => (formula === undefined ? [] : [operand(formula)]));
  if (type !== 'TextLength') return { criterion: { type: OPERATORS[operator], values } as Criterion };
  const [formula1 = '', formula2] = values;
  const textLength: Comparison = { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
  return { textLength, criterion: formulaCriterion(textLengthFormula(firstCell(zone), textLength)) };
}

/** Texts between commas, cells, or a name; the file says yes where the arrow is not shown. */
function listOf(formula: string, hidesArrow: boolean): ReadCriterion | undefined {
  const displayStyle = hidesArrow ? 'plainText' : 'arrow';
  const texts = /^"((?:[^"]|"")*)"$/.exec(formula)?.[1];
  if (texts !== undefined) {
    const values = texts.replaceAll('""', '"').split(',');
    return { criterion: { type: 'isValueInList', values, displayStyle } as Criterion };
  }
  if (parseZone(splitSheetName(formula).address) !== undefined)
    return { criterion: { type: 'isValueInRange', values: [formula], displayStyle } as Criterion };
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(formula)) return undefined;
  return {
    listName: formula,
    criterion: { type: 'isValueInRange', values: [formula], displayStyle } as Criterion,
  };
}

const formulaCriterion = (formula: string) => ({ type: 'customFormula', values: [formula] }) as Criterion;

const operand = (formula: string) => (Number.isFinite(Number(formula)) ? formula : `=${formula}`);

const isOn = (value: string | undefined) => value === '1' || value === 'true';

const STYLES = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;

function wordsOf(attributes: Attributes): Pick<ValidationNote, 'ignoreBlanks' | 'errorAlert' | 'prompt'> {
  const text = (name: string) => withSigns(attributes[name] ?? '');
  return {
    ignoreBlanks: isOn(attributes['allowBlank']),
    errorAlert: {
      ...NO_ALERT,
      showAlert: isOn(attributes['showErrorMessage']),
      style: keyOf(STYLES, attributes['errorStyle'] ?? 'stop') ?? 'Stop',
      title: text('errorTitle'),
      message: text('error'),
    },
    prompt: {
      ...NO_PROMPT,
      showPrompt: isOn(attributes['showInputMessage']),
      title: text('promptTitle'),
      message: text('prompt'),
    },
  };
}

/** The rules of a sheet as its part holds them; '' where there are none. */
export function printValidations(
  rules: readonly ValidationView[],
  isCustom: (name: string) => boolean,
): string {
  const printed = rules.map((rule) => printRule(rule, isCustom));
  return printed.length === 0
    ? ''
    : `<dataValidations count="${printed.length}">${printed.join('')}</dataValidations>`;
}

function printRule({ zones, criterion, note }: ValidationView, isCustom: (name: string) => boolean): string {
  const { errorAlert, prompt, ignoreBlanks } = note;
  const operator = note.textLength?.operator ?? operatorOf(criterion.type);
  const attributes = {
    type: keyOf(TYPES, note.type),
    errorStyle: errorAlert.style === 'Stop' ? undefined : STYLES[errorAlert.style],
    operator:
      note.type === 'List' || note.type === 'Custom' || operator === undefined
        ? undefined
        : STORED_OPERATORS[operator],
    allowBlank: flag(ignoreBlanks),
    showDropDown: flag('displayStyle' in criterion && criterion.displayStyle === 'plainText'),
    showInputMessage: flag(prompt.showPrompt),
    showErrorMessage: flag(errorAlert.showAlert),
    errorTitle: filled(errorAlert.title),
    error: filled(errorAlert.message),
    promptTitle: filled(prompt.title),
    prompt: filled(prompt.message),
    sqref: zones.map(formatZone).join(' '),
  };
  const formulas = formulasOf(criterion, note).map(
    (formula, at) => `<formula${at + 1}>${escaped(storedFormula(formula, isCustom))}</formula${at + 1}>`,
  );
  const printed = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<dataValidation${printed.join('')}>${formulas.join('')}</dataValidation>`;
}

const flag = (isSet: boolean) => (isSet ? '1' : undefined);
const filled = (text: string) => (text === '' ? undefined : text);

function formulasOf(criterion: Criterion, { listName, textLength }: ValidationNote): string[] {
  if (listName !== undefined) return [listName];
  if (textLength !== undefined) {
    const { formula1, formula2 } = textLength;
    return formula2 === undefined ? [formula1] : [formula1, formula2];
  }
  if (criterion.type === 'isValueInList') return [`"${criterion.values.join(',').replaceAll('"', '""')}"`];
  return [...criterion.values];
}
