import type { ChartSeriesView, Definition, SeriesStyle } from '../../book/charts/charts';
import { seriesKind } from '../../book/charts/chart-types';
import { HostError, invalidArgument, itemNotFound, type HostObject } from '../../interpreter/host-object';
import type { Chart } from './charts';
import { htmlColor } from '../colors';
import { Range } from '../range/range';

export class ChartSeriesCollection implements HostObject {
  readonly $type = 'ChartSeriesCollection';

  constructor(private readonly chart: Chart) {}

  $items = () =>
    this.chart.$host.charts
      .definition(this.chart.$id)
      .dataSource.dataSets.map(({ dataSetId }) => new ChartSeries(this.chart, dataSetId));

  $item = (index: unknown) => this.GetItemAt(Number(index));

  get Count(): number {
    return this.$items().length;
  }

  GetCount(): number {
    return this.Count;
  }

  GetItemAt(index: number): ChartSeries {
    const found = this.$items()[index];
    if (found === undefined) throw itemNotFound(`The chart has ${this.Count} series, and none at ${index}.`);
    return found;
  }

  /** A series takes its cells with setValues. */
  Add(name?: string): ChartSeries {
    const { charts } = this.chart.$host;
    const { dataSource, dataSetStyles } = namesAsText(this.chart);
    const { dataSets } = dataSource;
    const id = String(Math.max(-1, ...dataSets.map(({ dataSetId }) => Number.parseInt(dataSetId, 10))) + 1);
    const first =
      dataSets[0]?.dataRange ?? charts.reference({ sheetId: charts.sheetOf(this.chart.$id), zone: CELL });
    charts.update(this.chart.$id, {
      dataSource: { ...dataSource, dataSets: [...dataSets, { dataSetId: id, dataRange: first }] },
      dataSetStyles: { ...dataSetStyles, [id]: { label: name ?? `Series${dataSets.length + 1}` } },
    });
    return new ChartSeries(this.chart, id);
  }
}

/** The grid gives a series without a colour one of its own. */
const SEEN_THROUGH = '#FFFFFF00';

const CELL = { left: 0, top: 0, right: 0, bottom: 0 };

/** In the grid all series have their names in front of their values, or none has. */
function namesAsText(chart: Chart): Pick<Definition, 'dataSource' | 'dataSetStyles'> {
  const { charts, book } = chart.$host;
  const { dataSource, dataSetStyles } = charts.definition(chart.$id);
  if (!dataSource.dataSetsHaveTitle) return { dataSource, dataSetStyles };
  book.evaluate();
  const labels: Record<string, SeriesStyle> = {};
  const dataSets = dataSource.dataSets.map((dataSet) => {
    const { sheetId, zone } = charts.cellsOf(chart.$id, dataSet.dataRange);
    const name = book.getters.getEvaluatedCell({ sheetId, row: zone.top, col: zone.left }).formattedValue;
    labels[dataSet.dataSetId] = { label: name, ...dataSetStyles[dataSet.dataSetId] };
    const isColumn = zone.left === zone.right;
    const values = isColumn ? { ...zone, top: zone.top + 1 } : { ...zone, left: zone.left + 1 };
    return { ...dataSet, dataRange: charts.reference({ sheetId, zone: values }) };
  });
  return {
    dataSource: { ...dataSource, dataSets, dataSetsHaveTitle: false },
    dataSetStyles: { ...dataSetStyles, ...labels },
  };
}

export class ChartSeries implements HostObject {
  readonly $type = 'ChartSeries';

  constructor(
    private readonly chart: Chart,
    private readonly id: string,
  ) {}

  get Name(): string {
    const { charts, book } = this.chart.$host;
    const { dataSource } = this.definition;
    const { label } = this.style;
    if (label !== undefined) return label;
    if (!dataSource.dataSetsHaveTitle) return `Series${this.index + 1}`;
    book.evaluate();
    const { sheetId, zone } = charts.cellsOf(this.chart.$id, this.view.dataRange);
    return book.getters.getEvaluatedCell({ sheetId, row: zone.top, col: zone.left }).formattedValue;
  }

