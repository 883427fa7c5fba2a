import { Refusal } from '../functions/refusal';
import type { Argument, FunctionCall } from './formula';
import { findFunction } from './function-names';

/**
 * What an argument is worth, as Excel hands it to the function; `unknown` where only Excel could tell and does not.
 * Blank cells are null, errors their code.
 */
export type ArgumentValue =
  | { readonly known: true; readonly value: unknown; readonly address?: string }
  | { readonly known: false; readonly why: string };

/** More than this is not read for display; a function refuses such a range anyway. */
const MOST_CELLS = 200_000;

const UNKNOWN_EXPRESSION: ArgumentValue = {
  known: false,
  why: 'Excel does not tell the value of a part of a formula. Put it into a cell of its own and refer to that cell.',
};

const known = (value: unknown): ArgumentValue => ({ known: true, value });
const unknown = (why: string): ArgumentValue => ({ known: false, why });

/** Values of a call's arguments, read from the workbook in two round trips, however many there are. */
export async function readArguments(
  context: Excel.RequestContext,
  home: Excel.Worksheet,
  call: FunctionCall,
): Promise<ArgumentValue[]> {
  const leaves = leavesOf(call);
  const places = await findPlaces(context, home, leaves);
  const ranges = leaves.map((leaf, index) => rangeOf(places[index], leaf)?.load('values,address'));
  await context.sync();
  const values = new Map(leaves.map((leaf, index) => [leaf, leafValue(leaf, places[index], ranges[index])]));
  return call.arguments.map((argument) => valueOf(argument, values));
}

type Leaf = Extract<Argument, { kind: 'reference' | 'name' | 'structured' }>;

const isLeaf = (argument: Argument): argument is Leaf =>
  argument.kind === 'reference' || argument.kind === 'name' || argument.kind === 'structured';

function leavesOf(call: FunctionCall): Leaf[] {
  return call.arguments.flatMap((argument) => {
    if (argument.kind === 'call') return leavesOf(argument.call);
    return isLeaf(argument) ? [argument] : [];
  });
}

/** Where a leaf is: a sheet that holds its address, a defined name, or why there is neither. */
type LeafPlace =
  | { readonly sheet: Excel.Worksheet }
  | { readonly range: Excel.Range }
  | { readonly constant: unknown }
  | { readonly missing: string };

async function findPlaces(
  context: Excel.RequestContext,
  home: Excel.Worksheet,
  leaves: readonly Leaf[],
): Promise<LeafPlace[]> {
  const { workbook } = context;
  const found = leaves.map((leaf) => {
    const sheetName = leaf.kind === 'structured' ? undefined : leaf.sheet;
    const sheet = sheetName === undefined ? home : workbook.worksheets.getItemOrNullObject(sheetName);
    if (leaf.kind !== 'name') return { sheet: sheet.load('name') };
    // A sheet's own name goes before the workbook's.
    return {
      sheet: sheet.load('name'),
      local:
        sheetName === undefined ? undefined : sheet.names.getItemOrNullObject(leaf.name).load('type,value'),
      name: workbook.names.getItemOrNullObject(leaf.name).load('type,value'),
    };
  });
  await context.sync();
  return found.map((each, index) => placeOf(each, leaves[index]));
}

interface FoundLeaf {
  readonly sheet: Excel.Worksheet;
  readonly local?: Excel.NamedItem | undefined;
  readonly name?: Excel.NamedItem;
}

function placeOf({ sheet, local, name }: FoundLeaf, leaf: Leaf | undefined): LeafPlace {
  if (sheet.isNullObject) return { missing: 'There is no such sheet in this workbook.' };
  if (leaf?.kind !== 'name') return { sheet };
  const item = local && !local.isNullObject ? local : name;
  if (!item || item.isNullObject) return { missing: `The workbook has no name ${leaf.name}.` };
  if (item.type === 'Range') return { range: item.getRangeOrNullObject() };
  return { constant: item.value };
}

function rangeOf(place: LeafPlace | undefined, leaf: Leaf): Excel.Range | undefined {
  if (!place) return undefined;
  if ('range' in place) return place.range;
  if (!('sheet' in place) || leaf.kind !== 'reference') return undefined;
  if (cellCount(leaf.address) > MOST_CELLS) {
    // A whole column or row: what is in use says all that the function can see in it.
    return place.sheet.getRange(leaf.address).getUsedRangeOrNullObject(true);
  }
  const range = place.sheet.getRange(leaf.address);
  return leaf.spill ? range.getSpillingToRangeOrNullObject() : range;
}

function leafValue(leaf: Leaf, place: LeafPlace | undefined, range: Excel.Range | undefined): ArgumentValue {
  if (place && 'missing' in place) return unknown(place.missing);
  if (place && 'constant' in place) return known(place.constant);
  if (!range) return UNKNOWN_EXPRESSION;
  if (range.isNullObject) {
    return leaf.kind === 'reference' && !leaf.spill
      ? known([[null]])
      : unknown('It refers to no cells any more.');
  }
  const block: unknown[][] = range.values;
  const value = block.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  const isOne = value.length === 1 && value[0]?.length === 1;
  return { known: true, value: isOne ? value[0]?.[0] : value, address: range.address };
}

function valueOf(argument: Argument, leaves: ReadonlyMap<Argument, ArgumentValue>): ArgumentValue {
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

/** A nested function of ours is run; of Excel's own, DATE is, because few dates are written without it. */
function callValue(call: FunctionCall, leaves: ReadonlyMap<Argument, ArgumentValue>): ArgumentValue {
  const values: unknown[] = [];
  for (const argument of call.arguments) {
    const value = valueOf(argument, leaves);
    if (!value.known) return value;
    values.push(value.value);
  }
  if (call.name.toUpperCase() === 'DATE') return dateValue(values);
  const descriptor = findFunction(call.name);
  if (!descriptor) return UNKNOWN_EXPRESSION;
  const outcome = descriptor.call(values);
  return known(outcome instanceof Refusal ? outcome.code : outcome);
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
