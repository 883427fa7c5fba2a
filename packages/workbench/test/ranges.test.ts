import fc from 'fast-check';
import type { Headless } from '../src/headless/headless';
import { failureOf, formulas, openExcel, read, write } from './excel';

let excel: Headless;
beforeAll(async () => {
  excel = await openExcel();
});
afterAll(() => excel.close());

/** A fresh sheet for each test, by its name. */
let last = 0;
async function sheet(): Promise<string> {
  const name = `Sheet ${(last += 1)} of tests`;
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  return name;
}

async function load(name: string, address: string, select: string): Promise<Record<string, unknown>> {
  return excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange(address);
    range.load(select);
    await context.sync();
    return range.toJSON() as Record<string, unknown>;
  });
}

test('values are read as a person would type them, en-US', async () => {
  const name = await sheet();
  await write(
    excel,
    'A1:A12',
    [
      ['12%'],
      ['1/31/2027'],
      ["'=1+1"],
      ["'12"],
      ['TRUE'],
      [false],
      ['=1+1'],
      ['+A7'],
      ['text'],
      ['$5'],
      ['1,234.5'],
      ['#N/A'],
    ],
    name,
  );
  expect(await read(excel, 'A1:A12', name)).toEqual([
    [0.12],
    [46418],
    ['=1+1'],
    ['12'],
    [true],
    [false],
    [2],
    [2],
    ['text'],
    [5],
    [1234.5],
    ['#N/A'],
  ]);
  expect(await load(name, 'A1:A4', 'text,valueTypes')).toEqual({
    text: [['12%'], ['1/31/2027'], ['=1+1'], ['12']],
    valueTypes: [['Double'], ['Double'], ['String'], ['String']],
  });
});

test('null leaves a cell alone, an empty text clears it', async () => {
  const name = await sheet();
  await write(excel, 'A1:C1', [[1, 2, 3]], name);
  await write(excel, 'A1:C1', [[null, '', 4]], name);
  expect(await load(name, 'A1:C1', 'values,valueTypes')).toEqual({
    values: [[1, '', 4]],
    valueTypes: [['Double', 'Empty', 'Double']],
  });
});

test('one value fills a range; an array of another shape is refused', async () => {
  const name = await sheet();
  await write(excel, 'A1:B2', 7, name);
  expect(await read(excel, 'A1:B2', name)).toEqual([
    [7, 7],
    [7, 7],
  ]);
  for (const values of [[[1]], [[1, 2], [3]], [[1, 2]]]) {
    const failure = await failureOf(excel, async (context) => {
      context.workbook.worksheets.getItem(name).getRange('A1:B2').values = values;
      await context.sync();
    });
    expect(failure.code).toBe('InvalidArgument');
    expect(failure.message).toContain('rows or columns');
  }
});

test('numbers round-trip exactly', async () => {
  const name = await sheet();
  const check = fc.asyncProperty(
    fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), {
      minLength: 1,
      maxLength: 50,
    }),
    async (numbers) => {
      const wanted = numbers.map((each) => [each === 0 || Math.abs(each) < 1e-300 ? 0 : each]);
      await write(excel, `A1:A${wanted.length}`, wanted, name);
      expect(await read(excel, `A1:A${wanted.length}`, name)).toEqual(wanted);
    },
  );
  await fc.assert(check, { numRuns: 15, seed: 20270101 });
  await write(excel, 'B1:B4', [[0.1 + 0.2], [1e21], [1e-7], [25_000_000_000]], name);
  expect(await read(excel, 'B1:B4', name)).toEqual([[0.1 + 0.2], [1e21], [1e-7], [25_000_000_000]]);
});

test('formulas compute, across sheets with quoted names, and are given back as written', async () => {
  const [one, two] = [await sheet(), await sheet()];
  await write(excel, 'A1:A2', [[2], [3]], one);
  await write(excel, 'B1:B3', [[`='${one}'!A1*10`], [`=SUM('${one}'!A1:A2)`], ['=1/0']], two);
  expect(await read(excel, 'B1:B3', two)).toEqual([[20], [5], ['#DIV/0!']]);
  expect(await formulas(excel, 'B1:B3', two)).toEqual([
    [`='${one}'!A1*10`],
    [`=SUM('${one}'!A1:A2)`],
    ['=1/0'],
  ]);
});

