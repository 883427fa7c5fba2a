import { Decimal, ONE } from '../../base/decimal';
import { wholeAbove } from '../../base/whole';

/** A steady load on reserved capacity, and how its tokens burn it down. */
export interface Load {
  readonly requestsPerMinute: Decimal;
  /** Per request, cached ones included. */
  readonly inputTokens: Decimal;
  /** Per request. */
  readonly outputTokens: Decimal;
  /** Capacity that one output token takes, in input tokens. */
  readonly outputRatio: Decimal;
  /** Part of the input tokens that is read from a cache, 0 to 1. */
  readonly cachedShare: Decimal;
  /** Capacity that one cached token takes, in input tokens. */
  readonly cachedRatio: Decimal;
}

/** How units are sold. */
export interface UnitOffer {
  /** Input-equivalent tokens per minute that one unit serves; above 0. */
  readonly throughput: Decimal;
  readonly minimum: Decimal;
  /** Units are sold in multiples of this; above 0. */
  readonly increment: Decimal;
}

export interface UnitNeed {
  /** Exact, unrounded. */
  readonly need: Decimal;
  /** The least number on sale that covers the need. */
  readonly purchasable: Decimal;
}

/** Input-equivalent tokens per minute of a load. */
export function loadPerMinute(load: Load): Decimal {
  const cached = load.cachedShare.times(load.cachedRatio);
  const input = load.inputTokens.times(ONE.minus(load.cachedShare).plus(cached));
  return load.requestsPerMinute.times(input.plus(load.outputTokens.times(load.outputRatio)));
}

/** Units to buy for a load: rounded up to the increment, and at least the minimum. */
export function unitsFor(load: Load, offer: UnitOffer): UnitNeed {
  const tokens = loadPerMinute(load);
  // One division, so that a load of a whole number of increments is not rounded up past it.
  const steps = wholeAbove(tokens.dividedBy(offer.throughput.times(offer.increment)));
  return {
    need: tokens.dividedBy(offer.throughput),
    purchasable: Decimal.max(offer.minimum, steps.times(offer.increment)),
  };
}
