import { Decimal } from '../../src/base/decimal';

/** The reference tables are printed to 25 digits; agreement to 1e-20 of the value leaves room for their last digits. */
const RELATIVE = new Decimal('1e-20');

/** Fails with both numbers in full when they differ by more than 1e-20 of the expected one (absolutely, at 0). */
export function expectNear(actual: Decimal, expected: string): void {
  const wanted = new Decimal(expected);
  const allowed = wanted.isZero() ? RELATIVE : wanted.abs().times(RELATIVE);
  if (actual.minus(wanted).abs().greaterThan(allowed)) {
    throw new Error(`${actual.toString()} is not within 1e-20 of ${expected}`);
  }
}

/** A date of a table, which is known to be one. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A value of the test itself is missing.');
  return value;
}