test('a formula that cannot be read is refused by its cell; an unknown name is not', async () => {
  const name = await sheet();
  const failure = await failureOf(excel, async (context) => {
    context.workbook.worksheets.getItem(name).getRange('C3').formulas = [['=SUM(1,']];
    await context.sync();
  });
  expect(failure.code).toBe('InvalidArgument');
  expect(failure.message).toContain(`'${name}'!C3`);
  await write(excel, 'A1:A2', [['=nothing'], ['=NOSUCH(1)']], name);
  expect(await read(excel, 'A1:A2', name)).toEqual([['#NAME?'], ['#NAME?']]);
  expect(excel.workbench.cellError(name, 'A1')).toMatch(/not known/);
  expect(excel.workbench.cellError(name, 'B1')).toBeUndefined();
});

test('errors have Excel’s codes', async () => {
  const name = await sheet();
  await write(excel, 'A1:A4', [['=A1+1'], ['="x"*1'], ['=NA()'], ['=INDEX(B1:B2,5)']], name);
  const codes = await read(excel, 'A1:A4', name);
  expect(codes.slice(0, 3)).toEqual([['#REF!'], ['#VALUE!'], ['#N/A']]);
  expect(codes[3]?.[0]).toMatch(/^#(REF|VALUE)!$/);
});

test('a spill grows, is blocked, heals, and knows its parent', async () => {
  const name = await sheet();
  await write(excel, 'A1:B1', [[3, '=SEQUENCE(A1)']], name);
  expect(await read(excel, 'B1:B4', name)).toEqual([[1], [2], [3], ['']]);
  await write(excel, 'B2', 'x', name);
  expect(await read(excel, 'B1:B3', name)).toEqual([['#SPILL!'], ['x'], ['']]);
  await write(excel, 'B2', '', name);
  await write(excel, 'A1', 4, name);
  expect(await read(excel, 'B1:B5', name)).toEqual([[1], [2], [3], [4], ['']]);
  await excel.Excel.run(async (context) => {
    const at = context.workbook.worksheets.getItem(name);
    const spill = at.getRange('B1').getSpillingToRange().load('address');
    const parent = at.getRange('B3').getSpillParent().load('address');
    const none = at.getRange('A1').getSpillingToRangeOrNullObject();
    const anchor = at.getRange('B1').load('hasSpill');
    const plain = at.getRange('A1').load('hasSpill');
    await context.sync();
    expect([spill.address, parent.address]).toEqual([`'${name}'!B1:B4`, `'${name}'!B1`]);
    expect([none.isNullObject, anchor.hasSpill, plain.hasSpill]).toEqual([true, true, false]);
  });
});

test('ranges are reached from ranges', async () => {
  const name = await sheet();
  await excel.Excel.run(async (context) => {
    const at = context.workbook.worksheets.getItem(name);
    const base = at.getRange('B2:D5');
    const reached = {
      cell: base.getCell(1, 2),
      row: base.getRow(0),
      column: base.getColumn(2),
      offset: base.getOffsetRange(1, -1),
      resized: base.getResizedRange(-2, 1),
      absolute: base.getAbsoluteResizedRange(1, 1),
      entireColumn: base.getEntireColumn(),
      entireRow: base.getEntireRow(),
      last: base.getLastCell(),
      below: base.getRowsBelow(2),
      after: base.getColumnsAfter(),
      meet: base.getIntersection('D4:Z9'),
      around: base.getBoundingRect(at.getRange('A9')),
      indexes: at.getRangeByIndexes(9, 1, 2, 3),
      corner: at.getCell(1_048_575, 16_383),
    };
    const nothing = base.getIntersectionOrNullObject('F1:G2');
    for (const range of Object.values(reached)) range.load('address');
    const whole = at.getRange('A:B').load('values,isEntireColumn,rowCount,cellCount');
    await context.sync();
    expect(
      Object.fromEntries(Object.entries(reached).map(([key, { address }]) => [key, address.split('!')[1]])),
    ).toEqual({
      cell: 'D3',
      row: 'B2:D2',
      column: 'D2:D5',
      offset: 'A3:C6',
      resized: 'B2:E3',
      absolute: 'B2',
      entireColumn: 'B:D',
      entireRow: '2:5',
      last: 'D5',
      below: 'B6:D7',
      after: 'E2:E5',
      meet: 'D4:D5',
      around: 'A2:D9',
      indexes: 'B10:D11',
      corner: 'XFD1048576',
    });
    expect(nothing.isNullObject).toBe(true);
    expect([whole.values, whole.isEntireColumn, whole.rowCount, whole.cellCount]).toEqual([
      null,
      true,
      1_048_576,
      2_097_152,
    ]);
  });
  const failure = await failureOf(excel, async (context) => {
    context.workbook.worksheets.getItem(name).getRange('A1').getOffsetRange(-1, 0).load('address');
    await context.sync();
  });
  expect(failure.code).toBe('InvalidArgument');
});

test('the used range ends with the last cell in use', async () => {
  const name = await sheet();
  await excel.Excel.run(async (context) => {
    const at = context.workbook.worksheets.getItem(name);
    const none = at.getUsedRangeOrNullObject();
    const first = at.getUsedRange().load('address');
    at.getRange('C3').values = [[1]];
    at.getRange('E8').format.fill.color = '#00FF00';
    const all = at.getUsedRange().load('address');
    const values = at.getUsedRange(true).load('address');
    const column = at.getRange('C:C').getUsedRange(true).load('address');
    await context.sync();
    expect(none.isNullObject).toBe(true);
    const tail = ({ address }: { address: string }) => address.split('!')[1];
    expect([tail(first), tail(all), tail(values), tail(column)]).toEqual(['A1', 'C3:E8', 'C3', 'C3']);
  });
});

test('cells and rows are inserted and deleted, and formulas follow', async () => {
  const name = await sheet();
  await write(
    excel,
    'A1:B3',
    [
      [1, '=SUM(A1:A3)'],
      [2, ''],
      [3, '=A3'],
    ],
    name,
  );
  await excel.Excel.run(async (context) => {
    const at = context.workbook.worksheets.getItem(name);
    at.getRange('2:2').insert('Down');
    at.getRange('A2').values = [[10]];
    at.getRange('A1:A1').insert('Right');
    await context.sync();
  });
  expect(await read(excel, 'A1:C4', name)).toEqual([
    ['', 1, 15],
    [10, '', ''],
    [2, '', ''],
    [3, 3, ''],
  ]);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).getRange('2:3').delete('Up');
    await context.sync();
  });
  expect(await read(excel, 'A1:C2', name)).toEqual([
    ['', 1, expect.anything()],
    [3, 3, ''],
  ]);
});