  set Name(label: string) {
    this.restyle({ label });
  }

  get ChartType(): string {
    const { type } = this.style;
    return type === undefined ? this.chart.ChartType : type === 'bar' ? 'ColumnClustered' : 'Line';
  }

  /** A chart of columns and lines together is of a type of its own in the grid. */
  set ChartType(excelType: string) {
    if (excelType === this.ChartType) return;
    const kind = seriesKind(excelType);
    const whole = seriesKind(this.chart.ChartType);
    if (kind === undefined || whole === undefined) {
      throw new HostError(
        'NotImplemented',
        `The workbench draws clustered columns and lines in one chart, and not ${excelType} with ${this.chart.ChartType}.`,
        501,
      );
    }
    const { charts } = this.chart.$host;
    const { title, legendPosition, dataSource, dataSetStyles, axesDesign } = this.definition;
    const styles = dataSource.dataSets.map(
      ({ dataSetId }) => [dataSetId, { type: whole, ...dataSetStyles[dataSetId] }] as const,
    );
    charts.replace(this.chart.$id, {
      type: 'combo',
      title,
      legendPosition,
      dataSource,
      ...(axesDesign === undefined ? {} : { axesDesign }),
      dataSetStyles: { ...Object.fromEntries(styles), [this.id]: { ...dataSetStyles[this.id], type: kind } },
    });
  }

  get AxisGroup(): string {
    return this.style.yAxisId === 'y1' ? 'Secondary' : 'Primary';
  }

  set AxisGroup(group: string) {
    this.restyle({ yAxisId: group === 'Secondary' ? 'y1' : 'y' });
  }

  get PlotOrder(): number {
    return this.index;
  }

  get HasDataLabels(): boolean {
    return this.chart.DataLabels.ShowValue;
  }

  /** The grid shows values at all series or at none. */
  set HasDataLabels(shown: boolean) {
    this.chart.DataLabels.ShowValue = shown;
  }

  get GapWidth(): number {
    return this.kept('gapWidth', 219);
  }

  set GapWidth(percent: number) {
    this.keep('gapWidth', percent);
  }

  get Overlap(): number {
    return this.kept('overlap', 0);
  }

  set Overlap(percent: number) {
    this.keep('overlap', percent);
  }

  get Smooth(): boolean {
    return this.kept('smooth', false);
  }

  set Smooth(smooth: boolean) {
    this.keep('smooth', smooth);
  }

  get MarkerStyle(): string {
    return this.kept('markerStyle', 'Automatic');
  }

  set MarkerStyle(style: string) {
    this.keep('markerStyle', style);
  }

