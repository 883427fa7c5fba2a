import fc from 'fast-check';
import { Decimal } from '../../../src/base/decimal';
import { commitmentOf, settle } from '../../../src/contract/rules/commitment';
import { always } from '../properties';
import reference from '../reference-settlements.json';

const cents = (max: number) => fc.integer({ min: 0, max }).map((value) => new Decimal(value).dividedBy(100));
const terms = fc.record({ commitment: cents(100_000), overageFactor: cents(300), trueUp: fc.boolean() });

describe('reference table: twelve months against the commitment of a year', () => {
  test.each(reference.true_up as unknown as [string[], string, string[]][])(
    'usage %j, commitment %s',
    (months, commitment, trueUps) => {
      const spent = Decimal.sum(...months);
      const { trueUp } = settle(spent, commitmentOf(new Decimal(commitment)));
      expect(trueUp.toString()).toBe(trueUps.at(-1));
    },
  );
});

describe('a commitment', () => {
  test('P5: with true-up and no premium the larger of usage and commitment is paid', () => {
    always(fc.tuple(cents(200_000), cents(100_000)), ([usage, commitment]) => {
      expect(settle(usage, commitmentOf(commitment)).cost).toEqual(Decimal.max(usage, commitment));
    });
  });

  test('the parts add up to the cost, and only one of overage and true-up is due', () => {
    always(fc.tuple(cents(200_000), terms), ([usage, agreed]) => {
      const { within, overage, trueUp, cost } = settle(usage, agreed);
      expect(within.plus(overage).plus(trueUp)).toEqual(cost);
      expect(overage.isZero() || trueUp.isZero()).toBe(true);
      expect(within.lessThanOrEqualTo(agreed.commitment)).toBe(true);
    });
  });

  test('P19: the cost never falls as usage rises; a true-up never makes it cheaper', () => {
    always(fc.tuple(cents(200_000), cents(5_000), terms), ([usage, more, agreed]) => {
      const cost = (at: Decimal) => settle(at, agreed).cost;
      expect(cost(usage.plus(more)).greaterThanOrEqualTo(cost(usage))).toBe(true);
      const billed = settle(usage, { ...agreed, trueUp: true }).cost;
      expect(billed.greaterThanOrEqualTo(settle(usage, { ...agreed, trueUp: false }).cost)).toBe(true);
    });
  });

  test('windows: settled one by one is never cheaper than at once, where overage is no discount', () => {
    const premium = fc.record({
      commitment: cents(10_000),
      overageFactor: fc.integer({ min: 100, max: 300 }).map((percent) => new Decimal(percent).dividedBy(100)),
      trueUp: fc.constant(true),
    });
    always(
      fc.tuple(fc.array(cents(20_000), { minLength: 1, maxLength: 12 }), premium),
      ([windows, agreed]) => {
        const apart = windows.reduce((sum, usage) => sum.plus(settle(usage, agreed).cost), new Decimal(0));
        const commitment = agreed.commitment.times(windows.length);
        const together = settle(Decimal.sum(...windows), { ...agreed, commitment }).cost;
        expect(apart.greaterThanOrEqualTo(together)).toBe(true);
      },
    );
  });

  test('P17: in another currency everything is multiplied', () => {
    always(fc.tuple(cents(200_000), terms, fc.integer({ min: 1, max: 1000 })), ([usage, agreed, rate]) => {
      const converted = settle(usage.times(rate), { ...agreed, commitment: agreed.commitment.times(rate) });
      expect(converted.cost).toEqual(settle(usage, agreed).cost.times(rate));
    });
  });
});
