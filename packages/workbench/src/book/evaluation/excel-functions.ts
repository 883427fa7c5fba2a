import * as o from '@odoo/o-spreadsheet';
import type { Arg, FunctionResultObject, Matrix } from '@odoo/o-spreadsheet';
import { NumberFormats } from '../cells/number-format';

/*
 * Functions of the grid that answer otherwise than Excel's of the same name, or are not there, mended through the
 * library's own registry. Only what workbooks of prices and cash flows use; docs/limits.md says what differs still.
 */

type Compute = o.AddFunctionDescription['compute'];
type Cell = FunctionResultObject;

const { functionRegistry } = o.registries;

export function mendFunctions(): void {
  for (const [name, direction] of ROUNDINGS) redefine(name, rounding(direction));
  for (const name of WITHOUT_NUMERIC_ANSWER) refuseWith(name, '#NUM!');
  refuseWith('INDEX', '#REF!');
  takeFalseForNoElse();
  letOneIndexCountColumns();
  redefine('TEXT', text);
  functionRegistry.replace('CONCAT', functionRegistry.get('CONCATENATE'));
  mendSort();
  addMissing();
}

function redefine(name: string, compute: Compute): void {
  functionRegistry.replace(name, { ...functionRegistry.get(name), compute });
}

const scalar = (arg: Arg): Cell | undefined => (Array.isArray(arg) ? arg[0]?.[0] : arg);

const notANumber = (value: unknown): Cell => ({
  value: '#VALUE!',
  message: `"${String(value)}" is not a number.`,
});

const isCell = (value: number | Cell): value is Cell => typeof value === 'object';

/** A blank is 0, TRUE is 1, a text is what it would be in a cell. */
function numberOf(arg: Arg): number | Cell {
  const value = scalar(arg)?.value ?? 0;
  const number = typeof value === 'string' ? o.helpers.toNumber(value, o.DEFAULT_LOCALE) : Number(value);
  return Number.isFinite(number) ? number : notANumber(value);
}

/** The library rounds what a double holds of a number; Excel the 15 digits that it shows: ROUND(1.005,2) is 1.01. */
const ROUNDINGS: readonly (readonly [string, (magnitude: number) => number])[] = [
  ['ROUND', Math.round],
  ['ROUNDUP', Math.ceil],
  ['ROUNDDOWN', Math.floor],
];

const rounding =
  (direction: (magnitude: number) => number): Compute =>
  (value, places) => {
    const [number, digits] = [numberOf(value), numberOf(places)];
    if (isCell(number)) return number;
    if (isCell(digits)) return digits;
    const format = scalar(value)?.format;
    return { value: rounded(number, Math.trunc(digits), direction), ...(format ? { format } : {}) };
  };

/** Shifts the decimal point in the number's own digits: a multiplication would bring in an error of its own. */
function rounded(number: number, places: number, direction: (magnitude: number) => number): number {
  const [digits = '0', exponent = '0'] = Math.abs(number).toExponential(14).split('e');
  const shifted = Number(`${digits}e${Number(exponent) + places}`);
  if (shifted >= Number.MAX_SAFE_INTEGER) return number;
  return Math.sign(number) * Number(`${direction(shifted)}e${-places}`) + 0;
}

/** Excel says #NUM! where mathematics has no answer. The library has one code for this and for a wrong kind of value. */
const WITHOUT_NUMERIC_ANSWER = ['SQRT', 'LN', 'LOG', 'IRR', 'XIRR', 'RATE', 'NPER', 'LARGE', 'SMALL'];

function refuseWith(name: string, code: string): void {
  const { compute } = functionRegistry.get(name);
  redefine(name, function (...args) {
    const result = compute.apply(this, args);
    if (Array.isArray(result) || typeof result !== 'object' || result?.value !== '#ERROR') return result;
    const isWrongKind = args.some((arg) => !Array.isArray(arg) && typeof arg?.value === 'string');
    return isWrongKind ? result : { ...result, value: code };
  });
}

/** The library takes 0 for an else that is left out, which Excel's averages and minima would count. */
function takeFalseForNoElse(): void {
  const { compute } = functionRegistry.get('IF');
  redefine('IF', function (...args) {
    return compute.apply(this, args.length < 3 ? [args[0], args[1], { value: false }] : args);
  });
}

/** INDEX(A1:E1,3) is the third column: a single row is counted by its columns. */
function letOneIndexCountColumns(): void {
  const { compute } = functionRegistry.get('INDEX');
  redefine('INDEX', function (array, index, column) {
    const isRow = Array.isArray(array) && array.length > 1 && array[0]?.length === 1;
    return compute.apply(
      this,
      isRow && column === undefined ? [array, { value: 1 }, index] : [array, index, column],
    );
  });
}

