import { Refusal } from '../../base/refusal';
import { day, isTextDate, onlyCell, single, type NativeArgument } from '../framework/native/argument';
import { blockOf, filledRows, stretchOf } from '../framework/native/block';
import {
  call,
  compare,
  minus,
  over,
  plus,
  product,
  sum,
  times,
  type Expression,
} from '../framework/native/expression';
import { optionsOf } from '../framework/native/options';
import { standsInOrder, UNIT_STEP_HEADINGS } from '../framework/arguments/header-names';
import { lessDiscount } from '../token-cost/native';
import { otherOrder, textDate, type NativeDeclaration } from '../framework/native/reading';

const HOURS_IN_DAY = 24;
const MONTHS_IN_YEAR = 12;

export const reservedCostNative: NativeDeclaration = {
  says: 'Units times rate times the time in force: 24 hours a day, days, or months with each part of a month by its days. Units that step up are counted step by step, for a rate per hour or day. An escalator, and steps with a rate per month or year, become a value.',
  sample: [
    {
      written: 'cells',
      text: 'A2:B3',
      value: [
        [46_204, 1000],
        [46_310, 1110],
      ],
      address: 'A2:B3',
    },
    { written: 'cells', text: 'D1', value: 33, address: 'D1' },
    { written: 'cells', text: 'D2', value: 46_296, address: 'D2' },
    { written: 'cells', text: 'D3', value: 46_327, address: 'D3' },
  ],
  read(units, rate, start, end, given) {
    if (isTextDate(start)) return textDate('start');
    if (isTextDate(end)) return textDate('end');
    const option = optionsOf(given);
    const [from, to, price] = [day(start), day(end), single(rate)];
    if (!option || !from || !to || !price) return new Refusal('The options are computed inside the formula.');
    if (option('Escalator').written !== 'omitted') {
      return new Refusal(
        'An escalator raises the rate on each anniversary, which needs a formula for every year.',
      );
    }
    const quantity = unitTime(units, option, from, to);
    return quantity instanceof Refusal
      ? quantity
      : product(quantity, price, lessDiscount(option('Discount')));
  },
};

/** Units times the time that each is due for. */
function unitTime(
  units: NativeArgument,
  option: (name: string) => NativeArgument,
  from: Expression,
  to: Expression,
): Expression | Refusal {
  const basis = option('Rate basis');
  if (basis.written === 'cells') {
    // The word decides how time is counted; with options in cells it is taken as it stands.
    const known = String(onlyCell(basis.value) ?? '').trim();
    if (known === '') return new Refusal('The cell of Rate basis is blank; remove the row, or enter Hour.');
  }
  const word = basis.written === 'omitted' ? 'hour' : String(onlyCell(basis.value)).trim().toLowerCase();
  const hours = single(option('Hours per month'));
  const byMonth = hours !== undefined || word === 'month' || word === 'year';
  if (!Array.isArray(units.value)) {
    const one = single(units);
    if (one === undefined) return new Refusal('units is left out.');
    const time = byMonth ? monthsBetween(from, to) : minus(to, from);
    return times(one, scaled(time, word, hours));
  }
  if (byMonth)
    return new Refusal('Units that step up with a rate by the month need a formula for every step.');
  const days = unitDays(units, from, to);
  return days instanceof Refusal ? days : scaled(days, word, undefined);
}

function scaled(time: Expression, basis: string, hoursPerMonth: Expression | undefined): Expression {
  if (hoursPerMonth) return times(time, hoursPerMonth);
  if (basis === 'hour') return times(time, HOURS_IN_DAY);
  return basis === 'year' ? over(time, MONTHS_IN_YEAR) : time;
}

/** Months, each part of one by its days: the place of the end on a scale of months less that of the start. */
function monthsBetween(from: Expression, to: Expression): Expression {
  return minus(monthPlace(to), monthPlace(from));
}

function monthPlace(at: Expression): Expression {
  const partOfMonth = over(minus(call('DAY', at), 1), call('DAY', call('EOMONTH', at, 0)));
  return sum(times(MONTHS_IN_YEAR, call('YEAR', at)), call('MONTH', at), partOfMonth);
}

/** The first units for all days from their date on, and every change of units for the days from its own date on. */
function unitDays(ramp: NativeArgument, from: Expression, to: Expression): Expression | Refusal {
  const block = blockOf(ramp);
  if (block === undefined)
    return new Refusal('units is computed inside the formula, so it has no cells to look into.');
  if (!standsInOrder(block.rows, ['date', 'units'], UNIT_STEP_HEADINGS)) return otherOrder('units');
  const rows = filledRows(block, 1);
  const stretch = stretchOf(rows);
  if (stretch === undefined) return new Refusal('units has a blank row between its steps.');
  if (rows.some((row) => typeof block.rows[row]?.[0] !== 'number')) return textDate('units');
  const { first, last } = stretch;
  const start = block.cell(first, 0);
  const firstDays = minus(call('MAX', minus(to, start), 0), call('MAX', minus(from, start), 0));
  const firstPart = times(block.cell(first, 1), firstDays);
  if (first === last) return firstPart;
  const dates = block.column(0, first + 1, last);
  const after = (at: Expression) => times(compare(at, '>', dates), minus(at, dates));
  const change = minus(block.column(1, first + 1, last), block.column(1, first, last - 1));
  return plus(firstPart, call('SUMPRODUCT', times(minus(after(to), after(from)), change)));
}
