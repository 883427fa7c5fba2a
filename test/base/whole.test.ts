import fc from 'fast-check';
import { Decimal, decimalFromCell } from '../../src/base/decimal';
import { exceedsWhole, remainderOf, wholeAbove } from '../../src/base/whole';

/** The same quotient in whole numbers, which are exact: ⌈a·b ÷ b⌉ is a. */
test('a whole quotient stays whole, however its divisor was cut to 15 digits', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 1000 }),
      (units, load, parts) => {
        const one = decimalFromCell(load / parts);
        const all = new Decimal(units).times(load).dividedBy(parts);
        expect(wholeAbove(all.dividedBy(one)).toNumber()).toBe(units);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['3.0000001', 4],
  ['3.000000001', 3],
  ['3', 3],
  ['2.999999999999', 3],
  ['0', 0],
  ['0.000000001', 1],
  ['1e-30', 1],
])('%s rounds up to %d', (quotient, whole) => {
  expect(wholeAbove(new Decimal(quotient)).toNumber()).toBe(whole);
});

test.each([
  ['1.0000000000000003', '0', false],
  ['0.9999999999999997', '0', false],
  ['1.000001', '-0.000001', true],
  ['0.25', '0.75', false],
])('shares of %s leave %s', (sum, rest, isMore) => {
  expect(remainderOf(new Decimal(sum)).toString()).toBe(rest);
  expect(exceedsWhole(new Decimal(sum))).toBe(isMore);
});
