import type { Decimal } from '../../../base/decimal';
import type { Argument } from './boundary';
import type { TableRule } from '../descriptor';
import { isBlank } from '../../../base/cell';
import { allowed } from '../../../base/rule';
import { readCell, type Kind } from './kinds';
import { Refusal } from '../../../base/refusal';
import { MAX_ROWS } from './table';

/** Numbers in a column or a row, one for each period or window; a single cell is a series of one. */
export interface Series {
  readonly values: Decimal[];
  /** Side by side rather than one below the other. */
  readonly isRow: boolean;
}

/**
 * A column or a row of numbers. Every cell keeps its place, so nothing is skipped: a blank between two numbers is
 * refused, and so is a header. Blank cells at the end are dropped.
 *
 * @param cell what one number is called in the docs
 */
export function series<const Name extends string>(
  kind: Kind<Decimal>,
  { unit, cell }: { readonly unit: string; readonly cell: Name },
): Argument<Series, TableRule<Name>> {
  const columns = [{ name: cell, unit, optional: false, rule: kind.rule }];
  return {
    unit,
    matrix: true,
    rule: { type: 'table', columns, orOne: kind.rule },
    read: (raw, name) => readSeries(kind, raw, name),
  };
}

function readSeries(kind: Kind<Decimal>, raw: unknown, name: string): Series | Refusal {
  const line = lineOf(raw, name);
  if (line instanceof Refusal) return line;
  const { cells, isRow } = line;
  const end = cells.findLastIndex((cell) => !isBlank(cell)) + 1;
  if (end === 0) return new Refusal(`${name} is blank: every cell must be ${allowed(kind.rule)}.`);
  if (end > MAX_ROWS) {
    return new Refusal(
      `${name} has ${end} cells, more than the ${MAX_ROWS} that one call takes. Give a shorter range.`,
    );
  }
  const values: Decimal[] = [];
  for (const [index, cell] of cells.slice(0, end).entries()) {
    const place = cells.length === 1 ? name : `${name}, ${isRow ? 'column' : 'row'} ${index + 1}`;
    const value = readCell(kind, cell, place);
    if (value instanceof Refusal) return value;
    if (value === undefined) {
      return new Refusal(`${place} is blank: the cells after it are not. Enter 0 where there is nothing.`);
    }
    values.push(value);
  }
  return { values, isRow };
}

/** The cells of one column or one row. */
function lineOf(raw: unknown, name: string): { cells: readonly unknown[]; isRow: boolean } | Refusal {
  if (!Array.isArray(raw)) return { cells: [raw], isRow: false };
  const block: readonly unknown[] = raw;
  if (!block.some(Array.isArray)) return { cells: block, isRow: block.length > 1 };
  const rows = block.map((row): readonly unknown[] => (Array.isArray(row) ? row : [row]));
  const [first = []] = rows;
  if (rows.length === 1) return { cells: first, isRow: first.length > 1 };
  const wide = rows.find((row) => row.length !== 1);
  if (wide === undefined) return { cells: rows.map(([cell]) => cell), isRow: false };
  return new Refusal(
    `${name} is a range of ${rows.length} × ${wide.length} cells: it takes one column or one row.`,
  );
}
