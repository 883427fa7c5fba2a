import type { EvaluatedCell } from '@odoo/o-spreadsheet';
import { columnCount, rowCount, type Zone } from '../address';
import type { Book } from '../book';

export type SeriesBy = 'Columns' | 'Rows';

/** How Excel takes a block of cells apart for a chart. */
export interface ChartSource {
  readonly seriesBy: SeriesBy;
  /** The names of the categories; undefined where the block has none. */
  readonly categories: Zone | undefined;
  /** One line of cells for each series, with its name in front where `haveNames`. */
  readonly series: readonly Zone[];
  readonly haveNames: boolean;
}

/** Fewer series than points; names and categories are what is not a number, and dates. */
export function chartSource(book: Book, sheetId: string, zone: Zone, wanted: SeriesBy | 'Auto'): ChartSource {
  const seriesBy = wanted === 'Auto' ? (rowCount(zone) >= columnCount(zone) ? 'Columns' : 'Rows') : wanted;
  book.evaluate();
  const cell = (row: number, col: number) => book.getters.getEvaluatedCell({ sheetId, row, col });
  const topLeftIsBlank = cell(zone.top, zone.left).type === 'empty';
  const top = { ...zone, left: Math.min(zone.left + 1, zone.right), bottom: zone.top };
  const left = { ...zone, top: Math.min(zone.top + 1, zone.bottom), right: zone.left };
  const hasTop = rowCount(zone) > 1 && (topLeftIsBlank || isLabels(cells(top, cell)));
  const hasLeft = columnCount(zone) > 1 && (topLeftIsBlank || isLabels(cells(left, cell)));
  return seriesBy === 'Columns' ? byColumns(zone, hasTop, hasLeft) : byRows(zone, hasTop, hasLeft);
}

function byColumns(zone: Zone, hasTop: boolean, hasLeft: boolean): ChartSource {
  const first = zone.left + Number(hasLeft);
  const series = Array.from({ length: zone.right - first + 1 }, (_, index) => ({
    ...zone,
    left: first + index,
    right: first + index,
  }));
  const categories = hasLeft ? { ...zone, right: zone.left, top: zone.top + Number(hasTop) } : undefined;
  return { seriesBy: 'Columns', categories, series, haveNames: hasTop };
}

function byRows(zone: Zone, hasTop: boolean, hasLeft: boolean): ChartSource {
  const first = zone.top + Number(hasTop);
  const series = Array.from({ length: zone.bottom - first + 1 }, (_, index) => ({
    ...zone,
    top: first + index,
    bottom: first + index,
  }));
  const categories = hasTop ? { ...zone, bottom: zone.top, left: zone.left + Number(hasLeft) } : undefined;
  return { seriesBy: 'Rows', categories, series, haveNames: hasLeft };
}

function cells(zone: Zone, cell: (row: number, col: number) => EvaluatedCell): EvaluatedCell[] {
  const found: EvaluatedCell[] = [];
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    for (let col = zone.left; col <= zone.right; col += 1) found.push(cell(row, col));
  }
  return found;
}

const isDate = ({ type, format }: EvaluatedCell) =>
  type === 'number' && format !== undefined && /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''));

const isLabels = (line: readonly EvaluatedCell[]) =>
  line.some(({ type }) => type !== 'empty') && line.every((cell) => cell.type !== 'number' || isDate(cell));