  get Format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this);
  }

  SetValues(source: unknown): void {
    const dataRange = this.reference(source);
    const { dataSource, dataSetStyles } = namesAsText(this.chart);
    const dataSets = dataSource.dataSets.map((each) =>
      each.dataSetId === this.id ? { ...each, dataRange } : each,
    );
    this.chart.$host.charts.update(this.chart.$id, {
      dataSource: { ...dataSource, dataSets },
      dataSetStyles,
    });
  }

  /** The categories are those of the whole chart. */
  SetXAxisValues(source: unknown): void {
    const { dataSource, dataSetStyles } = namesAsText(this.chart);
    this.chart.$host.charts.update(this.chart.$id, {
      dataSource: { ...dataSource, labelRange: this.reference(source) },
      dataSetStyles,
    });
  }

  GetDimensionDataSourceString(dimension: string): string {
    const { charts } = this.chart.$host;
    const { dataSource } = this.definition;
    if (dimension === 'Categories' && dataSource.labelRange !== undefined) {
      return charts.reference(charts.cellsOf(this.chart.$id, dataSource.labelRange));
    }
    if (dimension !== 'Values') throw itemNotFound(`The series has no ${dimension}.`);
    const { sheetId, zone } = charts.cellsOf(this.chart.$id, this.view.dataRange);
    if (!dataSource.dataSetsHaveTitle) return charts.reference({ sheetId, zone });
    const isColumn = zone.left === zone.right;
    const values = isColumn ? { ...zone, top: zone.top + 1 } : { ...zone, left: zone.left + 1 };
    return charts.reference({ sheetId, zone: values });
  }

  Delete(): void {
    const { dataSource } = this.definition;
    const dataSets = dataSource.dataSets.filter(({ dataSetId }) => dataSetId !== this.id);
    this.chart.$host.charts.update(this.chart.$id, { dataSource: { ...dataSource, dataSets } });
  }

  get $color(): string {
    return this.style.backgroundColor ?? '';
  }

  /** @param color undefined for a series that is not seen and keeps its room */
  $paint(color: string | undefined): void {
    this.restyle({ backgroundColor: color === undefined ? SEEN_THROUGH : htmlColor(color) });
  }

  $kept = <T>(member: string, fallback: T): T => this.kept(member, fallback);
  $keep = (member: string, value: unknown): void => this.keep(member, value);

  private get definition(): Definition {
    return this.chart.$host.charts.definition(this.chart.$id);
  }

  private get index(): number {
    return this.definition.dataSource.dataSets.findIndex(({ dataSetId }) => dataSetId === this.id);
  }

  private get view(): ChartSeriesView {
    const found = this.definition.dataSource.dataSets[this.index];
    if (found === undefined) throw itemNotFound('The series is gone.');
    return found;
  }

  private get style(): SeriesStyle {
    return this.definition.dataSetStyles[this.id] ?? {};
  }

  private restyle(change: SeriesStyle): void {
    const { dataSetStyles } = this.definition;
    const style = { ...dataSetStyles[this.id], ...change };
    this.chart.$host.charts.update(this.chart.$id, { dataSetStyles: { ...dataSetStyles, [this.id]: style } });
  }

  private kept<T>(member: string, fallback: T): T {
    const { kept } = this.chart.$host.charts.noteOf(this.chart.$id);
    const key = `series.${this.id}.${member}`;
    return key in kept ? (kept[key] as T) : fallback;
  }

  private keep(member: string, value: unknown): void {
    const { charts } = this.chart.$host;
    const { kept } = charts.noteOf(this.chart.$id);
    charts.note(this.chart.$id, { kept: { ...kept, [`series.${this.id}.${member}`]: value } });
  }

  private reference(source: unknown): string {
    if (!(source instanceof Range)) throw invalidArgument('The values of a series are a range.');
    return this.chart.$host.charts.reference({ sheetId: source.$sheetId, zone: source.$bounded });
  }
}

class ChartSeriesFormat implements HostObject {
  readonly $type = 'ChartSeriesFormat';

  constructor(private readonly series: ChartSeries) {}

  get Fill(): ChartFill {
    return new ChartFill(this.series);
  }

  get Line(): ChartLineFormat {
    return new ChartLineFormat(this.series);
  }
}

class ChartFill implements HostObject {
  readonly $type = 'ChartFill';

  constructor(private readonly series: ChartSeries) {}

  SetSolidColor(color: string): void {
    this.series.$paint(color);
  }

  Clear(): void {
    this.series.$paint(undefined);
  }
}

class ChartLineFormat implements HostObject {
  readonly $type = 'ChartLineFormat';

  constructor(private readonly series: ChartSeries) {}

  get Color(): string {
    return this.series.$color;
  }

  set Color(color: string) {
    this.series.$paint(color);
  }

  get Weight(): number {
    return this.series.$kept('line.weight', 2.25);
  }

  set Weight(points: number) {
    this.series.$keep('line.weight', points);
  }

  get LineStyle(): string {
    return this.series.$kept('line.style', 'Automatic');
  }

  set LineStyle(style: string) {
    this.series.$keep('line.style', style);
  }
}
