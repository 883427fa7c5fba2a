import type { Headless } from '../src/headless/headless';
import { failureOf, openExcel, read, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({ sheets: [{ name: 'Model' }, { name: 'Charts' }] });
  await write(
    excel,
    'A1:C4',
    [
      ['Month', 'Path', 'Reserved'],
      ['2026-07-01', 10, 12],
      ['2026-08-01', 20, 12],
      ['2026-09-01', 30, 12],
    ],
    'Model',
  );
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'window');
  excel.close();
});

const dispatch = (type: string, payload: object = {}) =>
  (excel.workbench.book.model.dispatch as (type: string, payload: object) => unknown)(type, payload);

type Charts = Excel.ChartCollection;

const inCharts = <T>(work: (charts: Charts, context: Excel.RequestContext) => Promise<T>) =>
  excel.Excel.run((context) => work(context.workbook.worksheets.getItem('Charts').charts, context));

const addLine = (name = 'Billed') =>
  inCharts(async (charts, context) => {
    const source = context.workbook.worksheets.getItem('Model').getRange('A1:C4');
    const chart = charts.add('Line', source, 'Columns');
    chart.name = name;
    await context.sync();
  });

/** What the grid draws, for a person to see. */
const drawn = () => {
  const { book } = excel.workbench;
  const [id = ''] = book.getters.getChartIds(book.findSheet('Charts') ?? '');
  // The grid asks the window which extensions of the drawing library there are.
  Reflect.set(globalThis, 'window', {});
  const { chartJsConfig } = book.getters.getChartRuntime(id) as unknown as {
    chartJsConfig: {
      type: string;
      data: { labels: string[]; datasets: { label: string; data: number[] }[] };
    };
  };
  return {
    type: chartJsConfig.type,
    labels: chartJsConfig.data.labels,
    series: chartJsConfig.data.datasets.map(({ label, data }) => [label, data]),
  };
};

test('a line chart of another sheet is drawn with names, categories and values', async () => {
  await addLine();
  expect(drawn()).toEqual({
    type: 'line',
    labels: ['2026-07-01', '2026-08-01', '2026-09-01'],
    series: [
      ['Path', [10, 20, 30]],
      ['Reserved', [12, 12, 12]],
    ],
  });
});

test('a chart is found by its name, and says what it is made of', async () => {
  await addLine();
  await inCharts(async (charts, context) => {
    const chart = charts.getItem('billed').load('name,chartType,plotBy,width,height');
    const series = chart.series.load('items/name');
    const none = charts.getItemOrNullObject('None');
    charts.load('count');
    await context.sync();
    expect([chart.name, chart.chartType, chart.plotBy, charts.count]).toEqual([
      'Billed',
      'Line',
      'Columns',
      1,
    ]);
    expect(series.items.map(({ name }) => name)).toEqual(['Path', 'Reserved']);
    expect(none.isNullObject).toBe(true);
    const values = series.getItemAt(1).getDimensionDataSourceString('Values');
    await context.sync();
    expect(values.value).toBe('Model!$C$2:$C$4');
  });
});

test('ranges follow rows and columns that are inserted, and new values are drawn', async () => {
  await addLine();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Model');
    sheet.getRange('4:4').insert('Down');
    sheet.getRange('A:A').insert('Right');
    sheet.getRange('B4:D4').values = [['2026-08-15', 25, 12]];
    await context.sync();
  });
  expect(drawn().series[0]).toEqual(['Path', [10, 20, 25, 30]]);
  await inCharts(async (charts, context) => {
    const text = charts.getItemAt(0).series.getItemAt(0).getDimensionDataSourceString('Values');
    await context.sync();
    expect(text.value).toBe('Model!$C$2:$C$5');
  });
});

test('titles, axes, legend and colours', async () => {
  await addLine();
  await inCharts(async (charts, context) => {
    const chart = charts.getItem('Billed');
    chart.title.text = 'Billed by month';
    chart.title.format.font.bold = true;
    chart.legend.position = 'Bottom';
    chart.axes.valueAxis.title.text = 'US dollars';
    chart.axes.valueAxis.numberFormat = '$#,##0';
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.majorGridlines.visible = false;
    chart.axes.categoryAxis.title.text = 'Month';
    chart.series.getItemAt(1).format.line.color = '#112233';
    await context.sync();
    chart.title.load('text,visible');
    chart.legend.load('visible,position');
    const axis = chart.axes.valueAxis.load('numberFormat,minimum,maximum,title/text,majorGridlines/visible');
    const line = chart.series.getItemAt(1).format.line.load('color');
    await context.sync();
    expect([chart.title.text, chart.title.visible, chart.legend.visible, chart.legend.position]).toEqual([
      'Billed by month',
      true,
      true,
      'Bottom',
    ]);
    expect([
      axis.numberFormat,
      axis.minimum,
      axis.maximum,
      axis.title.text,
      axis.majorGridlines.visible,
    ]).toEqual(['$#,##0', 0, '', 'US dollars', false]);
    expect(line.color).toBe('#112233');
  });
});

