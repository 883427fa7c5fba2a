import { invalidArgument, itemAlreadyExists, itemNotFound } from '../../interpreter/host-object';
import type { Zone } from '../address';
import { annotate, annotationsOf } from '../annotations';
import type { Book, Position } from '../book';
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

declare module '../annotations' {
  interface AnnotationSections {
    /** By lower-case name. */
    readonly styles: CellStyle;
  }
}

/** What of a cell's format a style may say or leave alone, and where the grid keeps it. */
export const LOOKS_BY_PART = {
  Font: ['bold', 'italic', 'underline', 'strikethrough', 'textColor', 'fontSize'],
  Patterns: ['fillColor'],
  Alignment: ['align', 'verticalAlign', 'wrapping', 'rotation', 'indent'],
  Protection: ['unlocked', 'formulaHidden'],
  Number: [],
  Border: [],
} as const satisfies Record<string, readonly (keyof CellLook)[]>;

export type StylePart = keyof typeof LOOKS_BY_PART;

export const STYLE_PARTS = Object.keys(LOOKS_BY_PART) as StylePart[];

/** The member of Excel's style that says whether the part belongs to it. */
export const inclusionOf = (part: StylePart): `Include${StylePart}` => `Include${part}`;

export const includes = ({ members }: Pick<CellStyle, 'members'>, part: StylePart): boolean =>
  members[inclusionOf(part)] !== false;

const only = (...parts: readonly StylePart[]): CellStyle['members'] =>
  Object.fromEntries(
    STYLE_PARTS.filter((part) => !parts.includes(part)).map((part) => [inclusionOf(part), false]),
  );

const builtIn = (name: string, look: CellLook, numberFormat?: string): CellStyle => ({
  name,
  isBuiltIn: true,
  look,
  borders: {},
  members: numberFormat === undefined ? only('Font', 'Patterns') : only('Number'),
  ...(numberFormat === undefined ? {} : { numberFormat }),
});

/** Excel's own styles as it draws them in the Office theme. */
const BUILT_IN: readonly CellStyle[] = [
  { ...builtIn('Normal', {}, 'General'), members: {} },
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
    const changed = Object.values(annotationsOf(this.book, 'styles')).filter((style) => style !== undefined);
    const names = new Set(changed.map(({ name }) => name));
    return [...BUILT_IN.filter(({ name }) => !names.has(name)), ...changed];
  }

  /** Excel's own style, otherwise than Excel brings it. */
  isChanged({ name, isBuiltIn }: CellStyle): boolean {
    return isBuiltIn && annotationsOf(this.book, 'styles')[name.toLowerCase()] !== undefined;
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

  /** The cells that have the style change with it, but for the parts that they were given otherwise. */
  change(name: string, change: Partial<Omit<CellStyle, 'name'>>): void {
    const before = this.find(name);
    if (before === undefined) throw itemNotFound();
    const after = this.keep({ ...before, ...change });
    for (const position of this.cellsWith(after.name)) {
      const zone = { left: position.col, right: position.col, top: position.row, bottom: position.row };
      const { style: look = {}, format } = this.book.lookAt(position);
      const parts = STYLE_PARTS.filter(
        (part) =>
          LOOKS_BY_PART[part].every((key) => (look as CellLook)[key] === before.look[key]) &&
          (part !== 'Number' || (format ?? '') === (this.gridFormat(before) ?? '')),
      );
      this.draw(position.sheetId, zone, after, parts, Object.keys(before.look));
    }
  }

  remove(name: string): void {
    const style = this.find(name);
    if (style === undefined || style.isBuiltIn)
      throw invalidArgument(`The style "${name}" cannot be deleted.`);
    for (const { sheetId, row, col } of this.cellsWith(style.name)) {
      this.apply(sheetId, { left: col, right: col, top: row, bottom: row }, 'Normal');
    }
    annotate(this.book, 'styles', style.name.toLowerCase(), undefined);
  }

  apply(sheetId: string, zone: Zone, name: string): void {
    const style = this.find(name);
    if (style === undefined) throw invalidArgument(`The workbook has no style "${name}".`);
    this.book.growTo(sheetId, zone);
    this.draw(sheetId, zone, style, STYLE_PARTS, this.looksIn(sheetId, zone));
  }

  /** @param before looks that the cells may have, which the style takes the place of */
  private draw(
    sheetId: string,
    zone: Zone,
    style: CellStyle,
    parts: readonly StylePart[],
    before: readonly string[],
  ): void {
    const { book } = this;
    const drawn = parts.filter((part) => includes(style, part));
    const look: Record<string, unknown> = { styleName: style.name };
    for (const key of drawn.flatMap((part): readonly (keyof CellLook)[] => LOOKS_BY_PART[part])) {
      const value = style.look[key];
      if (value !== undefined || before.includes(key)) look[key] = value;
    }
    const format = drawn.includes('Number') ? this.gridFormat(style) : undefined;
    book.setLook(sheetId, zone, { style: look, ...(format === undefined ? {} : { format }) });
    if (drawn.includes('Border')) this.drawBorders(sheetId, zone, style);
  }

  private drawBorders(sheetId: string, zone: Zone, { borders }: CellStyle): void {
    const { book } = this;
    const target = [zone];
    if (this.positionsIn(sheetId, zone).some((position) => hasBorder(book, position))) {
      book.dispatch('SET_ZONE_BORDERS', { sheetId, target, border: { position: 'clear' } });
    }
    for (const border of Object.values(borders)) {
      book.dispatch('SET_ZONE_BORDERS', { sheetId, target, border });
    }
  }

  private gridFormat({ numberFormat }: CellStyle): string | undefined {
    return numberFormat === undefined ? undefined : this.book.formats.gridFormat(numberFormat);
  }

  /** What the cells of a zone look like so far, with what waits. */
  private looksIn(sheetId: string, zone: Zone): string[] {
    const keys = new Set<string>();
    for (const position of this.positionsIn(sheetId, zone)) {
      for (const key of Object.keys(this.book.lookAt(position).style ?? {})) keys.add(key);
    }
    return [...keys];
  }

  private positionsIn(sheetId: string, { left, right, top, bottom }: Zone): Position[] {
    const columns = Array.from({ length: right - left + 1 }, (_, at) => left + at);
    return Array.from({ length: bottom - top + 1 }, (_, at) => top + at).flatMap((row) =>
      columns.map((col) => ({ sheetId, row, col })),
    );
  }

  private cellsWith(name: string): Position[] {
    const { getters } = this.book;
    return getters.getSheetIds().flatMap((sheetId) =>
      getters.getCells(sheetId).flatMap((cell): Position[] => {
        const look: CellLook | undefined = cell.style;
        return look?.styleName === name ? [getters.getCellPosition(cell.id)] : [];
      }),
    );
  }

  private keep(style: CellStyle): CellStyle {
    annotate(this.book, 'styles', style.name.toLowerCase(), style);
    return style;
  }
}

const hasBorder = (book: Book, position: Position): boolean =>
  Object.values(book.border(position) ?? {}).some((side) => side !== undefined);
