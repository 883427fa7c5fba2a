import type { Headless } from '../src/headless/headless';
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
      context.workbook.styles.add('Contoso Input');
      const style = context.workbook.styles.getItem('Contoso Input');
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
      sheet.getRange('B2:B3').style = 'Contoso Input';
      const range = sheet
        .getRange('B2:B3')
        .load('style,numberFormat,format/font/color,format/protection/locked');
      const mixed = sheet.getRange('B3:B4').load('style');
      const plain = sheet.getRange('B4').load('style');
      const style = context.workbook.styles.getItem('contoso input').load();
      await context.sync();
      expect([range.style, mixed.style, plain.style]).toEqual(['Contoso Input', null, 'Normal']);
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
      sheet.getRange('B2:B3').style = 'Contoso Input';
      sheet.getRange('B3').style = 'Bad';
      await context.sync();
      context.workbook.styles.getItem('Contoso Input').fill.color = '#00FF00';
      await context.sync();
    });
    expect(painted(1, 1).fillColor).toBe('#00FF00');
    expect(painted(2, 1)).toMatchObject({ fillColor: '#FFC7CE', textColor: '#9C0006' });
    await run(async (sheet, context) => {
      sheet.getRange('B3').style = 'Normal';
      await context.sync();
    });
    expect(painted(2, 1).fillColor).toBeUndefined();
    expect(painted(2, 1).align).not.toBe('right');
  });

  test('what a style leaves out stays as the cell has it', async () => {
    await run(async (sheet, context) => {
      context.workbook.styles.add('Figure');
      const style = context.workbook.styles.getItem('Figure');
      style.font.bold = true;
      style.fill.color = '#ABCDEF';
      for (const part of ['Alignment', 'Border', 'Number', 'Protection'] as const)
        style[`include${part}`] = false;
      const range = sheet.getRange('B2:B3');
      range.numberFormat = [['0.000'], ['0.000']];
      range.format.horizontalAlignment = 'Center';
      range.format.protection.locked = false;
      range.format.borders.getItem('EdgeTop').color = '#111111';
      range.format.font.italic = true;
      range.style = 'Figure';
      await context.sync();
      range.load('numberFormat,format/horizontalAlignment,format/protection/locked,format/font/italic');
      const edge = range.format.borders.getItem('EdgeTop').load('color');
      await context.sync();
      expect(range.numberFormat).toEqual([['0.000'], ['0.000']]);
      expect([range.format.horizontalAlignment, range.format.protection.locked, edge.color]).toEqual([
        'Center',
        false,
        '#111111',
      ]);
      // The font is the style's as a whole.
      expect(range.format.font.italic).toBe(false);
    });
    expect(painted(1, 1)).toMatchObject({ bold: true, fillColor: '#ABCDEF' });
  });

  test('a part that a cell was given otherwise does not follow its style; the others do', async () => {
    await addInput();
    await run(async (sheet, context) => {
      sheet.getRange('B2:B3').style = 'Contoso Input';
      sheet.getRange('B3').format.fill.color = '#FF0000';
      await context.sync();
      const style = context.workbook.styles.getItem('Contoso Input');
      style.fill.color = '#00FF00';
      style.font.color = '#00FFFF';
      await context.sync();
    });
    expect(painted(1, 1)).toMatchObject({ fillColor: '#00FF00', textColor: '#00FFFF' });
    expect(painted(2, 1)).toMatchObject({ fillColor: '#FF0000', textColor: '#00FFFF' });
  });

  test('a style with borders draws them, and takes those away that were there', async () => {
    await run(async (sheet, context) => {
      context.workbook.styles.add('Lined');
      context.workbook.styles.getItem('Lined').borders.getItem('EdgeBottom').color = '#123456';
      sheet.getRange('B2').format.borders.getItem('EdgeTop').color = '#FF0000';
      sheet.getRange('B2').style = 'Lined';
      await context.sync();
      const edges = (['EdgeTop', 'EdgeBottom'] as const).map((edge) =>
        sheet.getRange('B2').format.borders.getItem(edge).load('style,color'),
      );
      await context.sync();
      expect(edges.map(({ style }) => style)).toEqual(['None', 'Continuous']);
      expect(edges[1]?.color).toBe('#123456');
    });
  });

  test('added once only, deleted unless Excel’s own, unknown ones refused', async () => {
    await addInput();
    const codeOf = async (work: (context: Excel.RequestContext) => void) =>
      (await failureOf(excel, async (context) => (work(context), await context.sync()))).code;
    expect(await codeOf(({ workbook }) => workbook.styles.add('CONTOSO INPUT'))).toBe('ItemAlreadyExists');
    expect(await codeOf(({ workbook }) => workbook.styles.getItem('Normal').delete())).toBe(
      'InvalidArgument',
    );
    expect(
      await codeOf(({ workbook }) => (workbook.worksheets.getItem('One').getRange('A1').style = 'Nope')),
    ).toBe('InvalidArgument');
    await run(async (sheet, context) => {
      sheet.getRange('A1').style = 'Contoso Input';
      context.workbook.styles.getItem('Contoso Input').delete();
      const gone = context.workbook.styles.getItemOrNullObject('Contoso Input');
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
