import { letterOf, placeOf } from '../model-sheets/plan/columns';
import type { Target } from './go-to';

/** The address of a cell. @param row from 0 @param column from 0 */
export const cellAt = (row: number, column: number): string => `${letterOf(column)}${row + 1}`;

/** @param address with the sheet, as Excel writes it: 'Price list'!B4:C9 */
export function splitAddress(address: string): Target {
  const mark = address.lastIndexOf('!');
  const sheet = address.slice(0, Math.max(0, mark));
  return {
    sheet: sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet,
    address: address.slice(mark + 1),
  };
}

/** The row and column of a single cell, from 0; undefined for anything else. @param address without the sheet */
export function placeAt(address: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(address) ?? [];
  return letters === undefined ? undefined : { row: Number(digits) - 1, column: placeOf(letters) };
}
