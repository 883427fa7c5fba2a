import { readFileSync } from 'node:fs';
import path from 'node:path';
import { downloadXlsx } from '../src/headless/download-xlsx';
import { openHeadless, type Headless } from '../src/headless/headless';
import { faultsBeyondSchema, faultsOf, partsOf } from './xlsx-faults';

/** Written by XlsxWriter; the script beside it says with what. */
const FILE = new Uint8Array(readFileSync(path.join(__dirname, 'fixtures/by-xlsxwriter.xlsx')));
const COSTS = 'Cost by month';
const OTHER = 'O’Neil & Co';

/** 10.5 a month more in each of twelve months. */
const TOTAL = 10.5 * ((11 * 12) / 2);

const LEFT_OUT = [
  'notes and comments',
  'the sheet "Diagram", which holds no cells',
  'charts of a kind that is not drawn here, or of cells that are not there: Chart 6',
  "the straight apostrophe in the names of the sheets O'Neil & Co",
];

let host: Headless;
let again: Headless;
beforeAll(async () => {
  host = await openHeadless({ file: FILE });
  await host.idle();
  again = await openHeadless({ file: await downloadXlsx(host.workbench) });
  await again.idle();
});
afterAll(() => {
  host.close();
  again.close();
});

/** The same of the file, and of the file that Download makes of it. */
const both = () => [host, again];

const load = <T>(of: Headless, work: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  (of.Excel.run as typeof Excel.run)(work);

test('what is left out is said, and what was opened is whole', () => {
  expect(host.workbench.leftOut).toEqual(LEFT_OUT);
  expect(again.workbench.leftOut).toEqual([]);
});

test('formulas read as they were typed, and compute', async () => {
  for (const of of both()) {
    const { formulas, values } = await load(of, async (context) => {
      const range = context.workbook.worksheets.getItem(COSTS).getRange('E1:F3').load('formulas,values');
      await context.sync();
      return range;
    });
    expect(formulas.map(([first]) => first)).toEqual([
      '=SUM(Costs[Cost])',
      `='${OTHER}'!A1*2`,
      '=IFERROR(XLOOKUP("M3",A2:A13,B2:B13),0)',
    ]);
    expect(formulas[0]?.[1]).toBe('=SORT(UNIQUE(B2:B4),1,-1)');
    expect(values.map(([first]) => first)).toEqual([TOTAL, 42, 21]);
    expect(values.map(([, second]) => second).sort()).toEqual([0, 10.5, 21].sort());
  }
});

test('sheets, names, the table, panes and print settings', async () => {
  for (const of of both()) {
    const found = await load(of, async (context) => {
      const { worksheets, tables, names } = context.workbook;
      worksheets.load('items/name,items/visibility');
      tables.load('items/name,items/style');
      names.load('items/name,items/formula');
      const other = worksheets.getItem(OTHER);
      const page = other.pageLayout.load('orientation,zoom');
      const area = other.pageLayout.getPrintArea().load('address');
      const titles = other.pageLayout.getPrintTitleRows().load('address');
      await context.sync();
      return {
        sheets: worksheets.items.map(({ name, visibility }) => [name, visibility]),
        tables: tables.items.map(({ name, style }) => [name, style]),
        names: names.items.map(({ name, formula }) => [name, formula]),
        page: [page.orientation, page.zoom, area.address, titles.address],
      };
    });
    expect(found).toEqual({
      sheets: [
        [COSTS, 'Visible'],
        [OTHER, 'Visible'],
        ['Unseen', 'Hidden'],
      ],
      tables: [['Costs', 'TableStyleMedium9']],
      names: [
        ['Monthly', `='${COSTS}'!$B$2:$B$13`],
        ['Discount', '=0.2'],
      ],
      page: [
        'Landscape',
        { horizontalFitToPages: 1, verticalFitToPages: 0 },
        `'${OTHER}'!A1:E9`,
        `'${OTHER}'!1:1`,
      ],
    });
  }
});

test('looks, merged cells, hidden columns, heights, links, rules and the picture', async () => {
  for (const of of both()) {
    const { book } = of.workbench;
    const { getters } = book;
    const [costs = '', other = ''] = getters.getSheetIds();
    const look = { ...book.lookAt({ sheetId: costs, row: 0, col: 4 }) };
    expect(book.formats.excelFormat(look.format)).toBe('#,##0.00 [$€-407]');
    expect(look.style).toMatchObject({ bold: true, fillColor: '#FFEEAA', wrapping: 'wrap' });
    expect(getters.getCellBorder({ sheetId: costs, row: 0, col: 4 })?.left?.style).toBe('thin');
    expect([getters.isColHidden(costs, 3), getters.isRowHidden(costs, 3)]).toEqual([true, false]);
    // 40 points.
    expect(Math.round(getters.getRowSize(costs, 3) * 0.75)).toBe(40);
    expect(
      getters.getMerges(other).map(({ top, left, bottom, right }) => [top, left, bottom, right]),
    ).toEqual([[0, 2, 1, 4]]);
    expect(getters.getPaneDivisions(other)).toEqual({ xSplit: 1, ySplit: 1 });
    expect(getters.getFigures(other).map(({ tag }) => tag)).toEqual(['image']);
    expect(getters.getConditionalFormats(other)).toHaveLength(1);
    const found = await load(of, async (context) => {
      const sheet = context.workbook.worksheets.getItem(OTHER);
      const links = ['A3', 'A4'].map((address) => sheet.getRange(address).load('hyperlink,values'));
      const rules = ['A5', 'A6'].map((address) =>
        sheet.getRange(address).dataValidation.load('type,rule,prompt'),
      );
      await context.sync();
      return {
        links: links.map(({ hyperlink, values }) => [
          values[0]?.[0],
          hyperlink?.address ?? hyperlink?.documentReference,
        ]),
        rules: rules.map(({ type, rule, prompt }) => [type, rule, prompt.message]),
      };
    });
    expect(found.links).toEqual([
      ['prices', 'https://example.com/prices'],
      ['back', expect.stringContaining(COSTS)],
    ]);
    expect(found.rules).toEqual([
      ['List', { list: { inCellDropDown: true, source: 'Kiro,Quick' } }, ''],
      ['Date', { date: { formula1: '=46388', operator: 'GreaterThan' } }, 'After the first of January'],
    ]);
  }
});

test('charts have their kinds, names, titles and series', async () => {
  for (const of of both()) {
    const charts = await load(of, async (context) => {
      const all = context.workbook.worksheets.getItem(COSTS).charts.load('items/name,items/chartType');
      await context.sync();
      const titles = all.items.map((chart) => chart.title.load('text'));
      const series = all.items.map((chart) => chart.series.load('items/name'));
      await context.sync();
      return all.items.map(({ name, chartType }, at) => [
        name,
        chartType,
        titles[at]?.text,
        series[at]?.items.map((each) => each.name),
      ]);
    });
    expect(charts).toEqual([
      ['Chart 1', 'ColumnClustered', 'As column', ['Cost']],
      ['Chart 2', 'Line', 'As line', ['Cost']],
      ['Chart 3', 'BarStacked', 'As bar', ['Cost']],
      ['Chart 4', 'Pie', 'As pie', ['Cost']],
      ['Chart 5', 'XYScatter', 'As scatter', ['Cost']],
      ['Chart 7', 'Doughnut', 'As doughnut', ['Cost']],
    ]);
  }
});

test('Download makes a file without faults of it', async () => {
  const bytes = await downloadXlsx(host.workbench);
  expect([faultsOf(bytes), faultsBeyondSchema(partsOf(bytes))]).toEqual([[], []]);
});
