import { itemNotFound } from '../../interpreter/host-object';
import { formatAbsoluteZone, parseZone, quoteSheetName, splitSheetName, type Zone } from '../address';
import { annotate, annotationsOf } from '../annotations';
import type { Book } from '../book';
import { chartSource, type SeriesBy } from './chart-source';
import { excelChartType, gridChartType } from './chart-types';

/** What Excel keeps of a chart and the grid does not. */
export interface ChartNote {
  readonly name: string;
  readonly type: string;
  readonly seriesBy: SeriesBy;
  /** By member of Excel's object model, e.g. `valueAxis.numberFormat`: kept for reading and export, not drawn. */
  readonly kept: Readonly<Record<string, unknown>>;
}

declare module '../annotations' {
  interface AnnotationSections {
    /** By the grid's chart id. */
    readonly charts: ChartNote;
  }
}

export interface ChartSeriesView {
  readonly dataSetId: string;
  /** In the grid's words, with the sheet in front. */
  readonly dataRange: string;
}

/** A chart's place in pixels from the sheet's corner. */
export interface ChartPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CellsOfSheet {
  readonly sheetId: string;
  readonly zone: Zone;
}

/** The grid's definition, whichever type it has. */
export type Definition = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly title: { readonly text?: string };
  readonly legendPosition: string;
  readonly dataSource: {
    readonly type: 'range';
    readonly dataSets: readonly ChartSeriesView[];
    readonly dataSetsHaveTitle: boolean;
    readonly labelRange?: string;
  };
  readonly dataSetStyles: Readonly<Record<string, SeriesStyle | undefined>>;
  readonly axesDesign?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
};

export interface SeriesStyle {
  readonly label?: string;
  readonly backgroundColor?: string;
  readonly yAxisId?: string;
  readonly type?: 'bar' | 'line';
}

/** 360 × 216 points, as Excel makes a new chart. */
const SIZE = { width: 480, height: 288 };

/** Charts: the grid draws them, and moves their ranges with the cells. */
export class Charts {
  constructor(private readonly book: Book) {}

  inSheet(sheetId: string): string[] {
    return this.book.getters.getChartIds(sheetId);
  }

  add(sheetId: string, excelType: string, source: CellsOfSheet, seriesBy: SeriesBy | 'Auto'): string {
    const { book } = this;
    const chartId = this.freeId();
    const { zone } = source;
    const col = Math.min(sheetId === source.sheetId ? zone.right + 2 : 0, book.extent(sheetId).right);
    const row = sheetId === source.sheetId ? zone.top : 0;
    const data = this.dataOf(source, seriesBy);
    book.dispatch('CREATE_CHART', {
      sheetId,
      chartId,
      figureId: `figure-${chartId}`,
      col,
      row,
      offset: { x: 0, y: 0 },
      size: SIZE,
      definition: {
        ...gridChartType(excelType),
        title: this.firstTitle(data.dataSource, source.sheetId),
        legendPosition: data.dataSource.dataSets.length > 1 ? 'right' : 'none',
        dataSource: data.dataSource,
        dataSetStyles: {},
      },
    });
    this.note(chartId, { name: this.freeName(), type: excelType, seriesBy: data.seriesBy, kept: {} });
    return chartId;
  }

  exists(chartId: string): boolean {
    return this.book.getters.getSheetIds().some((sheetId) => this.inSheet(sheetId).includes(chartId));
  }

  definition(chartId: string): Definition {
    if (!this.exists(chartId)) throw itemNotFound('The chart is gone.');
    return this.book.getters.getChartDefinition(chartId) as unknown as Definition;
  }

  noteOf(chartId: string): ChartNote {
    const known = annotationsOf(this.book, 'charts')[chartId];
    if (known !== undefined) return known;
    const type = excelChartType(this.definition(chartId));
    return { name: chartId, type, seriesBy: 'Columns', kept: {} };
  }

  note(chartId: string, change: Partial<ChartNote>): void {
    const before = annotationsOf(this.book, 'charts')[chartId];
    annotate(this.book, 'charts', chartId, { ...(before ?? this.noteOf(chartId)), ...change });
  }

  update(chartId: string, change: Partial<Definition>): void {
    this.replace(chartId, { ...this.definition(chartId), ...change });
  }

  replace(chartId: string, definition: Definition): void {
    const figureId = this.book.getters.getFigureIdFromChartId(chartId);
    this.book.dispatch('UPDATE_CHART', { chartId, figureId, sheetId: this.sheetOf(chartId), definition });
  }

  setType(chartId: string, excelType: string): void {
    const { title, legendPosition, dataSource, dataSetStyles, axesDesign } = this.definition(chartId);
    const options = gridChartType(excelType);
    const hasAxes = options.type !== 'pie' && axesDesign !== undefined;
    const common = { title, legendPosition, dataSource, dataSetStyles };
    this.replace(chartId, { ...options, ...common, ...(hasAxes ? { axesDesign } : {}) });
    this.note(chartId, { type: excelType });
  }

  setSource(chartId: string, source: CellsOfSheet, seriesBy: SeriesBy | 'Auto'): void {
    const data = this.dataOf(source, seriesBy);
    this.update(chartId, { dataSource: data.dataSource });
    this.note(chartId, { seriesBy: data.seriesBy });
  }

