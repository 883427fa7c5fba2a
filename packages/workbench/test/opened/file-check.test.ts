import { closeAll, openBook, openBytes, openCells, reopened, show, valueOf } from './opening';
import { downloadXlsx } from '../../src/headless/download-xlsx';
import { checkSentences } from '../../src/file/check/file-check';
import { partsOf } from '../xlsx-faults';
import type { FileCell } from './workbook';

afterEach(closeAll);

const LET = '_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)';
const PIVOT = 'GETPIVOTDATA("Cost",$A$1)';

/** What the grid cannot compute, with the values that Excel computed. */
const CELLS: Record<string, FileCell | number | string> = {
  A1: 5,
  B1: { formula: "'[prices.xlsx]Sheet1'!A1", value: 7 },
  B2: { formula: '[1]Sheet1!$B$2*A1', value: 35 },
  B3: { formula: PIVOT, value: 12 },
  B4: { formula: LET, value: 10 },
  B5: { formula: 'IFERROR(_xlfn.LAMBDA(_xlpm.x,_xlpm.x+1)(A1),0)', value: 6 },
  B6: { formula: 'B4&" "&B1', value: '10 7' },
  B7: { formula: '[1]!Rate', value: 'text' },
  C1: { formula: 'SUM(B1:B4)', value: 64 },
  D1: {
    formula: '_xlfn.LET(_xlpm.x,A1,_xlfn.SEQUENCE(2)*_xlpm.x)',
    value: 5,
    array: 'D1:D2',
    isDynamic: true,
  },
  D2: 10,
};

test('what the grid cannot compute keeps the value of the file, and is said', async () => {
  const host = await openCells(CELLS);
  const { kept, differences, uncomputed } = await host.check();
  expect([differences, uncomputed]).toEqual([[], []]);
  expect(kept.map(({ address }) => address)).toEqual(['B1', 'D1', 'B2', 'B3', 'B4', 'B5', 'B7']);
  expect(kept[3]).toEqual({ sheetName: 'Data', address: 'B3', reason: 'the grid has no GETPIVOTDATA' });
  const { values, formulas } = await show(host, 'B1:D7');
  expect(values.map(([first]) => first)).toEqual([7, 35, 12, 10, 6, '10 7', 'text']);
  expect([values[0]?.[1], values[0]?.[2], values[1]?.[2]]).toEqual([64, 5, 10]);
  expect(formulas.map(([first]) => first).slice(0, 3)).toEqual([
    "='[prices.xlsx]Sheet1'!A1",
    '=[1]Sheet1!$B$2*A1',
    `=${PIVOT}`,
  ]);
  expect(checkSentences(await host.check())[0]).toMatch(/^7 formulas keep the values of the file, since /);
});

test('a file that is saved again has the formulas as they were, and keeps the values again', async () => {
  const bytes = await downloadXlsx((await openCells(CELLS)).workbench);
  const sheet = partsOf(bytes)['xl/worksheets/sheet0.xml'] ?? '';
  for (const cell of Object.values(CELLS)) {
    if (typeof cell !== 'object' || cell.formula === undefined) continue;
    const kind = cell.array === undefined ? '' : ` t="array" ref="${cell.array}"`;
    expect(sheet).toContain(
      `<f${kind}>${cell.formula.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</f>`,
    );
  }
  const again = await openBytes(bytes);
  expect((await again.check()).kept).toHaveLength(7);
  expect((await show(again, 'B1:B7')).values.flat()).toEqual([7, 35, 12, 10, 6, '10 7', 'text']);
});

