import { Refusal } from '../../base/refusal';
import type { SheetCells } from './sheet-survey';
import type { Area } from './zone';

/** Where a formula stands, for whoever reads it. */
export interface FormulaPlace {
  readonly sheet: string;
  /** Without the sheet. */
  readonly address: string;
  /** What the formula fills: 1 × 1 for a single cell. */
  readonly rows: number;
  readonly columns: number;
}

/** A formula of plain Excel that computes the same, or why there is none, as a sentence. */
export type PlainFormula = { readonly formula: string } | Refusal;

/** Reads a formula that calls Meterbook as one that does not. */
export type FormulaReader = (formula: string, place: FormulaPlace) => PlainFormula;

/** The workbook as it was read, for readings that depend on what cells hold. */
export interface ReadBook {
  readonly sheets: readonly SheetCells[];
  /** The cells that a name stands for, by the name in lower case. */
  readonly named: ReadonlyMap<string, Area>;
}

export type NativeReader = (book: ReadBook) => FormulaReader;

/** Every formula becomes its value. */
export const valuesOnly: NativeReader = () => () =>
  new Refusal('Meterbook has no formula of Excel for it yet.');
