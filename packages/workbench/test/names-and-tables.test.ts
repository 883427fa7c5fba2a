import type { Headless } from '../src/headless/headless';
import { failureOf, formulas, openExcel, read, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({ sheets: [{ name: 'Sheet1' }, { name: 'Terms sheet' }] });
  await write(
    excel,
    'B2:D4',
    [
      ['Term', 'Live', 'Base value'],
      ['Price', 3, 2],
      ['Volume', 5, 4],
    ],
    'Terms sheet',
  );
});
afterEach(() => excel.close());

async function makeTable(name = 'TermsTable'): Promise<void> {
  await excel.Excel.run(async (context) => {
    const table = context.workbook.tables.add("'Terms sheet'!B2:D4", true);
    table.name = name;
    await context.sync();
  });
}

async function addName(name: string, reference: string): Promise<void> {
  await excel.Excel.run(async (context) => {
    context.workbook.names.add(name, reference, 'a comment');
    await context.sync();
  });
}

async function addRows(...values: unknown[][]): Promise<void> {
  await excel.Excel.run(async (context) => {
    context.workbook.tables.getItem('TermsTable').rows.add(undefined, values as string[][]);
    await context.sync();
  });
  await excel.idle();
}

test('a name refers to cells, in formulas and for the object model', async () => {
  await write(excel, 'A1', '=SUM(prices)', 'Sheet1');
  expect(await read(excel, 'A1', 'Sheet1')).toEqual([['#NAME?']]);
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Terms sheet').getRange('C3:C4');
    const item = context.workbook.names.add('Prices', range, 'what we pay');
    item.load();
    const found = context.workbook.names.getItem('PRICES').getRange().load('address');
    await context.sync();
    expect(item.toJSON()).toMatchObject({
      name: 'Prices',
      type: 'Range',
      scope: 'Workbook',
      comment: 'what we pay',
      visible: true,
      formula: "='Terms sheet'!$C$3:$C$4",
      value: "'Terms sheet'!$C$3:$C$4",
    });
    expect(found.address).toBe("'Terms sheet'!C3:C4");
  });
  expect(await read(excel, 'A1', 'Sheet1')).toEqual([[8]]);
  await excel.Excel.run(async (context) => {
    const item = context.workbook.names.getItem('Prices');
    item.formula = "='Terms sheet'!$D$3:$D$4";
    await context.sync();
  });
  expect(await read(excel, 'A1', 'Sheet1')).toEqual([[6]]);
  await excel.Excel.run(async (context) => {
    context.workbook.names.getItem('Prices').delete();
    const gone = context.workbook.names.getItemOrNullObject('Prices');
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test.each(['A1', 'TAX2024', 'R1C1', 'R', 'c', '1bad', 'two words', '', 'TRUE', 'a-b', 'x'.repeat(256)])(
  '"%s" is refused as a name',
  async (name) => {
    const failure = await failureOf(excel, async (context) => {
      context.workbook.names.add(name, '=Sheet1!$A$1');
      await context.sync();
    });
    expect(failure.code).toBe('InvalidArgument');
  },
);

test('a name is given once, whatever its case, and not to a table as well', async () => {
  await makeTable();
  await addName('Rates', '=Sheet1!$A$1:$B$2');
  for (const name of ['RATES', 'termstable']) {
    const failure = await failureOf(excel, async (context) => {
      context.workbook.names.add(name, '=Sheet1!$A$1');
      await context.sync();
    });
    expect(failure.code).toBe('ItemAlreadyExists');
  }
});

test('a name of a table follows the table as it grows, by the add-in, in the grid, and back by undo', async () => {
  await makeTable();
  await addName('Terms', '=TermsTable[#All]');
  await addName('LiveTerms', '=TermsTable[Live]');
  await write(excel, 'A1:A2', [['=ROWS(Terms)'], ['=SUM(LiveTerms)']], 'Sheet1');
  expect(await read(excel, 'A1:A2', 'Sheet1')).toEqual([[3], [8]]);
  await addRows(['Months', 7, 6]);
  expect(await read(excel, 'A1:A2', 'Sheet1')).toEqual([[4], [15]]);
  const { model } = excel.workbench.book;
  const sheetId = excel.workbench.book.findSheet('Terms sheet') ?? '';
  model.dispatch('UPDATE_CELL', { sheetId, col: 1, row: 5, content: 'Typed' });
  expect(await read(excel, 'A1:A2', 'Sheet1')).toEqual([[5], [15]]);
  model.dispatch('REQUEST_UNDO');
  model.dispatch('REQUEST_UNDO');
  expect(await read(excel, 'A1:A2', 'Sheet1')).toEqual([[3], [8]]);
  model.dispatch('REQUEST_REDO');
  expect(await read(excel, 'A1:A2', 'Sheet1')).toEqual([[4], [15]]);
  await excel.Excel.run(async (context) => {
    const item = context.workbook.names.getItem('Terms').load('formula,value,type');
    const range = context.workbook.names.getItem('Terms').getRange().load('address');
    await context.sync();
    expect([item.formula, item.value, item.type]).toEqual([
      '=TermsTable[#All]',
      "'Terms sheet'!$B$2:$D$5",
      'Range',
    ]);
    expect(range.address).toBe("'Terms sheet'!B2:D5");
  });
});

test('structured references compute, are shown as written, and follow the table', async () => {
  await makeTable();
  const written = [
    ['=SUM(TermsTable[Live])'],
    ['=ROWS(TermsTable[#All])+COLUMNS(termstable[#Headers])'],
    ['=SUM(TermsTable[[Live]:[Base value]])'],
    ['=INDEX(TermsTable[[#Headers],[Base value]],1)'],
    ['=SUMPRODUCT(TermsTable[Live],TermsTable[Base value])'],
    ['="TermsTable[Live]"'],
    ['=ROWS(TermsTable)'],
  ];
  await write(excel, 'A1:A7', written, 'Sheet1');
  expect(await read(excel, 'A1:A7', 'Sheet1')).toEqual([
    [8],
    [6],
    [14],
    ['Base value'],
    [26],
    ['TermsTable[Live]'],
    [2],
  ]);
  expect(await formulas(excel, 'A1:A7', 'Sheet1')).toEqual(written);
  await addRows(['Months', 7, 6]);
  expect(await read(excel, 'A1:A7', 'Sheet1')).toEqual([
    [15],
    [7],
    [27],
    ['Base value'],
    [68],
    ['TermsTable[Live]'],
    [3],
  ]);
  await excel.Excel.run(async (context) => {
    context.workbook.tables.getItem('TermsTable').name = 'Inputs';
    await context.sync();
  });
  expect((await formulas(excel, 'A1:A2', 'Sheet1')).flat()).toEqual([
    '=SUM(Inputs[Live])',
    '=ROWS(Inputs[#All])+COLUMNS(Inputs[#Headers])',
  ]);
  await write(excel, 'A1', '=1+1', 'Sheet1');
  expect(await formulas(excel, 'A1', 'Sheet1')).toEqual([['=1+1']]);
});

test('[@Column] means the formula’s own row, and nothing outside the table', async () => {
  await makeTable();
  await excel.Excel.run(async (context) => {
    context.workbook.tables
      .getItem('TermsTable')
      .columns.add(undefined, [['Double'], ['=[@Live]*2'], ['=TermsTable[@[Base value]]*10']]);
    await context.sync();
  });
  expect(await read(excel, 'E2:E4', 'Terms sheet')).toEqual([['Double'], [6], [40]]);
  expect(await formulas(excel, 'E3', 'Terms sheet')).toEqual([['=[@Live]*2']]);
  for (const formula of ['=[@Live]', '=TermsTable[@Live]', '=TermsTable[Nothing]', '=NoTable[Live]']) {
    const failure = await failureOf(excel, async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('Z99').formulas = [[formula]];
      await context.sync();
    });
    expect([formula, failure.code]).toEqual([formula, 'InvalidArgument']);
  }
});

test('a structured reference typed into the grid is understood, too', async () => {
  await makeTable();
  const sheetId = excel.workbench.book.findSheet('Sheet1') ?? '';
  const { model } = excel.workbench.book;
  model.dispatch('UPDATE_CELL', { sheetId, col: 0, row: 0, content: '=SUM(TermsTable[Live])' });
  expect(await read(excel, 'A1', 'Sheet1')).toEqual([[8]]);
  expect(await formulas(excel, 'A1', 'Sheet1')).toEqual([['=SUM(TermsTable[Live])']]);
  model.dispatch('REQUEST_UNDO');
  expect(await formulas(excel, 'A1', 'Sheet1')).toEqual([['']]);
});

test('tables: parts, rows, columns, totals, style, conversion', async () => {
  await makeTable();
  await excel.Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('TermsTable');
    table.style = 'TableStyleLight1';
    table.showTotals = true;
    table.showBandedRows = false;
    table.rows.add(0, [['First', 1, 1]]);
    table.rows.getItemAt(1).delete();
    const parts = [
      table.getRange(),
      table.getDataBodyRange(),
      table.getHeaderRowRange(),
      table.getTotalRowRange(),
    ];
    for (const part of parts) part.load('address');
    const column = table.columns.getItem('live').load('name,index,values');
    table.columns.load('items/name,count');
    table.rows.load('count');
    table.load('name,showTotals,showBandedRows,style');
    await context.sync();
    expect(parts.map(({ address }) => address.split('!')[1])).toEqual(['B2:D5', 'B3:D4', 'B2:D2', 'B5:D5']);
    expect([column.name, column.index, column.values]).toEqual(['Live', 1, [['Live'], [1], [5], ['']]]);
    expect(table.columns.items.map(({ name }) => name)).toEqual(['Term', 'Live', 'Base value']);
    expect([table.columns.count, table.rows.count]).toEqual([3, 2]);
    expect(table.toJSON()).toMatchObject({
      showTotals: true,
      showBandedRows: false,
      style: 'TableStyleLight1',
    });
    table.showTotals = false;
    table.columns.getItem('Live').delete();
    const left = table.getRange().load('values');
    await context.sync();
    expect(left.values).toEqual([
      ['Term', 'Base value'],
      ['First', 1],
      ['Volume', 4],
    ]);
    table.convertToRange();
    const none = context.workbook.tables.getItemOrNullObject('TermsTable');
    await context.sync();
    expect(none.isNullObject).toBe(true);
  });
  expect(await read(excel, 'B2', 'Terms sheet')).toEqual([['Term']]);
});

