import type { Operator } from '../operations';

/** How tightly an operation binds in Excel: a looser operand inside a tighter one stands in brackets. */
export const TIGHTNESS = { comparison: 0, sum: 1, product: 2, power: 3, call: 4 } as const;

/** What the place of an operand takes: a number, or also the TRUE or FALSE of a comparison. */
export type Taken = 'number' | 'truth';

/** A constant as formulas name it: the cell that holds it. */
export type NameOfConstant = (value: number | string) => string;

export interface NativeOperation {
  /** How tightly the printed form binds. */
  readonly tightness: number;
  /** How tightly each operand must bind to stand without brackets. */
  readonly operands: readonly number[];
  /** Whether TRUE and FALSE may stand as operands: arithmetic and IF turn them into numbers themselves. */
  readonly takes: Taken;
  /** How many times each operand is written. */
  readonly copies: readonly number[];
  readonly print: (constant: NameOfConstant, ...operands: string[]) => string;
}

export const MONTHS_IN_YEAR = 12;
/**
 * Doubles hold 15 digits and a half, and a formula of a dozen steps loses the last of them: what lies nearer to a whole
 * number, or to a bound, than this part of it is that number.
 */
const HAIR = '1E-14';

const { comparison, sum, product, power, call } = TIGHTNESS;
const LOOSEST = comparison;

const infix = (
  sign: string,
  tightness: number,
  operands: readonly number[],
  takes: Taken = 'truth',
): NativeOperation => ({
  tightness,
  operands,
  takes,
  copies: [1, 1],
  print: (_constant, a = '', b = '') => `${a}${sign}${b}`,
});

const calls = (name: string, arity: number, takes: Taken = 'number'): NativeOperation => ({
  tightness: call,
  operands: Array.from({ length: arity }, () => LOOSEST),
  takes,
  copies: Array.from({ length: arity }, () => 1),
  print: (_constant, ...operands) => `${name}(${operands.join(',')})`,
});

/**
 * Months from one date to another by the calendar's year and month, less one where the day is not reached. DATEDIF
 * counts otherwise at the ends of months.
 */
function wholeMonths(constant: NameOfConstant, from = '', to = ''): string {
  const year = constant(MONTHS_IN_YEAR);
  const months = `(YEAR(${to})-YEAR(${from}))*${year}+MONTH(${to})-MONTH(${from})`;
  return `${months}-(EDATE(${from},${months})>${to})`;
}

/** What Excel 2016 writes for each operation. */
export const NATIVE_OPERATIONS = {
  plus: infix('+', sum, [sum, sum]),
  minus: infix('-', sum, [sum, product]),
  times: infix('*', product, [product, product]),
  over: infix('/', product, [product, power]),
  power: infix('^', power, [call, call]),
  'larger of': calls('MAX', 2),
  'smaller of': calls('MIN', 2),
  floor: {
    ...calls('INT', 1),
    copies: [2],
    print: (constant, a = '') => `INT(${a}+ABS(${a})*${constant(HAIR)})`,
    operands: [sum],
    takes: 'truth',
  },
  above: infix('>', comparison, [sum, sum], 'number'),
  'not below': infix('>=', comparison, [sum, sum], 'number'),
  equal: infix('=', comparison, [sum, sum], 'number'),
  when: calls('IF', 3),
  exponential: calls('EXP', 1),
  logarithm: calls('LN', 1),
  normal: calls('NORMSDIST', 1),
  'months after': calls('EDATE', 2),
  'whole months': {
    tightness: sum,
    operands: [LOOSEST, LOOSEST],
    takes: 'number',
    copies: [5, 5],
    print: wholeMonths,
  },
  'month of year': calls('MONTH', 1),
  'month number': {
    ...calls('YEAR', 1),
    tightness: sum,
    copies: [2],
    print: (constant, date = '') => `YEAR(${date})*${constant(MONTHS_IN_YEAR)}+MONTH(${date})`,
  },
  'day of month': calls('DAY', 1),
  'days in month': {
    ...calls('DAY', 1),
    print: (_constant, date = '') => `DAY(EOMONTH(${date},0))`,
  },
} satisfies Record<Operator, NativeOperation>;

const nearly = (
  copies: readonly number[],
  operands: readonly number[],
  print: (hair: string, a: string, b: string) => string,
): NativeOperation => ({
  tightness: comparison,
  operands,
  takes: 'number',
  copies,
  print: (constant, a = '', b = '') => print(`ABS(${b})*${constant(HAIR)}`, a, b),
});

/** Comparisons of numbers that doubles do not hold exactly: a difference in their last digits does not count. */
const COMPARISONS: Partial<Record<Operator, NativeOperation>> = {
  above: nearly([1, 2], [sum, sum], (hair, a, b) => `${a}>${b}+${hair}`),
  'not below': nearly([1, 2], [sum, sum], (hair, a, b) => `${a}>=${b}-${hair}`),
  equal: nearly([1, 2], [sum, product], (hair, a, b) => `ABS(${a}-${b})<=${hair}`),
};

/** A difference by which something is decided: 0 where it is less than a hair of what is subtracted. */
export const DIFFERENCE: NativeOperation = {
  ...calls('IF', 2),
  copies: [2, 3],
  operands: [sum, product],
  print: (constant, a = '', b = '') => zeroOr(constant, `${a}-${b}`, `ABS(${b})`),
};

/** A value, or 0 where it is less than a hair of figures of that size. */
export const zeroOr = (constant: NameOfConstant, value: string, size: string): string =>
  `IF(ABS(${value})<=${size}*${constant(HAIR)},0,${value})`;

/** How an operation is written where doubles hold its operands exactly. */
export const nativeOperation = (operator: Operator): NativeOperation => NATIVE_OPERATIONS[operator];

/** The same where they do not. */
export const inexactOperation = (operator: Operator): NativeOperation =>
  COMPARISONS[operator] ?? nativeOperation(operator);
