import { type SheetCells, formulaAt } from '../sheet-survey';
import type { Area, Zone } from '../zone';

/** What a cell holds now. */
export interface CurrentCell {
  readonly value: unknown;
  readonly formula: string | undefined;
}

const BLANK: CurrentCell = { value: '', formula: undefined };

/** The cells of the workbook as they are now. */
export class CurrentCells {
  readonly #sheets: ReadonlyMap<string, SheetCells>;

  constructor(sheets: readonly SheetCells[]) {
    this.#sheets = new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  }

  isProtected(sheet: string): boolean {
    return this.#sheets.get(sheet.toLowerCase())?.isProtected ?? false;
  }

  at(sheet: string, row: number, column: number): CurrentCell {
    const found = this.#sheets.get(sheet.toLowerCase());
    const value = found?.values[row - found.top]?.[column - found.left];
    if (!found || value === undefined) return BLANK;
    return { value, formula: formulaAt(found, row - found.top, column - found.left) };
  }

  /** The cells of an area, row by row. */
  in(area: Area): CurrentCell[][] {
    return each(area, (row, column) => this.at(area.sheet, row, column));
  }

  /** Formulas and constants of an area, as they are read again before it is written. */
  contents(area: Area): unknown[][] {
    return this.in(area).map((cells) => cells.map(({ value, formula }) => formula ?? value));
  }
}

function each<T>(zone: Zone, of: (row: number, column: number) => T): T[][] {
  return Array.from({ length: zone.rows }, (_row, row) =>
    Array.from({ length: zone.columns }, (_cell, column) => of(zone.row + row, zone.column + column)),
  );
}

export const isBlank = ({ value, formula }: CurrentCell): boolean => formula === undefined && value === '';

/** Excel keeps 15 digits of a number. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= Math.abs(b) * 1e-14;
  return a === b;
}