  remove(chartId: string): void {
    const figureId = this.book.getters.getFigureIdFromChartId(chartId);
    this.book.dispatch('DELETE_FIGURE', { sheetId: this.sheetOf(chartId), figureId });
    annotate(this.book, 'charts', chartId, undefined);
  }

  sheetOf(chartId: string): string {
    const found = this.book.getters.getSheetIds().find((sheetId) => this.inSheet(sheetId).includes(chartId));
    if (found === undefined) throw itemNotFound('The chart is gone.');
    return found;
  }

  place(chartId: string): ChartPlace {
    const { getters } = this.book;
    const sheetId = this.sheetOf(chartId);
    const figure = getters.getFigure(sheetId, getters.getFigureIdFromChartId(chartId));
    if (figure === undefined) throw itemNotFound('The chart is gone.');
    const { col, row, offset, width, height } = figure;
    return {
      left: this.book.columnsWidth(sheetId, 0, col) + offset.x,
      top: this.book.rowsHeight(sheetId, 0, row) + offset.y,
      width,
      height,
    };
  }

  move(chartId: string, change: Partial<ChartPlace>): void {
    const sheetId = this.sheetOf(chartId);
    const { left, top, width, height } = { ...this.place(chartId), ...change };
    const { getters } = this.book;
    const [col, x] = cellAt(
      left,
      (index) => getters.getColSize(sheetId, index),
      this.book.extent(sheetId).right,
    );
    const [row, y] = cellAt(
      top,
      (index) => getters.getRowSize(sheetId, index),
      this.book.extent(sheetId).bottom,
    );
    this.book.dispatch('UPDATE_FIGURE', {
      sheetId,
      figureId: getters.getFigureIdFromChartId(chartId),
      col,
      row,
      offset: { x, y },
      width,
      height,
    });
  }

  /** Over the cells from the first corner of the zone to the last. */
  cover(chartId: string, zone: Zone): void {
    const sheetId = this.sheetOf(chartId);
    this.book.growTo(sheetId, zone);
    this.move(chartId, {
      left: this.book.columnsWidth(sheetId, 0, zone.left),
      top: this.book.rowsHeight(sheetId, 0, zone.top),
      width: this.book.columnsWidth(sheetId, zone.left, zone.right + 1),
      height: this.book.rowsHeight(sheetId, zone.top, zone.bottom + 1),
    });
  }

  /** The cells that a definition's text names. */
  cellsOf(chartId: string, text: string): CellsOfSheet {
    const { sheetName, address } = splitSheetName(text);
    const sheetId = sheetName === undefined ? this.sheetOf(chartId) : this.book.findSheet(sheetName);
    const zone = parseZone(address);
    if (sheetId === undefined || zone === undefined)
      throw itemNotFound(`The cells ${text} of the chart are gone.`);
    return { sheetId, zone };
  }

  reference({ sheetId, zone }: CellsOfSheet): string {
    return `${quoteSheetName(this.book.sheetName(sheetId))}!${formatAbsoluteZone(zone)}`;
  }

  private dataOf(source: CellsOfSheet, wanted: SeriesBy | 'Auto') {
    const { seriesBy, categories, series, haveNames } = chartSource(
      this.book,
      source.sheetId,
      source.zone,
      wanted,
    );
    const { sheetId } = source;
    const dataSource: Definition['dataSource'] = {
      type: 'range',
      dataSets: series.map((zone, index) => ({
        dataSetId: String(index),
        dataRange: this.reference({ sheetId, zone }),
      })),
      dataSetsHaveTitle: haveNames,
      ...(categories === undefined ? {} : { labelRange: this.reference({ sheetId, zone: categories }) }),
    };
    return { seriesBy, dataSource };
  }

  /** A chart of one series is called after it. */
  private firstTitle(
    { dataSets, dataSetsHaveTitle }: Definition['dataSource'],
    sheetId: string,
  ): { text: string } {
    const [only, ...others] = dataSets;
    if (only === undefined || others.length > 0 || !dataSetsHaveTitle) return { text: '' };
    const zone = parseZone(splitSheetName(only.dataRange).address);
    if (zone === undefined) return { text: '' };
    return {
      text: this.book.getters.getEvaluatedCell({ sheetId, row: zone.top, col: zone.left }).formattedValue,
    };
  }

  private freeName(): string {
    const ids = this.book.getters.getSheetIds().flatMap((sheetId) => this.inSheet(sheetId));
    const taken = new Set(ids.map((id) => this.noteOf(id).name));
    for (let number = 1; ; number += 1) if (!taken.has(`Chart ${number}`)) return `Chart ${number}`;
  }

  private freeId(): string {
    for (let number = 1; ; number += 1) {
      const id = `chart${number}`;
      if (annotationsOf(this.book, 'charts')[id] === undefined && !this.exists(id)) return id;
    }
  }
}

/** The row or column at a distance from the sheet's corner, and the rest of the way. */
function cellAt(distance: number, size: (index: number) => number, last: number): [number, number] {
  let rest = Math.max(0, distance);
  for (let index = 0; index < last; index += 1) {
    const each = size(index);
    if (rest < each) return [index, rest];
    rest -= each;
  }
  return [last, 0];
}
