import type { Headless } from '../src/headless/headless';
import { becomes } from './eventually';
import { formulas, openExcel, read, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.close());

const calls = () => excel.window['calls'] as unknown[][];
const message = (address: string) => excel.workbench.cellError('Sheet1', address);
const dispatch = (type: string, payload: object = {}) =>
  (excel.workbench.book.model.dispatch as (type: string, payload: object) => unknown)(type, payload);
const sheetId = () => excel.workbench.book.findSheet('Sheet1') ?? '';

test('a scalar function computes, in any case, nested, and when its input changes', async () => {
  await write(excel, 'A1:A3', [[2], ['=T.ADD(A1,3)'], ['=t.add(T.ADD(A1,A1),SUM(A1,1))']]);
  expect(await read(excel, 'A1:A3')).toEqual([[2], [5], [7]]);
  await write(excel, 'A1', 10);
  expect(await read(excel, 'A1:A3')).toEqual([[10], [13], [31]]);
});

test('what is not computed yet is #BUSY!, and IFERROR does not take that for an error', async () => {
  const seen = await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:A2');
    range.formulas = [['=T.LATER(30)'], ['=IFERROR(T.LATER(30),-1)']];
    range.load('values');
    await context.sync();
    return range.values as unknown[][];
  });
  expect(seen).toEqual([['#BUSY!'], ['#BUSY!']]);
  await excel.idle();
  expect(await read(excel, 'A1:A2')).toEqual([[30], [30]]);
});

test('arguments arrive as Excel sends them', async () => {
  await write(excel, 'A1:B2', [
    [1, 'text'],
    [true, ''],
  ]);
  const cases: [string, unknown][] = [
    ['=T.SEEN(A1)', [1, null]],
    ['=T.SEEN(B1)', ['text', null]],
    ['=T.SEEN(A2)', [true, null]],
    ['=T.SEEN(B2)', [null, null]],
    [
      '=T.SEEN(1,A1:B2)',
      [
        1,
        [
          [1, 'text'],
          [true, null],
        ],
      ],
    ],
    ['=T.SEEN(,A1)', [null, [[1]]]],
    [
      '=T.SEEN(1,{1,2;3,4})',
      [
        1,
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ],
    ['=T.SEEN()', [null, null]],
  ];
  await write(
    excel,
    `D1:D${cases.length}`,
    cases.map(([formula]) => [formula]),
  );
  const got = await read(excel, `D1:D${cases.length}`);
  expect(got.map(([json]) => JSON.parse(String(json)) as unknown)).toEqual(cases.map(([, wanted]) => wanted));
});

test('number parameters take what Excel coerces and refuse what it does not', async () => {
  await write(excel, 'A1:A4', [["'12"], [true], ['x'], ['']]);
  await write(excel, 'B1:B6', [
    ['=T.ADD(A1,1)'],
    ['=T.ADD(A2,1)'],
    ['=T.ADD(A3,1)'],
    ['=T.ADD(A4,1)'],
    ['=T.ADD(NA(),1)'],
    ['=T.TOTAL(A1:A3)'],
  ]);
  expect(await read(excel, 'B1:B6')).toEqual([[13], [2], ['#VALUE!'], [1], ['#N/A'], ['#VALUE!']]);
  expect(message('B3')).toContain('"x" is not a number');
});

test('errors keep their code and their sentence, also in cells that depend on them', async () => {
  await write(excel, 'A1:A4', [
    ['=T.REFUSE("maybe")'],
    ['=T.REFUSE("n/a")'],
    ['=T.REFUSE("reject")'],
    ['=A1+1'],
  ]);
  expect(await read(excel, 'A1:A4')).toEqual([['#VALUE!'], ['#N/A'], ['#NUM!'], ['#VALUE!']]);
  expect(message('A1')).toBe('kind is maybe: it must be known.');
  expect(message('A2')).toBe('no such price');
  expect(message('A3')).toBe('no root');
  expect(message('A4')).toBe('kind is maybe: it must be known.');
});

test('an array spills, grows and shrinks with its input, and is read through its #', async () => {
  await write(excel, 'A1:A2', [[3], ['=ROWS(B1#)']]);
  await write(excel, 'B1', '=T.COUNTDOWN(A1)');
  expect(await read(excel, 'B1:C4')).toEqual([
    [3, 'n0'],
    [2, 'n1'],
    [1, 'n2'],
    ['', ''],
  ]);
  expect(await read(excel, 'A2')).toEqual([[3]]);
  await write(excel, 'A1', 1);
  expect(await read(excel, 'B1:C2')).toEqual([
    [1, 'n0'],
    ['', ''],
  ]);
  await write(excel, 'A1', 2);
  await write(excel, 'C2', 'in the way');
  expect(await read(excel, 'B1:C2')).toEqual([
    ['#SPILL!', ''],
    ['', 'in the way'],
  ]);
  await write(excel, 'C2', '');
  expect(await read(excel, 'B1:C2')).toEqual([
    [2, 'n0'],
    [1, 'n1'],
  ]);
});

test('a result larger than the sheet makes the sheet grow', async () => {
  await write(excel, 'A990', '=T.COUNTDOWN(100)');
  expect(await read(excel, 'A1088:A1090')).toEqual([[2], [1], ['']]);
});

test('the invocation knows its cell and its arguments’ addresses', async () => {
  await write(excel, 'C5', '=T.WHERE(A1:B2)');
  expect(await read(excel, 'C5:D5')).toEqual([['Sheet1!C5', 'Sheet1!A1:B2']]);
});

test('a number with a format is shown in it', async () => {
  await write(excel, 'A1', '=T.FORMATTED()');
  const shown = await excel.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getFirst().getRange('A1').load('text,values');
    await context.sync();
    return [cell.values, cell.text];
  });
  expect(shown).toEqual([[[0.125]], [['12.5%']]]);
});

