import { cellAt } from '../excel/cell-address';
import { placeOf } from '../model-sheets/plan/columns';
import { quoted } from '../model-sheets/plan/places';

/** A rectangle of cells; rows and columns from 0. */
export interface Zone {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle of a sheet. */
export interface Area extends Zone {
  readonly sheet: string;
}

export const firstCell = ({ row, column }: Zone): string => cellAt(row, column);

/** C5, or C5:N64. */
export const addressOf = (zone: Zone): string =>
  zone.rows === 1 && zone.columns === 1
    ? firstCell(zone)
    : `${firstCell(zone)}:${cellAt(zone.row + zone.rows - 1, zone.column + zone.columns - 1)}`;

/** 'My plan'!$C$5:$N$64 */
export const absoluteAddress = (area: Area): string =>
  `${quoted(area.sheet)}!${addressOf(area).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;

/** @param address of cells, without sheet and dollar signs; undefined for whole rows and columns */
export function zoneOf(address: string): Zone | undefined {
  const [, left, top, right = left, bottom = top] =
    /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/.exec(address) ?? [];
  if (left === undefined || right === undefined) return undefined;
  const [row, column] = [Number(top) - 1, placeOf(left)];
  return { row, column, rows: Number(bottom) - row, columns: placeOf(right) - column + 1 };
}

export const contains = (zone: Zone, row: number, column: number): boolean =>
  row >= zone.row &&
  row < zone.row + zone.rows &&
  column >= zone.column &&
  column < zone.column + zone.columns;

export const cellsIn = (zones: readonly Zone[]): number =>
  zones.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
