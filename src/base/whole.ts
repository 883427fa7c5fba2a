import { Decimal, ONE, ZERO } from './decimal';

/**
 * What a figure may lie off and still be the one that was meant: a billionth of it. Cells hold doubles and are taken at
 * 15 digits, so that a third of a million, taken three times, is no million to the last digit.
 */
export const TOLERANCE = new Decimal('1e-9');

/** The next whole number; a quotient that lies within a billionth of itself above a whole number is that number. */
export function wholeAbove(quotient: Decimal): Decimal {
  const below = quotient.floor();
  return quotient.minus(below).lte(quotient.abs().times(TOLERANCE)) ? below : below.plus(1);
}

/** What shares leave of the whole: exactly 0 where they add up to 1 within a billionth, negative where they are more. */
export function remainderOf(sum: Decimal): Decimal {
  const rest = ONE.minus(sum);
  return rest.abs().lte(TOLERANCE) ? ZERO : rest;
}

/** Whether shares are more than the whole. */
export const exceedsWhole = (sum: Decimal): boolean => remainderOf(sum).isNegative();

/** Whether nothing worth telling is left of a quantity. */
export const isUsedUp = (left: Decimal, of: Decimal): boolean => left.lte(of.abs().times(TOLERANCE));
