import { Refusal } from '../../base/refusal';
import { errorCode } from '../../functions/framework/error-code';
import { isReference, type Argument, type FunctionCall, type Reference } from './formula';
import { findFunction } from './function-names';
import { partRange, readTableReference, type TableReference } from '../excel/table-reference';

/**
 * What an argument is worth, as Excel hands it to the function; `unknown` where only Excel could tell and does not.
 * Blank cells are null, errors their code.
 */
export type ArgumentValue =
  | {
      readonly known: true;
      readonly value: unknown;
      /** With the sheet, as Excel writes it; absent where the value stands in the formula. */
      readonly address?: string;
    }
  | { readonly known: false; readonly why: string };

/** More than this is not read for display; a function refuses such a range anyway. */
const MOST_CELLS = 200_000;

const UNKNOWN_WHY =
  'Excel does not tell the value of a part of a formula. Put it into a cell of its own and refer to that cell.';
const UNKNOWN_EXPRESSION: ArgumentValue = { known: false, why: UNKNOWN_WHY };

const known = (value: unknown): ArgumentValue => ({ known: true, value });
const unknown = (why: string): ArgumentValue => ({ known: false, why });

/** Values of a call's arguments, read from the workbook in two round trips, however many there are. */
export async function readArguments(
  context: Excel.RequestContext,
  home: Excel.Worksheet,
  call: FunctionCall,
): Promise<ArgumentValue[]> {
  const leaves = leavesOf(call);
  const read = await readReferenced(context, home, leaves);
  const values = new Map(read.map((value, index) => [leaves[index], value]));
  return Promise.all(call.arguments.map((argument) => valueOf(argument, values)));
}

/** What is in the cells that references, names and tables stand for. */
export async function readReferenced(
  context: Excel.RequestContext,
  home: Excel.Worksheet,
  references: readonly Reference[],
): Promise<ArgumentValue[]> {
  const locators = references.map((reference) => locate(context.workbook, home, reference));
  await context.sync();
  const places = locators.map((placeOf) => placeOf());
  for (const place of places) if ('range' in place) place.range.load('values,address');
  await context.sync();
  return places.map((place, index) => leafValue(place, references[index]));
}

function leavesOf(call: FunctionCall): Reference[] {
  return call.arguments.flatMap((argument) => {
    if (argument.kind === 'call') return leavesOf(argument.call);
    return isReference(argument) ? [argument] : [];
  });
}

/** Where a leaf's value is: in a range, in a name that holds a constant, or nowhere. */
type LeafPlace =
  { readonly range: Excel.Range } | { readonly constant: unknown } | { readonly missing: string };

/** Names what must be loaded to find the leaf; the answer may be asked for after the next sync. */
type Locator = () => LeafPlace;

function locate(workbook: Excel.Workbook, home: Excel.Worksheet, leaf: Reference): Locator {
  switch (leaf.kind) {
    case 'reference':
      return locateReference(workbook, home, leaf);
    case 'name':
      return locateName(workbook, leaf);
    case 'structured':
      return locateTable(workbook, readTableReference(leaf.text));
  }
}

const NO_SHEET: LeafPlace = { missing: 'There is no such sheet in this workbook.' };

const sheetOf = (workbook: Excel.Workbook, home: Excel.Worksheet, name: string | undefined) =>
  (name === undefined ? home : workbook.worksheets.getItemOrNullObject(name)).load('name');

function locateReference(
  workbook: Excel.Workbook,
  home: Excel.Worksheet,
  { sheet: sheetName, address, spill }: Extract<Reference, { kind: 'reference' }>,
): Locator {
  const sheet = sheetOf(workbook, home, sheetName);
  return () => {
    if (sheet.isNullObject) return NO_SHEET;
    const range = sheet.getRange(address);
    // Of a whole column or row, what is in use says all that a function can see in it.
    if (cellCount(address) > MOST_CELLS) return { range: range.getUsedRangeOrNullObject(true) };
    return { range: spill ? range.getSpillingToRangeOrNullObject() : range };
  };
}

