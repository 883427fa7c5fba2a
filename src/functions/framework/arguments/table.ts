import { dayFromIso } from '../../../base/calendar';
import { cellOf, isBlank, isInvocation } from '../../../base/cell';
import type { ColumnRule } from '../descriptor';
import { looksNumeric, readCell, refuseError, type Kind } from './kinds';
import { Refusal } from '../../../base/refusal';
import { counted } from '../../../base/words';

/** Rows with content that a range may hold. Far above any contract, far below what would make Excel wait. */
export const MAX_ROWS = 5000;

/** One column of a range. */
export interface Column<T> {
  readonly unit: string;
  readonly kind: Kind<unknown>;
  /** The column may be missing, and its cells blank. */
  readonly optional: boolean;
  read(raw: unknown, place: string): T | Refusal;
}

type Columns = Readonly<Record<string, Column<unknown>>>;
type CellsOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

export interface Row<Cells> {
  /** "tiers, row 2": rows count from 1 at the top of the range, a header included. */
  readonly place: string;
  readonly cells: Cells;
}

/** A column whose cells must all be filled. */
export function column<T>(kind: Kind<T>, { unit }: { unit: string }): Column<T> {
  return {
    unit,
    kind: kind as Kind<unknown>,
    optional: false,
    read: (raw, place) =>
      readCell(kind, raw, place) ?? new Refusal(`${place} is blank. Fill it, or remove the row.`),
  };
}

/** A column whose cells may be blank, which stands for `blank`; at the right end it may be missing altogether. */
export function columnOr<T, B>(
  kind: Kind<T>,
  blank: B,
  { unit, zeroIsBlank = false, endless = false }: { unit: string; zeroIsBlank?: boolean; endless?: boolean },
): Column<T | B> {
  return {
    unit,
    kind: kind as Kind<unknown>,
    optional: true,
    read(raw, place) {
      if (zeroIsBlank && raw === 0) return blank;
      if (endless && isEndless(raw)) return blank;
      const value = readCell(kind, raw, place);
      return value === undefined ? blank : value;
    },
  };
}

const ENDLESS = new Set([
  '∞',
  '+∞',
  'inf',
  '+inf',
  'infinity',
  'no limit',
  'unlimited',
  'none',
  'and above',
  'max',
]);

/** A word for no bound, which elsewhere is a blank cell. */
function isEndless(raw: unknown): boolean {
  const cell = cellOf(raw);
  return cell.holds === 'text' && ENDLESS.has(cell.value.toLowerCase());
}

/** How a range becomes rows. */
export interface Table<R, Name extends string = string> {
  readonly columns: readonly ColumnRule<Name>[];
  read(raw: unknown, name: string): R[] | Refusal;
}

/** A range with named columns. A first row of texts is taken for its header; blank rows are skipped. */
export function table<const C extends Columns>(columns: C): Table<Row<CellsOf<C>>, keyof C & string> {
  const names = Object.keys(columns) as (keyof C & string)[];
  const all = Object.values(columns);
  const fewest = all.reduce((count, { optional }, index) => (optional ? count : index + 1), 0);
  return {
    columns: Object.entries(columns).map(([name, { unit, optional, kind }]) => ({
      name: name as keyof C & string,
      unit,
      optional,
      rule: kind.rule,
    })),
    read(raw, name) {
      const block = blockOf(raw, name, fewest, names.length);
      if (block instanceof Refusal) return block;
      const body = block[0] && isHeader(block[0].values, all) ? block.slice(1) : block;
      if (body.length === 0) {
        return new Refusal(`${name} is empty: enter rows of ${names.join(', ')}, or correct the range.`);
      }
      const rows: Row<CellsOf<C>>[] = [];
      for (const { values, at } of body) {
        const place = `${name}, row ${at}`;
        const cells: Record<string, unknown> = {};
        for (const [index, key] of names.entries()) {
          const value = columns[key]?.read(values[index], `${place} (${key})`);
          if (value instanceof Refusal) return value;
          cells[key] = value;
        }
        rows.push({ place, cells: cells as CellsOf<C> });
      }
      return rows;
    },
  };
}

