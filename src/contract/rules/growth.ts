import { Decimal, ONE } from '../../base/decimal';

/** Volume of month t relative to month 0; the index of month 0 is 1 (except in a table that starts elsewhere). */
export type GrowthIndex = (month: number) => Decimal;

const MONTHS_IN_YEAR = 12;

/**
 * Compound annual growth: (1+g)^⌊t/12⌋ × (1+g)^(1/12) to t mod 12. Whole years come from the rate itself, so that
 * month 12 is exactly 1+g.
 *
 * @param annual above −1; 0.6 for 60 % a year
 */
export function annualGrowth(annual: Decimal): GrowthIndex {
  const yearly = annual.plus(1);
  const monthly = yearly.pow(ONE.dividedBy(MONTHS_IN_YEAR));
  return (month) => {
    const monthOfYear = month % MONTHS_IN_YEAR;
    return yearly.pow((month - monthOfYear) / MONTHS_IN_YEAR).times(monthly.pow(monthOfYear));
  };
}

/** Compound monthly growth: (1+m)^t. */
export function monthlyGrowth(monthly: Decimal): GrowthIndex {
  const factor = monthly.plus(1);
  return (month) => factor.pow(month);
}

/**
 * Logistic growth towards a multiple of the first month: L / (1 + (L−1)·e^(−kt)).
 *
 * @param saturation L, above 0
 * @param speed      k, per month
 */
export function logisticGrowth(saturation: Decimal, speed: Decimal): GrowthIndex {
  return (month) => {
    const decay = Decimal.exp(speed.times(-month));
    return saturation.dividedBy(saturation.minus(1).times(decay).plus(1));
  };
}

/** An index listed month by month; the last value carries on. Not normalised: month 0 may differ from 1. */
export function tabledGrowth(values: readonly [Decimal, ...Decimal[]]): GrowthIndex {
  return (month) => values[Math.min(month, values.length - 1)] ?? values[0];
}
