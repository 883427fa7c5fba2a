import { letterOf } from '../model-sheets/plan/columns';
import type { NumberFormat } from '../model-sheets/plan/number-formats';
import type { RenderedCell } from '../model-sheets/plan/render';
import type { StyleName } from '../model-sheets/plan/styles';

/** The first cell of the comparison in its sheet, both from 0: a person may have put rows or columns before it. */
export interface Corner {
  readonly row: number;
  readonly column: number;
}

export const TOP_LEFT: Corner = { row: 0, column: 0 };

export interface Written {
  readonly content?: string | number;
  readonly style: StyleName;
  readonly format?: NumberFormat;
}

/** Lays cells out downwards from a corner; columns count from it, rows are given out one after the other. */
export class SheetCells {
  readonly cells: RenderedCell[] = [];
  readonly ids: string[] = [];
  #width = 0;

  constructor(private readonly corner: Corner) {}

  /** Rows and columns from the corner. */
  get extent(): { readonly rows: number; readonly columns: number } {
    return { rows: this.ids.length, columns: this.#width };
  }

  /** The number of the next row in its sheet, from 1. */
  get nextRow(): number {
    return this.corner.row + this.ids.length + 1;
  }

  /** The letter of a column in its sheet. @param column from 0 at the corner */
  letter(column: number): string {
    return letterOf(this.corner.column + column);
  }

  gap(count = 1): void {
    for (let row = 0; row < count; row += 1) this.ids.push('');
  }

  /** @param cells by column from the corner. @returns the row's number in its sheet */
  add(id: string, cells: Readonly<Record<number, Written>>): number {
    const row = this.nextRow;
    this.ids.push(id);
    this.put(id, row, cells);
    return row;
  }

  /** Fills a row that has its place already. @param row its number in its sheet */
  put(id: string, row: number, cells: Readonly<Record<number, Written>>): void {
    for (const [column, cell] of Object.entries(cells)) {
      this.#width = Math.max(this.#width, Number(column) + 1);
      this.cells.push({ id, row, column: this.corner.column + Number(column), ...cell });
    }
  }
}