export interface RawRow {
  readonly values: readonly unknown[];
  /** Row within the range, from 1. */
  readonly at: number;
}

/** The rows of a range that hold something, or why they cannot be used: wrong width, ragged, too long, an error in a cell. */
export function blockOf(raw: unknown, name: string, fewest: number, most: number): RawRow[] | Refusal {
  const rows = rectangle(raw, name);
  if (rows instanceof Refusal) return rows;
  const width = rows[0]?.length ?? 0;
  const filled = filledRows(rows, name);
  if (filled instanceof Refusal || filled.length === 0) return filled;
  if (width < fewest || width > most) {
    const wanted = fewest === most ? String(most) : `${fewest} to ${most}`;
    return new Refusal(`${name} has ${counted(width, 'column')}: it takes ${wanted}.`);
  }
  return filled;
}

/** The range without the blank rows at its end, as rows of one width; a single value is a range of one cell. */
function rectangle(raw: unknown, name: string): (readonly unknown[])[] | Refusal {
  if (raw === null || raw === undefined || isInvocation(raw)) return [];
  const rows = listOfRows(raw);
  const width = rows[0]?.length ?? 0;
  // A whole column brings a million blank rows: they are dropped before anything else looks at them.
  let end = rows.length;
  while (end > 0 && isBlankRow(rows[end - 1] ?? [])) end -= 1;
  const filled = rows.slice(0, end);
  for (const [index, row] of filled.entries()) {
    if (row.length !== width) {
      return new Refusal(
        `${name}, row ${index + 1} has ${row.length} cells and row 1 has ${width}: give a rectangular range.`,
      );
    }
  }
  return filled;
}

/** A block of cells, one row of cells, or one cell. */
function listOfRows(raw: unknown): (readonly unknown[])[] {
  if (!Array.isArray(raw)) return [[raw]];
  const block: readonly unknown[] = raw;
  return block.some(Array.isArray) ? block.map((row) => (Array.isArray(row) ? row : [row])) : [block];
}

function filledRows(rows: readonly (readonly unknown[])[], name: string): RawRow[] | Refusal {
  const filled: RawRow[] = [];
  for (const [index, values] of rows.entries()) {
    if (isBlankRow(values)) continue;
    if (filled.length === MAX_ROWS) {
      return new Refusal(
        `${name} has more than ${MAX_ROWS} rows with content, the most that one call takes. Give a shorter range.`,
      );
    }
    filled.push({ values, at: index + 1 });
  }
  return firstError(filled, name) ?? filled;
}

/**
 * A row of blanks. Some versions of Excel deliver a blank cell of a range as 0, so a row of nothing but zeros is
 * blank as well: no table here has a row that means something when all its cells are 0.
 */
function isBlankRow(values: readonly unknown[]): boolean {
  return values.every((value) => value === 0) || values.every(isBlank);
}

function firstError(rows: readonly RawRow[], name: string): Refusal | undefined {
  for (const { values, at } of rows) {
    for (const [index, value] of values.entries()) {
      const cell = cellOf(value);
      if (cell.holds === 'error') return refuseError(cell.code, `${name}, row ${at}, column ${index + 1}`);
    }
  }
  return undefined;
}

/** Whether a row is one of texts that are no values. */
export const looksLikeHeader = ({ values }: RawRow, columns: Columns): boolean =>
  isHeader(values, Object.values(columns));

/** Only texts, and none that could be a value: a number typed as text must be refused, not skipped. */
function isHeader(values: readonly unknown[], columns: readonly Column<unknown>[]): boolean {
  const texts = values.map(cellOf);
  return texts.every((cell, index) => {
    if (cell.holds === 'blank') return true;
    if (cell.holds !== 'text') return false;
    const rule = columns[index]?.kind.rule;
    const isWord =
      rule?.type === 'choice' && rule.choices.some((name) => name.toLowerCase() === cell.value.toLowerCase());
    return !isWord && !looksNumeric(cell.value) && dayFromIso(cell.value) === undefined;
  });
}
