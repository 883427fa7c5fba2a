import { Decimal, ZERO } from '../../base/decimal';
import { wholeAbove } from '../../base/whole';

/** One row of a price card. */
export interface Tier {
  /** The last quantity that the tier holds; null has no end. A bound belongs to the tier that it closes. */
  readonly upTo: Decimal | null;
  readonly unitPrice: Decimal;
  /** Charged once when the tier is entered. */
  readonly flatFee: Decimal;
}

function holds(tier: Tier, quantity: Decimal): boolean {
  return tier.upTo === null || quantity.lessThanOrEqualTo(tier.upTo);
}

/** The tier that a quantity reaches; undefined beyond a card that ends. Quantity 0 is in the first tier. */
export function tierReached(tiers: readonly Tier[], quantity: Decimal): Tier | undefined {
  return tiers.find((tier) => holds(tier, quantity));
}

/**
 * Graduated: each part of the quantity at the price of the tier in which it lies, and the flat fee of every tier
 * entered (the first one also at quantity 0). Continuous where there are no flat fees.
 *
 * @param quantity 0 or more, and within the card
 */
export function graduatedCost(tiers: readonly Tier[], quantity: Decimal): Decimal {
  let cost = ZERO;
  let below = ZERO;
  for (const tier of tiers) {
    const top = tier.upTo === null ? quantity : Decimal.min(quantity, tier.upTo);
    cost = cost.plus(tier.flatFee).plus(top.minus(below).times(tier.unitPrice));
    if (holds(tier, quantity)) break;
    below = top;
  }
  return cost;
}

/**
 * Volume: the whole quantity at the price of the tier that it reaches, and that tier's flat fee. Not monotone: one
 * unit more may cost less where the next price is lower.
 *
 * @param quantity 0 or more, and within the card
 */
export function volumeCost(tiers: readonly Tier[], quantity: Decimal): Decimal {
  const tier = tierReached(tiers, quantity);
  if (tier === undefined) throw new RangeError('The quantity lies beyond the last tier.');
  return tier.flatFee.plus(quantity.times(tier.unitPrice));
}

/** A price for every package begun. */
export interface Package {
  /** Units in a package; above 0. */
  readonly size: Decimal;
  readonly price: Decimal;
  /** Charged once, also at quantity 0. */
  readonly flatFee: Decimal;
}

/** Package: every package begun is paid in full; none at quantity 0. */
export function packageCost({ size, price, flatFee }: Package, quantity: Decimal): Decimal {
  return flatFee.plus(wholeAbove(quantity.dividedBy(size)).times(price));
}
