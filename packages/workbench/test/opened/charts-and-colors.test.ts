import { closeAll, openBook, reopened, show } from './opening';
import { columnChart } from './workbook';

afterEach(closeAll);

const CELLS = { A1: 'Kiro', A2: 1, B1: 'Quick', B2: 2, C1: 'Bedrock', C2: 3 };

const openCharts = (...charts: readonly string[]) =>
  openBook({ sheets: [{ name: 'Data', cells: CELLS, charts }] });

const chartsOf = (host: Awaited<ReturnType<typeof openBook>>) =>
  host.Excel.run(async (context) => {
    const charts = context.workbook.worksheets.getItem('Data').charts.load('items/name');
    await context.sync();
    const series = charts.items.map((chart) => chart.series.load('items/name'));
    await context.sync();
    return charts.items.map(({ name }, at) => [name, series[at]?.items.map((each) => each.name)]);
  });

const NAMED = columnChart('Data!$A$2:$C$2', 'Data!$A$1:$C$1', 'Data!$B$1').replace(
  '<c:f>Data!$B$1</c:f>',
  '<c:f>Data!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Quick</c:v></c:pt></c:strCache>',
);

test.each([
  ['a row from the first column', NAMED],
  ['one cell in the first column', NAMED.replace('$A$2:$C$2', '$A$2')],
  ['a column from the first row', NAMED.replace('$A$2:$C$2', '$B$1:$B$2')],
])('a chart of %s with a name of its own is drawn', async (_what, chart) => {
  const host = await openCharts(chart);
  expect(host.workbench.leftOut).toEqual([]);
  expect(await chartsOf(host)).toEqual([['Chart 1', ['Quick']]]);
  expect(await chartsOf(await reopened(host))).toEqual([['Chart 1', ['Quick']]]);
});

test.each([
  ['a sheet that is gone', 'Data!#REF!'],
  ['a sheet that never was', 'Other!$A$1:$A$3'],
  ['a name', '[0]!graph_values'],
  ['several areas', '(Data!$A$2,Data!$C$2)'],
  ['another workbook', '[1]Data!$A$1:$A$3'],
])('a chart of %s is named and left out, and the others stay', async (_what, values) => {
  const host = await openCharts(columnChart('Data!$A$2:$C$2'), columnChart(values));
  expect(host.workbench.leftOut).toEqual([
    'charts of a kind that is not drawn here, or of cells that are not there: Chart 2',
  ]);
  expect((await chartsOf(host)).map(([name]) => name)).toEqual(['Chart 1']);
  expect((await show(host, 'A2:C2')).values).toEqual([[1, 2, 3]]);
});

test('a part of a chart that is empty or of no chart does not keep the book from opening', async () => {
  const host = await openCharts(columnChart('Data!$A$2:$C$2').replace(/<c:ser>.*<\/c:ser>/, ''));
  expect(host.workbench.leftOut).toHaveLength(1);
  expect((await show(host, 'A2')).values).toEqual([[1]]);
});

test('colours by numbers that are not known are left to the program', async () => {
  const colors = ['indexed="72"', 'indexed="81"', 'theme="17"', 'rgb="red"', 'indexed="10"'];
  for (const color of colors) {
    const host = await openBook({
      sheets: [{ name: 'Data', cells: { A1: { value: 1, format: '0' } } }],
      fonts: `<font><color ${color}/></font>`,
    });
    expect(host.workbench.leftOut).toEqual([]);
    const look = host.workbench.book.lookAt({
      sheetId: host.workbench.book.getters.getSheetIds()[0] ?? '',
      row: 0,
      col: 0,
    });
    expect(look.style?.textColor).toBe(color === 'indexed="10"' ? '#FF0000' : undefined);
  }
});
