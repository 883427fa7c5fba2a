import { Refusal } from '../../base/refusal';
import { type Argument, type FunctionCall, type Reference, readCalls } from '../formulas/formula';
import { tokensOf } from '../formulas/formula-tokens';
import { functionId } from './own-calls';
import type { PlainFormula, NativeReader, ReadBook } from './native-reading';
import { valuesIn } from './sheet-survey';
import { type Area, absoluteAddress, zoneOf } from './zone';

/** An argument of a call as it is written, and what it holds. */
export interface CallArgument {
  readonly written: 'omitted' | 'literal' | 'array' | 'cells' | 'call' | 'expression';
  /** As written; '' where it is left out. */
  readonly text: string;
  /** As Excel hands it to the function: one value, or rows of values; undefined where only Excel knows. */
  readonly value?: unknown;
  /** Of cells: the area that they take. */
  readonly address?: string;
}

/** One call as formulas of plain Excel, row by row of its result; or why there are none. */
export type CallReading = (
  id: string,
  given: readonly CallArgument[],
) => { readonly formulas: readonly (readonly string[])[] } | Refusal;

const IS_BLOCK = 'Its result is a block of cells, which stays as values.';

/** Reads a formula by its calls: the innermost first, each replaced where it stands. */
export const nativeByCalls =
  (read: CallReading): NativeReader =>
  (book) =>
  (formula, { sheet, rows, columns }) => {
    const native = withoutCalls(formula, sheet, book, read);
    return native instanceof Refusal || rows * columns === 1 ? native : new Refusal(IS_BLOCK);
  };

function withoutCalls(formula: string, sheet: string, book: ReadBook, read: CallReading): PlainFormula {
  let text = formula;
  for (;;) {
    // Calls come outer before inner: the last one to Meterbook has no other inside.
    const calls = readCalls(text);
    const at = calls.findLastIndex(({ name }) => functionId(name) !== undefined);
    const call = calls[at];
    if (!call) return { formula: text };
    const native = read(
      functionId(call.name) ?? '',
      call.arguments.map((argument) => given(argument, sheet, book)),
    );
    if (native instanceof Refusal) return native;
    const [[only, ...others] = [], ...more] = native.formulas;
    if (only === undefined || others.length + more.length > 0) return new Refusal(IS_BLOCK);
    text = replaced(text, at, call, only.slice(1));
  }
}

/** @param at which of the calls of the formula, in the order of their names */
function replaced(formula: string, at: number, call: FunctionCall, body: string): string {
  const start = startsOfCalls(formula)[at] ?? 0;
  const end = start + call.text.length;
  const isWhole = start === 1 && end === formula.length;
  return `${formula.slice(0, start)}${isWhole ? body : `(${body})`}${formula.slice(end)}`;
}

function startsOfCalls(formula: string): number[] {
  const starts: number[] = [];
  let at = 1;
  for (const { kind, text } of tokensOf(formula)) {
    if (kind === 'function') starts.push(at);
    at += text.length;
  }
  return starts;
}

function given(argument: Argument, sheet: string, book: ReadBook): CallArgument {
  const { text } = argument;
  switch (argument.kind) {
    case 'omitted':
      return { written: 'omitted', text: '', value: null };
    case 'literal':
      return { written: 'literal', text, value: argument.value };
    case 'array':
      return {
        written: 'array',
        text,
        value: argument.rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.error : cell))),
      };
    case 'reference':
    case 'name':
    case 'structured':
      return { written: 'cells', text, ...cellsOf(argument, sheet, book) };
    case 'call':
      return { written: 'call', text };
    default:
      return { written: 'expression', text };
  }
}

function cellsOf(reference: Reference, sheet: string, { sheets, named }: ReadBook): Partial<CallArgument> {
  const area = areaOf(reference, sheet, named);
  const there = area && sheets.find(({ name }) => name.toLowerCase() === area.sheet.toLowerCase());
  if (!area || !there) return {};
  const rows = valuesIn(there, area).map((cells) => cells.map((cell) => (cell === '' ? null : cell)));
  return {
    value: area.rows * area.columns === 1 ? rows[0]?.[0] : rows,
    address: reference.kind === 'reference' ? reference.text : absoluteAddress(area),
  };
}

function areaOf(reference: Reference, own: string, named: ReadBook['named']): Area | undefined {
  if (reference.kind === 'name') return named.get(reference.name.toLowerCase());
  if (reference.kind === 'structured' || reference.spill) return undefined;
  const zone = zoneOf(reference.address);
  return zone && { ...zone, sheet: reference.sheet ?? own };
}
