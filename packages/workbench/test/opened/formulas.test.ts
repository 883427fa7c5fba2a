import { closeAll, openBook, openBytes, openCells, reopened, show, valueOf } from './opening';
import { downloadXlsx } from '../../src/headless/download-xlsx';
import { partsOf } from '../xlsx-faults';
import { fileOf, type FileCell } from './workbook';

afterEach(closeAll);

const error = (code: string) => ({ error: code });

test('errors in a formula are these errors, and a condition keeps them away', async () => {
  const cells: Record<string, FileCell | number> = {
    A1: 3,
    B1: { formula: 'Data!#REF!', value: error('#REF!') },
    B2: { formula: 'SUM(A1,#REF!)', value: error('#REF!') },
    B3: { formula: 'IF(A1>0,1,Data!#REF!)', value: 1 },
    B4: { formula: '#REF!', value: error('#REF!') },
    B5: { formula: 'IF(A1>0,1,#N/A)', value: 1 },
    B6: { formula: 'IFERROR(VLOOKUP(A1,#REF!,2,FALSE),7)', value: 7 },
    B7: { formula: 'ISNA(#N/A)', value: true },
    B8: { formula: 'COUNT(A1,#VALUE!)', value: 1 },
    B9: { formula: 'IF(A1>0,#DIV/0!,1)', value: error('#DIV/0!') },
  };
  const host = await openCells(cells);
  const values = ['#REF!', '#REF!', 1, '#REF!', 1, 7, true, 1, '#DIV/0!'];
  const { formulas, values: shown } = await show(host, 'B1:B9');
  expect(shown.flat()).toEqual(values);
  expect(formulas.flat().slice(1, 3)).toEqual(['=SUM(A1,#REF!)', '=IF(A1>0,1,Data!#REF!)']);
  expect((await show(await reopened(host), 'B1:B9')).values.flat()).toEqual(values);
});

test('an error that is typed is an error, too', async () => {
  const host = await openCells({ A1: 3 });
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('B1').formulas = [['=IF(A1>5,1,#N/A)']];
    await context.sync();
  });
  expect(await show(host, 'B1')).toMatchObject({ values: [['#N/A']], formulas: [['=IF(A1>5,1,#N/A)']] });
});

describe('a plain formula takes the cell of its row or column where it needs one value', () => {
  const cells: Record<string, FileCell | number | string> = {
    A1: 1,
    A2: 2,
    A3: 3,
    B2: { formula: 'A1:A3', value: 2 },
    C2: { formula: 'A1:A3*10', value: 20 },
    C3: { formula: 'SUM(A1:A3*2)', value: 6 },
    D1: { formula: 'SUMIF(A:A,A:A,A:A)', value: 1 },
    D2: { formula: 'SUMPRODUCT((A1:A3>1)*A1:A3)', value: 5 },
    D3: { formula: 'INDEX(A1:A3,0)', value: 3 },
    E1: { formula: 'MATCH(TRUE,INDEX(A1:A3>1,0),0)', value: 2 },
    E2: { formula: 'Column', value: 2 },
    E3: { formula: 'SUM(A1:A3)', value: 6 },
    F9: { formula: 'A1:A3', value: error('#VALUE!') },
  };
  const names = [{ name: 'Column', refersTo: 'Data!$A$1:$A$3' }];
  const shown = [
    [2, 20, 5, 2],
    ['', 6, 3, 6],
  ];

  test('and says so by an @; the file keeps the formula as it was', async () => {
    const first = await openBook({ sheets: [{ name: 'Data', cells }], names });
    const bytes = await downloadXlsx(first.workbench);
    for (const host of [first, await openBytes(bytes)]) {
      const { values, formulas } = await show(host, 'B2:E3');
      expect(values).toEqual(shown);
      expect(formulas[0]?.slice(0, 2)).toEqual(['=@A1:A3', '=@A1:A3*10']);
      expect(formulas[1]?.[1]).toBe('=SUM(@A1:A3*2)');
      expect(await show(host, 'D1:E2')).toMatchObject({
        values: [
          [1, 2],
          [5, 2],
        ],
        formulas: [
          ['=SUMIF(A:A,@A:A,A:A)', '=MATCH(TRUE,INDEX(A1:A3>1,0),0)'],
          ['=SUMPRODUCT((A1:A3>1)*A1:A3)', '=@Column'],
        ],
      });
      expect(await valueOf(host, 'F9')).toBe('#VALUE!');
    }
    const sheet = partsOf(bytes)['xl/worksheets/sheet0.xml'] ?? '';
    const stored = [...sheet.matchAll(/<f([^>]*)>([^<]*)<\/f>/g)].map(([, kind, text]) => [kind, text]);
    for (const { formula } of Object.values(cells).filter((cell) => typeof cell === 'object'))
      expect(stored).toContainEqual(['', formula?.replace('>', '&gt;')]);
  });

  test('and depends on nothing but that cell', async () => {
    const host = await openBook({
      sheets: [
        {
          name: 'Data',
          cells: {
            A1: 100,
            A2: { formula: 'A1+B1', value: 110 },
            A3: { formula: 'A2+B2', value: 121 },
            B1: { formula: 'Balance*0.1', value: 10 },
            B2: { formula: 'Balance*0.1', value: 11 },
          },
        },
      ],
      names: [{ name: 'Balance', refersTo: 'Data!$A$1:$A$3' }],
    });
    expect((await show(host, 'A1:B3')).values).toEqual([
      [100, 10],
      [110, 11],
      [121, ''],
    ]);
  });
});

