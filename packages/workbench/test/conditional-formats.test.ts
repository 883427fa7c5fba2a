import type { Headless } from '../src/headless/headless';
import { failureOf, openExcel, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({ sheets: [{ name: 'One' }] });
  await write(excel, 'A1:B4', [
    [1, 'ok'],
    [-2, 'FAIL'],
    [3, 'ok'],
    [-4, 'ok'],
  ]);
});
afterEach(() => excel.close());

/** The fill that a person sees, after all rules. */
const fills = (addresses: readonly string[]) =>
  addresses.map((address) => {
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
    const { book } = excel.workbench;
    const position = {
      sheetId: book.findSheet('One') ?? '',
      col: letter.charCodeAt(0) - 65,
      row: Number(row) - 1,
    };
    return book.getters.getCellComputedStyle(position).fillColor ?? '';
  });

const formats = <T>(
  address: string,
  work: (formats: Excel.ConditionalFormatCollection, context: Excel.RequestContext) => Promise<T>,
) =>
  excel.Excel.run((context) =>
    work(context.workbook.worksheets.getFirst().getRange(address).conditionalFormats, context),
  );

test('a comparison paints the cells that meet it, and is read back', async () => {
  await formats('A1:A4', async (all, context) => {
    const format = all.add('CellValue');
    format.cellValue.format.font.color = '#FF0000';
    format.cellValue.format.fill.color = '#FFC7CE';
    format.cellValue.rule = { formula1: '0', operator: 'LessThan' };
    await context.sync();
    all.load('items/type,items/priority');
    const back = all.getItemAt(0).cellValue.load('rule');
    const font = back.format.font.load('color,bold');
    const range = all.getItemAt(0).getRange().load('address');
    await context.sync();
    expect(all.items.map(({ type, priority }) => [type, priority])).toEqual([['CellValue', 0]]);
    expect(back.rule).toEqual({ formula1: '=0', operator: 'LessThan' });
    expect([font.color, font.bold, range.address]).toEqual(['#FF0000', false, 'One!A1:A4']);
  });
  expect(fills(['A1', 'A2', 'A3', 'A4'])).toEqual(['', '#FFC7CE', '', '#FFC7CE']);
});

test('a formula counts from the first cell, and follows inserted rows', async () => {
  await formats('A1:B4', async (all, context) => {
    const { custom } = all.add('Custom');
    custom.rule.formula = '=$B1="FAIL"';
    custom.format.fill.color = '#FFEB9C';
    await context.sync();
    context.workbook.worksheets.getFirst().getRange('1:1').insert('Down');
    await context.sync();
    const { rule } = context.workbook.worksheets
      .getFirst()
      .getRange('A2')
      .conditionalFormats.getItemAt(0).custom;
    rule.load('formula');
    await context.sync();
    expect(rule.formula).toBe('=$B2="FAIL"');
  });
  expect(fills(['A2', 'A3', 'B3', 'A4'])).toEqual(['', '#FFEB9C', '#FFEB9C', '']);
});

test('clearing takes a format from the range alone; deleting takes it away', async () => {
  await formats('A1:A4', async (all, context) => {
    const { cellValue } = all.add('CellValue');
    cellValue.rule = { formula1: '=-10', formula2: '=10', operator: 'Between' };
    cellValue.format.fill.color = '#00FF00';
    await context.sync();
  });
  await formats('A2:A3', async (all, context) => {
    all.clearAll();
    await context.sync();
  });
  expect(fills(['A1', 'A2', 'A3', 'A4'])).toEqual(['#00FF00', '', '', '#00FF00']);
  await formats('A4', async (all, context) => {
    all.getItemAt(0).delete();
    const count = all.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
  expect(fills(['A1'])).toEqual(['']);
});

test('the first format wins where it says to stop, and types of other kinds are refused by name', async () => {
  await formats('A1', async (all, context) => {
    const [first, second] = [all.add('CellValue'), all.add('CellValue')];
    for (const [format, color] of [
      [first, '#111111'],
      [second, '#222222'],
    ] as const) {
      format.cellValue.rule = { formula1: '0', operator: 'GreaterThan' };
      format.cellValue.format.fill.color = color;
    }
    first.stopIfTrue = true;
    await context.sync();
  });
  expect(fills(['A1'])).toEqual(['#111111']);
  const failure = await failureOf(excel, async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1').conditionalFormats.add('DataBar');
    await context.sync();
  });
  expect(failure).toMatchObject({ code: 'NotImplemented' });
});