test('a table without headers gets its own; overlapping tables and taken names are refused', async () => {
  await makeTable();
  await write(
    excel,
    'A1:B2',
    [
      [1, 2],
      [3, 4],
    ],
    'Sheet1',
  );
  await excel.Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem('Sheet1').tables.add('A1:B2', false);
    const range = table.getRange().load('values');
    table.load('name');
    await context.sync();
    expect(range.values).toEqual([
      ['Column1', 'Column2'],
      [1, 2],
      [3, 4],
    ]);
    expect(table.name).toBe('Table1');
  });
  const overlap = await failureOf(excel, async (context) => {
    context.workbook.tables.add('Sheet1!B2:C9', true);
    await context.sync();
  });
  expect(overlap.code).toBe('InvalidArgument');
  const taken = await failureOf(excel, async (context) => {
    context.workbook.tables.getItem('Table1').name = 'TERMSTABLE';
    await context.sync();
  });
  expect(taken.code).toBe('ItemAlreadyExists');
});

test('undo takes a table’s name and a name’s comment back with the step', async () => {
  await makeTable();
  await addName('Terms', '=TermsTable[#All]');
  excel.workbench.book.model.dispatch('REQUEST_UNDO');
  excel.workbench.book.model.dispatch('REQUEST_UNDO');
  await excel.Excel.run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject('TermsTable');
    const name = context.workbook.names.getItemOrNullObject('Terms');
    await context.sync();
    expect([table.isNullObject, name.isNullObject]).toEqual([true, true]);
  });
});