test('an array formula of a fixed size fills its cells, and stays one', async () => {
  const first = await openCells({
    A1: 1,
    A2: 2,
    B1: { formula: 'A1:A2*10', value: 10, array: 'B1:B4' },
    B2: 20,
    B3: { value: error('#N/A') },
    B4: { value: error('#N/A') },
    C1: { formula: 'SUM(A1:A2*A1:A2)', value: 5, array: 'C1' },
    D1: { formula: 'SUM(A1:A2)', value: 3, array: 'D1:E2' },
    E1: 3,
    D2: 3,
    E2: 3,
  });
  const bytes = await downloadXlsx(first.workbench);
  for (const host of [first, await openBytes(bytes)])
    expect((await show(host, 'B1:E4')).values).toEqual([
      [10, 5, 3, 3],
      [20, '', 3, 3],
      ['#N/A', '', '', ''],
      ['#N/A', '', '', ''],
    ]);
  const sheet = partsOf(bytes)['xl/worksheets/sheet0.xml'] ?? '';
  expect(sheet).toContain('<f t="array" ref="B1:B4">A1:A2*10</f>');
  expect(sheet).toContain('<f t="array" ref="C1">SUM(A1:A2*A1:A2)</f>');
  expect(sheet).not.toContain('cm="1"');
});

test('functions over sheets take the cells of each', async () => {
  const month = (name: string, value: number) => ({ name, cells: { B5: value, B6: value * 10 } });
  const book = {
    sheets: [
      {
        name: 'Data',
        cells: {
          A1: { formula: 'SUM(Jan:Mar!B5)', value: 6 },
          A2: { formula: 'SUM(Jan:Mar!B5:B6)*2', value: 132 },
          A3: { formula: "AVERAGE('Jan:Year end'!B5,10)", value: 5 },
          A4: { formula: 'MAX(Jan:Mar!B5)', value: 3 },
          A5: { formula: 'SUM(Jan:Nowhere!B5)', value: error('#REF!') },
        },
      },
      month('Jan', 1),
      month('Feb', 2),
      month('Mar', 3),
      month('Year end', 9),
    ],
  };
  const host = await openBook(book);
  for (const each of [host, await reopened(host)]) {
    const { values, formulas } = await show(each, 'A1:A5');
    expect(values.flat()).toEqual([6, 132, 5, 3, '#REF!']);
    expect(formulas[0]).toEqual(['=SUM(Jan:Mar!B5)']);
  }
});

