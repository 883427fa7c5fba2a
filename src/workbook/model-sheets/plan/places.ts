import type { ModelSheetKey } from './outcome';
import { COLUMNS, seriesLetter } from './columns';

/** Where the rows of one sheet stand. */
export interface SheetPlace {
  /** As its tab says. */
  readonly name: string;
  /** Row numbers, from 1, by id. */
  readonly rows: ReadonlyMap<string, number>;
  /** How many columns of the series are laid out, from J on. */
  readonly series: number;
}

/** Thrown while a formula is written that needs a row which is not on its sheet. */
export class MissingPlace extends Error {}

/** Where everything stands, to write formulas by. */
export class Places {
  constructor(private readonly sheets: ReadonlyMap<ModelSheetKey, SheetPlace>) {}

  sheet(key: ModelSheetKey): SheetPlace {
    const place = this.sheets.get(key);
    if (!place) throw new MissingPlace(key);
    return place;
  }

  has(key: ModelSheetKey, id: string): boolean {
    return this.sheets.get(key)?.rows.has(id) ?? false;
  }

  row(key: ModelSheetKey, id: string): number {
    const row = this.sheet(key).rows.get(id);
    if (row === undefined) throw new MissingPlace(`${key} ${id}`);
    return row;
  }

  /** A cell on another sheet: Schedule!$G$12. */
  cell(key: ModelSheetKey, id: string, column: string): string {
    return `${quoted(this.sheet(key).name)}!$${column}$${this.row(key, id)}`;
  }

  /** The series of a row: J12:BQ12; absolute columns, so that the formula can be copied sideways. */
  series(key: ModelSheetKey, id: string, from?: ModelSheetKey): string {
    const row = this.row(key, id);
    const prefix = from === key ? '' : `${quoted(this.sheet(key).name)}!`;
    return `${prefix}$${seriesLetter(0)}$${row}:$${this.lastSeries(key)}$${row}`;
  }

  lastSeries(key: ModelSheetKey): string {
    return seriesLetter(Math.max(0, this.sheet(key).series - 1));
  }

  /** The first and the last row with an id between two rows: the ids that one formula spills for. */
  between(
    key: ModelSheetKey,
    after: string,
    before: string,
  ): { readonly first: number; readonly last: number } {
    const [top, bottom] = [this.row(key, after), this.row(key, before)];
    const inside = [...this.sheet(key).rows.values()].filter((row) => row > top && row < bottom);
    if (inside.length === 0) throw new MissingPlace(`${key} ${after}`);
    return { first: Math.min(...inside), last: Math.max(...inside) };
  }

  /** The ids of a group of rows: $D$12:$D$40. */
  ids(key: ModelSheetKey, after: string, before: string): string {
    const { first, last } = this.between(key, after, before);
    const [top, bottom] = [`$${COLUMNS.id}$${first}`, `$${COLUMNS.id}$${last}`];
    return top === bottom ? top : `${top}:${bottom}`;
  }
}

/** A sheet's name as a formula holds it. */
export const quoted = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^r?\d*c?\d*$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
