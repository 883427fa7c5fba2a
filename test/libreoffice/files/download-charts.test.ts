import { downloadXlsx } from '../../../packages/workbench/src/headless/download-xlsx';
import { openHost } from '../../workbook/host';
import { faultsOf, partsOf } from '../../../packages/workbench/test/xlsx-faults';

const MONTHS = ['2026-07-01', '2026-08-01', '2026-09-01'];
/** The days of the months above, counted from the last of 1899. */
const SERIALS = ['46204', '46235', '46266'];

/** The XML of each chart, by its title. */
async function chartsAfter(
  work: (charts: Excel.ChartCollection, sheet: Excel.Worksheet) => void,
): Promise<Map<string, string>> {
  const host = await openHost();
  try {
    await host.write('Own figures', 'A1:D3', [
      [...MONTHS.slice(0, 1), 10, 1.5, 'First'],
      [...MONTHS.slice(1, 2), 20, '=""', 'Second'],
      [...MONTHS.slice(2, 3), 30, 3.5, 'Third'],
    ]);
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Own figures');
      sheet.getRange('B1:B3').numberFormat = [['#,##0'], ['#,##0'], ['#,##0']];
      work(sheet.charts, sheet);
      await context.sync();
    });
    const bytes = await downloadXlsx(host.workbench);
    expect(faultsOf(bytes)).toEqual([]);
    const charts = Object.entries(partsOf(bytes)).filter(([path]) => path.startsWith('xl/charts/'));
    return new Map(charts.map(([, part]) => [/<a:t>([^<]*)<\/a:t>/.exec(part)?.[1] ?? '', part]));
  } finally {
    host.close();
  }
}

function draw(
  charts: Excel.ChartCollection,
  sheet: Excel.Worksheet,
  type: 'Line' | 'LineMarkers' | 'ColumnClustered',
  title: string,
  categories = 'A1:A3',
): Excel.Chart {
  const chart = charts.add(type, sheet.getRange('B1:B3'), 'Columns');
  chart.title.text = title;
  const first = chart.series.getItemAt(0);
  first.setValues(sheet.getRange('B1:B3'));
  first.setXAxisValues(sheet.getRange(categories));
  const second = chart.series.add('Second');
  second.setValues(sheet.getRange('C1:C3'));
  second.setXAxisValues(sheet.getRange(categories));
  return chart;
}

/** All texts between the tags, one after the other. */
const between = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<c:${tag}(?: [^>]*)?>([^]*?)</c:${tag}>`, 'g'))].map(([, text = '']) => text);

const valuesOf = (xml: string): string[] => between(xml, 'v');

const attributeIn = (xml: string, tag: string, attribute: string): string | undefined =>
  new RegExp(`<c:${tag} [^>]*\\b${attribute}="([^"]*)"`).exec(xml)?.[1];

test('days are numbers with a format, texts are texts, and values stand beside their references', async () => {
  const charts = await chartsAfter((all, sheet) => {
    draw(all, sheet, 'Line', 'By month').axes.categoryAxis.numberFormat = 'yyyy-mm';
    draw(all, sheet, 'ColumnClustered', 'By name', 'D1:D3');
  });
  const byMonth = charts.get('By month') ?? '';
  const [first = '', second = ''] = between(byMonth, 'ser');
  const [categories = ''] = between(first, 'cat');
  expect(categories).toContain("<c:f>'Own figures'!$A$1:$A$3</c:f>");
  expect(categories).toContain('<c:numRef>');
  expect(between(categories, 'formatCode')[0]).toMatch(/y.*m.*d|m.*d.*y/);
  expect(valuesOf(categories)).toEqual(SERIALS);
  expect(between(first, 'val').map(valuesOf)).toEqual([['10', '20', '30']]);
  expect(between(first, 'val').join('')).toContain('<c:formatCode>#,##0</c:formatCode>');
  // A cell that shows nothing is a gap, not 0.
  expect(between(second, 'val').map(valuesOf)).toEqual([['1.5', '3.5']]);
  expect(second).toMatch(/<c:ptCount val="3"\/>[^]*<c:pt idx="0">[^]*<c:pt idx="2">/);
  const [axis = ''] = between(byMonth, 'catAx');
  expect(attributeIn(axis, 'numFmt', 'formatCode')).toBe('yyyy-mm');
  expect(attributeIn(axis, 'numFmt', 'sourceLinked')).toBe('0');

  const [names = ''] = between(between(charts.get('By name') ?? '', 'ser')[0] ?? '', 'cat');
  expect(names).toContain('<c:strRef>');
  expect(valuesOf(names)).toEqual(['First', 'Second', 'Third']);
});

test('a line has marks where its type or its series says so', async () => {
  const charts = await chartsAfter((all, sheet) => {
    draw(all, sheet, 'Line', 'Plain').series.getItemAt(1).markerStyle = 'Circle';
    draw(all, sheet, 'LineMarkers', 'Marked').series.getItemAt(0).format.line.weight = 4;
  });
  const marks = (title: string): (string | undefined)[] =>
    between(charts.get(title) ?? '', 'ser').map((series) => attributeIn(series, 'symbol', 'val'));
  expect(marks('Plain')).toEqual(['none', 'circle']);
  expect(marks('Marked')).toEqual(['circle', 'circle']);
  // 12,700 to a point.
  expect(charts.get('Marked')).toMatch(/<a:ln [^>]*\bw="50800"/);
});

test('axes are as they were set: unit, steps, lines, titles, and whether they are there', async () => {
  const charts = await chartsAfter((all, sheet) => {
    draw(all, sheet, 'Line', 'Left as it is');
    const { categoryAxis, valueAxis } = draw(all, sheet, 'ColumnClustered', 'Set').axes;
    valueAxis.displayUnit = 'Thousands';
    valueAxis.majorUnit = 5;
    valueAxis.title.text = 'Tokens';
    valueAxis.majorGridlines.visible = false;
    categoryAxis.majorGridlines.visible = true;
    categoryAxis.tickLabelPosition = 'Low';
    categoryAxis.tickLabelSpacing = 2;
    categoryAxis.visible = false;
  });
  const plain = charts.get('Left as it is') ?? '';
  expect(
    [between(plain, 'catAx')[0], between(plain, 'valAx')[0]].map((axis = '') => /majorGridlines/.test(axis)),
  ).toEqual([false, true]);
  // An empty title takes room, and Excel would write its own text there.
  expect(between(plain, 'catAx').concat(between(plain, 'valAx')).join('')).not.toContain('<c:title>');

  const set = charts.get('Set') ?? '';
  const [categories = ''] = between(set, 'catAx');
  const [values = ''] = between(set, 'valAx');
  expect(attributeIn(values, 'builtInUnit', 'val')).toBe('thousands');
  expect(attributeIn(values, 'majorUnit', 'val')).toBe('5');
  expect(between(values, 'title').join('')).toContain('<a:t>Tokens</a:t>');
  expect(values).not.toContain('majorGridlines');
  expect(categories).toContain('majorGridlines');
  expect(attributeIn(categories, 'tickLblPos', 'val')).toBe('low');
  expect(attributeIn(categories, 'tickLblSkip', 'val')).toBe('2');
  expect(attributeIn(categories, 'delete', 'val')).toBe('1');
});
