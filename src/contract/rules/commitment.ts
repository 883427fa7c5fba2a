import { Decimal, ONE, ZERO } from '../../base/decimal';

/** What a window (an hour, a month, a contract year) owes for its usage. */
export interface CommitmentTerms {
  /** Spend that the window is committed to; 0 or more. */
  readonly commitment: Decimal;
  /** Price of usage beyond the commitment relative to usage within it: 1.5 dearer, 1 the same, 0.8 cheaper. */
  readonly overageFactor: Decimal;
  /** Whether a shortfall is billed. */
  readonly trueUp: boolean;
}

/** The cost of one window, by its parts; they add up to the cost. */
export interface Settlement {
  /** Usage up to the commitment, at its own cost. */
  readonly within: Decimal;
  /** Usage beyond the commitment, times the overage factor. */
  readonly overage: Decimal;
  /** What brings the bill up to the commitment. */
  readonly trueUp: Decimal;
  readonly cost: Decimal;
}

/** Spend that counts as it comes, with any shortfall billed. */
export function commitmentOf(commitment: Decimal): CommitmentTerms {
  return { commitment, overageFactor: ONE, trueUp: true };
}

/**
 * cost = min(usage, M) + φ × (usage − M)⁺ + (M − usage)⁺, the last where true-up is agreed. Windows are settled one
 * by one and added: a surplus of one never covers the shortfall of another.
 *
 * @param usage cost of the usage at its own prices, 0 or more
 */
export function settle(usage: Decimal, { commitment, overageFactor, trueUp }: CommitmentTerms): Settlement {
  const within = Decimal.min(usage, commitment);
  const overage = Decimal.max(usage.minus(commitment), 0).times(overageFactor);
  const owed = trueUp ? Decimal.max(commitment.minus(usage), 0) : ZERO;
  return { within, overage, trueUp: owed, cost: within.plus(overage).plus(owed) };
}
