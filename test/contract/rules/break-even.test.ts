import fc from 'fast-check';
import { Decimal, ZERO } from '../../../src/base/decimal';
import { graduatedInverse, volumeInverse } from '../../../src/contract/rules/break-even';
import { graduatedCost, tierReached, volumeCost, type Tier } from '../../../src/contract/rules/tiers';
import { expectNear, must } from '../near';
import { always } from '../properties';
import reference from '../reference-settlements.json';
import vectors from '../reference-vectors.json';

const card = (vectors.tiers.tiers as [string | null, string][]).map(([upTo, price]) => tier(upTo, price));

function tier(upTo: string | number | null, price: string | number, flatFee: string | number = 0): Tier {
  return {
    upTo: upTo === null ? null : new Decimal(upTo),
    unitPrice: new Decimal(price),
    flatFee: new Decimal(flatFee),
  };
}

describe('reference table: what a cost buys at 0.10 up to 1,000, 0.05 up to 10,000, 0.01 above', () => {
  test.each(reference.tiers_inverse as [string, string][])('%s buys %s', (cost, quantity) => {
    expectNear(must(graduatedInverse(card, new Decimal(cost))), quantity);
  });
});

test.each(reference.breakeven)(
  'reference table: $reserved_cost at $price_per_m_iet per million',
  ({ reserved_cost, price_per_m_iet, capacity_iet, breakeven_tokens, breakeven_utilisation }) => {
    const perToken = new Decimal(price_per_m_iet).dividedBy(1_000_000);
    const tokens = must(graduatedInverse([tier(null, perToken.toString())], new Decimal(reserved_cost)));
    expectNear(tokens, breakeven_tokens);
    expectNear(tokens.dividedBy(capacity_iet), breakeven_utilisation);
  },
);

const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => new Decimal(value).dividedBy(100));

/** Cards with prices above 0 in any order, without or with flat fees, open at the end. */
const cards = (fees: fc.Arbitrary<Decimal>) =>
  fc
    .array(fc.tuple(hundredths(100, 50_000), hundredths(1, 500), fees), { minLength: 1, maxLength: 5 })
    .map((rows) => {
      let bound = ZERO;
      return rows.map(([width, unitPrice, flatFee], index): Tier => {
        bound = bound.plus(width);
        return { upTo: index === rows.length - 1 ? null : bound, unitPrice, flatFee };
      });
    });
const withoutFees = cards(fc.constant(ZERO));
const withFees = cards(hundredths(0, 20_000));
const amounts = hundredths(0, 1_000_000);

/** Prices have up to four decimals here; a quotient carries 40 digits. */
const CLOSE = new Decimal('1e-12');
const isClose = (a: Decimal, b: Decimal) => a.minus(b).abs().lessThanOrEqualTo(b.abs().plus(1).times(CLOSE));

/** No smaller quantity costs as much, tried just below and at the bounds and their next whole units. */
function expectFirst(
  tiers: readonly Tier[],
  cost: Decimal,
  found: Decimal,
  costOf: (tiers: readonly Tier[], quantity: Decimal) => Decimal,
): void {
  const bounds = tiers.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]));
  const below = [
    found.times(1 - 1e-9),
    found.dividedBy(2),
    ...bounds.filter((bound) => bound.lessThan(found)),
  ];
  for (const quantity of below) {
    if (quantity.greaterThanOrEqualTo(found) || isJump(tiers, quantity, found)) continue;
    if (costOf(tiers, quantity).greaterThanOrEqualTo(cost)) {
      throw new Error(`${quantity.toString()} costs ${cost.toString()} as well, before ${found.toString()}`);
    }
  }
}

/** Between a bound and the first whole unit above it, which stands for a bound that is only approached. */
function isJump(tiers: readonly Tier[], quantity: Decimal, found: Decimal): boolean {
  const first = tiers.find(
    ({ upTo }) => upTo !== null && upTo.lessThan(found) && upTo.floor().plus(1).equals(found),
  );
  return first?.upTo?.lessThan(quantity) ?? false;
}

