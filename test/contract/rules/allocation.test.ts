import fc from 'fast-check';
import { Decimal, ZERO } from '../../../src/base/decimal';
import { round } from '../../../src/base/rounding';
import { largestRemainder, telescoping } from '../../../src/contract/rules/allocation';
import { must } from '../near';
import { always } from '../properties';
import reference from '../reference-settlements.json';

const decimals = (texts: readonly string[]) => texts.map((text) => new Decimal(text));
const totalOf = (parts: readonly Decimal[]) => parts.reduce((sum, part) => sum.plus(part), ZERO);

describe('reference tables', () => {
  test.each(reference.allocate_largest_remainder as unknown as [string, string[], string[]][])(
    'largest remainder of %s over %j: %j',
    (total, weights, parts) => {
      const split = largestRemainder(new Decimal(total), decimals(weights));
      expect(split.map((part) => part.toFixed(2))).toEqual(parts);
    },
  );

  test.each(reference.allocate_cumulative as unknown as [string[], string[]][])(
    'telescoping %j: %j',
    (amounts, parts) => {
      expect(telescoping(decimals(amounts)).map((part) => part.toFixed(2))).toEqual(parts);
    },
  );
});

const cents = fc.integer({ min: 0, max: 10_000_000 }).map((value) => new Decimal(value).dividedBy(100));
const weights = fc.array(
  fc.integer({ min: 0, max: 1_000_000 }).map((value) => new Decimal(value).dividedBy(997)),
  { minLength: 1, maxLength: 12 },
);

describe('P10', () => {
  test('largest remainder adds up to the total, each part within a cent of its share, in the order of the weights', () => {
    always(fc.tuple(cents, weights), ([total, given]) => {
      const whole = totalOf(given);
      fc.pre(!whole.isZero());
      const parts = largestRemainder(total, given);
      expect(totalOf(parts)).toEqual(total);
      for (const [index, part] of parts.entries()) {
        const share = total.times(must(given[index])).dividedBy(whole);
        expect(part.minus(share).abs().lessThan('0.01')).toBe(true);
        expect(part.greaterThanOrEqualTo(0)).toBe(true);
      }
    });
  });

  test('telescoping adds up to the rounded total after every part, each within a cent', () => {
    const amounts = fc.array(
      fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => new Decimal(value).dividedBy(7)),
      { minLength: 1, maxLength: 24 },
    );
    always(amounts, (given) => {
      const parts = telescoping(given);
      for (const [index, part] of parts.entries()) {
        const upTo = index + 1;
        expect(totalOf(parts.slice(0, upTo))).toEqual(round(totalOf(given.slice(0, upTo)), 2));
        expect(part.minus(must(given[index])).abs().lessThanOrEqualTo('0.01')).toBe(true);
      }
    });
  });
});

test('equal remainders go to the first; whole units and other places are possible', () => {
  const thirds = decimals(['1', '1', '1']);
  expect(largestRemainder(new Decimal('0.01'), thirds).map(String)).toEqual(['0.01', '0', '0']);
  expect(largestRemainder(new Decimal(100), thirds, 0).map(String)).toEqual(['34', '33', '33']);
  expect(telescoping(decimals(['0.4', '0.4', '0.4']), 0).map(String)).toEqual(['0', '1', '0']);
});

test('nothing can be split by no weight, and something not', () => {
  expect(largestRemainder(ZERO, decimals(['0', '0'])).map(String)).toEqual(['0', '0']);
  expect(() => largestRemainder(new Decimal(1), decimals(['0', '0']))).toThrow(RangeError);
});
