import { isBlank } from '../../../base/cell';
import { literal, type NativeArgument } from './argument';
import { EMPTY, whole, type Expression } from './expression';

/** A range or an array constant of a call, of which single cells and parts of a column can be written. */
export interface Block {
  readonly rows: readonly (readonly unknown[])[];
  /** @param row from 0, as in `rows` */
  cell(row: number, column: number): Expression;
  /** Cells one below the other, both ends included. */
  column(column: number, from: number, to: number): Expression;
}

/** The block of an argument; undefined where it is computed inside the formula and so has no cells. */
export function blockOf(argument: NativeArgument): Block | undefined {
  if (argument.value === undefined) return undefined;
  const rows = rowsOf(argument.value);
  if (argument.written === 'array' || argument.written === 'literal') return constants(rows);
  if (argument.written !== 'cells' || argument.address === undefined) return undefined;
  return area(rows, argument.text, argument.address);
}

function rowsOf(value: unknown): (readonly unknown[])[] {
  if (!Array.isArray(value)) return [[value]];
  return (value as readonly unknown[]).map((row) =>
    Array.isArray(row) ? (row as readonly unknown[]) : [row],
  );
}

function constants(rows: Block['rows']): Block {
  const cell = (row: number, column: number) => literal(rows[row]?.[column]) ?? EMPTY;
  return {
    rows,
    cell,
    column(column, from, to) {
      if (from === to) return cell(from, column);
      // Inside braces a sign needs no brackets, and Excel takes none.
      const texts = rows.slice(from, to + 1).map((_, index) => bare(cell(from + index, column)));
      return whole(`{${texts.join(';')}}`);
    },
  };
}

const bare = ({ text }: Expression): string => (/^\(.*\)$/.test(text) ? text.slice(1, -1) : text);

const CORNER = /^(\$?)([A-Z]{1,3})(\$?)(\d+)/i;

function area(rows: Block['rows'], asWritten: string, address: string): Block {
  const { sheet, corner } = placeOf(address);
  const [, , letters = '', , digits = ''] = CORNER.exec(corner) ?? [];
  const [columnSign, rowSign] = signs(asWritten);
  const [left, top] = [numberOf(letters.toUpperCase()), Number(digits)];
  const at = (row: number, column: number) =>
    `${columnSign}${lettersOf(left + column)}${rowSign}${top + row}`;
  return {
    rows,
    cell: (row, column) => whole(`${sheet}${at(row, column)}`),
    column: (column, from, to) =>
      from === to
        ? whole(`${sheet}${at(from, column)}`)
        : whole(`${sheet}${at(from, column)}:${at(to, column)}`),
  };
}

function placeOf(address: string): { sheet: string; corner: string } {
  const mark = address.lastIndexOf('!');
  return { sheet: address.slice(0, mark + 1), corner: address.slice(mark + 1) };
}

/** The dollar signs that a person wrote; a name or a table stays where it is, whoever copies the formula. */
function signs(asWritten: string): readonly [string, string] {
  const { corner } = placeOf(asWritten);
  const [, column, , row] = CORNER.exec(corner) ?? [];
  return [column ?? '$', row ?? '$'];
}

const LETTERS = 26;
const BEFORE_A = 64;

const numberOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - BEFORE_A, 0);

function lettersOf(column: number): string {
  const before = Math.floor((column - 1) / LETTERS);
  return (before > 0 ? lettersOf(before) : '') + String.fromCharCode(BEFORE_A + 1 + ((column - 1) % LETTERS));
}

/**
 * The rows that count: with content, and not the header. An accepted range has a text above a column of numbers only
 * in its header.
 *
 * @param numbers a column whose cells are numbers
 */
export function filledRows({ rows }: Block, numbers: number): number[] {
  return rows.flatMap((row, index) => {
    const isEmpty = row.every(isBlank) || row.every((value) => value === 0);
    return !isEmpty && typeof row[numbers] === 'number' ? [index] : [];
  });
}

/** From the first to the last, if none between them is missing. */
export function stretchOf(indexes: readonly number[]): { first: number; last: number } | undefined {
  const [first = 0] = indexes;
  const last = indexes.at(-1) ?? 0;
  return last - first + 1 === indexes.length ? { first, last } : undefined;
}

/** Whether a column of a range is there at all, or was left out at the right end. */
export const hasColumn = ({ rows }: Block, column: number): boolean => (rows[0]?.length ?? 0) > column;

/** One value of a column, with what it holds, as an argument of its own. */
export function cellArgument(
  block: Block,
  origin: NativeArgument,
  row: number,
  column: number,
): NativeArgument {
  const { text } = block.cell(row, column);
  return {
    written: origin.written === 'cells' ? 'cells' : 'literal',
    text,
    value: block.rows[row]?.[column] ?? null,
  };
}
