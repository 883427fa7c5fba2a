import { invalidArgument, itemAlreadyExists, itemNotFound } from '../interpreter/host-object';
import type { Zone } from './address';
import { annotate, annotationsOf } from './annotations';
import type { Book } from './book';
import type { CellLook } from './cell-look';

/** A named style of cells. */
export interface CellStyle {
  readonly name: string;
  readonly isBuiltIn: boolean;
  readonly look: CellLook;
  /** As Excel writes it; cells keep theirs where the style has none. */
  readonly numberFormat?: string;
  /** By Excel's border item, e.g. EdgeTop. */
  readonly borders: Readonly<Record<string, StyleBorder>>;
  /** Members that the grid has no use for. */
  readonly members: Readonly<Record<string, unknown>>;
}

export interface StyleBorder {
  readonly position: string;
  readonly style: string;
  readonly color: string;
}

const builtIn = (name: string, look: CellLook, numberFormat?: string): CellStyle => ({
  name,
  isBuiltIn: true,
  look,
  borders: {},
  members: {},
  ...(numberFormat === undefined ? {} : { numberFormat }),
});

/** Excel's own styles as it draws them in the Office theme. */
const BUILT_IN: readonly CellStyle[] = [
  builtIn('Normal', {}, 'General'),
  builtIn('Good', { fillColor: '#C6EFCE', textColor: '#006100' }),
  builtIn('Bad', { fillColor: '#FFC7CE', textColor: '#9C0006' }),
  builtIn('Neutral', { fillColor: '#FFEB9C', textColor: '#9C5700' }),
  builtIn('Input', { fillColor: '#FFCC99', textColor: '#3F3F76' }),
  builtIn('Output', { fillColor: '#F2F2F2', textColor: '#3F3F3F', bold: true }),
  builtIn('Calculation', { fillColor: '#F2F2F2', textColor: '#FA7D00', bold: true }),
  builtIn('Check Cell', { fillColor: '#A5A5A5', textColor: '#FFFFFF', bold: true }),
  builtIn('Note', { fillColor: '#FFFFCC' }),
  builtIn('Linked Cell', { textColor: '#FA7D00' }),
  builtIn('Explanatory Text', { textColor: '#7F7F7F', italic: true }),
  builtIn('Warning Text', { textColor: '#FF0000' }),
  builtIn('Title', { textColor: '#44546A', fontSize: 18 }),
  builtIn('Heading 1', { textColor: '#44546A', fontSize: 15, bold: true }),
  builtIn('Heading 2', { textColor: '#44546A', fontSize: 13, bold: true }),
  builtIn('Heading 3', { textColor: '#44546A', fontSize: 11, bold: true }),
  builtIn('Heading 4', { textColor: '#44546A', bold: true }),
  builtIn('Total', { bold: true }),
  builtIn('Hyperlink', { textColor: '#0563C1', underline: true }),
  builtIn('Followed Hyperlink', { textColor: '#954F72', underline: true }),
  builtIn('Percent', {}, '0%'),
  builtIn('Comma', {}, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'),
  builtIn('Currency', {}, '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)'),
];

/** The styles of a workbook, and the cells that have them. */
export class CellStyles {
  constructor(private readonly book: Book) {}

  all(): CellStyle[] {
    const changed = Object.values(annotationsOf(this.book).styles).filter((style) => style !== undefined);
    const names = new Set(changed.map(({ name }) => name));
    return [...BUILT_IN.filter(({ name }) => !names.has(name)), ...changed];
  }

  find(name: string): CellStyle | undefined {
    const wanted = name.toLowerCase();
    return this.all().find((style) => style.name.toLowerCase() === wanted);
  }

  add(name: string): CellStyle {
    if (name === '' || name.length > 255)
      throw invalidArgument('The name of a style has 1 to 255 characters.');
    if (this.find(name) !== undefined) throw itemAlreadyExists(`The style "${name}" exists already.`);
    return this.keep({ name, isBuiltIn: false, look: {}, numberFormat: 'General', borders: {}, members: {} });
  }

  /** A style as a file brings it; the cells that have it keep their looks. */
  define(style: CellStyle): void {
    this.keep(style);
  }

  /** The cells that have the style change with it. */
  change(name: string, change: Partial<Omit<CellStyle, 'name'>>): void {
    const style = this.find(name);
    if (style === undefined) throw itemNotFound();
    const before = Object.keys(style.look);
    const changed = this.keep({ ...style, ...change });
    for (const { sheetId, zones } of this.cellsWith(changed.name)) this.draw(sheetId, zones, changed, before);
  }

  remove(name: string): void {
    const style = this.find(name);
    if (style === undefined || style.isBuiltIn)
      throw invalidArgument(`The style "${name}" cannot be deleted.`);
    for (const { sheetId, zones } of this.cellsWith(style.name)) {
      for (const zone of zones) this.apply(sheetId, zone, 'Normal');
    }
    annotate(this.book, 'styles', style.name.toLowerCase(), undefined);
  }

  apply(sheetId: string, zone: Zone, name: string): void {
    const style = this.find(name);
    if (style === undefined) throw invalidArgument(`The workbook has no style "${name}".`);
    this.book.growTo(sheetId, zone);
    this.draw(sheetId, [zone], style, this.looksIn(sheetId, zone));
  }

  private draw(sheetId: string, zones: readonly Zone[], style: CellStyle, before: readonly string[]): void {
    const { book } = this;
    const gone = Object.fromEntries(before.map((key) => [key, undefined]));
    const format =
      style.numberFormat === undefined ? {} : { format: book.formats.gridFormat(style.numberFormat) };
    const look = { ...gone, ...style.look, styleName: style.name };
    for (const zone of zones) book.setLook(sheetId, zone, { style: look, ...format });
    for (const border of Object.values(style.borders)) {
      book.dispatch('SET_ZONE_BORDERS', { sheetId, target: zones, border });
    }
  }

  /** What the cells of a zone look like so far, which a style takes the place of; a link is none of it. */
  private looksIn(sheetId: string, zone: Zone): string[] {
    const keys = new Set<string>();
    for (const cell of this.book.getters.getCells(sheetId)) {
      if (cell.style === undefined) continue;
      const { row, col } = this.book.getters.getCellPosition(cell.id);
      const isInside = row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right;
      if (isInside) for (const key of Object.keys(cell.style)) keys.add(key);
    }
    keys.delete('link');
    return [...keys];
  }

  private cellsWith(name: string): { sheetId: string; zones: Zone[] }[] {
    const { getters } = this.book;
    return getters
      .getSheetIds()
      .map((sheetId) => {
        const zones = getters.getCells(sheetId).flatMap((cell): Zone[] => {
          const look: CellLook | undefined = cell.style;
          if (look?.styleName !== name) return [];
          const { row, col } = getters.getCellPosition(cell.id);
          return [{ left: col, right: col, top: row, bottom: row }];
        });
        return { sheetId, zones };
      })
      .filter(({ zones }) => zones.length > 0);
  }

  private keep(style: CellStyle): CellStyle {
    annotate(this.book, 'styles', style.name.toLowerCase(), style);
    return style;
  }
}
