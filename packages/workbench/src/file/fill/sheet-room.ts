import { cellAddress } from '../../book/address';
import { DEFAULT_COLUMNS, DEFAULT_ROWS } from '../../book/sheet-seed';
import type { GridSheet } from './grid-import';
import { MOST_COLUMNS, type ReadCell } from '../read/read-cells';
import { attributesOf } from '../package/xml-text';

/* How large a sheet is in the grid, and its rows and columns. */

/** How many, from the first on; one width for the rest of the sheet does not count. */
function columnsWithWidth(frame: string): number {
  const last = [...frame.matchAll(/<col\b[^>]*>/g)].map(([tag]) => Number(attributesOf(tag)['max'] ?? 0));
  return Math.max(0, ...last.filter((column) => column <= MOST_COLUMNS));
}

/** A blank cell, with which the import makes that many columns: it adds a margin of five to the last. */
export const asFarAs = (frame: string): string => {
  const columns = columnsWithWidth(frame);
  return columns > IMPORT_MARGIN
    ? `<row r="1"><c r="${cellAddress(0, columns - IMPORT_MARGIN)}"/></row>`
    : '';
};

const IMPORT_MARGIN = 5;

/** The grid's sheets are as large as a new one at least, reach as far as columns have a width, and have a margin. */
export function makeRoom(
  sheet: GridSheet,
  { frame, cells }: { readonly frame: string; readonly cells: readonly ReadCell[] },
): void {
  const last = cells.reduce(
    (sum, { row, col }) => ({ row: Math.max(sum.row, row), col: Math.max(sum.col, col) }),
    { row: 0, col: 0 },
  );
  const columns = columnsWithWidth(frame);
  sheet.rowNumber = Math.max(DEFAULT_ROWS, sheet.rowNumber, last.row + 50);
  sheet.colNumber = Math.max(DEFAULT_COLUMNS, sheet.colNumber, last.col + 5, columns);
}

/** A row without a height of its own is as high as its texts need. */
export function keepOwnHeights(sheet: GridSheet, rows: string): void {
  const own = new Set([...rows.matchAll(/<row r="(\d+)"[^>]* ht="/g)].map(([, row]) => Number(row) - 1));
  for (const [row, look] of Object.entries(sheet.rows)) {
    if (look !== undefined && !own.has(Number(row))) delete look.size;
  }
}
