import { formatAbsoluteZone, parseZone, quoteSheetName, splitSheetName } from '../../book/address';
import {
  isOperator,
  NO_ALERT,
  NO_PROMPT,
  operatorOf,
  OPERATORS,
  plainNote,
  takesTwo,
  textLengthFormula,
  type Comparison,
  type Criterion,
  type ErrorAlert,
  type Prompt,
  type ValidationNote,
} from '../../book/rules/validation-rule';
import { firstCell, type ValidationView, type ZoneValidation } from '../../book/rules/validations';
import { HostError, invalidArgument, type HostObject } from '../../interpreter/host-object';
import { Range } from './range';

type Json = Readonly<Record<string, unknown>>;

/** What may be typed into the cells of a range. */
export class DataValidation implements HostObject {
  readonly $type = 'DataValidation';

  constructor(private readonly range: Range) {}

  get Type(): string {
    const found = this.found;
    if (found === 'none') return 'None';
    if (found === 'inconsistent') return 'Inconsistent';
    return found === 'mixed' ? 'MixedCriteria' : found.note.type;
  }

  /** One key, which names the kind: `{ list: { inCellDropDown, source } }`; null where cells differ, {} where there is no rule. */
  get Rule(): unknown {
    const found = this.found;
    if (found === 'none') return {};
    return typeof found === 'string' ? null : ruleOf(found);
  }

  set Rule(rule: unknown) {
    const { $host, $sheetId, $bounded } = this.range;
    const before = this.found;
    const kept = typeof before === 'string' ? plainNote('Custom') : before.note;
    const { criterion, ...note } = new RuleReader(this.range).read(rule);
    const { ignoreBlanks, errorAlert, prompt } = kept;
    $host.validations.set($sheetId, $bounded, criterion, { ignoreBlanks, errorAlert, prompt, ...note });
  }

  get ErrorAlert(): ErrorAlert {
    return this.note?.errorAlert ?? NO_ALERT;
  }

  set ErrorAlert(alert: Partial<ErrorAlert>) {
    const style = alert.style ?? 'Stop';
    if (!['Stop', 'Warning', 'Information'].includes(style)) {
      throw invalidArgument(`The style of an alert is Stop, Warning or Information, not "${style}".`);
    }
    this.describe({ errorAlert: { ...NO_ALERT, ...alert } });
  }

  get Prompt(): Prompt {
    return this.note?.prompt ?? NO_PROMPT;
  }

  set Prompt(prompt: Partial<Prompt>) {
    this.describe({ prompt: { ...NO_PROMPT, ...prompt } });
  }

  get IgnoreBlanks(): boolean {
    return this.note?.ignoreBlanks ?? true;
  }

  set IgnoreBlanks(ignoreBlanks: boolean) {
    this.describe({ ignoreBlanks });
  }

  /** null where some cells are valid and others are not. */
  get Valid(): boolean | null {
    const { $host, $sheetId: sheetId, $bounded: zone } = this.range;
    $host.book.evaluate();
    const seen = new Set<boolean>();
    for (let row = zone.top; row <= zone.bottom; row += 1) {
      for (let col = zone.left; col <= zone.right; col += 1) {
        seen.add($host.validations.isValid({ sheetId, row, col }));
      }
    }
    return seen.size > 1 ? null : !seen.has(false);
  }

  Clear(): void {
    this.range.$host.validations.clear(this.range.$sheetId, this.range.$bounded);
  }

  private get found(): ZoneValidation {
    return this.range.$host.validations.inZone(this.range.$sheetId, this.range.$bounded);
  }

  private get note(): ValidationNote | undefined {
    const found = this.found;
    return typeof found === 'string' ? undefined : found.note;
  }

  private describe(change: Partial<ValidationNote>): void {
    const found = this.found;
    if (typeof found === 'string') {
      throw new HostError(
        'InvalidOperation',
        'Set a rule for the whole range first: the alert, the prompt and blanks belong to it.',
      );
    }
    this.range.$host.validations.describe(found, change);
  }
}

const COMPARED = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
} as const;

type Read = Pick<ValidationNote, 'type' | 'listName' | 'textLength'> & { readonly criterion: Criterion };

/** Reads a rule as an add-in writes it. */
class RuleReader {
  constructor(private readonly range: Range) {}

  read(rule: unknown): Read {
    const { list, custom, ...compared } = asRecord(rule);
    if (list !== undefined && list !== null) return this.list(asRecord(list));
    if (custom !== undefined && custom !== null) return this.custom(asRecord(custom)['formula']);
    const [key, content] =
      Object.entries(compared).find(([, value]) => value !== undefined && value !== null) ?? [];
    if (key === undefined || !Object.hasOwn(COMPARED, key)) throw unknownRule();
    return this.compared(COMPARED[key as keyof typeof COMPARED], asRecord(content));
  }

