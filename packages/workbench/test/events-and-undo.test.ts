import type { Headless } from '../src/headless/headless';
import { becomes, holdsOnly } from './eventually';
import { openExcel, read, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({ sheets: [{ name: 'One' }, { name: 'Two' }] });
});
afterEach(() => excel.close());

const dispatch = (type: string, payload: object = {}) =>
  (excel.workbench.book.model.dispatch as (type: string, payload: object) => unknown)(type, payload);
const idOf = (name: string) => excel.workbench.book.findSheet(name) ?? '';

/** Events are told after the request that made them. */
async function collect(): Promise<string[]> {
  const seen: string[] = [];
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async (event) => {
      seen.push(`${event.changeType} ${event.address} ${event.triggerSource}`);
    });
    worksheets.onAdded.add(async () => void seen.push('added'));
    worksheets.onDeleted.add(async () => void seen.push('deleted'));
    worksheets.onActivated.add(
      async ({ worksheetId }) => void seen.push(`activated ${worksheetId === idOf('Two') ? 'Two' : 'other'}`),
    );
    worksheets
      .getItem('One')
      .onSelectionChanged.add(async ({ address }) => void seen.push(`selected ${address}`));
    await context.sync();
  });
  return seen;
}

test('a request raises one change event, however much it writes', async () => {
  const seen = await collect();
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('One');
    sheet.getRange('B2').values = [[1]];
    sheet.getRange('C3:D4').values = [
      [1, 2],
      [3, 4],
    ];
    sheet.getRange('B2').format.font.bold = true;
    await context.sync();
  });
  await holdsOnly(seen, ['RangeEdited B2:D4 ThisLocalAddin']);
});

test('edits in the grid raise events, and so do undo and redo', async () => {
  const seen = await collect();
  const told = 'RangeEdited E2 Unknown';
  dispatch('UPDATE_CELL', { sheetId: idOf('One'), col: 4, row: 1, content: '7' });
  await becomes(() => seen, [told]);
  dispatch('REQUEST_UNDO');
  await becomes(() => seen, [told, told]);
  dispatch('REQUEST_REDO');
  await holdsOnly(seen, [told, told, told]);
});

test('the event leads to its range', async () => {
  const values: unknown[] = [];
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('One').onChanged.add(async (event) => {
      await excel.Excel.run(async (inner) => {
        const range = event.getRange(inner).load('values,address');
        await inner.sync();
        values.push([range.address, range.values]);
      });
    });
    await context.sync();
  });
  await write(excel, 'A1:A2', [[5], [6]], 'One');
  await write(excel, 'A1', 9, 'Two');
  await holdsOnly(values, [['One!A1:A2', [[5], [6]]]]);
});

test('rows, sheets, activation and selection raise their events', async () => {
  const seen = await collect();
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('One').getRange('2:3').insert('Down');
    await context.sync();
    context.workbook.worksheets.add('Three');
    await context.sync();
    context.workbook.worksheets.getItem('Three').delete();
    context.workbook.worksheets.getItem('One').getRange('B2:C3').select();
    await context.sync();
    context.workbook.worksheets.getItem('Two').activate();
    await context.sync();
  });
  await holdsOnly(seen, [
    'RowInserted 2:3 ThisLocalAddin',
    'added',
    'deleted',
    'selected B2:C3',
    'activated Two',
  ]);
});

test('the selection of the document is told, also when a person selects', async () => {
  const told: string[] = [];
  await excel.Excel.run(async (context) => {
    context.workbook.onSelectionChanged.add(async () => void told.push('selected'));
    await context.sync();
  });
  const { selection } = excel.workbench.book.model;
  // office.js asks for this event on a way of its own, which may take longer than the request.
  let row = 3;
  await becomes(() => {
    if (told.length === 0) selection.selectCell(3, (row += 1));
    return told.length > 0;
  }, true);
  told.length = 0;
  selection.selectCell(3, 3);
  await holdsOnly(told, ['selected']);
});

test('a removed handler hears nothing', async () => {
  const seen: string[] = [];
  await excel.Excel.run(async (context) => {
    const { onChanged } = context.workbook.worksheets.getItem('One');
    const handler = onChanged.add(async () => void seen.push('removed'));
    onChanged.add(async () => void seen.push('kept'));
    await context.sync();
    handler.remove();
    await context.sync();
  });
  await write(excel, 'A1', 1, 'One');
  await holdsOnly(seen, ['kept']);
});

test('a request is one undo step, reads in its midst included', async () => {
  await write(excel, 'A1', 'before', 'One');
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.add('Made');
    sheet.getRange('A1:A2').values = [[2], ['=A1*21']];
    const sum = sheet.getRange('A2').load('values');
    context.workbook.names.add('Answer', sheet.getRange('A2'));
    worksheets.getItem('One').getRange('A1:B1').values = [['after', '=Answer+0']];
    worksheets.getItem('One').getRange('A1').format.font.bold = true;
    const read = worksheets.getItem('One').getRange('B1').load('values');
    await context.sync();
    expect([sum.values, read.values]).toEqual([[[42]], [[42]]]);
  });
  dispatch('REQUEST_UNDO');
  expect(await read(excel, 'A1:B1', 'One')).toEqual([['before', '']]);
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Made');
    const name = context.workbook.names.getItemOrNullObject('Answer');
    await context.sync();
    expect([sheet.isNullObject, name.isNullObject]).toEqual([true, true]);
  });
  dispatch('REQUEST_REDO');
  expect(await read(excel, 'A1:B1', 'One')).toEqual([['after', 42]]);
});

test('reading leaves no undo step', async () => {
  await read(excel, 'A1:B2', 'One');
  expect(excel.workbench.book.getters.canUndo()).toBe(false);
});

test('requests that run at the same time do not mix', async () => {
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      excel.Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem('One').getRange('A1');
        cell.values = [[index]];
        cell.load('values');
        await context.sync();
        expect(cell.values).toEqual([[index]]);
      }),
    ),
  );
});