test('a kept value goes with its cell, and is given up when what it reads changes', async () => {
  const host = await openCells(CELLS);
  await host.check();
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    sheet.getRange('1:1').insert('Down');
    await context.sync();
  });
  expect(await show(host, 'B3:B5')).toMatchObject({
    values: [[35], [12], [10]],
    formulas: [['=[1]Sheet1!$B$2*A2'], ['=GETPIVOTDATA("Cost",$A$2)'], ['=_xlfn.LET(_xlpm.x,A2,_xlpm.x*2)']],
  });
  const change = (value: number) =>
    host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('A2').values = [[value]];
      await context.sync();
    });
  await change(6);
  expect((await show(host, 'B2:B5')).values.flat()).toEqual([7, '#N/A', '#N/A', '#N/A']);
  expect(host.workbench.cellError('Data', 'B5')).toMatch(/The value of the file was 10/);
  await change(5);
  expect((await show(host, 'B2:B5')).values.flat()).toEqual([7, 35, 12, 10]);
});

test('a formula that shows something else is told, with what the file says', async () => {
  const host = await openCells({
    A1: 2,
    B1: { formula: 'A1*3', value: 7 },
    B2: { formula: 'B1+1', value: 8 },
    B3: { formula: 'A1&"x"', value: '2x' },
    B4: { formula: 'A1>1', value: false },
    B5: { formula: '0.1+0.2', value: 0.3 },
    B6: { formula: '1000000.1-1000000-0.1', value: 0 },
    B7: { formula: 'TODAY()-TODAY()+45000*(TODAY()>0)', value: 44_999 },
    B8: { formula: 'B7', value: 44_999 },
  });
  const { differences, kept } = await host.check();
  expect(kept).toEqual([]);
  const at = (address: string, shown: string, stored: string, isVolatile = false) => ({
    sheetName: 'Data',
    address,
    shown,
    stored,
    isVolatile,
  });
  expect(differences.filter(({ address }) => address !== 'B6')).toEqual([
    at('B1', '6', '7'),
    at('B2', '7', '8'),
    at('B4', 'TRUE', 'FALSE'),
    at('B7', '45000', '44999', true),
    at('B8', '45000', '44999', true),
  ]);
  expect(checkSentences(await host.check())).toEqual([
    expect.stringMatching(
      /^\d formulas show something else than in the file: the first is Data!B1, 6 here and 7 in the file\. 2 of them depend on today's date or on chance\.$/,
    ),
  ]);
});

test('circles that the file allows no iteration for keep the values of the file', async () => {
  const host = await openCells({
    A1: { formula: 'B1+1', value: 3 },
    B1: { formula: 'A1-1', value: 2 },
    C1: { formula: 'A1*2', value: 6 },
  });
  expect((await show(host, 'A1:C1')).values).toEqual([[3, 2, 6]]);
  const { kept, differences } = await host.check();
  expect(differences).toEqual([]);
  expect(kept[0]?.reason).toBe('they lead in a circle');
});

test('a program that does not compute stores 0, which is no value', async () => {
  const book = {
    sheets: [
      {
        name: 'Data',
        cells: {
          A1: 2,
          B1: { formula: 'A1*3', value: 0 },
          B2: { formula: LET, value: 0 },
          B3: { formula: 'A1&"x"' },
        },
      },
    ],
    calculation: 'calcId="124519" fullCalcOnLoad="1"',
  };
  const host = await openBook(book);
  expect((await show(host, 'B1:B3')).values).toEqual([[6], ['#NAME?'], ['2x']]);
  const { differences, kept, uncomputed } = await host.check();
  expect([differences, kept]).toEqual([[], []]);
  expect(uncomputed).toEqual([{ sheetName: 'Data', address: 'B2', reason: 'the grid has no LET' }]);
  expect(await valueOf(await reopened(host), 'B1')).toBe(6);
});

test('a long chain is computed from its end', async () => {
  const rows = 5_000;
  const cells: Record<string, FileCell | number> = { [`A${rows}`]: 1 };
  for (let row = 1; row < rows; row += 1)
    cells[`A${row}`] = { formula: `A${row + 1}+1`, value: rows - row + 1 };
  const host = await openCells(cells);
  expect(await host.check()).toEqual({ differences: [], kept: [], uncomputed: [] });
  expect(await valueOf(host, 'A1')).toBe(rows);
});
