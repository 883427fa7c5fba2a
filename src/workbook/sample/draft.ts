import type { StyleName } from './sample-styles';

/** What a cell is given: a number, a text or a formula. A thunk may name cells that are drafted further down. */
export type Content = number | string | (() => string);

export interface DraftCell {
  /** Absent where only the looks are set, because a result spills into the cell. */
  readonly content?: Content;
  readonly style: StyleName;
  readonly format?: string;
}

/** A sheet of the sample as it will stand, before any of it is written. */
export interface SheetDraft {
  /** Ends the defined name by which the sheet is found again, whatever a person renames it to. */
  readonly key: string;
  readonly sheetName: string;
  /** Points, by column from A. */
  readonly widths: readonly number[];
  /** Rows that stay in view. */
  readonly frozenRows: number;
  /** Rows from 1; a missing cell is left alone, because a result may spill into it. */
  readonly rows: readonly Readonly<Partial<Record<string, DraftCell>>>[];
  /** The cell to show first. */
  readonly showFirst: string;
}

/** Drafts a sheet downwards, row by row, and gives each cell's address as it goes. */
export class SheetWriter {
  readonly rows: Partial<Record<string, DraftCell>>[] = [];

  /** @returns the number of the new row */
  row(cells: Partial<Record<string, DraftCell>> = {}): number {
    return this.rows.push(cells);
  }
}

/** Money and counts are formatted for reading; the value in the cell keeps all its digits. */
export const FORMATS = {
  money: '#,##0.00',
  wholeMoney: '#,##0',
  unitPrice: '#,##0.0000',
  count: '#,##0',
  decimal: '#,##0.00',
  share: '0.0%',
  factor: '0.000000',
  date: 'yyyy-mm-dd',
} as const;

/** Days from 1899-12-30, as a cell holds a date. @param iso 2027-01-31 */
export function dateSerial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
}

export const text = (content: Content, style: StyleName = 'label'): DraftCell => ({ content, style });
export const input = (content: number | string, format?: string): DraftCell => ({
  content,
  style: 'input',
  ...(format ? { format } : {}),
});
export const calculated = (content: Content, format: string): DraftCell => ({
  content,
  style: 'calculated',
  format,
});
export const output = (content: Content, format: string): DraftCell => ({ content, style: 'output', format });
/** A figure from another source, to compare with. */
export const reference = (content: number, format: string): DraftCell => ({
  content,
  style: 'reference',
  format,
});
