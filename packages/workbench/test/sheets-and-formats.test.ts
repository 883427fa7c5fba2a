import type { Headless } from '../src/headless/headless';
import { becomes } from './eventually';
import { failureOf, openExcel, read, write } from './excel';

let excel: Headless;
beforeAll(async () => {
  excel = await openExcel();
});
afterAll(() => excel.close());

/** A fresh sheet for each test, by its name. */
let last = 0;
async function sheet(): Promise<string> {
  const name = `Sheet ${(last += 1)} of tests`;
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  return name;
}

test('formats are kept, and reading differing cells gives null', async () => {
  const name = await sheet();
  const got = await excel.Excel.run(async (context) => {
    const at = context.workbook.worksheets.getItem(name);
    const { format } = at.getRange('A1:B2');
    format.font.bold = true;
    format.font.color = 'red';
    format.font.size = 14;
    format.font.italic = true;
    format.fill.color = '#123456';
    format.horizontalAlignment = 'Center';
    format.verticalAlignment = 'Top';
    format.wrapText = true;
    format.columnWidth = 90;
    format.rowHeight = 30;
    format.borders.getItem('EdgeBottom').style = 'Continuous';
    at.getRange('B2').format.font.bold = false;
    at.getRange('B2').format.fill.clear();
    const one = at.getRange('A1').load('format/font,format/fill/color,format');
    const mixed = at.getRange('A1:B2').load('format/font/bold,format/fill/color');
    const cleared = at.getRange('B2').load('format/fill/color');
    const edge = at.getRange('A1:B2').format.borders.getItem('EdgeBottom').load('style');
    await context.sync();
    return { one: one.toJSON(), mixed: mixed.toJSON(), cleared: cleared.format.fill.color, edge: edge.style };
  });
  expect(got.one.format).toMatchObject({
    font: { bold: true, color: '#FF0000', size: 14, italic: true },
    fill: { color: '#123456' },
    horizontalAlignment: 'Center',
    verticalAlignment: 'Top',
    wrapText: true,
    columnWidth: 90,
    rowHeight: 30,
  });
  expect(got.mixed.format).toEqual({ font: { bold: null }, fill: { color: '' } });
  expect([got.cleared, got.edge]).toEqual(['#FFFFFF', 'Continuous']);
});

test('of looks that overlap the later one counts, cell by cell, also when a failed step ends them', async () => {
  const [name, other] = [await sheet(), await sheet()];
  const failure = await failureOf(excel, async (context) => {
    const at = context.workbook.worksheets.getItem(name);
    at.getRange('A1:B2').format.fill.color = '#111111';
    at.getRange('A1:B2').format.font.bold = true;
    at.getRange('B2:C3').format.fill.color = '#222222';
    at.getRange('A1:B2').format.font.bold = false;
    at.getRange('A1').format.borders.getItem('EdgeTop').set({ style: 'Dash', color: '#333333' });
    at.getRange('A1').format.fill.color = '#444444';
    context.workbook.worksheets.getItem(other).getRange('A1').format.fill.color = '#555555';
    at.getRange('D4').format.fill.color = '#444444';
    at.getRange('A9').format.fill.color = 'no colour';
    await context.sync();
  });
  expect(failure.code).toBe('InvalidArgument');
  const got = await excel.Excel.run(async (context) => {
    const at = context.workbook.worksheets.getItem(name);
    const fills = ['A1', 'B1', 'B2', 'C3', 'D4', 'A9'].map((cell) =>
      at.getRange(cell).format.fill.load('color'),
    );
    const fonts = ['A1', 'B2'].map((cell) => at.getRange(cell).format.font.load('bold'));
    const border = at.getRange('A1').format.borders.getItem('EdgeTop').load('style,color');
    const elsewhere = context.workbook.worksheets.getItem(other).getRange('A1').format.fill.load('color');
    await context.sync();
    return {
      fills: fills.map((fill) => fill.color),
      bold: fonts.map((font) => font.bold),
      border: [border.style, border.color],
      elsewhere: elsewhere.color,
    };
  });
  expect(got).toEqual({
    fills: ['#444444', '#111111', '#222222', '#222222', '#444444', '#FFFFFF'],
    bold: [false, false],
    border: ['Dash', '#333333'],
    elsewhere: '#555555',
  });
});

test('a look that is read in the request that sets it is there', async () => {
  const name = await sheet();
  const color = await excel.Excel.run(async (context) => {
    const { fill } = context.workbook.worksheets.getItem(name).getRange('A1').format;
    fill.color = '#123456';
    fill.load('color');
    await context.sync();
    return fill.color;
  });
  expect(color).toBe('#123456');
});

test('every number format is given back as written and never harms a value', async () => {
  const name = await sheet();
  const written = [
    'General',
    '0.00',
    '#,##0',
    '#,##0_);(#,##0)',
    '#,##0_);[Red](#,##0)',
    '0.0%',
    '0.00E+00',
    'm/d/yyyy',
    'yyyy-mm-dd',
    'mmm yyyy',
    '$#,##0.00',
    '€#,##0',
    '#,##0.00 "USD"',
    '#,##0;[Red](#,##0);"–"',
    '#,##0;(#,##0);"–"',
    '[h]:mm',
    '# ?/?',
    '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
    '[>=1000]#,##0,"k";0',
    '0.0,,"M"',
    '[$€-407]#,##0',
  ];
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange(`A1:A${written.length}`);
    range.values = written.map((_, index) => [index + 0.5]);
    range.numberFormat = written.map((format) => [format]);
    range.load('values,numberFormat');
    await context.sync();
    expect(range.numberFormat).toEqual(written.map((format) => [format]));
    expect(range.values).toEqual(written.map((_, index) => [index + 0.5]));
  });
});

