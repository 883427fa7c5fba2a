import fc from 'fast-check';
import { Decimal } from '../../src/base/decimal';
import { dayFromIso } from '../../src/base/calendar';
import { axisMarks, pathThrough, scaleOf } from '../../src/taskpane/parts/charts/month-chart-scale';
import { inWords } from '../../src/taskpane/parts/charts/month-series';
import { INVARIANT } from '../../src/terms/entry/entry';

const amounts = (...values: readonly number[]) => values.map((value) => new Decimal(value));

test('an axis marks few and even values, 0 among them, from the lowest amount to the highest', () => {
  const cents = fc.maxSafeInteger().map((amount) => amount / 100);
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      fc.pre(a !== 0 || b !== 0);
      const marks = axisMarks(Math.min(a, b), Math.max(a, b), 4);
      const [first = 0, second = 0] = marks;
      const step = second - first;
      const isNear = (one: number, other: number) => Math.abs(one - other) < step / 1e9;
      expect(marks.length).toBeLessThanOrEqual(6);
      expect(first).toBeLessThan(Math.min(a, b, 0) + step / 1e9);
      expect(marks.at(-1)).toBeGreaterThan(Math.max(a, b, 0) - step / 1e9);
      expect(marks.some((mark) => isNear(mark, 0))).toBe(true);
      expect(marks.every((mark, place) => isNear(mark, first + place * step))).toBe(true);
    }),
  );
});

test('amounts are told in the multiple in which they read best', () => {
  expect([3e9, 1.9e9, 2e6, 2000, 1999, -5e6, 0].map((highest) => scaleOf(highest).word)).toEqual([
    'billion ',
    'million ',
    'million ',
    'thousand ',
    '',
    'million ',
    '',
  ]);
});

test('a line is interrupted where a month has no amount', () => {
  const point = (amount: number, place: number) => `${place},${amount}`;
  expect(pathThrough([1, 2, NaN, 4, 5], point)).toBe('M0,1L1,2M3,4L4,5');
  expect(pathThrough([NaN, 7, NaN], point)).toBe('M1,7');
  expect(pathThrough([], point)).toBe('');
});

describe('the chart in words', () => {
  const starts = ['2026-11-01', '2026-12-01', '2027-01-01'].map((text) => dayFromIso(text) ?? 0);
  const figures = { figure: 'Billed cost', unit: 'USD', decimals: 2, starts };

  test('says of each line how it begins, ends and where it is highest', () => {
    const series = [
      { name: 'This path', amounts: amounts(10, 1234.5, 20) },
      { name: 'Staying reserved', amounts: amounts(7, 7, 7) },
    ];
    expect(inWords({ ...figures, series }, INVARIANT)).toBe(
      'Billed cost from 2026-11 to 2027-01. This path: 10.00 USD in the first month, 20.00 USD in the last, most in 2026-12 with 1,234.50 USD. Staying reserved: 7.00 USD in the first month, 7.00 USD in the last, most in 2026-11 with 7.00 USD.',
    );
  });

  test('leaves months without an amount out of it', () => {
    const series = [
      { name: 'Price', amounts: amounts(NaN, 3, 2) },
      { name: 'Another', amounts: amounts(NaN, NaN, NaN) },
    ];
    expect(inWords({ ...figures, series }, INVARIANT)).toBe(
      'Billed cost from 2026-11 to 2027-01. Price: n/a USD in the first month, 2.00 USD in the last, most in 2026-12 with 3.00 USD. Another: n/a.',
    );
  });
});