test('clear takes contents, formats or both', async () => {
  const name = await sheet();
  await excel.Excel.run(async (context) => {
    const at = context.workbook.worksheets.getItem(name);
    const range = at.getRange('A1:A3');
    range.values = [[1], [2], [3]];
    range.format.font.bold = true;
    at.getRange('A1').clear('Contents');
    at.getRange('A2').clear('Formats');
    at.getRange('A3').clear();
    const cells = ['A1', 'A2', 'A3'].map((address) => at.getRange(address).load('values,format/font/bold'));
    await context.sync();
    expect(cells.map(({ values, format }) => [values[0]?.[0], format.font.bold])).toEqual([
      ['', true],
      [2, false],
      ['', false],
    ]);
  });
});

test('a block beyond the sheet’s extent makes the sheet grow', async () => {
  const name = await sheet();
  await write(
    excel,
    'DA3000:DB3001',
    [
      [1, 2],
      [3, '=SUM(DA3000:DB3000)'],
    ],
    name,
  );
  expect(await read(excel, 'DA3000:DB3001', name)).toEqual([
    [1, 2],
    [3, 3],
  ]);
});

test('ten thousand cells are written and read in one request', async () => {
  const name = await sheet();
  const values = Array.from({ length: 2000 }, (_, row) => [
    row,
    row * 2,
    `t${row}`,
    row % 2 === 0,
    `=A${row + 1}+B${row + 1}`,
  ]);
  await write(excel, 'A1:E2000', values, name);
  const got = await read(excel, 'A1:E2000', name);
  expect(got).toEqual(values.map(([a, b, c, d]) => [a, b, c, d, Number(a) + Number(b)]));
});
