import { closeAll, openBook, reopened, show, valueOf } from './opening';

afterEach(closeAll);

/** 1, 2, 3 … in the first column. */
const column = (rows: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: rows }, (_, at) => [`A${at + 1}`, at + 1]));

const sumTo = (rows: number): number => (rows * (rows + 1)) / 2;

describe('a name whose range reaches beyond the rows of the sheet that is shown', () => {
  const sheets = [
    {
      name: 'Summary',
      cells: {
        A1: { formula: 'SUM(Usage)', value: sumTo(1500) },
        A2: { formula: 'IFERROR(SUM(Usage),0)', value: sumTo(1500) },
      },
    },
    { name: 'Big', cells: column(1500) },
  ];

  test('stands for its cells', async () => {
    const host = await openBook({ sheets, names: [{ name: 'Usage', refersTo: 'Big!$A$1:$A$1500' }] });
    expect(host.workbench.leftOut).toEqual([]);
    for (const each of [host, await reopened(host)])
      expect((await show(each, 'A1:A2', 'Summary')).values).toEqual([[sumTo(1500)], [sumTo(1500)]]);
  });

  test('is added by an add-in, and refers elsewhere', async () => {
    const host = await openBook({ sheets });
    await host.Excel.run(async (context) => {
      const name = context.workbook.names.add('Usage', '=Big!$A$1:$A$1400');
      await context.sync();
      name.formula = '=Big!$A$1:$A$1500';
      await context.sync();
    });
    expect(await valueOf(host, 'A1', 'Summary')).toBe(sumTo(1500));
  });
});

test('names of constants and formulas stand for their values, and stay names', async () => {
  const host = await openBook({
    sheets: [
      {
        name: 'Data',
        cells: {
          A1: 100,
          A2: { formula: 'A1*Rate', value: 25 },
          A3: { formula: 'Twice+1', value: 201 },
          A4: { formula: 'Greeting&"!"', value: 'Hello!' },
          A5: { formula: 'SUM(Sizes)', value: 6 },
          A6: { formula: 'Above', value: 6 },
          A7: { formula: 'IF(A1>0,Gone,1)', value: { error: '#REF!' } },
          A8: { formula: 'Nested', value: 50.25 },
        },
      },
    ],
    names: [
      { name: 'Rate', refersTo: '0.25' },
      { name: 'Twice', refersTo: 'Data!$A$1*2' },
      { name: 'Greeting', refersTo: '"Hello"' },
      { name: 'Sizes', refersTo: '{1,2,3}' },
      // The cell above the one that uses it, as a file writes it for the first cell of a sheet.
      { name: 'Above', refersTo: 'Data!A1048576' },
      { name: 'Gone', refersTo: 'Data!#REF!' },
      { name: 'Nested', refersTo: 'Twice*Rate+Rate' },
    ],
  });
  expect(host.workbench.leftOut).toEqual([]);
  for (const each of [host, await reopened(host)]) {
    const { values, formulas } = await show(each, 'A2:A8');
    expect(values.flat()).toEqual([25, 201, 'Hello!', 6, 6, '#REF!', 50.25]);
    expect(formulas[0]).toEqual(['=A1*Rate']);
    const names = await each.Excel.run(async (context) => {
      const all = context.workbook.names.load('items/name,items/formula,items/type,items/value');
      await context.sync();
      return all.items.map(({ name, formula, type, value }) => [name, formula, type, value as unknown]);
    });
    expect(names.slice(0, 3)).toEqual([
      ['Rate', '=0.25', 'Double', 0.25],
      ['Twice', '=Data!$A$1*2', 'Double', 200],
      ['Greeting', '="Hello"', 'String', 'Hello'],
    ]);
    expect(names).toHaveLength(7);
  }
});

test('a name of a constant follows its new value, and rows that are inserted', async () => {
  const host = await openBook({
    sheets: [{ name: 'Data', cells: { A1: 100, A2: { formula: 'A1*Rate', value: 25 }, A3: 7 } }],
    names: [
      { name: 'Rate', refersTo: '0.25' },
      { name: 'Plus', refersTo: 'Data!$A$3+1' },
    ],
  });
  await host.Excel.run(async (context) => {
    context.workbook.names.getItem('Rate').formula = '=0.5';
    context.workbook.worksheets.getItem('Data').getRange('1:1').insert('Down');
    await context.sync();
  });
  expect(await show(host, 'A3')).toMatchObject({ values: [[50]], formulas: [['=A2*Rate']] });
  const plus = await host.Excel.run(async (context) => {
    const name = context.workbook.names.getItem('Plus').load('formula');
    await context.sync();
    return name.formula;
  });
  expect(plus).toBe('=Data!$A$4+1');
});

test('a sheet has names of its own beside those of the workbook', async () => {
  const cells = (rate: number) => ({
    A1: 4,
    A2: 9,
    B1: { formula: 'Rate*2', value: rate * 2 },
    B2: { formula: 'Data!Rate+Other!Rate', value: 13 },
  });
  const host = await openBook({
    sheets: [
      { name: 'Data', cells: cells(4) },
      { name: 'Other', cells: cells(9) },
      {
        name: 'Third',
        cells: { B1: { formula: 'Rate', value: 4 }, B2: { formula: 'Only', value: { error: '#NAME?' } } },
      },
    ],
    names: [
      { name: 'Rate', refersTo: 'Data!$A$1' },
      { name: 'Rate', refersTo: 'Other!$A$2', sheet: 1 },
      { name: 'Only', refersTo: 'Other!$A$2', sheet: 1 },
    ],
  });
  expect(host.workbench.leftOut).toEqual([]);
  for (const each of [host, await reopened(host)]) {
    expect((await show(each, 'B1:B2')).values).toEqual([[8], [13]]);
    expect(await show(each, 'B1:B2', 'Other')).toMatchObject({
      values: [[18], [13]],
      formulas: [['=Rate*2'], ['=Data!Rate+Other!Rate']],
    });
    expect((await show(each, 'B1:B2', 'Third')).values).toEqual([[4], ['#NAME?']]);
    const found = await each.Excel.run(async (context) => {
      const ofBook = context.workbook.names.load('items/name,items/formula');
      const ofSheet = context.workbook.worksheets.getItem('Other').names.load('items/name,items/formula');
      await context.sync();
      return [ofBook, ofSheet].map(({ items }) => items.map(({ name, formula }) => [name, formula]));
    });
    expect(found).toEqual([
      [['Rate', '=Data!$A$1']],
      [
        ['Rate', '=Other!$A$2'],
        ['Only', '=Other!$A$2'],
      ],
    ]);
  }
});
