import type { Headless } from '../src/headless/headless';
import { failureOf, openExcel, read, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({
    sheets: [{ name: 'One', cells: { A1: 'locked', B2: 'input', F1: '4' } }, { name: 'Two' }],
  });
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('One');
    sheet.getRange('B2:C3').format.protection.locked = false;
    sheet.protection.protect({ allowFormatColumns: true });
    await context.sync();
  });
});
afterEach(() => excel.close());

type Sheet = Excel.Worksheet;

const dispatch = (type: string, payload: object = {}) =>
  (excel.workbench.book.model.dispatch as (type: string, payload: object) => { isSuccessful: boolean })(
    type,
    payload,
  );
const sheetId = () => excel.workbench.book.findSheet('One') ?? '';

const codeOf = async (work: (sheet: Sheet) => void): Promise<string> => {
  const failure = await failureOf(excel, async (context) => {
    work(context.workbook.worksheets.getItem('One'));
    await context.sync();
  });
  return failure.code;
};

test('a protected sheet says so, with what it allows', async () => {
  await excel.Excel.run(async (context) => {
    const [one, two] = ['One', 'Two'].map((name) =>
      context.workbook.worksheets.getItem(name).protection.load(),
    );
    await context.sync();
    expect(one?.protected).toBe(true);
    expect(one?.options).toMatchObject({
      allowFormatColumns: true,
      allowInsertRows: false,
      selectionMode: 'Normal',
    });
    expect(two?.protected).toBe(false);
  });
});

const REFUSED: Record<string, (sheet: Sheet) => void> = {
  'a value': (sheet) => (sheet.getRange('A1').values = [['new']]),
  'a formula in a blank cell': (sheet) => (sheet.getRange('D9').formulas = [['=1+1']]),
  'a block that is locked in one cell': (sheet) => (sheet.getRange('B2:D2').values = [[1, 2, 3]]),
  'contents cleared': (sheet) => sheet.getRange('A1').clear('Contents'),
  'a format': (sheet) => (sheet.getRange('B2').format.font.bold = true),
  'a number format': (sheet) => (sheet.getRange('B2').numberFormat = [['0.00']]),
  'a border': (sheet) => (sheet.getRange('B2').format.borders.getItem('EdgeTop').style = 'Continuous'),
  'a lock': (sheet) => (sheet.getRange('A1').format.protection.locked = false),
  'rows inserted': (sheet) => sheet.getRange('2:2').insert('Down'),
  'cells inserted': (sheet) => sheet.getRange('B2').insert('Down'),
  'rows deleted': (sheet) => sheet.getRange('2:2').delete('Up'),
  'a row height': (sheet) => (sheet.getRange('2:2').format.rowHeight = 30),
  'a merge': (sheet) => sheet.getRange('B2:C2').merge(),
  'a table': (sheet) => sheet.tables.add('B2:C3', true),
  'a rule': (sheet) =>
    (sheet.getRange('B2').dataValidation.rule = { decimal: { formula1: 1, operator: 'EqualTo' } }),
  'protection once more': (sheet) => sheet.protection.protect(),
};

test.each(Object.keys(REFUSED))('refused with AccessDenied: %s', async (what) => {
  expect(await codeOf(REFUSED[what] ?? (() => undefined))).toBe('AccessDenied');
  expect(await read(excel, 'A1:D2', 'One')).toEqual([
    ['locked', '', '', ''],
    ['', 'input', '', ''],
  ]);
});

test('unlocked cells, allowed options and other sheets can be changed; formulas go on computing', async () => {
  await write(
    excel,
    'B2:C3',
    [
      [1, 2],
      [3, '=SUM(B2:C2)+F1'],
    ],
    'One',
  );
  await write(excel, 'A1', 'free', 'Two');
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('One');
    sheet.getRange('A:A').format.columnWidth = 90;
    sheet.tabColor = '#FF0000';
    await context.sync();
  });
  expect(await read(excel, 'B2:C3', 'One')).toEqual([
    [1, 2],
    [3, 7],
  ]);
});

test('a person cannot type into locked cells, or delete them, but into unlocked ones', () => {
  const type = (row: number, col: number, content: string) =>
    dispatch('UPDATE_CELL', { sheetId: sheetId(), row, col, content }).isSuccessful;
  expect(type(0, 0, 'typed')).toBe(false);
  expect(type(1, 1, 'typed')).toBe(true);
  expect(
    dispatch('DELETE_CONTENT', { sheetId: sheetId(), target: [{ left: 0, right: 1, top: 0, bottom: 1 }] })
      .isSuccessful,
  ).toBe(false);
});

test('a spill that needs more rows than the sheet has finds room', async () => {
  await write(excel, 'C3', '=T.COUNTDOWN(2000)', 'One');
  expect(await read(excel, 'C2000:C2002', 'One')).toEqual([[3], [2], [1]]);
});

test('locks move with their cells, can be read, and end with the protection', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('One');
    sheet.protection.unprotect();
    sheet.getRange('1:1').insert('Down');
    const unlocked = sheet.getRange('B3:C4').format.protection.load('locked');
    const locked = sheet.getRange('A2').format.protection.load('locked');
    const mixed = sheet.getRange('A3:B3').format.protection.load('locked');
    await context.sync();
    expect([unlocked.locked, locked.locked, mixed.locked]).toEqual([false, true, null]);
    sheet.getRange('A2').values = [['changed']];
    await context.sync();
  });
  expect(await read(excel, 'A2', 'One')).toEqual([['changed']]);
});

test('a password is asked for', async () => {
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Two').protection.protect({}, 'secret');
    await context.sync();
  });
  const failure = await failureOf(excel, async (context) => {
    context.workbook.worksheets.getItem('Two').protection.unprotect('wrong');
    await context.sync();
  });
  expect(failure.code).toBe('AccessDenied');
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Two').protection.unprotect('secret');
    await context.sync();
  });
  await write(excel, 'A1', 1, 'Two');
});

test('undo takes back the protection together with what else the step did', async () => {
  dispatch('REQUEST_UNDO');
  await write(excel, 'A1', 'open again', 'One');
  expect(await read(excel, 'A1', 'One')).toEqual([['open again']]);
});
