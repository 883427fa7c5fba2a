import { tokenCost } from '../../src/functions/token-cost/function';
import { cutoverShare } from '../../src/functions/cutover-share/function';
import { blockSize, formatResult, formatValue } from '../../src/workbook/excel/value-format';

test.each<[unknown, string]>([
  [1234567.891, '1,234,567.891'],
  [0, '0'],
  [-5, '-5'],
  [0.000165, '0.000165'],
  [1e-9, '1e-9'],
  [1e21, '1,000,000,000,000,000,000,000'],
  [0.1 + 0.2, '0.3'],
  [true, 'TRUE'],
  [null, ''],
  ['Month', 'Month'],
])('%p reads %s', (value, expected) => {
  expect(formatValue(value)).toBe(expected);
});

test('a date reads as its day, and a number that is no date as itself', () => {
  expect(formatValue(46_388.75, { type: 'date' })).toBe('2027-01-01');
  expect(formatValue(-3, { type: 'date' })).toBe('-3');
});

test('a result has the format of its function, unless that would show nothing', () => {
  expect(formatResult(24_552_000, tokenCost, false)).toBe('24,552,000.00');
  expect(formatResult(0.000165, tokenCost, false)).toBe('0.000165');
  expect(formatResult(0.5161290322580645, cutoverShare, false)).toBe('51.61%');
  expect(formatResult('#VALUE!', tokenCost, false)).toBe('#VALUE!');
  expect(formatResult(10.5, tokenCost, true)).toBe('10.5');
});

test('the size of a block', () => {
  expect(blockSize(1, 2)).toBe('1 row × 2 columns');
  expect(blockSize(8, 1)).toBe('8 rows × 1 column');
});
