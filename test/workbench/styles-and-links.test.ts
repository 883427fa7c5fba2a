import type { Headless } from '../../src/workbench/headless/headless';
import { failureOf, formulas, openExcel, read, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({ sheets: [{ name: 'One' }, { name: 'Terms' }] });
});
afterEach(() => excel.close());

const dispatch = (type: string, payload: object = {}) =>
  (excel.workbench.book.model.dispatch as (type: string, payload: object) => unknown)(type, payload);

const run = <T>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
  excel.Excel.run((context) => work(context.workbook.worksheets.getItem('One'), context));

/** What the grid paints. */
const painted = (row: number, col: number) => {
  const { book } = excel.workbench;
  return book.getters.getCellComputedStyle({ sheetId: book.findSheet('One') ?? '', row, col });
};

describe('named styles', () => {
  const addInput = () =>
    run(async (_, context) => {
      context.workbook.styles.add('Meterbook Input');
      const style = context.workbook.styles.getItem('Meterbook Input');
      style.font.color = '#0000FF';
      style.fill.color = '#FFFFE0';
      style.numberFormat = '#,##0.00';
      style.locked = false;
      style.horizontalAlignment = 'Right';
      style.includeBorder = false;
      await context.sync();
    });

  test('cells take the look, the number format and the lock of their style', async () => {
    await addInput();
    await run(async (sheet, context) => {
      sheet.getRange('B2:B3').style = 'Meterbook Input';
      const range = sheet
        .getRange('B2:B3')
        .load('style,numberFormat,format/font/color,format/protection/locked');
      const mixed = sheet.getRange('B3:B4').load('style');
      const plain = sheet.getRange('B4').load('style');
      const style = context.workbook.styles.getItem('meterbook input').load();
      await context.sync();
      expect([range.style, mixed.style, plain.style]).toEqual(['Meterbook Input', null, 'Normal']);
      expect(range.numberFormat).toEqual([['#,##0.00'], ['#,##0.00']]);
      expect(range.format.font.color).toBe('#0000FF');
      expect(range.format.protection.locked).toBe(false);
      expect(style).toMatchObject({
        builtIn: false,
        includeBorder: false,
        horizontalAlignment: 'Right',
        locked: false,
      });
    });
    expect(painted(1, 1)).toMatchObject({ textColor: '#0000FF', fillColor: '#FFFFE0' });
  });

  test('a style that changes takes its cells along; one takes the place of another', async () => {
    await addInput();
    await run(async (sheet, context) => {
      sheet.getRange('B2:B3').style = 'Meterbook Input';
      sheet.getRange('B3').style = 'Bad';
      await context.sync();
      context.workbook.styles.getItem('Meterbook Input').fill.color = '#00FF00';
      await context.sync();
    });
    expect(painted(1, 1).fillColor).toBe('#00FF00');
    expect(painted(2, 1)).toMatchObject({ fillColor: '#FFC7CE', textColor: '#9C0006' });
    expect(painted(2, 1).align).not.toBe('right');
  });

  test('added once only, deleted unless Excel’s own, unknown ones refused', async () => {
    await addInput();
    const codeOf = async (work: (context: Excel.RequestContext) => void) =>
      (await failureOf(excel, async (context) => (work(context), await context.sync()))).code;
    expect(await codeOf(({ workbook }) => workbook.styles.add('METERBOOK INPUT'))).toBe('ItemAlreadyExists');
    expect(await codeOf(({ workbook }) => workbook.styles.getItem('Normal').delete())).toBe(
      'InvalidArgument',
    );
    expect(
      await codeOf(({ workbook }) => (workbook.worksheets.getItem('One').getRange('A1').style = 'Nope')),
    ).toBe('InvalidArgument');
    await run(async (sheet, context) => {
      sheet.getRange('A1').style = 'Meterbook Input';
      context.workbook.styles.getItem('Meterbook Input').delete();
      const gone = context.workbook.styles.getItemOrNullObject('Meterbook Input');
      const range = sheet.getRange('A1').load('style');
      await context.sync();
      expect([gone.isNullObject, range.style]).toEqual([true, 'Normal']);
    });
    dispatch('REQUEST_UNDO');
    expect(painted(0, 0).fillColor).not.toBe('#FFFFE0');
  });
});

describe('hyperlinks', () => {
  test('a link to a place in the workbook is read back, and can be followed in the grid', async () => {
    await run(async (sheet, context) => {
      sheet.getRange('A1').hyperlink = {
        documentReference: 'Terms!B7',
        textToDisplay: 'To the term',
        screenTip: 'Price',
      };
      await context.sync();
      const range = sheet.getRange('A1').load('hyperlink,values,formulas');
      await context.sync();
      expect(range.hyperlink).toEqual({
        documentReference: 'Terms!B7',
        textToDisplay: 'To the term',
        screenTip: 'Price',
      });
      expect([range.values, range.formulas]).toEqual([[['To the term']], [['To the term']]]);
    });
    const { book } = excel.workbench;
    const cell = book.getters.getEvaluatedCell({ sheetId: book.findSheet('One') ?? '', row: 0, col: 0 });
    expect(cell.link).toMatchObject({ label: 'To the term', isExternal: false });
  });

  test('a link to the web keeps the value, moves with its cell and stays when the value changes', async () => {
    await write(excel, 'A1', 'Source', 'One');
    await run(async (sheet, context) => {
      sheet.getRange('A1').hyperlink = { address: 'https://example.com/a?b=1' };
      await context.sync();
      sheet.getRange('1:1').insert('Down');
      sheet.getRange('A2').values = [['Changed']];
      await context.sync();
      const range = sheet.getRange('A2').load('hyperlink');
      const blank = sheet.getRange('A1').load('hyperlink');
      await context.sync();
      expect(range.hyperlink).toEqual({ address: 'https://example.com/a?b=1', textToDisplay: 'Changed' });
      expect(blank.hyperlink).toBeNull();
    });
    expect(await read(excel, 'A2', 'One')).toEqual([['Changed']]);
  });

  test('a formula stays a formula; removing links leaves the values', async () => {
    await write(excel, 'A1:B1', [['=1+1', 'text']], 'One');
    await run(async (sheet, context) => {
      sheet.getRange('A1').hyperlink = { documentReference: 'Terms!A1' };
      sheet.getRange('B1').hyperlink = { documentReference: 'Terms!A1' };
      await context.sync();
    });
    expect(await formulas(excel, 'A1:B1', 'One')).toEqual([['=1+1', 'text']]);
    await run(async (sheet, context) => {
      sheet.getRange('A1:B1').clear('RemoveHyperlinks');
      const range = sheet.getRange('B1').load('hyperlink,values');
      await context.sync();
      expect([range.hyperlink, range.values]).toEqual([null, [['text']]]);
    });
  });
});

test('rows and columns are hidden and shown', async () => {
  await run(async (sheet, context) => {
    sheet.getRange('B:C').columnHidden = true;
    sheet.getRange('3:3').rowHidden = true;
    const range = sheet.getRange('A1:C3').load('columnHidden,rowHidden');
    const columns = sheet.getRange('B1:C1').load('columnHidden,hidden');
    await context.sync();
    expect([range.columnHidden, range.rowHidden, columns.columnHidden]).toEqual([null, null, true]);
    sheet.getRange('A:D').columnHidden = false;
    const shown = sheet.getRange('A1:D1').load('columnHidden');
    await context.sync();
    expect(shown.columnHidden).toBe(false);
  });
});
