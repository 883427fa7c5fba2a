import type { Range } from './range';

/** Rows and columns that are hidden. */

type Dimension = 'ROW' | 'COL';

function linesOf({ $bounded: { left, top, right, bottom } }: Range, dimension: Dimension): number[] {
  const [first, last] = dimension === 'ROW' ? [top, bottom] : [left, right];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** For each row, or each column, of a range. */
export function linesHidden(range: Range, dimension: Dimension): boolean[] {
  const { getters } = range.$host.book;
  return linesOf(range, dimension).map((index) =>
    dimension === 'ROW'
      ? getters.isRowHidden(range.$sheetId, index)
      : getters.isColHidden(range.$sheetId, index),
  );
}

export function hideLines(range: Range, dimension: Dimension, hidden: boolean): void {
  const { book } = range.$host;
  const sheetId = range.$sheetId;
  book.growTo(sheetId, range.$bounded);
  const elements = linesOf(range, dimension);
  book.dispatch(hidden ? 'HIDE_COLUMNS_ROWS' : 'UNHIDE_COLUMNS_ROWS', { sheetId, dimension, elements });
}

/** null where they differ. */
export const sameForAll = (values: readonly boolean[]): boolean | null =>
  values.every((each) => each === values[0]) ? (values[0] ?? false) : null;
