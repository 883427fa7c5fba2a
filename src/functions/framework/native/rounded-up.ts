import { call, type Expression } from './expression';

/** Enough to drop the noise of a division in doubles, such as 1.1 / 0.1 = 11.000000000000002. */
const DIGITS_KEPT = 9;

/** Up to the next whole number; what is within a billionth of one counts as that number. */
export const roundedUp = (quotient: Expression): Expression =>
  call('ROUNDUP', call('ROUND', quotient, DIGITS_KEPT), 0);
