import { Decimal, ZERO } from '../../base/decimal';
import type { Tier } from './tiers';

/**
 * The smallest quantity whose graduated cost is at least the one given; undefined where the card never gets there.
 * Without flat fees the cost is continuous, and this is its inverse, piecewise linear.
 *
 * A flat fee makes the cost jump just above a bound. Where the cost wanted lies within the jump no quantity is the
 * first; the next whole unit is given.
 *
 * @param cost 0 or more
 */
export function graduatedInverse(tiers: readonly Tier[], cost: Decimal): Decimal | undefined {
  let below = ZERO;
  let reached = ZERO;
  for (const [index, tier] of tiers.entries()) {
    const entered = reached.plus(tier.flatFee);
    if (entered.greaterThanOrEqualTo(cost)) return index === 0 ? ZERO : firstWithin(tier, below);
    const quantity = below.plus(cost.minus(entered).dividedBy(tier.unitPrice));
    // A tier without a price brings no more cost, however long it is: the division gives infinity.
    if (quantity.isFinite() && holds(tier, quantity)) return quantity;
    if (tier.upTo === null) return undefined;
    reached = entered.plus(tier.upTo.minus(below).times(tier.unitPrice));
    below = tier.upTo;
  }
  return undefined;
}

/**
 * The smallest quantity whose volume cost is at least the one given, at that quantity itself; undefined where the
 * card never gets there. The cost is not monotone: beyond the answer it may fall below again. A bound that is only
 * approached from above does not count; where the cost jumps past the one wanted, the next whole unit is given.
 *
 * @param cost 0 or more
 */
export function volumeInverse(tiers: readonly Tier[], cost: Decimal): Decimal | undefined {
  let below: Decimal | undefined;
  for (const tier of tiers) {
    const wanted = Decimal.max(cost.minus(tier.flatFee), 0);
    const quantity = wanted.isZero() ? ZERO : wanted.dividedBy(tier.unitPrice);
    if (quantity.isFinite() && holds(tier, quantity)) {
      return below === undefined || quantity.greaterThan(below) ? quantity : firstWithin(tier, below);
    }
    below = tier.upTo ?? undefined;
  }
  return undefined;
}

function holds(tier: Tier, quantity: Decimal): boolean {
  return tier.upTo === null || quantity.lessThanOrEqualTo(tier.upTo);
}

/** The first whole unit above a bound; in a tier too narrow to hold one, its end. */
function firstWithin(tier: Tier, below: Decimal): Decimal {
  const next = below.floor().plus(1);
  return tier.upTo === null ? next : Decimal.min(next, tier.upTo);
}
