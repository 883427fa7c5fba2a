import type { Headless } from '../src/headless/headless';
import { becomes, holdsOnly } from './eventually';
import { openExcel, read, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({ sheets: [{ name: 'One', cells: { A1: 'before' } }] });
});
afterEach(() => excel.close());

const dispatch = (type: string, payload: object = {}) =>
  (excel.workbench.book.model.dispatch as (type: string, payload: object) => unknown)(type, payload);
const undo = () => dispatch('REQUEST_UNDO');
const redo = () => dispatch('REQUEST_REDO');
const canUndo = () => excel.workbench.book.getters.canUndo();

/** Three round trips that write, and one between them that only reads. */
const editInThreeTrips = (prefix: string) =>
  excel.Excel.run({ delayForCellEdit: true, mergeUndoGroup: true } as object, async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').values = [[`${prefix} 1`]];
    await context.sync();
    const written = sheet.getRange('A1').load('values');
    await context.sync();
    sheet.getRange('A2').values = [[`${String(written.values[0]?.[0])}, read`]];
    await context.sync();
    sheet.getRange('3:3').insert('Down');
    sheet.getRange('A3').values = [[`${prefix} 3`]];
  });

test('Excel that can undo round trips together says so', () => {
  expect(excel.Office.context.requirements.isSetSupported('ExcelApi', '1.20')).toBe(true);
});

test('all round trips of one run are one step of undo, and one of redo', async () => {
  await editInThreeTrips('a');
  const done = [['a 1'], ['a 1, read'], ['a 3']];
  expect(await read(excel, 'A1:A3')).toEqual(done);
  undo();
  expect(await read(excel, 'A1:A3')).toEqual([['before'], [''], ['']]);
  expect(canUndo()).toBe(false);
  redo();
  expect(await read(excel, 'A1:A3')).toEqual(done);
  undo();
  expect(await read(excel, 'A1:A3')).toEqual([['before'], [''], ['']]);
});

test('two runs are two steps', async () => {
  await editInThreeTrips('a');
  await editInThreeTrips('b');
  undo();
  expect(await read(excel, 'A1:A3')).toEqual([['a 1'], ['a 1, read'], ['a 3']]);
  undo();
  expect(await read(excel, 'A1:A3')).toEqual([['before'], [''], ['']]);
});

test('what a person typed between two round trips is a step of its own', async () => {
  const sheetId = excel.workbench.book.findSheet('One') ?? '';
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').values = [['first']];
    await context.sync();
    dispatch('UPDATE_CELL', { sheetId, col: 1, row: 0, content: 'typed' });
    sheet.getRange('A2').values = [['second']];
    await context.sync();
  });
  undo();
  expect(await read(excel, 'A1:B2')).toEqual([
    ['first', 'typed'],
    ['', ''],
  ]);
  undo();
  expect(await read(excel, 'A1:B1')).toEqual([['first', '']]);
  undo();
  expect(await read(excel, 'A1:B1')).toEqual([['before', '']]);
});

test('more round trips than the grid keeps steps: the oldest stay, nothing else is undone', async () => {
  await write(excel, 'B1', 'kept');
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (let trip = 1; trip <= 105; trip += 1) {
      sheet.getRange(`A${trip}`).values = [[trip]];
      await context.sync();
    }
  });
  undo();
  expect(await read(excel, 'A6:A8')).toEqual([[6], [''], ['']]);
  expect(await read(excel, 'B1')).toEqual([['kept']]);
  expect(canUndo()).toBe(false);
});

test('room that a result needs is part of the step that asked for it, and no change of cells', async () => {
  const seen: string[] = [];
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address }) => void seen.push(address));
    await context.sync();
  });
  await write(excel, 'C3', '=T.COUNTDOWN(2000)');
  expect(await read(excel, 'C2002')).toEqual([[1]]);
  undo();
  expect(await read(excel, 'A1:C3')).toEqual([
    ['before', '', ''],
    ['', '', ''],
    ['', '', ''],
  ]);
  expect(canUndo()).toBe(false);
  redo();
  await excel.idle();
  expect(await read(excel, 'C2002')).toEqual([[1]]);
  await holdsOnly(seen, ['C3', 'C3', 'C3']);
});

test('the change events of an undone run name all cells that it wrote', async () => {
  const seen: string[] = [];
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async ({ address }) => void seen.push(address));
    await context.sync();
  });
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    sheet.getRange('C3').values = [[2]];
    await context.sync();
  });
  await becomes(() => seen, ['A1', 'C3']);
  seen.length = 0;
  undo();
  await holdsOnly(seen, ['A1:C3']);
});
