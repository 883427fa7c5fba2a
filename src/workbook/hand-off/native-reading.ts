/** Where a formula stands, for whoever reads it. */
export interface FormulaPlace {
  readonly sheet: string;
  /** Without the sheet. */
  readonly address: string;
  /** What the formula fills: 1 × 1 for a single cell. */
  readonly rows: number;
  readonly columns: number;
  /** What cells and names hold now, where the reading depends on it; undefined where that is not known. */
  valuesOf?(reference: string): readonly (readonly unknown[])[] | undefined;
}

/** A formula of plain Excel that computes the same, or why there is none, as a sentence. */
export type NativeFormula = { readonly formula: string } | { readonly none: string };

/** Reads a formula that calls Meterbook as one that does not. */
export type NativeReading = (formula: string, place: FormulaPlace) => NativeFormula;

/** Every cell becomes its value. */
export const valuesOnly: NativeReading = () => ({
  none: 'You asked for values.',
});
