import { Decimal, ZERO } from '../../base/decimal';
import { round } from '../../base/rounding';

/**
 * Splits one given total by weights into rounded parts that add up to it: every part is rounded down, and the units
 * still missing go to the parts with the largest remainders, the first of equal ones first. No part is a whole unit
 * away from its exact share.
 *
 * Serves only where one total is split. Invoice lines are rounded each by itself, and their total adds rounded lines.
 *
 * @param total already a multiple of the rounding unit, 0 or more
 * @param weights 0 or more, and not all 0 unless the total is 0
 * @param places decimal places of the parts
 */
export function largestRemainder(total: Decimal, weights: readonly Decimal[], places = 2): Decimal[] {
  const whole = weights.reduce((sum, weight) => sum.plus(weight), ZERO);
  if (whole.isZero()) {
    if (!total.isZero()) throw new RangeError('A total cannot be split by weights that are all 0.');
    return weights.map(() => ZERO);
  }
  const shares = weights.map((weight) => total.times(weight).dividedBy(whole));
  const floors = shares.map((share) => share.toDecimalPlaces(places, Decimal.ROUND_FLOOR));
  const unit = new Decimal(10).pow(-places);
  const missing = floors.reduce((rest, part) => rest.minus(part), total).dividedBy(unit);
  const remainder = (index: number) => shares[index]?.minus(floors[index] ?? 0) ?? ZERO;
  const byRemainder = shares
    .map((_, index) => index)
    .sort((a, b) => remainder(b).comparedTo(remainder(a)) || a - b);
  const raised = new Set(byRemainder.slice(0, missing.toNumber()));
  return floors.map((part, index) => (raised.has(index) ? part.plus(unit) : part));
}

/**
 * Rounds a run of amounts so that every partial sum is the rounded partial sum: each part is the difference of two
 * rounded running totals. The error never grows, and the whole adds up to the rounded total.
 *
 * @param places decimal places of the parts
 */
export function telescoping(amounts: readonly Decimal[], places = 2): Decimal[] {
  let exact = ZERO;
  let rounded = ZERO;
  return amounts.map((amount) => {
    exact = exact.plus(amount);
    const next = round(exact, places);
    const part = next.minus(rounded);
    rounded = next;
    return part;
  });
}
