import type { CellLook } from '../../book/looks/cell-look';

/** The style of cells that were given none. */
export const NORMAL = 'Normal';

/** A format of the grid's export as cells of a named style have it. */
export interface StyledFormat {
  /** Its place among those of the export. */
  readonly format: number;
  readonly styleName: string;
  readonly look: CellLook;
}

/**
 * The formats of a file's cells. The grid's export knows no named styles: cells that look alike share a format, whatever
 * their styles are called. For each style that cells of a format have, the file gets a format of its own behind those of
 * the export.
 */
export class CellFormats {
  readonly added: StyledFormat[] = [];
  private readonly places = new Map<string, number>();
  private readonly count: number;

  /** @param merged the place in the file for each format of the export */
  constructor(private readonly merged: readonly number[]) {
    this.count = new Set(merged).size;
  }

  /** The place of a cell's format in the file. @param exported its place in the export */
  place(exported: number, look: CellLook | undefined): number {
    const format = this.merged[exported] ?? exported;
    const styleName = look?.styleName;
    if (look === undefined || styleName === undefined || styleName === NORMAL) return format;
    const key = `${format} ${styleName}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.count + this.added.length;
    this.places.set(key, place);
    this.added.push({ format, styleName, look });
    return place;
  }
}
