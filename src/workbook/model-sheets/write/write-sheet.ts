import type { WorkbookStyles } from '../../cell-styles/workbook-styles';
import { setUpPages } from '../../excel/page-setup';
import { FIRST_SERIES, letterOf, seriesLetter } from '../plan/columns';
import type { Layout } from '../plan/layout';
import type { SheetPlan } from '../plan/plan';
import type { RenderedCell } from '../plan/render';
import { MODEL_STYLES, type ModelStyle, type StyleName } from '../plan/styles';

/** Cells in one write: far below what Excel on the web takes in a request. */
const BLOCK_CELLS = 20_000;

/** Inserts and deletes whole rows, so that what a person wrote beside them moves along. */
export function applySteps(sheet: Excel.Worksheet, { steps }: Layout): void {
  for (const { kind, at, count } of steps) {
    const rows = sheet.getRange(`${at}:${at + count - 1}`);
    if (kind === 'delete') rows.delete('Up');
    else rows.insert('Down');
  }
}

/** Constants and formulas, in rectangles; cells that are left out stay as they are. */
export function writeContents(sheet: Excel.Worksheet, cells: readonly RenderedCell[]): void {
  const filled = cells.filter(({ content }) => content !== undefined);
  const fills = blocksByProperty(
    filled,
    ({ fillsRight, column }) => fillsRight && column > FIRST_SERIES,
  ).filter(({ left, right }) => right > left);
  const copies = new Set(
    fills.flatMap(({ cells: block, left }) => block.filter(({ column }) => column > left)),
  );
  const written = filled.filter((cell) => !copies.has(cell));
  for (const { address, rows } of rectanglesOf(written, ({ content }) => content)) {
    sheet.getRange(address).formulas = rows;
  }
  // Thousands of formulas that differ in their column alone are not sent one by one. The first column is not copied: a
  // program may keep $J$9:J9, a sum up to the first month, as the one cell that it is.
  for (const { left, right, top, bottom } of fills) {
    const first = sheet.getRange(addressOf({ left, right: left, top, bottom }));
    sheet.getRange(addressOf({ left: left + 1, right, top, bottom })).copyFrom(first, 'Formulas');
  }
}

/** Cells go blank and keep their looks. */
export function clearContents(sheet: Excel.Worksheet, cells: readonly RenderedCell[]): void {
  for (const block of blocksByProperty(cells, () => true)) sheet.getRange(addressOf(block)).clear('Contents');
}

/**
 * Styles and number formats of cells that are new; the looks of the others are left alone. The style comes first: one
 * that a person has redefined may have a number format of its own.
 */
export function writeLooks(
  sheet: Excel.Worksheet,
  cells: readonly RenderedCell[],
  styles: WorkbookStyles,
): void {
  for (const { address, value } of runsByProperty(cells, ({ style }) => MODEL_STYLES[style].named)) {
    styles.give(sheet.getRange(address), value);
  }
  for (const { address, value } of runsByProperty(cells, ({ style }) => placedStyle(style))) {
    dress(sheet.getRange(address), value);
  }
  for (const { address, value } of runsByProperty(cells, ({ format }) => format)) {
    // One value for all cells, which the typings leave out.
    const target: { numberFormat: unknown } = sheet.getRange(address);
    target.numberFormat = value;
  }
}

/** What a sheet looks like apart from its cells. */
export type SheetFrame = Pick<
  SheetPlan,
  | 'widths'
  | 'formWidths'
  | 'seriesWidth'
  | 'series'
  | 'frozenRows'
  | 'frozenColumns'
  | 'tabColor'
  | 'printTitleRows'
>;

/** Widths, panes and the tab: for a sheet that is new. */
export function writeFrame(sheet: Excel.Worksheet, plan: SheetFrame): void {
  const { widths, seriesWidth, series, frozenRows, frozenColumns } = plan;
  writeWidths(sheet, { ...widths, ...plan.formWidths });
  if (series > 0) {
    sheet.getRange(`J:${seriesLetter(series - 1)}`).format.columnWidth = seriesWidth;
  }
  if (frozenColumns > 0) sheet.freezePanes.freezeAt(`A1:${letterOf(frozenColumns - 1)}${frozenRows}`);
  else sheet.freezePanes.freezeRows(frozenRows);
  sheet.showGridlines = false;
  sheet.tabColor = plan.tabColor;
  const isWide = frozenColumns > 0;
  setUpPages(sheet, {
    titleRows: plan.printTitleRows,
    pagesAcross: isWide ? Math.ceil(series / SERIES_ON_A_PAGE) : 1,
    ...(isWide ? { titleColumns: letterOf(frozenColumns - 1) } : {}),
  });
}

/** @param widths points, by column letter */
export function writeWidths(sheet: Excel.Worksheet, widths: Readonly<Record<string, number>> = {}): void {
  for (const [letter, width] of Object.entries(widths)) {
    sheet.getRange(`${letter}:${letter}`).format.columnWidth = width;
  }
}