function locateName(workbook: Excel.Workbook, { name }: Extract<Reference, { kind: 'name' }>): Locator {
  const item = workbook.names.getItemOrNullObject(name).load('type,value');
  // A table may stand where a name stands.
  const table = locateTable(workbook, { table: name, part: 'Data' });
  return () => {
    if (item.isNullObject) return table();
    return item.type === 'Range' ? { range: item.getRangeOrNullObject() } : { constant: item.value };
  };
}

function locateTable(workbook: Excel.Workbook, reference: TableReference | undefined): Locator {
  if (!reference) return () => ({ missing: UNKNOWN_WHY });
  const { table: name, part, column: columnName } = reference;
  const table = workbook.tables.getItemOrNullObject(name).load('name');
  const column =
    columnName === undefined ? undefined : table.columns.getItemOrNullObject(columnName).load('name');
  return () => {
    if (table.isNullObject) return { missing: `The workbook has no name or table ${name}.` };
    if (column?.isNullObject) return { missing: `The table ${name} has no column ${columnName ?? ''}.` };
    return { range: partRange(column ?? table, part) };
  };
}

function leafValue(place: LeafPlace, leaf: Reference | undefined): ArgumentValue {
  if ('missing' in place) return unknown(place.missing);
  if ('constant' in place) return known(place.constant);
  const { range } = place;
  if (range.isNullObject) {
    const isEmptyColumn = leaf?.kind === 'reference' && !leaf.spill;
    return isEmptyColumn ? known([[null]]) : unknown('It refers to no cells any more.');
  }
  const block: unknown[][] = range.values;
  const value = block.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const only = value.length === 1 && value[0]?.length === 1;
  return { known: true, value: only ? value[0]?.[0] : value, address: range.address };
}

async function valueOf(
  argument: Argument,
  leaves: ReadonlyMap<Argument | undefined, ArgumentValue>,
): Promise<ArgumentValue> {
  switch (argument.kind) {
    case 'omitted':
      return known(null);
    case 'literal':
      return known(argument.value);
    case 'error':
      return known(argument.error);
    case 'array':
      return known(
        argument.rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.error : cell))),
      );
    case 'call':
      return callValue(argument.call, leaves);
    case 'reference':
    case 'name':
    case 'structured':
      return leaves.get(argument) ?? UNKNOWN_EXPRESSION;
    case 'expression':
      return UNKNOWN_EXPRESSION;
  }
}

/** A nested Meterbook function is run. Of Excel's own only DATE is, because few dates are written without it. */
async function callValue(
  call: FunctionCall,
  leaves: ReadonlyMap<Argument | undefined, ArgumentValue>,
): Promise<ArgumentValue> {
  const values: unknown[] = [];
  for (const argument of call.arguments) {
    const value = await valueOf(argument, leaves);
    if (!value.known) return value;
    values.push(value.value);
  }
  if (call.name.toUpperCase() === 'DATE') return dateValue(values);
  const descriptor = findFunction(call.name);
  if (!descriptor) return UNKNOWN_EXPRESSION;
  const outcome = await descriptor.call(values);
  return known(outcome instanceof Refusal ? errorCode(outcome) : outcome);
}

/** As Excel's DATE: years below 1900 count from 1900, months and days may run over. */
function dateValue(parts: readonly unknown[]): ArgumentValue {
  const [year, month, day] = parts.map((part) => (typeof part === 'number' ? Math.floor(part) : NaN));
  if (year === undefined || month === undefined || day === undefined) return UNKNOWN_EXPRESSION;
  const serial = Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day) / 86_400_000 + 25_569;
  return Number.isFinite(serial) && serial >= 61 ? known(serial) : UNKNOWN_EXPRESSION;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** @param address without dollar signs: B4, B4:C9, A:C or 3:5 */
export function cellCount(address: string): number {
  const [from = '', to = from] = address.split(':');
  const side = (text: string, otherwise: readonly [number, number]): [number, number] => {
    const [, letters, digits] = /^([A-Z]*)(\d*)$/.exec(text) ?? [];
    return [letters ? columnNumber(letters) : otherwise[0], digits ? Number(digits) : otherwise[1]];
  };
  const [left, top] = side(from, [1, 1]);
  const [right, bottom] = side(to, [LAST_COLUMN, LAST_ROW]);
  return (Math.abs(right - left) + 1) * (Math.abs(bottom - top) + 1);
}
