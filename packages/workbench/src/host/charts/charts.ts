import { splitSheetName } from '../../book/address';
import type { SeriesBy } from '../../book/charts/chart-source';
import {
  invalidArgument,
  itemAlreadyExists,
  itemNotFound,
  type HostObject,
} from '../../interpreter/host-object';
import { ChartAxes, ChartDataLabels, ChartLegend, ChartTitle } from './chart-parts';
import { ChartSeriesCollection } from './chart-series';
import type { HostContext } from '../context';
import { PIXELS_PER_POINT } from '../points';
import { Range } from '../range/range';
import { Worksheet } from '../worksheet';

export class ChartCollection implements HostObject {
  readonly $type = 'ChartCollection';

  constructor(private readonly sheet: Worksheet) {}

  $items = () => this.sheet.$host.charts.inSheet(this.sheet.$sheetId).map((id) => this.chart(id));

  $item = (key: unknown) => this.GetItemOrNullObject(key) ?? missing();

  get Count(): number {
    return this.$items().length;
  }

  GetCount(): number {
    return this.Count;
  }

  Add(type: string, source: unknown, seriesBy: string = 'Auto'): Chart {
    if (!(source instanceof Range)) throw invalidArgument('A chart is made of a range.');
    const cells = { sheetId: source.$sheetId, zone: source.$bounded };
    const { charts } = this.sheet.$host;
    return this.chart(charts.add(this.sheet.$sheetId, type, cells, seriesByOf(seriesBy)));
  }

  GetItem(key: unknown): Chart {
    return this.GetItemOrNullObject(key) ?? missing();
  }

  /** By name, without regard to case, or by id. */
  GetItemOrNullObject(key: unknown): Chart | null {
    const wanted = String(key).toLowerCase();
    return this.$items().find((chart) => chart.Id === key || chart.Name.toLowerCase() === wanted) ?? null;
  }

  GetItemAt(index: number): Chart {
    return this.$items()[index] ?? missing();
  }

  private chart(id: string): Chart {
    return new Chart(this.sheet.$host, id);
  }
}

export class Chart implements HostObject {
  readonly $type = 'Chart';

  constructor(
    readonly $host: HostContext,
    readonly $id: string,
  ) {}

  $identity = () => ({ Id: this.$id });

  get Id(): string {
    return this.$id;
  }

  get Name(): string {
    return this.$host.charts.noteOf(this.$id).name;
  }

  set Name(name: string) {
    const { charts } = this.$host;
    const others = charts.inSheet(charts.sheetOf(this.$id)).filter((id) => id !== this.$id);
    if (others.some((id) => charts.noteOf(id).name.toLowerCase() === name.toLowerCase())) {
      throw itemAlreadyExists(`The sheet has a chart named "${name}" already.`);
    }
    charts.note(this.$id, { name });
  }

  get ChartType(): string {
    return this.$host.charts.noteOf(this.$id).type;
  }

  set ChartType(type: string) {
    this.$host.charts.setType(this.$id, type);
  }

  get PlotBy(): string {
    return this.$host.charts.noteOf(this.$id).seriesBy;
  }

  get Left(): number {
    return this.$host.charts.place(this.$id).left / PIXELS_PER_POINT;
  }

  set Left(points: number) {
    this.$host.charts.move(this.$id, { left: points * PIXELS_PER_POINT });
  }

  get Top(): number {
    return this.$host.charts.place(this.$id).top / PIXELS_PER_POINT;
  }

  set Top(points: number) {
    this.$host.charts.move(this.$id, { top: points * PIXELS_PER_POINT });
  }

  get Width(): number {
    return this.$host.charts.place(this.$id).width / PIXELS_PER_POINT;
  }

  set Width(points: number) {
    this.$host.charts.move(this.$id, { width: points * PIXELS_PER_POINT });
  }

  get Height(): number {
    return this.$host.charts.place(this.$id).height / PIXELS_PER_POINT;
  }

  set Height(points: number) {
    this.$host.charts.move(this.$id, { height: points * PIXELS_PER_POINT });
  }

  get Title(): ChartTitle {
    return new ChartTitle(this);
  }

  get Legend(): ChartLegend {
    return new ChartLegend(this);
  }

  get Axes(): ChartAxes {
    return new ChartAxes(this);
  }

  get DataLabels(): ChartDataLabels {
    return new ChartDataLabels(this);
  }

  get Series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this);
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.$host, this.$host.charts.sheetOf(this.$id));
  }

  SetData(source: unknown, seriesBy = 'Auto'): void {
    if (!(source instanceof Range)) throw invalidArgument('A chart is made of a range.');
    const cells = { sheetId: source.$sheetId, zone: source.$bounded };
    this.$host.charts.setSource(this.$id, cells, seriesByOf(seriesBy));
  }

  /** Over the cells from the first to the last; over the first one alone, the size stays. */
  SetPosition(first: unknown, last?: unknown): void {
    const from = this.rangeOf(first);
    const { left, top } = from.$bounded;
    const { charts } = this.$host;
    if (last !== undefined) {
      const { right, bottom } = this.rangeOf(last).$bounded;
      charts.cover(this.$id, { left, top, right: Math.max(left, right), bottom: Math.max(top, bottom) });
      return;
    }
    const { width, height } = charts.place(this.$id);
    charts.cover(this.$id, { left, top, right: left, bottom: top });
    charts.move(this.$id, { width, height });
  }

  Activate(): void {
    this.Worksheet.Activate();
  }

  Delete(): void {
    this.$host.charts.remove(this.$id);
  }

  private rangeOf(cell: unknown): Range {
    return cell instanceof Range ? cell : this.Worksheet.GetRange(splitSheetName(String(cell)).address);
  }
}

function seriesByOf(seriesBy: string): SeriesBy | 'Auto' {
  if (seriesBy === 'Auto' || seriesBy === 'Columns' || seriesBy === 'Rows') return seriesBy;
  throw invalidArgument(`The series of a chart are in Columns or Rows, not in "${seriesBy}".`);
}

const missing = (): never => {
  throw itemNotFound();
};
