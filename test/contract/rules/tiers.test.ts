import fc from 'fast-check';
import { Decimal, ZERO } from '../../../src/base/decimal';
import {
  graduatedCost,
  packageCost,
  tierReached,
  volumeCost,
  type Tier,
} from '../../../src/contract/rules/tiers';
import { expectNear } from '../near';
import reference from '../reference-vectors.json';

const card: Tier[] = (reference.tiers.tiers as [string | null, string][]).map(([upTo, price]) => ({
  upTo: upTo === null ? null : new Decimal(upTo),
  unitPrice: new Decimal(price),
  flatFee: ZERO,
}));

describe('reference table: 0.10 up to 1,000, 0.05 up to 10,000, 0.01 above', () => {
  test.each(reference.tiers.rows as [string, string, string][])(
    '%s units: graduated %s, volume %s',
    (quantity, graduated, volume) => {
      expectNear(graduatedCost(card, new Decimal(quantity)), graduated);
      expectNear(volumeCost(card, new Decimal(quantity)), volume);
    },
  );
});

const hundredths = (max: number) =>
  fc.integer({ min: 0, max }).map((value) => new Decimal(value).dividedBy(100));

/** Cards whose prices fall from tier to tier, without flat fees, open at the end. */
const fallingCards = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 500 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => {
    const prices = list.map(([, price]) => price).sort((a, b) => b - a);
    let bound = 0;
    return list.map(([step], index): Tier => {
      bound += step;
      return {
        upTo: index === list.length - 1 ? null : new Decimal(bound),
        unitPrice: new Decimal(prices[index] ?? 0).dividedBy(100),
        flatFee: ZERO,
      };
    });
  });

describe('tiers', () => {
  const quantity = hundredths(3_000_000);

  test('graduated never falls; splitting a purchase over two cards never saves where prices fall', () => {
    fc.assert(
      fc.property(fallingCards, quantity, quantity, (tiers, a, b) => {
        const together = graduatedCost(tiers, a.plus(b));
        expect(together.greaterThanOrEqualTo(graduatedCost(tiers, a))).toBe(true);
        expect(together.lessThanOrEqualTo(graduatedCost(tiers, a).plus(graduatedCost(tiers, b)))).toBe(true);
      }),
    );
  });

  test('graduated costs at least volume where prices fall, and the same with one tier', () => {
    fc.assert(
      fc.property(fallingCards, quantity, (tiers, q) => {
        expect(graduatedCost(tiers, q).greaterThanOrEqualTo(volumeCost(tiers, q))).toBe(true);
        const open = tiers.slice(-1);
        expect(graduatedCost(open, q).equals(volumeCost(open, q))).toBe(true);
      }),
    );
  });

  test('a bound belongs to the tier that it closes, and graduated does not jump there', () => {
    fc.assert(
      fc.property(fallingCards, (tiers) => {
        for (const tier of tiers) {
          if (tier.upTo === null) continue;
          expect(tierReached(tiers, tier.upTo)).toBe(tier);
          const above = graduatedCost(tiers, tier.upTo.plus('1e-12'));
          expect(above.minus(graduatedCost(tiers, tier.upTo)).lessThanOrEqualTo('1e-11')).toBe(true);
        }
      }),
    );
  });

  test('volume drops at a bound where the next price is lower', () => {
    expect(volumeCost(card, new Decimal(1000)).toNumber()).toBe(100);
    expect(volumeCost(card, new Decimal(1001)).toNumber()).toBe(50.05);
  });

  test('scaling quantity and bounds, or prices and fees, scales the cost', () => {
    fc.assert(
      fc.property(fallingCards, quantity, fc.integer({ min: 1, max: 1000 }), (tiers, q, factor) => {
        const wider = tiers.map((tier) => ({ ...tier, upTo: tier.upTo?.times(factor) ?? null }));
        const dearer = tiers.map((tier) => ({ ...tier, unitPrice: tier.unitPrice.times(factor) }));
        for (const cost of [graduatedCost, volumeCost]) {
          const scaled = cost(tiers, q).times(factor);
          expect(cost(wider, q.times(factor)).equals(scaled)).toBe(true);
          expect(cost(dearer, q).equals(scaled)).toBe(true);
        }
      }),
    );
  });

  test('a quantity beyond a card that ends has no tier', () => {
    expect(tierReached(card.slice(0, 2), new Decimal(10_001))).toBeUndefined();
    expect(() => volumeCost(card.slice(0, 2), new Decimal(10_001))).toThrow(RangeError);
  });

  test('a package begun is a package paid', () => {
    fc.assert(
      fc.property(quantity, hundredths(10_000), (q, hundredth) => {
        const size = hundredth.plus('0.01');
        const packages = packageCost({ size, price: new Decimal(1), flatFee: ZERO }, q);
        expect(packages.times(size).greaterThanOrEqualTo(q)).toBe(true);
        expect(packages.minus(1).times(size).lessThan(q)).toBe(true);
      }),
    );
  });
});