/** A year of months on a page, with the heads and the labels on each. */
const SERIES_ON_A_PAGE = 12;

/** The name of a style that says more than its named style; undefined for the others. */
function placedStyle(name: StyleName): StyleName | undefined {
  return Object.keys(MODEL_STYLES[name]).length > 1 ? name : undefined;
}

/** How the cells align, wrap and are ruled off. */
function dress({ format }: Excel.Range, name: StyleName): void {
  const { align, wrap, topBorder, bottomBorder }: ModelStyle = MODEL_STYLES[name];
  if (align) format.horizontalAlignment = align;
  if (wrap) format.wrapText = true;
  if (topBorder) format.borders.getItem('EdgeTop').set({ style: 'Continuous', color: topBorder });
  if (bottomBorder) format.borders.getItem('EdgeBottom').set({ style: 'Continuous', color: bottomBorder });
}

interface Rectangle {
  readonly address: string;
  readonly rows: (string | number | null)[][];
}

/** The columns up to J of all rows as one rectangle with holes, and each run of further columns for itself. */
function rectanglesOf(
  cells: readonly RenderedCell[],
  valueOf: (cell: RenderedCell) => string | number | undefined,
): Rectangle[] {
  const left = cells.filter(({ column }) => column <= FIRST_SERIES);
  const right = cells.filter(({ column }) => column > FIRST_SERIES);
  return [...bands(left, valueOf), ...runs(right, () => true).map((run) => rectangle(run, valueOf))];
}

/** Bands of rows, each with no more cells than one write takes. */
function bands(
  cells: readonly RenderedCell[],
  valueOf: (cell: RenderedCell) => string | number | undefined,
): Rectangle[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row);
  const height = Math.floor(BLOCK_CELLS / (FIRST_SERIES + 1));
  const found: RenderedCell[][] = [];
  for (const cell of sorted) {
    const band = found.at(-1);
    const first = band?.[0];
    if (band && first && cell.row - first.row < height && cell.row - (band.at(-1)?.row ?? 0) <= 2)
      band.push(cell);
    else found.push([cell]);
  }
  return found.map((band) => rectangle(band, valueOf));
}

function rectangle(
  cells: readonly RenderedCell[],
  valueOf: (cell: RenderedCell) => string | number | undefined,
): Rectangle {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const [height, width] = [Math.max(...rows) - top + 1, Math.max(...columns) - left + 1];
  const grid: (string | number | null)[][] = Array.from({ length: height }, () =>
    Array.from({ length: width }, () => null),
  );
  for (const cell of cells) {
    const line = grid[cell.row - top];
    if (line) line[cell.column - left] = valueOf(cell) ?? null;
  }
  const address = `${letterOf(left)}${top}:${letterOf(left + width - 1)}${top + height - 1}`;
  return { address, rows: grid };
}

/** Neighbours in a row that belong together. */
function runs(
  cells: readonly RenderedCell[],
  belong: (a: RenderedCell, b: RenderedCell) => boolean,
): RenderedCell[][] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const found: RenderedCell[][] = [];
  for (const cell of sorted) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run && last && last.row === cell.row && last.column + 1 === cell.column && belong(last, cell))
      run.push(cell);
    else found.push([cell]);
  }
  return found;
}

/** Rectangles of cells with the same property: a request each, where cell by cell would take thousands. */
export const runsByProperty = <T>(
  cells: readonly RenderedCell[],
  property: (cell: RenderedCell) => T | undefined,
): { readonly address: string; readonly value: T }[] =>
  blocksByProperty(cells, property).map((block) => ({ address: addressOf(block), value: block.value }));

/** Columns from 0, rows from 1. */
interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const addressOf = ({ left, right, top, bottom }: Bounds): string =>
  `${letterOf(left)}${top}:${letterOf(right)}${bottom}`;

interface Block<T> extends Bounds {
  readonly value: T;
  readonly cells: readonly RenderedCell[];
}

function blocksByProperty<T>(
  cells: readonly RenderedCell[],
  property: (cell: RenderedCell) => T | undefined,
): readonly Block<T>[] {
  const blocks: (Block<T> & { bottom: number; cells: RenderedCell[] })[] = [];
  const open = new Map<string, (typeof blocks)[number]>();
  for (const run of runs(cells, (a, b) => property(a) === property(b))) {
    const [first] = run;
    const last = run.at(-1);
    const value = first && property(first);
    if (!first || !last || value === undefined) continue;
    const key = `${first.column}:${last.column}:${String(value)}`;
    const above = open.get(key);
    if (above?.bottom === first.row - 1) {
      above.bottom = first.row;
      above.cells.push(...run);
    } else {
      const [left, right, top] = [first.column, last.column, first.row];
      const block = { left, right, top, bottom: top, value, cells: run };
      blocks.push(block);
      open.set(key, block);
    }
  }
  return blocks;
}
