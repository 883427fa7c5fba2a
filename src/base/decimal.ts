import { Decimal as DecimalJs } from 'decimal.js';

/**
 * The one decimal type of the model: 40 significant digits, ties away from zero. It is a clone of its own, so
 * that nobody who configures decimal.js elsewhere can change what a contract costs.
 */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP });
export type Decimal = DecimalJs;

// Object.freeze would stop decimal.js itself, which raises its precision while it takes a power. Only the way in
// from outside is closed.
Decimal.set = Decimal.config = () => {
  throw new Error('The precision of Meterbook is fixed; clone a Decimal of your own.');
};

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);

/** Excel computes in doubles and shows 15 significant digits; what it shows is what the person means. */
const EXCEL_DIGITS = 15;

/**
 * A number that came out of a cell. A typed 0.85 arrives as its shortest text; a sum such as 0.1+0.2 arrives with
 * binary noise in the 17th digit, which rounding to Excel's 15 digits removes.
 */
export function decimalFromCell(value: number): Decimal {
  return new Decimal(value).toSignificantDigits(EXCEL_DIGITS);
}
