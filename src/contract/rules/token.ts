import { type Decimal, ONE, ZERO } from '../../base/decimal';

/** The token classes that are priced apart; `input` is input that was neither read from nor written to a cache. */
export const TOKEN_CLASSES = ['input', 'output', 'cacheRead', 'cacheWrite', 'cacheWrite1h'] as const;
export type TokenClass = (typeof TOKEN_CLASSES)[number];

/** Single tokens by class. */
export type TokenCounts = Readonly<Record<TokenClass, Decimal>>;

/** Prices per million tokens by class. */
export type TokenPrices = Readonly<Record<TokenClass, Decimal>>;

export interface TokenAdjustments {
  /** Part of all tokens that runs as batch, 0 to 1. */
  readonly batchShare: Decimal;
  /** Price of a batch token relative to the list: 0.5 for half. */
  readonly batchMultiplier: Decimal;
  /** Region, priority or long-context multiple of the list price. */
  readonly multiplier: Decimal;
  /** Negotiated reduction, 0 to 1; after the multipliers. */
  readonly discount: Decimal;
}

const TOKENS_PER_PRICE = 1_000_000;

/**
 * Cost of metered tokens.
 *
 * Equation  cost = Σ tokens × price ÷ 10⁶ × (1 − b + b·β) × multiplier × (1 − discount)
 *
 * @returns in the currency of the prices, unrounded
 */
export function tokenCost(counts: TokenCounts, prices: TokenPrices, adjust: TokenAdjustments): Decimal {
  const list = TOKEN_CLASSES.reduce((sum, name) => sum.plus(counts[name].times(prices[name])), ZERO);
  return list
    .times(batchFactor(adjust.batchShare, adjust.batchMultiplier))
    .times(adjust.multiplier)
    .times(ONE.minus(adjust.discount))
    .dividedBy(TOKENS_PER_PRICE);
}

/** Average price of a mix of batch and immediate tokens, relative to the list. */
export function batchFactor(batchShare: Decimal, batchMultiplier: Decimal): Decimal {
  return ONE.minus(batchShare).plus(batchShare.times(batchMultiplier));
}