test('an unchanged argument is not asked again, a changed range is', async () => {
  await write(excel, 'A1:A3', [[1], [2], [3]]);
  await write(excel, 'C1', '=T.TOTAL(A1:A3)');
  const before = calls().length;
  await write(excel, 'E9', 'elsewhere');
  expect(calls().length).toBe(before);
  await write(excel, 'A2', 20);
  expect([calls().length, await read(excel, 'C1')]).toEqual([before + 1, [[24]]]);
});

test('a full calculation asks everything anew, as Excel does; a plain one what has changed', async () => {
  await write(excel, 'A1:A3', [[1], [2], [3]]);
  await write(excel, 'C1', '=T.TOTAL(A1:A3)');
  const calculate = async (type: 'Recalculate' | 'Full' | 'FullRebuild') => {
    await excel.Excel.run(async (context) => {
      context.workbook.application.calculate(type);
      await context.sync();
    });
    await excel.idle();
  };
  const before = calls().length;
  await calculate('Recalculate');
  expect([calls().length, await read(excel, 'C1')]).toEqual([before, [[6]]]);
  await calculate('Full');
  expect([await read(excel, 'C1'), calls().length]).toEqual([[[6]], before + 1]);
  await calculate('FullRebuild');
  expect([await read(excel, 'C1'), calls().length]).toEqual([[[6]], before + 2]);
});

test('a script may fetch what its server has, and hears of what it has not', async () => {
  await write(excel, 'A1:A2', [['=T.FETCHED("fetched.js")'], ['=T.FETCHED("nothing.js")']]);
  expect(await read(excel, 'A1:A2')).toEqual([['fetched'], ['#N/A']]);
  expect(message('A2')).toBe('error: nothing.js');
});

test('a late result lands where its cell has moved to, and a superseded one nowhere', async () => {
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1:A2').formulas = [['=T.LATER(60)'], ['=T.LATER(80)']];
    await context.sync();
    context.workbook.worksheets.getFirst().getRange('1:1').insert('Down');
    context.workbook.worksheets.getFirst().getRange('A3').values = [['mine']];
    await context.sync();
  });
  await excel.idle();
  expect(await read(excel, 'A1:A3')).toEqual([[''], [60], ['mine']]);
});

test('a stream shows each result and is cancelled with its formula', async () => {
  const streams = excel.window['streams'] as { cancelled: number; last: { setResult(value: unknown): void } };
  await write(excel, 'A1', '=T.TICK()');
  await becomes(() => read(excel, 'A1'), [[1]]);
  streams.last.setResult(2);
  await becomes(() => read(excel, 'A1'), [[2]]);
  await write(excel, 'A1', '');
  await becomes(() => streams.cancelled, 1);
});

test.each([
  ['overwriting', () => write(excel, 'A1', 5)],
  ['undo', async () => void dispatch('REQUEST_UNDO')],
  [
    'deleting the row',
    async () =>
      void dispatch('REMOVE_COLUMNS_ROWS', {
        sheetId: sheetId(),
        sheetName: 'Sheet1',
        dimension: 'ROW',
        elements: [0],
      }),
  ],
])('%s ends a stream', async (_name, end) => {
  const streams = excel.window['streams'] as { cancelled: number };
  await write(excel, 'A1', '=T.TICK()');
  await becomes(() => read(excel, 'A1'), [[1]]);
  await end();
  await becomes(() => streams.cancelled, 1);
});

test('results add no undo step', async () => {
  await write(excel, 'A1', 4);
  await write(excel, 'B1', '=T.ADD(A1,1)');
  expect(await read(excel, 'B1')).toEqual([[5]]);
  dispatch('REQUEST_UNDO');
  expect(await formulas(excel, 'A1:B1')).toEqual([[4, '']]);
  dispatch('REQUEST_UNDO');
  expect(await formulas(excel, 'A1:B1')).toEqual([['', '']]);
  dispatch('REQUEST_REDO');
  dispatch('REQUEST_REDO');
  await excel.idle();
  expect(await read(excel, 'A1:B1')).toEqual([[4, 5]]);
});

test('a function that the add-in does not have is #NAME?', async () => {
  await write(excel, 'A1', '=T.NOTHING(1)');
  expect(await read(excel, 'A1')).toEqual([['#NAME?']]);
});
