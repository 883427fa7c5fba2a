import type { Headless } from '../src/headless/headless';
import { failureOf, openExcel, write } from './excel';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel({ sheets: [{ name: 'One' }, { name: 'It has blanks' }] });
});
afterEach(() => excel.close());

const dispatch = (type: string, payload: object = {}) =>
  (excel.workbench.book.model.dispatch as (type: string, payload: object) => unknown)(type, payload);
const sheetId = () => excel.workbench.book.findSheet('One') ?? '';

/** What the grid's cell editor asks before it takes what a person typed. */
const accepts = (address: string, typed: string | number | boolean | null): boolean => {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(address) ?? [];
  const position = { sheetId: sheetId(), col: letter.charCodeAt(0) - 65, row: Number(row) - 1 };
  const result = excel.workbench.book.getters.getValidationResultForCellValue(typed, position);
  return result.isValid || !result.rule.isBlocking;
};

type Rule = Excel.DataValidationRule;

const setRule = (address: string, rule: Rule) =>
  excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('One').getRange(address).dataValidation.rule = rule;
    await context.sync();
  });

const load = (address: string) =>
  excel.Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getItem('One').getRange(address);
    dataValidation.load('type,rule,errorAlert,prompt,ignoreBlanks,valid');
    await context.sync();
    return dataValidation.toJSON();
  });

test('a list of texts is what may be typed, and comes back as it was set', async () => {
  await setRule('B2:B4', { list: { inCellDropDown: true, source: 'Base, Downside,Upside' } });
  expect(await load('B2:B4')).toMatchObject({
    type: 'List',
    rule: { list: { inCellDropDown: true, source: 'Base,Downside,Upside' } },
    ignoreBlanks: true,
    errorAlert: { showAlert: true, style: 'Stop' },
  });
  expect(accepts('B2', 'Downside')).toBe(true);
  expect(accepts('B4', 'Downsides')).toBe(false);
  expect(accepts('B5', 'Downsides')).toBe(true);
  expect(accepts('B2', null)).toBe(true);
});

test('a list of cells follows rows that are inserted before and inside it', async () => {
  await write(excel, 'D2:D4', [['a'], ['b'], ['c']], 'One');
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('One');
    sheet.getRange('B8').dataValidation.rule = {
      list: { inCellDropDown: false, source: sheet.getRange('D2:D4') },
    };
    await context.sync();
    sheet.getRange('1:1').insert('Down');
    sheet.getRange('4:4').insert('Down');
    await context.sync();
  });
  expect(await load('B8')).toMatchObject({ type: 'None', rule: {} });
  expect(await load('B10')).toMatchObject({
    type: 'List',
    rule: { list: { inCellDropDown: false, source: '=One!$D$3:$D$6' } },
  });
  expect(accepts('B10', 'c')).toBe(true);
  expect(accepts('B10', 'd')).toBe(false);
});

test('a list by name follows the name', async () => {
  await write(excel, 'A1:A3', [['x'], ['y'], ['z']], 'It has blanks');
  await excel.Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    const item = names.add('Choices', worksheets.getItem('It has blanks').getRange('A1:A2'));
    worksheets.getItem('One').getRange('C1').dataValidation.rule = {
      list: { inCellDropDown: true, source: '=Choices' },
    };
    await context.sync();
    expect(accepts('C1', 'z')).toBe(false);
    item.formula = "='It has blanks'!$A$1:$A$3";
    await context.sync();
  });
  expect(accepts('C1', 'z')).toBe(true);
  expect(await load('C1')).toMatchObject({ rule: { list: { source: '=Choices' } } });
});

