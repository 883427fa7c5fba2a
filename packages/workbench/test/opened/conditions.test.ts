import { closeAll, openBook, openCells, show, valueOf } from './opening';

afterEach(closeAll);

/** Formulas in column C, with what Excel computes of E1:F3. */
const INPUTS = { E1: 10, E2: 20, E3: 30, F1: 'x', F2: 'y', F3: 'x' };

const array = (formula: string, value: number | boolean, at: number) => ({
  formula,
  value,
  array: `C${at}`,
});

test('an IF without an else is FALSE, also for each cell of a range', async () => {
  const formulas: readonly (readonly [string, number | boolean])[] = [
    ['AVERAGE(IF(F1:F3="x",E1:E3))', 20],
    ['MIN(IF(F1:F3="x",E1:E3))', 10],
    ['COUNT(IF(F1:F3="x",E1:E3))', 2],
    ['MEDIAN(IF(F1:F3="y",E1:E3))', 20],
    ['MAX(IF(F1:F3="x",-E1:E3))', -10],
    ['PERCENTILE(IF(F1:F3="x",E1:E3),0.5)', 20],
    ['IF(FALSE,1)', false],
    ['IF(FALSE,1,)', 0],
    ['IF(TRUE,,1)', 0],
  ];
  const cells = formulas.map(
    ([formula, value], at) => [`C${at + 1}`, array(formula, value, at + 1)] as const,
  );
  const host = await openCells({ ...INPUTS, ...Object.fromEntries(cells) });
  const { values } = await show(host, `C1:C${formulas.length}`);
  expect(values.flat()).toEqual(formulas.map(([, value]) => value));
});

test('only the branch that is taken is computed, so that a condition keeps a circle from closing', async () => {
  const host = await openCells({
    A1: 1,
    B1: { formula: 'IF(A1>0,5,C1)', value: 5 },
    C1: { formula: 'B1+1', value: 6 },
    B2: { formula: 'CHOOSE(A1,5,C2)', value: 5 },
    C2: { formula: 'B2+1', value: 6 },
    B3: { formula: 'IFERROR(A1,C3)', value: 1 },
    C3: { formula: 'B3+1', value: 2 },
    B4: { formula: '_xlfn.IFS(A1=1,5,A1=2,C4)', value: 5 },
    C4: { formula: 'B4+1', value: 6 },
    B5: { formula: '_xlfn.SWITCH(A1,1,5,C5)', value: 5 },
    C5: { formula: 'B5+1', value: 6 },
  });
  expect((await show(host, 'B1:C5')).values).toEqual([
    [5, 6],
    [5, 6],
    [1, 2],
    [5, 6],
    [5, 6],
  ]);
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1').values = [[3]];
    await context.sync();
  });
  // Now the circle of the first row closes.
  expect((await show(host, 'B3:C3')).values).toEqual([[3, 4]]);
});

test('a function that asks where a cell lies does not ask for its value', async () => {
  const host = await openCells({
    C12: { formula: 'ROW(C12)+COLUMN(C12)', value: 15 },
    D12: { formula: 'ROWS(D1:D12)', value: 12 },
    E12: {
      formula: 'SUM(ROW(INDIRECT("1:12")))',
      value: 78,
      array: 'E12',
    },
    A1: 1,
    A2: 2,
    A3: { formula: 'SUM(A1:OFFSET(A3,-1,0))', value: 3 },
  });
  expect((await show(host, 'C12:E12')).values).toEqual([[15, 12, 78]]);
  expect(await valueOf(host, 'A3')).toBe(3);
});

test('iteration goes on from the values of the file, as far as the file says', async () => {
  const sheets = [
    {
      name: 'Data',
      cells: {
        A1: { formula: '0.1*(B1+100)', value: 11.11 },
        B1: { formula: 'A1', value: 11.11 },
        C1: 100,
        D1: { formula: '0.5*E1+C1', value: 200 },
        E1: { formula: 'D1', value: 200 },
      },
    },
  ];
  const host = await openBook({ sheets, calculation: 'iterate="1" iterateCount="100" iterateDelta="0.001"' });
  const { values } = await show(host, 'A1:E1');
  expect(values[0]?.[0]).toBeCloseTo(11.11, 2);
  expect(values[0]?.slice(3)).toEqual([200, 200]);
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('C1').values = [[50]];
    await context.sync();
  });
  expect(await valueOf(host, 'D1')).toBeCloseTo(100, 1);
});