const formats = new NumberFormats();

/** Any format that Excel knows; a text that is no number passes unchanged, as with "@". */
const text: Compute = (value, format) => {
  const given = scalar(value)?.value ?? 0;
  const code = String(scalar(format)?.value ?? '');
  const number = numberOrUndefined(given);
  if (code === '') return { value: '' };
  const shown = number ?? o.helpers.toString(given);
  return { value: formats.shown(shown, code, o.DEFAULT_LOCALE) };
};

function numberOrUndefined(value: string | number | boolean): number | undefined {
  if (typeof value !== 'string') return typeof value === 'number' ? value : undefined;
  return o.helpers.isNumber(value, o.DEFAULT_LOCALE)
    ? o.helpers.toNumber(value, o.DEFAULT_LOCALE)
    : undefined;
}

/** Excel's order is 1 or -1; the library asks "ascending?", and takes -1 for yes. */
function mendSort(): void {
  const original = functionRegistry.get('SORT');
  const sorted: Compute = function (array, ...keys) {
    const criteria: Arg[] = [];
    for (let at = 0; at < Math.max(2, keys.length); at += 2) {
      const [key, order] = [keys[at], scalar(keys[at + 1])?.value ?? 1];
      criteria.push(isOmitted(key) ? { value: 1 } : key, { value: Number(order) !== -1 });
    }
    return original.compute.call(this, array, ...criteria);
  };
  redefine('SORT', sorted);
  functionRegistry.replace('SORTBY', { ...original, compute: sorted });
}

const isOmitted = (arg: Arg) => arg === undefined || (!Array.isArray(arg) && arg.value === null);

const { arg } = o.helpers;

function addMissing(): void {
  add('SIGN', [arg('number (number)', '')], (number) => {
    const given = numberOf(number);
    return isCell(given) ? given : { value: Math.sign(given) };
  });
  add('N', [arg('value (any)', '')], (value) => {
    const given = scalar(value)?.value;
    return { value: typeof given === 'number' ? given : given === true ? 1 : 0 };
  });
  add('REPT', [arg('text (string)', ''), arg('times (number)', '')], (repeated, times) => {
    const count = numberOf(times);
    if (isCell(count)) return count;
    if (count < 0) return { value: '#VALUE!', message: `A text cannot be repeated ${count} times.` };
    return { value: String(scalar(repeated)?.value ?? '').repeat(Math.trunc(count)) };
  });
  add('MROUND', [arg('number (number)', ''), arg('multiple (number)', '')], (number, multiple) => {
    const [given, step] = [numberOf(number), numberOf(multiple)];
    if (isCell(given)) return given;
    if (isCell(step)) return step;
    if (given * step < 0) return { value: '#NUM!', message: 'The number and the multiple differ in sign.' };
    return { value: step === 0 ? 0 : rounded(given / step, 0, Math.round) * step };
  });
  add('NORMSDIST', [arg('z (number)', '')], (z) => {
    const number = numberOf(z);
    return isCell(number) ? number : { value: normalDistribution(number) };
  });
  addPositionOfMatch();
}

/** From here on the series loses digits, and the tail is at most 2E-12. */
const FAR = 7;

/** Standard normal distribution: one half and the density times x + x³/3 + x⁵/15 + …; beyond the series, its tail's fraction. */
function normalDistribution(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(x) > FAR) {
    let fraction = Math.abs(x);
    for (let term = 60; term > 0; term -= 1) fraction = Math.abs(x) + term / fraction;
    return x > 0 ? 1 - density / fraction : density / fraction;
  }
  let part = x;
  let sum = x;
  for (let odd = 3; Math.abs(part) > Math.abs(sum) * 1e-17; odd += 2) {
    part *= (x * x) / odd;
    sum += part;
  }
  return 0.5 + density * sum;
}

function add(name: string, args: o.AddFunctionDescription['args'], compute: Compute): void {
  functionRegistry.replace(name, { description: '', category: 'Excel', args, compute, isExported: true });
}

/** XMATCH is XLOOKUP in the positions. */
function addPositionOfMatch(): void {
  const lookup = functionRegistry.get('XLOOKUP');
  const parameters = [
    arg('lookup_value (any)', ''),
    arg('lookup_array (any, range)', ''),
    arg('match_mode (number, optional)', ''),
    arg('search_mode (number, optional)', ''),
  ];
  add('XMATCH', parameters, function (wanted, array, ...modes) {
    const columns: Matrix<Cell> = Array.isArray(array) ? array : [[array ?? { value: null }]];
    const height = columns[0]?.length ?? 0;
    const positions = columns.map((column, at) => column.map((_, row) => ({ value: at * height + row + 1 })));
    return lookup.compute.call(this, wanted, columns, positions, undefined, ...modes);
  });
}
