import type { Headless } from '../src/headless/headless';
import { failureOf, openExcel, read, write } from './excel';

/** Names that belong to one sheet. */

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({ sheets: [{ name: 'One' }, { name: 'Two' }] });
  await excel.Excel.run(async (context) => {
    const { workbook } = context;
    const one = workbook.worksheets.getItem('One');
    one.getRange('A1:A2').values = [[2], [3]];
    workbook.names.add('Everywhere', workbook.worksheets.getItem('Two').getRange('A1'));
    one.names.add('Here', one.getRange('A1:A2'), 'two cells');
    await context.sync();
  });
});
afterEach(() => excel.close());

const namesOf = (sheet?: string) =>
  excel.Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    const collection = sheet === undefined ? names : worksheets.getItem(sheet).names;
    collection.load('items/name,items/scope');
    const count = collection.getCount();
    await context.sync();
    const all = collection.items.map((item) => `${item.name} ${item.scope}`);
    expect(count.value).toBe(all.length);
    return all;
  });

test('belong to their sheet and not to the workbook', async () => {
  expect(await namesOf()).toEqual(['Everywhere Workbook']);
  expect(await namesOf('One')).toEqual(['Here Worksheet']);
  expect(await namesOf('Two')).toEqual([]);
  const got = await excel.Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    const here = worksheets.getItem('One').names.getItem('HERE').load();
    const sheet = here.worksheet.load('name');
    const range = here.getRange().load('address');
    const global = names.getItem('Everywhere').load();
    const none = global.worksheetOrNullObject.load('name');
    const absent = names.getItemOrNullObject('Here');
    await context.sync();
    return [here.comment, sheet.name, range.address, global.scope, none.isNullObject, absent.isNullObject];
  });
  expect(got).toEqual(['two cells', 'One', 'One!A1:A2', 'Workbook', true, true]);
});

test('a name of the workbook has no sheet', async () => {
  const failure = await failureOf(excel, async (context) => {
    context.workbook.names.getItem('Everywhere').worksheet.load('name');
    await context.sync();
  });
  expect(failure.code).toBe('ItemNotFound');
});

test('are read by formulas', async () => {
  await write(excel, 'B1', '=SUM(Here)', 'One');
  expect(await read(excel, 'B1', 'One')).toEqual([[5]]);
});

test('keep their sheet when they refer to other cells, and leave with it', async () => {
  await excel.Excel.run(async (context) => {
    const here = context.workbook.worksheets.getItem('One').names.getItem('Here');
    here.formula = '=One!$A$1';
    await context.sync();
  });
  expect(await namesOf('One')).toEqual(['Here Worksheet']);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('One').delete();
    await context.sync();
  });
  expect(await namesOf('Two')).toEqual([]);
  expect(await namesOf()).toEqual(['Everywhere Workbook']);
  excel.workbench.book.model.dispatch('REQUEST_UNDO');
  expect(await namesOf('One')).toEqual(['Here Worksheet']);
});

test('the workbook may have a name that a sheet has, too', async () => {
  await excel.Excel.run(async (context) => {
    context.workbook.names.add('Here', '=Two!$A$1');
    await context.sync();
  });
  expect([await namesOf('One'), await namesOf()]).toEqual([
    ['Here Worksheet'],
    ['Everywhere Workbook', 'Here Workbook'],
  ]);
  const failure = await failureOf(excel, async (context) => {
    context.workbook.names.add('Here', '=Two!$A$2');
    await context.sync();
  });
  expect([failure.code, failure.message]).toEqual([
    'ItemAlreadyExists',
    'The name "Here" is in use already.',
  ]);
});
