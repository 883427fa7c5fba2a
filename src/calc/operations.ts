import { addMonths, civilDate, daysInMonth, wholeMonths } from '../base/calendar';
import { Decimal, ONE, ZERO } from '../base/decimal';
import { standardNormal } from '../base/normal';

/** How tightly an operation binds in print: a looser operand inside a tighter one stands in brackets. */
export const BINDING = { choice: 0, comparison: 1, sum: 2, product: 3, power: 4, call: 5 } as const;

interface Operation {
  readonly arity: number;
  readonly exact: (...operands: Decimal[]) => Decimal;
  readonly binding: number;
  /** The formula as a person reads it; the operands arrive printed, and bracketed where they must be. */
  readonly words: (...operands: string[]) => string;
}

const truth = (holds: boolean): Decimal => (holds ? ONE : ZERO);
const NOT_AVAILABLE = new Decimal(NaN);

/** Small whole powers by repeated multiplication stay exact and cheap; the rest is left to decimal.js. */
function power(base: Decimal, exponent: Decimal): Decimal {
  if (exponent.isZero() || base.eq(1)) return ONE;
  if (exponent.eq(1)) return base;
  if (exponent.eq('0.5')) return base.sqrt();
  return base.pow(exponent);
}

/**
 * Everything that a line of the model may do. Each operation has an equivalent among the functions of Excel 2016,
 * so that a line can be printed as a native formula.
 */
export const OPERATIONS = {
  plus: {
    arity: 2,
    exact: (a, b) => a.plus(b),
    binding: BINDING.sum,
    words: (a, b) => `${a} + ${b}`,
  },
  minus: {
    arity: 2,
    exact: (a, b) => a.minus(b),
    binding: BINDING.sum,
    words: (a, b) => `${a} − ${b}`,
  },
  times: {
    arity: 2,
    exact: (a, b) => a.times(b),
    binding: BINDING.product,
    words: (a, b) => `${a} × ${b}`,
  },
  over: {
    arity: 2,
    exact: (a, b) => (b.isZero() ? NOT_AVAILABLE : a.div(b)),
    binding: BINDING.product,
    words: (a, b) => `${a} ÷ ${b}`,
  },
  power: {
    arity: 2,
    exact: power,
    binding: BINDING.power,
    words: (a, b) => `${a} ^ ${b}`,
  },
  'larger of': {
    arity: 2,
    exact: (a, b) => (a.lt(b) ? b : a),
    binding: BINDING.call,
    words: (a, b) => `larger of (${a}; ${b})`,
  },
  'smaller of': {
    arity: 2,
    exact: (a, b) => (a.gt(b) ? b : a),
    binding: BINDING.call,
    words: (a, b) => `smaller of (${a}; ${b})`,
  },
  floor: {
    arity: 1,
    exact: (a) => a.floor(),
    binding: BINDING.call,
    words: (a) => `whole part of (${a})`,
  },
  above: {
    arity: 2,
    exact: (a, b) => truth(a.gt(b)),
    binding: BINDING.comparison,
    words: (a, b) => `${a} > ${b}`,
  },
  'not below': {
    arity: 2,
    exact: (a, b) => truth(a.gte(b)),
    binding: BINDING.comparison,
    words: (a, b) => `${a} ≥ ${b}`,
  },
  equal: {
    arity: 2,
    exact: (a, b) => truth(a.eq(b)),
    binding: BINDING.comparison,
    words: (a, b) => `${a} = ${b}`,
  },
  when: {
    arity: 3,
    exact: (condition, then, otherwise) => (condition.isZero() ? otherwise : then),
    binding: BINDING.choice,
    words: (condition, then, otherwise) => `${then} where ${condition}, else ${otherwise}`,
  },
  exponential: {
    arity: 1,
    exact: (a) => a.exp(),
    binding: BINDING.call,
    words: (a) => `e to the power of (${a})`,
  },
  logarithm: {
    arity: 1,
    exact: (a) => a.ln(),
    binding: BINDING.call,
    words: (a) => `natural logarithm of (${a})`,
  },
  normal: {
    arity: 1,
    exact: standardNormal,
    binding: BINDING.call,
    words: (a) => `normal distribution at (${a})`,
  },
  'months after': {
    arity: 2,
    exact: (date, months) => new Decimal(addMonths(date.toNumber(), months.toNumber())),
    binding: BINDING.call,
    words: (date, months) => `${months} months after ${date}`,
  },
  'whole months': {
    arity: 2,
    exact: (from, to) => new Decimal(wholeMonths(from.toNumber(), to.toNumber())),
    binding: BINDING.call,
    words: (from, to) => `whole months from ${from} to ${to}`,
  },
  'month of year': {
    arity: 1,
    exact: (date) => new Decimal(civilDate(date.toNumber()).month),
    binding: BINDING.call,
    words: (date) => `month of ${date}`,
  },
  'month number': {
    arity: 1,
    exact: (date) => {
      const { year, month } = civilDate(date.toNumber());
      return new Decimal(year * 12 + month);
    },
    binding: BINDING.call,
    words: (date) => `months counted to ${date}`,
  },
  'day of month': {
    arity: 1,
    exact: (date) => new Decimal(civilDate(date.toNumber()).day),
    binding: BINDING.call,
    words: (date) => `day of the month of ${date}`,
  },
  'days in month': {
    arity: 1,
    exact: (date) => new Decimal(daysInMonth(date.toNumber())),
    binding: BINDING.call,
    words: (date) => `days in the month of ${date}`,
  },
} satisfies Record<string, Operation>;

export type Operator = keyof typeof OPERATIONS;

export const operation = (operator: Operator): Operation => OPERATIONS[operator];
