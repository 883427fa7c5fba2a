import { type Decimal, ONE, ZERO } from '../../base/decimal';
import type { Day } from '../../base/calendar';

/** Funded: paid. Firm: committed. Contingent: due if a condition is met. Expired: the condition can no longer be met. */
export const TRANCHE_KINDS = ['Funded', 'Firm', 'Contingent', 'Expired'] as const;
export type TrancheKind = (typeof TRANCHE_KINDS)[number];

/** Unconditional: contingent tranches are independent. Sequential: a missed one ends the programme. */
export const TRANCHE_MODES = ['Unconditional', 'Sequential'] as const;
export type TrancheMode = (typeof TRANCHE_MODES)[number];

export interface Tranche {
  readonly day: Day;
  readonly amount: Decimal;
  readonly kind: TrancheKind;
  /** Of its own condition, given that earlier ones were met; only a contingent tranche uses it. */
  readonly probability: Decimal;
}

/** One tranche with the totals up to and with it. */
export interface ScheduledTranche<T extends Tranche> {
  readonly tranche: T;
  /** Probability that it is paid, 0 to 1. */
  readonly likelihood: Decimal;
  readonly expected: Decimal;
  readonly funded: Decimal;
  /** Funded and firm. */
  readonly committed: Decimal;
  readonly expectedTotal: Decimal;
  /** Everything but the expired. */
  readonly maximum: Decimal;
}

/** The tranches in date order, those of one day in the order given, with cumulative totals. */
export function trancheSchedule<T extends Tranche>(
  tranches: readonly T[],
  mode: TrancheMode,
): ScheduledTranche<T>[] {
  const ordered = [...tranches].sort((a, b) => a.day - b.day);
  let chain = ONE;
  let [funded, committed, expectedTotal, maximum] = [ZERO, ZERO, ZERO, ZERO];
  return ordered.map((tranche) => {
    const { amount, kind } = tranche;
    if (kind === 'Contingent' && mode === 'Sequential') chain = chain.times(tranche.probability);
    const likelihood = likelihoodOf(tranche, mode, chain);
    const expected = amount.times(likelihood);
    if (kind === 'Funded') funded = funded.plus(amount);
    if (kind === 'Funded' || kind === 'Firm') committed = committed.plus(amount);
    if (kind !== 'Expired') maximum = maximum.plus(amount);
    expectedTotal = expectedTotal.plus(expected);
    return { tranche, likelihood, expected, funded, committed, expectedTotal, maximum };
  });
}

function likelihoodOf(tranche: Tranche, mode: TrancheMode, chain: Decimal): Decimal {
  switch (tranche.kind) {
    case 'Funded':
    case 'Firm':
      return ONE;
    case 'Contingent':
      return mode === 'Sequential' ? chain : tranche.probability;
    case 'Expired':
      return ZERO;
  }
}

const DAYS_IN_YEAR = 365;

/**
 * Present value factors at an effective annual rate, ACT/365 fixed, as Excel's XNPV counts. A day before the as-of
 * date gets a factor above 1: that money is compounded forward.
 *
 * @param rate above −1
 */
export function discountFactor(rate: Decimal, asOf: Day): (day: Day) => Decimal {
  // The fractional power is the slow part: once, then whole powers.
  const daily = rate.plus(1).pow(ONE.dividedBy(DAYS_IN_YEAR));
  return (day) => {
    const years = (day - asOf) / DAYS_IN_YEAR;
    // Whole years of 365 days come from the rate itself and are exact.
    if (Number.isInteger(years)) return rate.plus(1).pow(-years);
    return daily.pow(asOf - day);
  };
}
