import { FIRST_SERIES, letterOf } from '../plan/columns';
import type { ModelSheetKey } from '../plan/outcome';
import type { Places } from '../plan/places';

interface ChartSeries {
  readonly name: string;
  readonly sheet: ModelSheetKey;
  /** Id of the row. */
  readonly row: string;
  readonly color: string;
}

export interface SummaryChart {
  readonly title: string;
  readonly type: 'Line' | 'ColumnClustered';
  readonly series: readonly ChartSeries[];
  /** Id of the row of the horizontal axis, on the sheet of the first series. */
  readonly axis: string;
  /** Where it stands on the sheet of the summary: two beside each other, two below. */
  readonly side: 'left' | 'right';
  readonly line: 0 | 1;
}

/** Columns from the first to the last; a window with the pane open shows both sides. */
const SIDES = { left: { from: 'C', to: 'D' }, right: { from: 'E', to: 'J' } } as const;

const PATH = '#0F6B4F';
const RESERVED = '#C55A11';
const THIRD = '#7F7F7F';

/** Native charts, so that they stay in a workbook that is handed on. */
export const SUMMARY_CHARTS: readonly SummaryChart[] = [
  {
    title: 'Monthly cost by path, billed',
    type: 'Line',
    axis: 'axis.start',
    series: [
      { name: 'This path', sheet: 'Schedule', row: 'total.billed', color: PATH },
      { name: 'Staying reserved', sheet: 'Schedule', row: 'counterfactual.cost', color: RESERVED },
    ],
    side: 'left',
    line: 0,
  },
  {
    title: 'Cost by calendar year and path, billed',
    type: 'ColumnClustered',
    axis: 'head.year',
    series: [
      { name: 'This path', sheet: 'Summary', row: 'year.total.billed', color: PATH },
      { name: 'Staying reserved', sheet: 'Summary', row: 'year.counterfactual.cost', color: RESERVED },
    ],
    side: 'right',
    line: 0,
  },
  {
    title: 'Cost to date by path, billed',
    type: 'Line',
    axis: 'axis.start',
    series: [
      { name: 'This path', sheet: 'Schedule', row: 'comparison.cumulative', color: PATH },
      { name: 'Staying reserved', sheet: 'Schedule', row: 'comparison.cumulative reserved', color: RESERVED },
    ],
    side: 'left',
    line: 1,
  },
  {
    title: 'Capital, cumulative',
    type: 'Line',
    axis: 'axis.start',
    series: [
      { name: 'Committed', sheet: 'Tranches', row: 'capital.committed', color: PATH },
      { name: 'Expected', sheet: 'Tranches', row: 'capital.expected', color: RESERVED },
      { name: 'At most', sheet: 'Tranches', row: 'capital.maximum', color: THIRD },
    ],
    side: 'right',
    line: 1,
  },
];

const IN_MILLIONS = '#,##0,,"M"';
/** Between the columns of two years, in percent of a column. */
const GAP = 60;

/** Rows that a chart covers. */
const CHART_HEIGHT = 15;
/** Rows that the charts cover, under the heading of their section. */
export const CHART_ROWS = 2 * CHART_HEIGHT;
export const CHARTS_HEAD = 'block.charts';

/** How many columns each sheet's rows have: months, or years. */
export type Columns = Readonly<Partial<Record<ModelSheetKey, number>>>;

type Sheets = ReadonlyMap<ModelSheetKey, Excel.Worksheet>;

/** Draws the charts on a new sheet. */
export function addCharts(sheets: Sheets, places: Places, columns: Columns): void {
  const summary = sheets.get('Summary');
  if (!summary) return;
  for (const chart of SUMMARY_CHARTS) {
    const rangeOf = rangeIn(sheets, places, columns);
    const [first, ...others] = chart.series.map((series) => ({
      ...series,
      range: rangeOf(series.sheet, series.row),
    }));
    const axis = first && rangeOf(first.sheet, chart.axis);
    if (!first?.range || !axis) continue;
    const drawn = summary.charts.add(chart.type, first.range, 'Rows');
    drawn.name = chart.title;
    drawn.title.text = chart.title;
    drawn.legend.position = 'Bottom';
    const top = places.row('Summary', CHARTS_HEAD) + 1 + chart.line * CHART_HEIGHT;
    const { from, to } = SIDES[chart.side];
    drawn.setPosition(`${from}${top}`, `${to}${top + CHART_HEIGHT - 1}`);
    // In the format, since programs other than Excel draw no display unit.
    drawn.axes.valueAxis.numberFormat = IN_MILLIONS;
    if (chart.axis === 'axis.start') drawn.axes.categoryAxis.numberFormat = 'yyyy-mm';
    const main = drawn.series.getItemAt(0);
    main.name = first.name;
    main.format.line.color = first.color;
    // The first figure of a row may be taken for its name.
    main.setValues(first.range);
    main.setXAxisValues(axis);
    if (chart.type === 'ColumnClustered') {
      main.format.fill.setSolidColor(first.color);
      main.gapWidth = GAP;
    }
    for (const { name, range, color } of others) {
      if (!range) continue;
      const series = drawn.series.add(name);
      series.setValues(range);
      series.setXAxisValues(axis);
      if (chart.type === 'Line') series.format.line.color = color;
      else series.format.fill.setSolidColor(color);
    }
  }
}

/** Makes the charts that are there follow a sheet that has grown; one that a person deleted stays away. */
export async function stretchCharts(
  context: Excel.RequestContext,
  sheets: Sheets,
  places: Places,
  columns: Columns,
): Promise<void> {
  const summary = sheets.get('Summary');
  if (!summary) return;
  const charts = SUMMARY_CHARTS.map((chart) => ({
    chart,
    drawn: summary.charts.getItemOrNullObject(chart.title).load('name'),
  }));
  await context.sync();
  const rangeOf = rangeIn(sheets, places, columns);
  for (const { chart, drawn } of charts) {
    if (drawn.isNullObject) continue;
    chart.series.forEach(({ sheet, row }, place) => {
      const [values, axis] = [rangeOf(sheet, row), rangeOf(sheet, chart.axis)];
      if (!values || !axis) return;
      const series = drawn.series.getItemAt(place);
      series.setValues(values);
      series.setXAxisValues(axis);
    });
  }
}

/** The series of a row as a range; missing where its sheet or its row is not there. */
const rangeIn =
  (sheets: Sheets, places: Places, columns: Columns) =>
  (key: ModelSheetKey, id: string): Excel.Range | undefined => {
    const sheet = sheets.get(key);
    if (!sheet || !places.has(key, id)) return undefined;
    const row = places.row(key, id);
    const last = letterOf(FIRST_SERIES + (columns[key] ?? 1) - 1);
    return sheet.getRange(`${letterOf(FIRST_SERIES)}${row}:${last}${row}`);
  };