  private list({ inCellDropDown, source }: Json): Read {
    const displayStyle = inCellDropDown === false ? 'plainText' : 'arrow';
    const place = this.listPlace(source);
    const values =
      place?.values ??
      String(source)
        .split(',')
        .map((entry) => entry.trim());
    if (values.every((value) => value === ''))
      throw invalidArgument('A list needs a source: a range, a name, or texts with commas between them.');
    const type = place === undefined ? 'isValueInList' : 'isValueInRange';
    const criterion = { type, values, displayStyle } as Criterion;
    return { type: 'List', criterion, ...(place?.name === undefined ? {} : { listName: place.name }) };
  }

  /** The cells of a list's source; undefined for a source of plain texts. */
  private listPlace(source: unknown): { values: string[]; name?: string } | undefined {
    if (source instanceof Range) return { values: [absolute(source)] };
    const text = String(source);
    if (!text.startsWith('=')) return undefined;
    const body = text.slice(1).trim();
    const { sheetName, address } = splitSheetName(body);
    const zone = parseZone(address);
    const { book, names } = this.range.$host;
    const sheetId = sheetName === undefined ? this.range.$sheetId : book.findSheet(sheetName);
    if (zone !== undefined && sheetId !== undefined)
      return { values: [absolute(new Range(this.range.$host, sheetId, zone))] };
    const target = names.absoluteAddress(body);
    if (target !== undefined) return { values: [target], name: body };
    throw new HostError(
      'NotImplemented',
      `The workbench offers lists from a range, a defined name or texts; "${text}" is none of them.`,
      501,
    );
  }

  private custom(formula: unknown): Read {
    const text = String(formula);
    if (!text.startsWith('=')) throw invalidArgument('The formula of a rule begins with "=".');
    return { type: 'Custom', criterion: formulaCriterion(this.gridFormula(text)) };
  }

  private compared(
    type: (typeof COMPARED)[keyof typeof COMPARED],
    { operator, formula1, formula2 }: Json,
  ): Read {
    if (!isOperator(operator))
      throw invalidArgument(`"${String(operator)}" is not an operator of data validation.`);
    const operands = (takesTwo(operator) ? [formula1, formula2] : [formula1]).map((each) =>
      this.operand(type, each),
    );
    const [first = '', second] = operands;
    if (type !== 'TextLength')
      return { type, criterion: { type: OPERATORS[operator], values: operands } as Criterion };
    const textLength: Comparison = {
      operator,
      formula1: first,
      ...(second === undefined ? {} : { formula2: second }),
    };
    return {
      type,
      textLength,
      criterion: formulaCriterion(textLengthFormula(firstCell(this.range.$bounded), textLength)),
    };
  }

  /** A number, a date, a formula or a cell, as the grid compares with it. */
  private operand(type: string, value: unknown): string {
    if (value instanceof Range) return `=${absolute(value)}`;
    const text = String(value ?? '').trim();
    if (text.startsWith('='))
      return Number.isFinite(Number(text.slice(1))) ? text.slice(1) : this.gridFormula(text);
    const number = type === 'Date' || type === 'Time' ? (serialOf(text) ?? Number(text)) : Number(text);
    if (text === '' || !Number.isFinite(number))
      throw invalidArgument(`"${text}" is not a value that a cell can be compared with.`);
    return String(number);
  }

  private gridFormula(formula: string): string {
    const { $host, $sheetId, $bounded } = this.range;
    return $host.formulas.toGrid(formula, { sheetId: $sheetId, row: $bounded.top, col: $bounded.left });
  }
}

const formulaCriterion = (formula: string) => ({ type: 'customFormula', values: [formula] }) as Criterion;

const absolute = (range: Range) =>
  `${quoteSheetName(range.$host.book.sheetName(range.$sheetId))}!${formatAbsoluteZone(range.$bounded)}`;

/** `2027-01-31`, with or without a time, as a serial number. */
function serialOf(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hours, minutes, seconds) / 86_400_000 + 25_569;
}

function asRecord(value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw unknownRule();
}

const unknownRule = () =>
  invalidArgument('A rule has one of list, wholeNumber, decimal, date, time, textLength and custom.');

/** As Excel gives a rule back: formulas as text with "=", the source of a list as it is written in Excel's dialog. */
function ruleOf({ criterion, note }: ValidationView): Json {
  const [first = '', second] = criterion.values;
  switch (note.type) {
    case 'List': {
      const inCellDropDown = !('displayStyle' in criterion) || criterion.displayStyle !== 'plainText';
      const cells = criterion.type === 'isValueInRange' ? `=${note.listName ?? first}` : undefined;
      return { list: { inCellDropDown, source: cells ?? criterion.values.join(',') } };
    }
    case 'Custom':
      return { custom: { formula: first } };
    case 'TextLength':
      return { textLength: note.textLength };
    default: {
      const key = Object.entries(COMPARED).find(([, type]) => type === note.type)?.[0] ?? 'decimal';
      const operator = operatorOf(criterion.type) ?? 'EqualTo';
      const formula2 = second === undefined ? {} : { formula2: asFormula(second) };
      return { [key]: { formula1: asFormula(first), ...formula2, operator } };
    }
  }
}

const asFormula = (text: string) => (text.startsWith('=') ? text : `=${text}`);
