import { Decimal, ONE, ZERO } from '../../base/decimal';
import type { Expression } from '../expression';
import { OPERATIONS, type Operator, operation } from '../operations';

/** A compiled part of a formula: its value in a period. */
export type RunOf<S> = (state: S, period: number) => Decimal;

/** The largest whole numbers that decimal.js keeps in one word. */
const ONE_WORD = 1e7;

/** A whole number of one word, as dates and counts are; NaN for any other. */
function wholeNumber({ d, e, s }: Decimal): number {
  return e >= 0 && e < 7 && d.length === 1 ? s * (d[0] ?? NaN) : NaN;
}

const isOneWord = (value: number): boolean => value < ONE_WORD && value > -ONE_WORD;

/** Below zero, zero or above it, as a to b; NaN where one of them is not available. */
function order(a: Decimal, b: Decimal): number {
  const value = wholeNumber(a) - wholeNumber(b);
  return Number.isNaN(value) ? a.cmp(b) : value;
}

/** Whether two values are the same; most that are compared are one object, or whole numbers. */
export const isSame = (a: Decimal, b: Decimal): boolean => a === b || order(a, b) === 0;

function product(a: Decimal, b: Decimal): Decimal {
  if (a === ONE) return b;
  if (b === ONE) return a;
  if (b.isZero()) return ZERO;
  const value = wholeNumber(a) * wholeNumber(b);
  return isOneWord(value) ? new Decimal(value) : a.times(b);
}

const { over } = OPERATIONS;

/**
 * Operations on two numbers. Decimal arithmetic carries word by word; on dates and counts the processor's own gives
 * the same many times sooner, and on zeros there is nothing to do.
 */
const BINARY: Partial<Record<Operator, (a: Decimal, b: Decimal) => Decimal>> = {
  plus(a, b) {
    if (a.isZero()) return b;
    if (b.isZero()) return a;
    const value = wholeNumber(a) + wholeNumber(b);
    return isOneWord(value) ? new Decimal(value) : a.plus(b);
  },
  minus(a, b) {
    if (b.isZero()) return a;
    const value = wholeNumber(a) - wholeNumber(b);
    return isOneWord(value) ? new Decimal(value) : a.minus(b);
  },
  over(a, b) {
    const value = wholeNumber(a) / wholeNumber(b);
    if (Number.isInteger(value)) return new Decimal(value);
    return a.isZero() && !b.isZero() && !b.isNaN() ? ZERO : over.exact(a, b);
  },
  'larger of': (a, b) => (order(a, b) < 0 ? b : a),
  'smaller of': (a, b) => (order(a, b) > 0 ? b : a),
  above: (a, b) => (order(a, b) > 0 ? ONE : ZERO),
  'not below': (a, b) => (order(a, b) >= 0 ? ONE : ZERO),
  equal: (a, b) => (order(a, b) === 0 ? ONE : ZERO),
};

/** Comparing with zero is a look at the sign. */
const AGAINST_ZERO: Partial<Record<Operator, (value: Decimal) => Decimal>> = {
  'larger of': (value) => (value.isNegative() ? ZERO : value),
  'smaller of': (value) => (value.isPositive() ? ZERO : value),
  above: (value) => (value.isPositive() && !value.isZero() ? ONE : ZERO),
  'not below': (value) => (value.isPositive() || value.isZero() ? ONE : ZERO),
  equal: (value) => (value.isZero() ? ONE : ZERO),
};

/** Cheaper ways to the same result where an operand is a constant: a look at the sign, a shift of the decimal point. */
export function shortcut<S>(
  operator: Operator,
  of: RunOf<S> | undefined,
  by: Expression | undefined,
): RunOf<S> | undefined {
  if (by?.node.kind !== 'constant' || !of) return undefined;
  const { value } = by.node;
  const atZero = value.isZero() ? AGAINST_ZERO[operator] : undefined;
  if (atZero) return (state, period) => atZero(of(state, period));
  if (operator !== 'over' || !isPowerOfTen(value)) return undefined;
  const inverse = ONE.div(value);
  return (state, period) => of(state, period).times(inverse);
}

const isPowerOfTen = (value: Decimal): boolean => value.isPositive() && value.eq(`1e${value.e}`);

/** The whole part of a quotient: years out of months, mostly. */
export function wholeQuotient<S>(a: RunOf<S>, b: RunOf<S>): RunOf<S> {
  return (state, period) => {
    const dividend = a(state, period);
    const divisor = b(state, period);
    const value = Math.floor(wholeNumber(dividend) / wholeNumber(divisor));
    return Number.isFinite(value) ? new Decimal(value) : over.exact(dividend, divisor).floor();
  };
}

/** An operation on parts that are compiled; the branch of a choice that does not apply is not evaluated. */
export function runOf<S>(operator: Operator, a?: RunOf<S>, b?: RunOf<S>, c?: RunOf<S>): RunOf<S> {
  const { exact } = operation(operator);
  if (!a) throw new Error(`The operation ${operator} has no operand.`);
  if (!b) return (state, period) => exact(a(state, period));
  if (c) return (state, period) => (a(state, period).isZero() ? c(state, period) : b(state, period));
  if (operator !== 'times') {
    const of = BINARY[operator] ?? exact;
    return (state, period) => of(a(state, period), b(state, period));
  }
  // A factor of zero is common (nothing metered yet, no second vendor) and makes the other factor idle.
  return (state, period) => {
    const left = a(state, period);
    return left.isZero() ? ZERO : product(left, b(state, period));
  };
}