test('whole numbers, decimals, dates, lengths and formulas', async () => {
  await setRule('A1', { wholeNumber: { formula1: 1, formula2: 10, operator: 'Between' } });
  await setRule('A2', { decimal: { formula1: '=B2', operator: 'GreaterThan' } });
  await setRule('A3', { date: { formula1: '2026-07-01', operator: 'GreaterThanOrEqualTo' } });
  await setRule('A4', { textLength: { formula1: 3, operator: 'LessThanOrEqualTo' } });
  await setRule('A5:A9', { custom: { formula: '=AND(ISNUMBER(A5),A5>$B$2,A5<C5)' } });
  await write(excel, 'B2', 0.5, 'One');
  await write(excel, 'C5:C6', [[10], [20]], 'One');
  const verdicts = [
    ['A1', 1, true],
    ['A1', 10, true],
    ['A1', 1.5, false],
    ['A1', 11, false],
    ['A1', 'one', false],
    ['A2', 0.51, true],
    ['A2', 0.5, false],
    // 1 July 2026 is day 46204 of Excel's calendar.
    ['A3', 46204, true],
    ['A3', 46203, false],
    ['A4', 'abc', true],
    ['A4', 'abcd', false],
    ['A5', 9, true],
    ['A5', 10, false],
    ['A6', 10, true],
    ['A6', 'ten', false],
  ] as const;
  for (const [cell, typed, wanted] of verdicts)
    expect([cell, typed, accepts(cell, typed)]).toEqual([cell, typed, wanted]);
  expect((await load('A1')).rule).toEqual({
    wholeNumber: { formula1: '=1', formula2: '=10', operator: 'Between' },
  });
  expect((await load('A2')).type).toBe('Decimal');
  expect((await load('A3')).rule).toEqual({ date: { formula1: '=46204', operator: 'GreaterThanOrEqualTo' } });
  expect((await load('A4')).type).toBe('TextLength');
  expect((await load('A6')).rule).toEqual({ custom: { formula: '=AND(ISNUMBER(A5),A5>$B$2,A5<C5)' } });
});

test('alerts that do not stop let the value through, and values written by code are told to be invalid', async () => {
  await setRule('A1:A2', { decimal: { formula1: 0, operator: 'GreaterThan' } });
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('One').getRange('A1:A2');
    range.values = [[-1], [1]];
    range.dataValidation.errorAlert = {
      title: 'Price',
      message: 'More than 0.',
      showAlert: true,
      style: 'Warning',
    };
    range.dataValidation.prompt = { title: 'Price', message: 'US dollars', showPrompt: true };
    range.dataValidation.ignoreBlanks = false;
    await context.sync();
  });
  expect(await load('A1:A2')).toMatchObject({
    errorAlert: { title: 'Price', message: 'More than 0.', style: 'Warning' },
    prompt: { message: 'US dollars' },
    ignoreBlanks: false,
    valid: null,
  });
  expect((await load('A1')).valid).toBe(false);
  expect((await load('A2')).valid).toBe(true);
  expect(accepts('A1', -5)).toBe(true);
});

test('cells with different rules are told apart; clearing frees them; undo brings the rule back', async () => {
  await setRule('A1:B4', { list: { inCellDropDown: true, source: 'a,b' } });
  await setRule('B1:B2', { list: { inCellDropDown: true, source: 'c' } });
  expect((await load('A1:B1')).type).toBe('MixedCriteria');
  expect((await load('A1:C1')).type).toBe('Inconsistent');
  expect((await load('B3:B4')).type).toBe('List');
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('One').getRange('A1:B2').dataValidation.clear();
    await context.sync();
  });
  expect((await load('A1:B2')).type).toBe('None');
  expect(accepts('A1', 'z')).toBe(true);
  expect(accepts('A3', 'z')).toBe(false);
  dispatch('REQUEST_UNDO');
  expect((await load('B1')).rule).toEqual({ list: { inCellDropDown: true, source: 'c' } });
  expect(accepts('B1', 'a')).toBe(false);
});

test('what cannot be a rule is refused with a sentence', async () => {
  const refusal = (rule: object) =>
    failureOf(excel, async (context) => {
      context.workbook.worksheets.getItem('One').getRange('A1').dataValidation.rule = rule as Rule;
      await context.sync();
    });
  expect(await refusal({ list: { inCellDropDown: true, source: '' } })).toMatchObject({
    code: 'InvalidArgument',
  });
  expect(await refusal({ decimal: { formula1: 'abc', operator: 'EqualTo' } })).toMatchObject({
    code: 'InvalidArgument',
    message: '"abc" is not a value that a cell can be compared with.',
  });
  expect(await refusal({ decimal: { formula1: 1, operator: 'Near' } })).toMatchObject({
    code: 'InvalidArgument',
  });
  expect(await refusal({ list: { inCellDropDown: true, source: '=OFFSET(A1,0,0,3,1)' } })).toMatchObject({
    code: 'NotImplemented',
  });
});
