import type { Headless } from '../src/headless/headless';
import { failureOf, formulas, openExcel, read, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({ sheets: [{ name: 'One' }, { name: 'Two' }] });
});
afterEach(() => excel.close());

const run = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
  excel.Excel.run((context) => work(context.workbook.worksheets.getItem('One'), context));

test('find goes row by row, knows wildcards and whole cells, and says where there is nothing', async () => {
  await write(excel, 'A1:B3', [
    ['Base', 'Delay 6 months'],
    ['base case', 'BASE'],
    ['=1+1', 'a*b'],
  ]);
  await run(async (sheet, context) => {
    const range = sheet.getRange('A1:B3');
    const found = [
      range.find('base', {}),
      range.find('BASE', { matchCase: true }),
      range.find('base*', { completeMatch: true, searchDirection: 'Backwards' }),
      range.find('a~*b', {}),
      range.find('Delay ? months', { completeMatch: true }),
    ].map((each) => each.load('address'));
    const none = range.findOrNullObject('Upside', {});
    await context.sync();
    expect(found.map(({ address }) => address)).toEqual(['One!A1', 'One!B2', 'One!B2', 'One!B3', 'One!B1']);
    expect(none.isNullObject).toBe(true);
  });
  const failure = await failureOf(excel, async (context) => {
    context.workbook.worksheets.getItem('One').getRange('A1').find('Upside', {});
    await context.sync();
  });
  expect(failure.code).toBe('ItemNotFound');
});

test('copies move relative references, take the looks along, and fill a range in multiples', async () => {
  await write(excel, 'A1:B2', [
    [1, '=A1*$A$1'],
    [2, '=A2*$A$1'],
  ]);
  await run(async (sheet, context) => {
    sheet.getRange('B1').format.font.bold = true;
    sheet.getRange('B1:B2').numberFormat = [['0.0'], ['0.0']];
    sheet.getRange('C1:C4').copyFrom('B1:B2');
    sheet.getRange('E1').copyFrom(sheet.getRange('B1:B2'), 'Values');
    sheet.getRange('F1').copyFrom('B1', 'Formats');
    const copy = sheet.getRange('C1').load('numberFormat,format/font/bold');
    await context.sync();
    expect([copy.numberFormat, copy.format.font.bold]).toEqual([[['0.0']], true]);
  });
  expect(await formulas(excel, 'C1:C4')).toEqual([['=B1*$A$1'], ['=B2*$A$1'], ['=B3*$A$1'], ['=B4*$A$1']]);
  expect(await formulas(excel, 'E1:F2')).toEqual([
    [1, ''],
    [2, ''],
  ]);
});

test('sorting: numbers before texts, blanks last, ties in the order of before, by several columns', async () => {
  await write(excel, 'A1:B6', [
    ['name', 'value'],
    ['b', 2],
    ['a', 2],
    ['c', ''],
    ['d', 'text'],
    ['e', 1],
  ]);
  await run(async (sheet, context) => {
    sheet.getRange('A1:B6').sort.apply([{ key: 1, ascending: false }, { key: 0 }], false, true);
    await context.sync();
  });
  expect(await read(excel, 'A1:B6')).toEqual([
    ['name', 'value'],
    ['d', 'text'],
    ['a', 2],
    ['b', 2],
    ['e', 1],
    ['c', ''],
  ]);
});

test('a table sorts its rows and keeps its header', async () => {
  await write(excel, 'A1:B4', [
    ['Key', 'Rate'],
    ['x', 3],
    ['y', 1],
    ['z', 2],
  ]);
  await run(async (sheet, context) => {
    const table = sheet.tables.add('A1:B4', true);
    table.sort.apply([{ key: 1 }]);
    await context.sync();
  });
  expect(await read(excel, 'A1:B4')).toEqual([
    ['Key', 'Rate'],
    ['y', 1],
    ['z', 2],
    ['x', 3],
  ]);
});