describe('break-even', () => {
  test('P25: a graduated card costs exactly what was asked for at the quantity found, and back', () => {
    always(fc.tuple(withoutFees, amounts), ([tiers, cost]) => {
      const quantity = must(graduatedInverse(tiers, cost));
      expect(isClose(graduatedCost(tiers, quantity), cost)).toBe(true);
    });
    always(fc.tuple(withoutFees, amounts), ([tiers, quantity]) => {
      const found = must(graduatedInverse(tiers, graduatedCost(tiers, quantity)));
      expect(isClose(found, quantity)).toBe(true);
    });
  });

  test('with flat fees the quantity found is the first that costs as much', () => {
    always(fc.tuple(withFees, amounts), ([tiers, cost]) => {
      const quantity = must(graduatedInverse(tiers, cost));
      expect(graduatedCost(tiers, quantity).plus(CLOSE).greaterThanOrEqualTo(cost)).toBe(true);
      expectFirst(tiers, cost, quantity, graduatedCost);
    });
  });

  test('volume: the first quantity that costs as much at itself', () => {
    always(fc.tuple(withFees, amounts), ([tiers, cost]) => {
      const quantity = must(volumeInverse(tiers, cost));
      expect(volumeCost(tiers, quantity).plus(CLOSE).greaterThanOrEqualTo(cost)).toBe(true);
      expectFirst(tiers, cost, quantity, volumeCost);
    });
  });

  test('one price: both are the quotient', () => {
    always(fc.tuple(hundredths(1, 500), amounts), ([price, cost]) => {
      const open = [tier(null, price.toString())];
      expect(graduatedInverse(open, cost)).toEqual(cost.dividedBy(price));
      expect(volumeInverse(open, cost)).toEqual(cost.dividedBy(price));
    });
  });

  test('a bound that is only approached does not count: the next whole unit does', () => {
    // 100 units cost 100, anything above costs more than 200.
    const rising = [tier(100, 1), tier(null, 2)];
    expect(must(volumeInverse(rising, new Decimal(100))).toNumber()).toBe(100);
    expect(must(volumeInverse(rising, new Decimal(150))).toNumber()).toBe(101);
    expect(must(volumeInverse(rising, new Decimal(203))).toNumber()).toBe(101.5);
    // A fee of 50 above 100 units.
    const fee = [tier(100, 1), tier(null, 1, 50)];
    expect(must(graduatedInverse(fee, new Decimal(120))).toNumber()).toBe(101);
    expect(must(graduatedInverse(fee, new Decimal(160))).toNumber()).toBe(110);
  });

  test('where volume falls at a bound the first crossing is given', () => {
    // 1,000 units cost 100; 1,001 cost 50.05.
    expect(must(volumeInverse(card, new Decimal(100))).toNumber()).toBe(1000);
    expect(must(volumeInverse(card, new Decimal('100.01'))).toNumber()).toBe(2000.2);
    expect(must(volumeInverse(card, new Decimal(550))).toNumber()).toBe(55_000);
  });

  test('nothing is needed for nothing, nor for less than the fee of the first tier', () => {
    expect(graduatedInverse(card, ZERO)?.toNumber()).toBe(0);
    expect(volumeInverse([tier(null, 1, 30)], new Decimal(20))?.toNumber()).toBe(0);
    expect(graduatedInverse([tier(null, 1, 30)], new Decimal(30))?.toNumber()).toBe(0);
  });

  test('a card that is free at its end, or that ends, may never get there', () => {
    expect(graduatedInverse([tier(10, 1), tier(null, 0)], new Decimal(11))).toBeUndefined();
    expect(volumeInverse([tier(null, 0)], new Decimal(1))).toBeUndefined();
    expect(graduatedInverse(card.slice(0, 2), new Decimal('550.01'))).toBeUndefined();
    expect(graduatedInverse(card.slice(0, 2), new Decimal(550))?.toNumber()).toBe(10_000);
  });
});

describe('P26', () => {
  const falling = withoutFees.map((tiers) => {
    const prices = tiers.map(({ unitPrice }) => unitPrice).sort((a, b) => b.comparedTo(a));
    return tiers.map((row, index): Tier => ({ ...row, unitPrice: must(prices[index]) }));
  });

  test('a graduated card with falling prices is concave: the middle costs at least the mean of the ends', () => {
    always(fc.tuple(falling, amounts, amounts), ([tiers, a, b]) => {
      const middle = graduatedCost(tiers, a.plus(b).dividedBy(2));
      const mean = graduatedCost(tiers, a).plus(graduatedCost(tiers, b)).dividedBy(2);
      expect(middle.plus(CLOSE).greaterThanOrEqualTo(mean)).toBe(true);
    });
  });

  test('so splitting a purchase never saves, and graduated costs at least volume', () => {
    always(fc.tuple(falling, amounts, amounts), ([tiers, a, b]) => {
      const apart = graduatedCost(tiers, a).plus(graduatedCost(tiers, b));
      expect(graduatedCost(tiers, a.plus(b)).lessThanOrEqualTo(apart)).toBe(true);
      expect(graduatedCost(tiers, a).greaterThanOrEqualTo(volumeCost(tiers, a))).toBe(true);
      expect(tierReached(tiers, a)).toBeDefined();
    });
  });
});