test('ranges of computed ends, of several areas and of what areas share', async () => {
  const host = await openBook({
    sheets: [
      {
        name: 'Data',
        cells: {
          A1: 1,
          A2: 2,
          A3: 3,
          B1: 10,
          B2: 20,
          B3: 30,
          C1: { formula: 'SUM(A1:INDEX(A:A,2))', value: 3 },
          C2: { formula: 'SUM(OFFSET(A1,1,0):OFFSET(A1,2,1))', value: 55 },
          C3: { formula: 'SUM((A1:A2,B3))', value: 33 },
          C4: { formula: 'SUM(A1:B2 B1:B3)', value: 30 },
          C5: { formula: 'Second Tens', value: 20 },
          C6: { formula: 'A2:B2 B1:B3', value: 20 },
        },
      },
    ],
    names: [
      { name: 'Second', refersTo: 'Data!$A$2:$B$2' },
      { name: 'Tens', refersTo: 'Data!$B$1:$B$3' },
    ],
  });
  expect((await show(host, 'C1:C6')).values.flat()).toEqual([3, 55, 33, 30, 20, 20]);
});

test('signs bind more strongly than powers, and quotation marks are texts', async () => {
  const host = await openCells({
    A1: 3,
    B1: { formula: '-A1^2', value: 9 },
    B2: { formula: '2/-4*8', value: -4 },
    B3: { formula: '2^-1*4', value: 2 },
    B4: { formula: '1-A1^2', value: -8 },
    B5: { formula: '"3"" pipe"&A1&""', value: '3" pipe3' },
  });
  expect(await show(host, 'B1:B5')).toMatchObject({
    values: [[9], [-4], [2], [-8], ['3" pipe3']],
    formulas: [['=-A1^2'], ['=2/-4*8'], ['=2^-1*4'], ['=1-A1^2'], ['="3"" pipe"&A1&""']],
  });
});

test('a range of one cell stays a range, and grows when it is filled down', async () => {
  const host = await openCells({
    A1: 1,
    A2: 2,
    A3: 3,
    B1: { formula: 'SUM($A$1:A1)', value: 1 },
    C1: { formula: 'COUNTIF(A$1:A1,A1)', value: 1 },
  });
  await host.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    sheet.getRange('B2:C3').copyFrom('B1:C1');
    await context.sync();
  });
  const expected = [
    ['=SUM($A$1:A1)', '=COUNTIF(A$1:A1,A1)'],
    ['=SUM($A$1:A2)', '=COUNTIF(A$1:A2,A2)'],
    ['=SUM($A$1:A3)', '=COUNTIF(A$1:A3,A3)'],
  ];
  for (const each of [host, await reopened(host)]) {
    const { formulas, values } = await show(each, 'B1:C3');
    expect(formulas).toEqual(expected);
    expect(values.map(([first]) => first)).toEqual([1, 3, 6]);
  }
  await host.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('1:1').insert('Down');
    await context.sync();
  });
  expect((await show(host, 'B2:C2')).formulas).toEqual([['=SUM($A$2:A2)', '=COUNTIF(A$2:A2,A2)']]);
});

test('columns of tables have the names that the file says', async () => {
  const host = await openBytes(
    fileOf({
      sheets: [
        {
          name: 'Data',
          cells: {
            A1: 'Cost ',
            B1: { value: 2026 },
            C1: 'Unit\nprice',
            A2: 1,
            B2: 10,
            C2: { formula: 'Costs[[#This Row],[2026]]*2', value: 20 },
            A3: 2,
            B3: 20,
            C3: { formula: 'Costs[[#This Row],[2026]]*2', value: 40 },
            E1: { formula: 'SUM(Costs[Cost ])', value: 3 },
            E2: { formula: 'SUM(Costs[2026])', value: 30 },
            E3: { formula: 'SUM(Costs[Unit\nprice])', value: 60 },
            E4: { formula: 'SUM(Costs[[2026]:[Unit\nprice]])', value: 90 },
          },
          tables: [{ name: 'Costs', ref: 'A1:C3', columns: ['Cost ', '2026', 'Unit_x000a_price'] }],
        },
      ],
    }),
  );
  expect((await show(host, 'E1:E4')).values.flat()).toEqual([3, 30, 60, 90]);
  expect((await show(host, 'C2')).formulas).toEqual([['=[@2026]*2']]);
});
