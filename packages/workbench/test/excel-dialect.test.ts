import type { Headless } from '../src/headless/headless';
import { formulas, openExcel, read, write, type Value } from './excel';

/** What a person types, and what formulas answer, as Excel has it; the grid alone differs in each of these. */

let excel: Headless;
beforeAll(async () => {
  excel = await openExcel();
});
afterAll(() => excel.close());

const NEW_YEAR_2027 = 46_388;

const TYPED: readonly (readonly [string, Value])[] = [
  ['+5', 5],
  ['- 5', -5],
  ['(5)', -5],
  ['($1,234.50)', -1234.5],
  ['(50%)', -0.5],
  ['%5', 0.05],
  ['-%5', -0.05],
  ['1,000%', 10],
  ['1 1/2', 1.5],
  ['-2 3/4', -2.75],
  ['1e308', 1e308],
  ['5E-324', 5e-324],
  ['1e400', '1e400'],
  ['1-Jan-2027', NEW_YEAR_2027],
  ['1-jan-27', NEW_YEAR_2027],
  ['1 January 2027', NEW_YEAR_2027],
  ['Jan 1, 2027', NEW_YEAR_2027],
  ['January 1 2027', NEW_YEAR_2027],
  ['Jan 2027', NEW_YEAR_2027],
  ['Jan-2027', NEW_YEAR_2027],
  ['Jan-45', 16_438],
  ['1-Jan-2027 6:00 PM', NEW_YEAR_2027 + 0.75],
  ['Feb 29, 2028', 46_812],
  ['Feb 29, 2027', 'Feb 29, 2027'],
  ['31-Apr-2027', '31-Apr-2027'],
  ['Janus 2027', 'Janus 2027'],
  ['March', 'March'],
  ['May we meet', 'May we meet'],
  ['(5', '(5'],
  ['(-5)', '(-5)'],
  ['%5%', '%5%'],
  ['1,2,3', '1,2,3'],
  ['12,34,567', '12,34,567'],
  ['  =1+1', 2],
  ['--5', 5],
  ['-(2+3)', -5],
  ['@SUM(1,2)', 3],
  ['=', '='],
  ['--- total ---', '--- total ---'],
  ["'(5)", '(5)'],
  ["'Jan 2027", 'Jan 2027'],
];

test.each(TYPED)('%s typed into a cell is %p', async (typed, expected) => {
  await write(excel, 'A1', [[typed]]);
  expect(await read(excel, 'A1')).toEqual([[expected]]);
});

test.each([1.7976931348623157e308, 5e-324, -1.5e-120, 1e21, 1e-7])(
  'the number %p is stored exactly',
  async (number) => {
    await write(excel, 'A1', [[number]]);
    expect(await read(excel, 'A1')).toEqual([[number]]);
  },
);

/** Answers of Excel; C1:C3 hold 1.15, 2.45 and 3. */
const ANSWERS: readonly (readonly [string, Value])[] = [
  ['=ROUND(1.005,2)', 1.01],
  ['=ROUND(2.675,2)', 2.68],
  ['=ROUND(-1.005,2)', -1.01],
  ['=ROUND(1234567.891,-3)', 1_235_000],
  ['=ROUND(1E+20,2)', 1e20],
  ['=ROUNDUP(-1.21,1)', -1.3],
  ['=ROUNDDOWN(-1.29,1)', -1.2],
  ['=ROUNDUP(1.1*3,1)', 3.3],
  ['=ROUND("a",2)', '#VALUE!'],
  ['=ROUND(1/0,2)', '#DIV/0!'],
  ['=SUM(ROUND(C1:C2,1))', 3.7],
  ['=MROUND(7,5)', 5],
  ['=MROUND(-7,5)', '#NUM!'],
  ['=TEXT(0,"General")', '0'],
  ['=TEXT(12345.678,"0.00E+00")', '1.23E+04'],
  ['=TEXT(0.5,"h:mm AM/PM")', '12:00 PM'],
  ['=TEXT("abc","@")', 'abc'],
  ['=TEXT("abc","0.00")', 'abc'],
  ['=TEXT(TRUE,"0")', 'TRUE'],
  ['=TEXT(1234.567,"$#,##0.00_);($#,##0.00)")', '$1,234.57 '],
  ['=TEXT(-1234.567,"$#,##0.00_);($#,##0.00)")', '($1,234.57)'],
  ['=TEXT(DATE(2027,1,1),"mmm yyyy")', 'Jan 2027'],
  ['=TEXT(5,"0 ""units""")', '5 units'],
  ['="a""b"', 'a"b'],
  ['=""""', '"'],
  ['=LEN("\\")', 1],
  ['=IF(C9="","blank","""full""")', 'blank'],
  ['=LOG10(100)&"LOG10("', '2LOG10('],
  ['=SQRT(-1)', '#NUM!'],
  ['=SQRT("a")', '#VALUE!'],
  ['=LN(0)', '#NUM!'],
  ['=IRR({1,2})', '#NUM!'],
  ['=INDEX(C1:C3,9)', '#REF!'],
  ['=INDEX(SORT(C1:C3,1,-1),1)', 3],
  ['=INDEX(SORT(C1:C3,,-1),1)', 3],
  ['=INDEX(SORT(C1:C3),1)', 1.15],
  ['=INDEX(SORTBY({10;20;30},C1:C3,-1),1)', 30],
  ['=XMATCH(2.45,C1:C3)', 2],
  ['=XMATCH(2,C1:C3,1)', 2],
  ['=XMATCH(9,C1:C3)', '#N/A'],
  ['=CONCAT(C1:C2,"x")', '1.152.45x'],
  ['=SIGN(-3)', -1],
  ['=N(TRUE)+N("a")', 1],
  ['=REPT("ab",2.9)', 'abab'],
];

test.each(ANSWERS)('%s is %p', async (formula, expected) => {
  await write(excel, 'C1:C3', [[1.15], [2.45], [3]]);
  await write(excel, 'B1', [[formula]]);
  expect(await read(excel, 'B1')).toEqual([[expected]]);
});

test('a formula reads back as it was typed, whatever the grid is given', async () => {
  const typed = [['="3"" pipe"'], ['=LOG10(100)'], ['="C:\\"&"x"']];
  await write(excel, 'B1:B3', typed);
  expect(await formulas(excel, 'B1:B3')).toEqual(typed);
});
