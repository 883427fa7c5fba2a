import type { Headless } from '../src/headless/headless';
import { failureOf, openExcel, read, write } from './excel';

let excel: Headless;
afterEach(() => excel.close());

const cultureInfo = () =>
  excel.Excel.run(async (context) => {
    const { application } = context.workbook;
    application.load('decimalSeparator,thousandsSeparator');
    const culture = application.cultureInfo.load('name');
    const numbers = application.cultureInfo.numberFormat.load();
    const dates = application.cultureInfo.datetimeFormat.load();
    await context.sync();
    return [
      culture.name,
      application.decimalSeparator,
      application.thousandsSeparator,
      numbers.numberDecimalSeparator,
      dates.dateSeparator,
      dates.shortDatePattern,
    ];
  });

test.each([
  ['en-US', ['en-US', '.', ',', '.', '/', 'm/d/yyyy']],
  ['de-DE', ['de-DE', ',', '.', ',', '.', 'd.m.yyyy']],
  ['fr-FR', ['fr-FR', ',', ' ', ',', '/', 'd/m/yyyy']],
])('%s separates numbers and dates in its own way', async (culture, expected) => {
  excel = await openExcel({ culture });
  expect(await cultureInfo()).toEqual(expected);
  expect(excel.Office.context.contentLanguage).toBe(culture);
});

test('values and formulas are en-US everywhere; texts and local formulas are the person’s', async () => {
  excel = await openExcel({ culture: 'de-DE' });
  await write(excel, 'A1:C1', [[1234.5, '=ROUND(A1,0.5+0.5)', '2026-07-31']]);
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').numberFormat = [['#,##0.00']];
    sheet.getRange('A2').formulasLocal = [['=SUMME(1;2,5)'.replace('SUMME', 'SUM')]];
    await context.sync();
    const row = sheet.getRange('A1:C1').load('text,values,formulas,formulasLocal');
    const below = sheet.getRange('A2').load('values,formulas');
    await context.sync();
    expect(row.values).toEqual([[1234.5, 1234.5, 46234]]);
    expect(row.text[0]?.[0]).toBe('1.234,50');
    expect(row.formulas[0]?.[1]).toBe('=ROUND(A1,0.5+0.5)');
    expect(row.formulasLocal[0]?.[1]).toBe('=ROUND(A1;0,5+0,5)');
    expect([below.values, below.formulas]).toEqual([[[3.5]], [['=SUM(1,2.5)']]]);
  });
});

test('a culture that is none is named in a sentence', async () => {
  excel = await openExcel();
  await expect(openExcel({ culture: 'no such place' })).rejects.toThrow(
    '"no such place" is not the name of a culture',
  );
});

test('in manual mode values wait for Calculate, and go on by themselves afterwards', async () => {
  excel = await openExcel();
  const setMode = (mode: 'Manual' | 'Automatic') =>
    excel.Excel.run(async (context) => {
      context.workbook.application.calculationMode = mode;
      await context.sync();
      const application = context.workbook.application.load('calculationMode');
      await context.sync();
      expect(application.calculationMode).toBe(mode);
    });
  await write(excel, 'A1:B1', [[1, '=A1*10']]);
  await setMode('Manual');
  await write(excel, 'A1', 2);
  expect(await read(excel, 'B1')).toEqual([[10]]);
  await excel.Excel.run(async (context) => {
    context.workbook.application.calculate('Full');
    const range = context.workbook.worksheets.getFirst().getRange('A1:B1').load('values');
    await context.sync();
    expect(range.values).toEqual([[2, 20]]);
  });
  await write(excel, 'A1', 3);
  expect(await read(excel, 'B1')).toEqual([[20]]);
  await setMode('Automatic');
  await write(excel, 'A2', 1);
  expect(await read(excel, 'B1')).toEqual([[30]]);
  const failure = await failureOf(excel, async (context) => {
    context.workbook.application.calculationMode = 'AutomaticExceptTables';
    await context.sync();
  });
  expect(failure.code).toBe('InvalidArgument');
});

test('when every cell is computed, a spill fills places that hold nothing, and what reads them follows', async () => {
  excel = await openExcel();
  await write(excel, 'A1:B1', [['=SEQUENCE(C1)', '=SUM(A1:A9)']]);
  await write(excel, 'C1', 4);
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.add();
    await context.sync();
  });
  expect(await read(excel, 'A1:B5')).toEqual([
    [1, 10],
    [2, ''],
    [3, ''],
    [4, ''],
    ['', ''],
  ]);
  await write(excel, 'C1', 2);
  excel.workbench.book.calculate();
  expect(await read(excel, 'A1:B4')).toEqual([
    [1, 3],
    [2, ''],
    ['', ''],
    ['', ''],
  ]);
});
