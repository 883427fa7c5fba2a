import { addMonths, civilDate, daysInMonth } from '../../src/base/calendar';
import { Decimal } from '../../src/base/decimal';
import { standardNormal } from '../../src/base/normal';

/** A number, NaN for an error; TRUE or FALSE; an empty text. */
type Single = number | boolean | string;
export type Value = Single | readonly Single[];
export type Compute = (period: number) => Value;

const TOKEN = /#\d+|\d+(?:\.\d+)?|[A-Z]+\(|""|[<>]=|[=<>+\-*/^(),]/g;

const numbers = (value: Value): number[] =>
  (Array.isArray(value) ? (value as Single[]) : [value as Single]).filter(
    (single): single is number => typeof single === 'number',
  );
const number = (value: Value): number => {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
  return NaN;
};
const last = (date: number): number => date - civilDate(date).day + daysInMonth(date);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const FUNCTIONS: Readonly<Record<string, (...values: Value[]) => Value>> = {
  ABS: (a = NaN) => (Array.isArray(a) ? numbers(a).map(Math.abs) : Math.abs(number(a))),
  DAY: (a = NaN) => civilDate(number(a)).day,
  EDATE: (a = NaN, months = NaN) => addMonths(number(a), number(months)),
  EOMONTH: (a = NaN) => last(number(a)),
  EXP: (a = NaN) => Math.exp(number(a)),
  IFERROR: (a = NaN, otherwise = '') => (typeof a === 'number' && !Number.isFinite(a) ? otherwise : a),
  INT: (a = NaN) => Math.floor(number(a)),
  LN: (a = NaN) => (number(a) > 0 ? Math.log(number(a)) : NaN),
  LOG: (a = NaN) => Math.log10(number(a)),
  MAX: (...all) => Math.max(...all.map(number)),
  MIN: (...all) => Math.min(...all.map(number)),
  MONTH: (a = NaN) => civilDate(number(a)).month,
  NORMSDIST: (a = NaN) =>
    Number.isFinite(number(a)) ? standardNormal(new Decimal(number(a))).toNumber() : NaN,
  ROUND: (a = NaN, digits = NaN) => {
    const unit = 10 ** Math.trunc(number(digits));
    return (Math.sign(number(a)) * Math.round(Math.abs(number(a)) * unit)) / unit;
  },
  SUM: (a = NaN) => sum(numbers(a)),
  SUMIFS: (summed = NaN, groups = NaN, group = NaN) => {
    const wanted = number(group);
    return sum(numbers(summed).filter((_value, place) => numbers(groups)[place] === wanted));
  },
  SUMPRODUCT: (a = NaN) => sum(numbers(a)),
  YEAR: (a = NaN) => civilDate(number(a)).year,
};

const OPERATORS: readonly Readonly<Record<string, (a: number, b: number) => Value>>[] = [
  {
    '=': (a, b) => a === b,
    '>': (a, b) => a > b,
    '<': (a, b) => a < b,
    '>=': (a, b) => a >= b,
    '<=': (a, b) => a <= b,
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => (b === 0 ? NaN : a / b) },
  { '^': (a, b) => a ** b },
];

/**
 * Computes a formula as the standard for doubles says and no spreadsheet program does: nothing is forgiven, whereas
 * Excel and LibreOffice take figures that differ in the last digits for the same. `#3` stands for the third reference.
 */
export function inDoubles(formula: string, references: readonly Compute[]): Compute {
  const tokens = formula.match(TOKEN) ?? [];
  if (tokens.join('') !== formula) throw new Error(`The formula ${formula} holds what this cannot read.`);
  let at = 0;
  const take = (): string => tokens[at++] ?? '';

  const level = (place: number): Compute => {
    const operators = OPERATORS[place];
    if (!operators) return atom();
    let left = level(place + 1);
    for (let of = operators[tokens[at] ?? '']; of; of = operators[tokens[at] ?? '']) {
      at += 1;
      const [a, operate, b] = [left, of, level(place + 1)];
      left = (period) => operate(number(a(period)), number(b(period)));
    }
    return left;
  };
  const operands = (): Compute[] => {
    const found = [level(0)];
    while (tokens[at] === ',') {
      at += 1;
      found.push(level(0));
    }
    if (take() !== ')') throw new Error(`The formula ${formula} leaves a bracket open.`);
    return found;
  };
  const atom = (): Compute => {
    const token = take();
    if (token === '(') return operands()[0] ?? (() => NaN);
    if (token.endsWith('(')) return called(token.slice(0, -1), operands());
    if (token.startsWith('#')) return references[Number(token.slice(1))] ?? (() => NaN);
    const value = token === '""' ? '' : Number(token);
    return () => value;
  };
  return level(0);
}

/** Only the branch of a choice that applies is computed. */
function called(name: string, operands: readonly Compute[]): Compute {
  const [condition, then, otherwise] = operands;
  if (name === 'IF' && condition && then && otherwise) {
    return (period) => {
      const holds = number(condition(period));
      if (Number.isNaN(holds)) return NaN;
      return holds === 0 ? otherwise(period) : then(period);
    };
  }
  const of = FUNCTIONS[name];
  if (!of) throw new Error(`No function ${name} is known.`);
  return (period) => of(...operands.map((operand) => operand(period)));
}
