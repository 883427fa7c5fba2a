import type * as o from '@odoo/o-spreadsheet';
import { columnCount, isEntireColumn, isEntireRow, rowCount, type Zone } from '../../book/address';
import type { Book } from '../../book/book';
import { invalidArgument } from '../../interpreter/host-object';
import { removeHyperlinks } from './hyperlinks';
import type { Range } from './range';

/** Edits of a whole range that go beyond its values. */

/** What each way of clearing takes away. */
const CLEARS: Readonly<Record<string, readonly ((range: Range, zone: Zone) => void)[]>> = {
  All: [removeHyperlinks, clearContents, clearFormats, clearConditionalFormats, clearValidation],
  Contents: [clearContents],
  ResetContents: [clearContents],
  Formats: [clearFormats, clearConditionalFormats],
  Hyperlinks: [removeHyperlinks],
  RemoveHyperlinks: [removeHyperlinks],
};

export function clearRange(range: Range, applyTo: string): void {
  const steps = CLEARS[applyTo];
  if (steps === undefined) throw invalidArgument(`"${applyTo}" is not a way to clear a range.`);
  const zone = clipped(range);
  if (zone !== undefined) for (const step of steps) step(range, zone);
}

/** Cell by cell: the grid's own command for a block would take a table in it away, too. */
function clearContents({ $host: { book }, $sheetId: sheetId }: Range, zone: Zone): void {
  for (const { row, col } of occupied(book, sheetId, zone)) {
    book.dispatch('UPDATE_CELL', { sheetId, row, col, content: '' });
  }
}

/** The cells of a zone that hold something: looked for there, or among those of the sheet, whichever are fewer. */
function occupied({ state }: Book, sheetId: string, zone: Zone): { row: number; col: number }[] {
  const found: { row: number; col: number }[] = [];
  const note = (cell: o.Cell | undefined, row: number, col: number): void => {
    if (cell !== undefined && (cell.isFormula || cell.content !== '')) found.push({ row, col });
  };
  const cells = state.getCells(sheetId);
  if (rowCount(zone) * columnCount(zone) <= cells.length) {
    for (let row = zone.top; row <= zone.bottom; row += 1) {
      for (let col = zone.left; col <= zone.right; col += 1)
        note(state.getCell({ sheetId, row, col }), row, col);
    }
    return found;
  }
  for (const cell of cells) {
    const { row, col } = state.getCellPosition(cell.id);
    if (row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right) note(cell, row, col);
  }
  return found;
}

function clearFormats({ $host: { book }, $sheetId: sheetId }: Range, zone: Zone): void {
  const target = [zone];
  book.dispatch('CLEAR_FORMATTING', { sheetId, target });
  book.dispatch('SET_FORMATTING', { sheetId, target, format: '' });
  book.dispatch('SET_ZONE_BORDERS', { sheetId, target, border: { position: 'clear' } });
}

function clearConditionalFormats({ $host, $sheetId }: Range, zone: Zone): void {
  $host.conditionalFormats.clear($sheetId, zone);
}

function clearValidation({ $host, $sheetId }: Range, zone: Zone): void {
  $host.validations.clear($sheetId, zone);
}

/** What of the range the grid has; undefined when it lies wholly beyond. */
function clipped(range: Range): Zone | undefined {
  const extent = range.$host.book.extent(range.$sheetId);
  const { left, top, right, bottom } = range.$zone;
  if (left > extent.right || top > extent.bottom) return undefined;
  return { left, top, right: Math.min(right, extent.right), bottom: Math.min(bottom, extent.bottom) };
}

export function insertRange(range: Range, shift: string): void {
  const { book } = range.$host;
  const sheetId = range.$sheetId;
  const sheetName = book.sheetName(sheetId);
  const zone = range.$zone;
  const whole = { sheetId, sheetName, position: 'before' };
  if (isEntireRow(zone)) {
    book.dispatch('ADD_COLUMNS_ROWS', {
      ...whole,
      dimension: 'ROW',
      base: zone.top,
      quantity: rowCount(zone),
    });
  } else if (isEntireColumn(zone)) {
    book.dispatch('ADD_COLUMNS_ROWS', {
      ...whole,
      dimension: 'COL',
      base: zone.left,
      quantity: columnCount(zone),
    });
  } else {
    const shiftDimension = dimensionOf(shift, 'Down', 'Right');
    book.growTo(sheetId, zone);
    onActiveSheet(range, () => book.dispatch('INSERT_CELL', { zone, shiftDimension, sheetId }));
  }
}

export function deleteRange(range: Range, shift: string): void {
  const { book } = range.$host;
  const sheetId = range.$sheetId;
  const zone = clipped(range);
  if (zone === undefined) return;
  const whole = { sheetId, sheetName: book.sheetName(sheetId) };
  if (isEntireRow(range.$zone)) {
    book.dispatch('REMOVE_COLUMNS_ROWS', {
      ...whole,
      dimension: 'ROW',
      elements: span(zone.top, zone.bottom),
    });
  } else if (isEntireColumn(range.$zone)) {
    book.dispatch('REMOVE_COLUMNS_ROWS', {
      ...whole,
      dimension: 'COL',
      elements: span(zone.left, zone.right),
    });
  } else {
    const shiftDimension = dimensionOf(shift, 'Up', 'Left');
    onActiveSheet(range, () => book.dispatch('DELETE_CELL', { zone, shiftDimension, sheetId }));
  }
}

/** The grid shifts cells only in the sheet that is shown. */
function onActiveSheet({ $host: { book }, $sheetId }: Range, work: () => void): void {
  const shown = book.getters.getActiveSheetId();
  if (shown === $sheetId) return work();
  book.dispatch('ACTIVATE_SHEET', { sheetIdFrom: shown, sheetIdTo: $sheetId });
  work();
  book.dispatch('ACTIVATE_SHEET', { sheetIdFrom: $sheetId, sheetIdTo: shown });
}

export function mergeRange(range: Range, across: boolean): void {
  const zone = range.$bounded;
  const target = across
    ? span(zone.top, zone.bottom).map((row) => ({ ...zone, top: row, bottom: row }))
    : [zone];
  range.$host.book.growTo(range.$sheetId, zone);
  range.$host.book.dispatch('ADD_MERGE', { sheetId: range.$sheetId, target, force: true });
}

export function unmergeRange(range: Range): void {
  const { book } = range.$host;
  const target = book.getters.getMergesInZone(range.$sheetId, range.$bounded);
  if (target.length > 0) book.dispatch('REMOVE_MERGE', { sheetId: range.$sheetId, target });
}

function dimensionOf(shift: string, rows: string, columns: string): 'ROW' | 'COL' {
  if (shift === rows) return 'ROW';
  if (shift === columns) return 'COL';
  throw invalidArgument(`Cells shift "${rows}" or "${columns}", not "${shift}".`);
}

const span = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