test('the place of a chart is that of its cells', async () => {
  await addLine();
  await inCharts(async (charts, context) => {
    const sheet = context.workbook.worksheets.getItem('Charts');
    sheet.getRange('B:B').format.columnWidth = 100;
    const chart = charts.getItem('Billed');
    chart.setPosition('B3', 'D10');
    chart.load('left,top,width,height');
    const before = sheet.getRange('A1:A2').load('width,height');
    const covered = sheet.getRange('B3:D10').load('width,height');
    await context.sync();
    expect([chart.left, chart.top]).toEqual([before.width, before.height]);
    expect([chart.width, chart.height]).toEqual([covered.width, covered.height]);
    chart.width = 300;
    await context.sync();
    chart.load('width,left');
    await context.sync();
    expect([chart.width, chart.left]).toEqual([300, before.width]);
  });
});

const TYPES: [Excel.ChartType | string, string][] = [
  ['ColumnClustered', 'bar'],
  ['ColumnStacked', 'bar'],
  ['BarStacked', 'bar'],
  ['AreaStacked', 'line'],
  ['Pie', 'pie'],
];

test.each(TYPES)('%s is drawn', async (type, kind) => {
  await addLine();
  await inCharts(async (charts, context) => {
    charts.getItem('Billed').chartType = type as Excel.ChartType;
    await context.sync();
    const chart = charts.getItem('Billed').load('chartType');
    await context.sync();
    expect(chart.chartType).toBe(type);
  });
  expect(drawn().type).toBe(kind);
});

test('a waterfall shows the steps between its values', async () => {
  await inCharts(async (charts, context) => {
    charts.add('Waterfall', context.workbook.worksheets.getItem('Model').getRange('A1:B4'), 'Columns');
    await context.sync();
  });
  expect(drawn().series[0]?.[1]).toEqual(expect.arrayContaining([[0, 10]]));
});

test('series by rows, with the names of the months in the first row', async () => {
  await write(
    excel,
    'F1:H3',
    [
      ['', 'Jul', 'Aug'],
      ['Base', 1, 2],
      ['Upside', 3, 4],
    ],
    'Model',
  );
  await inCharts(async (charts, context) => {
    charts.add('ColumnClustered', context.workbook.worksheets.getItem('Model').getRange('F1:H3'), 'Rows');
    await context.sync();
  });
  expect(drawn()).toEqual({
    type: 'bar',
    labels: ['Jul', 'Aug'],
    series: [
      ['Base', [1, 2]],
      ['Upside', [3, 4]],
    ],
  });
});

test('a series can be added, drawn as a line beside columns, and deleted', async () => {
  await write(excel, 'E1:E4', [['Forecast'], [7], [8], [9]], 'Model');
  await inCharts(async (charts, context) => {
    const model = context.workbook.worksheets.getItem('Model');
    const chart = charts.add('ColumnClustered', model.getRange('A1:C4'), 'Columns');
    const added = chart.series.add('Forecast');
    added.setValues(model.getRange('E2:E4'));
    added.setXAxisValues(model.getRange('A2:A4'));
    added.chartType = 'Line';
    chart.series.getItemAt(1).delete();
    await context.sync();
  });
  const { labels, series } = drawn();
  expect(labels).toHaveLength(3);
  expect(series).toEqual([
    ['Path', [10, 20, 30]],
    ['Forecast', [7, 8, 9]],
  ]);
});

test('deleting and undoing', async () => {
  await addLine();
  await inCharts(async (charts, context) => {
    charts.getItem('Billed').delete();
    await context.sync();
    expect(charts.getCount()).toBeDefined();
  });
  const count = () =>
    excel.workbench.book.getters.getChartIds(excel.workbench.book.findSheet('Charts') ?? '').length;
  expect(count()).toBe(0);
  dispatch('REQUEST_UNDO');
  expect(count()).toBe(1);
  await inCharts(async (charts, context) => {
    charts.getItem('Billed').load('name');
    await context.sync();
  });
  expect(await read(excel, 'B2', 'Model')).toEqual([[10]]);
});

test('what the grid cannot draw is refused by name', async () => {
  const failure = await failureOf(excel, async (context) => {
    const sheet = context.workbook.worksheets.getItem('Model');
    sheet.charts.add('Radar', sheet.getRange('A1:C4'));
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'NotImplemented' });
  expect(failure.message).toContain('"Radar"');
});
