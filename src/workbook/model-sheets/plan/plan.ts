import type { AreaLooks } from './area-looks';
import type { NumberFormat } from './number-formats';
import type { ModelSheetKey } from './outcome';
import type { Places } from './places';
import type { StyleName } from './styles';

/** What a cell is given: a constant, or a formula that is written once every row has its place. */
export type Content = number | string | ((places: Places, row: number) => string);

export interface PlanCell {
  /** Absent where only the looks are set, because a result spills into the cell. */
  readonly content?: Content;
  readonly style: StyleName;
  readonly format?: NumberFormat;
  /** A figure of the engine's as it stood when the sheet was written: not a person's change where it is another now. */
  readonly isFrozen?: true;
}

/** A row's cells from J on: one formula, copied right unchanged. */
export interface PlanSeries {
  /** @param column its letter. @param before the letter of the column before, I for the first */
  readonly content?: (places: Places, row: number, column: string, before: string) => string;
  /** The formula of a column is that of the one before, copied right. */
  readonly fillsRight?: true;
  readonly style: StyleName;
  readonly format?: NumberFormat;
  /** How many columns; left out, all that the sheet lays out. */
  readonly columns?: number;
}

/** One formula whose result fills the rows of a group, from its first row down. */
export interface Spill {
  /** Where the formula stands: E for constants, J for series. */
  readonly column: string;
  /** Ids of the rows that stand before the group and after it. */
  readonly after: string;
  readonly before: string;
  readonly formula: (ids: string) => string;
}

export interface PlanRow {
  /** Blank for a row that only makes room. */
  readonly id: string;
  readonly cells: Readonly<Partial<Record<string, PlanCell>>>;
  readonly series?: PlanSeries;
  /** The id of the row right above, for a row whose own id cannot stand in column D, because a result spills there. */
  readonly follows?: string;
  /** The row is one of a group that a formula fills. */
  readonly spill?: Spill;
}

/** A sheet as it will stand, before any of it is written. */
export interface SheetPlan extends AreaLooks {
  readonly key: ModelSheetKey;
  readonly name: string;
  readonly tabColor: string;
  /** Points, by column letter. */
  readonly widths: Readonly<Record<string, number>>;
  /** Points, by column letter, of columns that only this form of the sheet fills. */
  readonly formWidths?: Readonly<Record<string, number>>;
  /** Points, for every column from J on. */
  readonly seriesWidth: number;
  /** How many columns from J on. */
  readonly series: number;
  /** How many of them its charts show, where not all. */
  readonly chartColumns?: number;
  readonly rows: readonly PlanRow[];
  /** Rows from the top that stay in view. */
  readonly frozenRows: number;
  /** Columns from the left that stay in view. */
  readonly frozenColumns: number;
  /** Rows from the top that every printed page repeats. */
  readonly printTitleRows: number;
}

/** Lays rows out downwards. */
export class PlanWriter {
  readonly rows: PlanRow[] = [];

  add(row: PlanRow): void {
    this.rows.push(row);
  }

  gap(): void {
    this.rows.push({ id: '', cells: {} });
  }
}