test('of a format with conditions, the grid shows the section for all other values', async () => {
  const name = await sheet();
  const texts = await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange('A1:A2');
    range.values = [[200], [3]];
    range.numberFormat = [['[>=1000]"many";0.0'], ['[>=1E+15]"no limit"_);[=0]"none"_);#,##0_)']];
    range.load('text');
    await context.sync();
    return range.text;
  });
  expect(texts).toEqual([['200.0'], ['3']]);
});

test('a text format keeps what is written as text', async () => {
  const name = await sheet();
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange('A1:A3');
    range.numberFormat = [['@'], ['@'], ['@']];
    range.values = [['007'], [5], ['=1+1']];
    range.load('values,valueTypes');
    await context.sync();
    expect(range.values).toEqual([['007'], ['5'], ['=1+1']]);
  });
});

test('sheets are added, renamed, moved, hidden, shown and deleted', async () => {
  const book = await openExcel();
  await book.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = worksheets.add('Two');
    worksheets.add();
    added.name = 'Deux';
    added.position = 0;
    added.tabColor = '#FF0000';
    added.visibility = 'Hidden';
    added.showGridlines = false;
    worksheets.load('items/name,items/visibility,items/position,items/tabColor,items/showGridlines');
    const count = worksheets.getCount();
    const visible = worksheets.getCount(true);
    await context.sync();
    expect(worksheets.items.map((each) => [each.name, each.visibility, each.position])).toEqual([
      ['Deux', 'Hidden', 0],
      ['Sheet1', 'Visible', 1],
      ['Sheet3', 'Visible', 2],
    ]);
    expect([count.value, visible.value]).toEqual([3, 2]);
    expect([worksheets.items[0]?.tabColor, worksheets.items[0]?.showGridlines]).toEqual(['#FF0000', false]);
    worksheets.getItem('Sheet1').delete();
    worksheets.getItem('Sheet3').freezePanes.freezeAt('A1:A2');
    const frozen = worksheets.getItem('Sheet3').freezePanes.getLocation().load('address');
    await context.sync();
    expect(frozen.address).toBe('Sheet3!A1:A2');
  });
  const problems: [string, (sheets: Excel.WorksheetCollection) => void][] = [
    ['ItemAlreadyExists', (sheets) => sheets.add('sheet3')],
    ['InvalidArgument', (sheets) => sheets.add('a/b')],
    ['InvalidArgument', (sheets) => sheets.add('x'.repeat(32))],
    ['InvalidOperation', (sheets) => sheets.getItem('Deux').activate()],
    ['InvalidOperation', (sheets) => sheets.getItem('Sheet3').delete()],
  ];
  for (const [code, work] of problems) {
    const failure = await failureOf(book, async (context) => {
      work(context.workbook.worksheets);
      await context.sync();
    });
    expect([code, failure.code]).toEqual([code, code]);
  }
  book.close();
});

test('the selection is the active sheet’s', async () => {
  const name = await sheet();
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).getRange('C3:D4').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const active = context.workbook.getActiveCell().load('address');
    await context.sync();
    expect([selected.address, active.address]).toEqual([`'${name}'!C3:D4`, `'${name}'!C3`]);
  });
});

test('books in one process do not know each other', async () => {
  const other = await openExcel({ sheets: [{ name: 'Elsewhere' }] });
  await write(other, 'A1:B1', [[5, '=T.ADD(A1,1)']], 'Elsewhere');
  const name = await sheet();
  await write(excel, 'A1:B1', [[7, '=T.ADD(A1,1)']], name);
  expect(await read(other, 'A1:B1', 'Elsewhere')).toEqual([[5, 6]]);
  expect(await read(excel, 'A1:B1', name)).toEqual([[7, 8]]);
  other.close();
});

test('calculation, culture and what is suspended: one request is one recalculation anyhow', async () => {
  const name = await sheet();
  await excel.Excel.run(async (context) => {
    const { application } = context.workbook;
    application.suspendApiCalculationUntilNextSync();
    application.suspendScreenUpdatingUntilNextSync();
    application.calculationMode = 'Automatic';
    application.calculate('Full');
    application.load('calculationMode,decimalSeparator');
    application.cultureInfo.load('name');
    application.cultureInfo.numberFormat.load('numberDecimalSeparator');
    context.workbook.load('name,readOnly');
    const cell = context.workbook.worksheets.getItem(name).getRange('A1').load('worksheet/name,address');
    await context.sync();
    expect(application.calculationMode).toBe('Automatic');
    // A full calculation calls custom functions anew, and their answers come after the request.
    const state = async () => {
      application.load('calculationState');
      await context.sync();
      return application.calculationState;
    };
    await becomes(state, 'Done');
    expect(application.cultureInfo.name).toBe('en-US');
    expect(application.cultureInfo.numberFormat.numberDecimalSeparator).toBe('.');
    expect([context.workbook.name, context.workbook.readOnly]).toEqual(['Workbook.xlsx', false]);
    expect(cell.worksheet.name).toBe(name);
  });
});
