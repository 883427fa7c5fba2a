/** A table as it would stand in a sheet: dates as serials, one cell for Base and for each scenario. */
export interface Draft {
  readonly scenarios: readonly string[];
  readonly rows: readonly Row[];
  /** By how much a property may vary the table. */
  readonly by?: Variation;
}
export interface Variation {
  readonly days: number;
  readonly months: number;
  readonly rate: number;
}
export interface Row {
  readonly section: string;
  readonly item: string;
  readonly term: string;
  readonly cells: readonly Cell[];
}
export type Cell = number | string;
