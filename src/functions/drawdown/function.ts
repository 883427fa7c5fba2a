import { ONE, ZERO, type Decimal } from '../../base/decimal';
import { addMonths, dayFromIso, isoText, wholeMonths, type Day } from '../../base/calendar';
import { FIRST_CONTRACT_DAY, isContractDay, yearRemedy } from '../../base/contract-day';
import { drawdown as drawdownOf, type DrawdownTerms, type Lot } from '../../contract/rules/drawdown';
import { optional, options, range } from '../framework/arguments/boundary';
import { defineFunction } from '../framework/define';
import { headedTable } from '../framework/arguments/headed-table';
import { date, number, type Kind } from '../framework/arguments/kinds';
import { option, optionSet } from '../framework/arguments/options';
import { Refusal } from '../../base/refusal';
import { series } from '../framework/arguments/series';
import { column, columnOr, MAX_ROWS, type Row } from '../framework/arguments/table';

const amount = number({ min: 0 });
const wholePeriod = number({ min: 1, whole: true });

/** A period by its number, or a day in it: no range has as many periods as the days that anybody buys credits on. */
const periodOrDay: Kind<number> = {
  rule: wholePeriod.rule,
  read(cell, place) {
    const day = cell.holds === 'text' ? dayFromIso(cell.value) : undefined;
    if (day !== undefined && isContractDay(day)) return day;
    const value = wholePeriod.read(cell, place);
    return value instanceof Refusal ? value : value.toNumber();
  },
};

const lotTable = headedTable({
  period: column(periodOrDay, { unit: 'period or date' }),
  paid: column(amount, { unit: 'currency' }),
  credits: column(number({ above: 0 }), { unit: 'credits' }),
  expiry: columnOr(periodOrDay, null, { unit: 'period or date', zeroIsBlank: true }),
});

type LotRow = Row<{
  readonly period: number;
  readonly paid: Decimal;
  readonly credits: Decimal;
  readonly expiry: number | null;
}>;

export const HEADER = [
  'Period',
  'Opening',
  'Added',
  'Drawn',
  'Expired',
  'Closing',
  'On demand',
  'Billed',
  'Effective',
  'Closing value',
];

export const drawdown = defineFunction({
  id: 'DRAWDOWN',
  parameters: {
    lots: range(lotTable, { unit: 'period, paid, credits, expiry' }),
    usage: series(amount, { unit: 'credits', cell: 'usage' }),
    on_demand_price: optional(amount, ONE, { unit: 'currency per credit', defaultText: '1' }),
    options: options(
      optionSet({
        Start: option(date, null, { unit: 'date', defaultText: 'none: periods by number' }),
        Window: option(number({ min: 1, whole: true }), null, {
          unit: 'periods',
          defaultText: 'none: no windows',
        }),
        'Max rollover': option(amount, null, { unit: 'credits', defaultText: 'no limit' }),
        'Min rollover': option(amount, null, { unit: 'credits', defaultText: '0' }),
      }),
    ),
  },
  result: {
    matrix: true,
    unit: 'credits; currency for Billed, Effective and Closing value',
    format: '#,##0.00',
  },
  body({ lots: rows, usage, on_demand_price, options: chosen }) {
    const terms = termsOf(on_demand_price, chosen);
    if (terms instanceof Refusal) return terms;
    const start = chosen.Start;
    const lots = lotsOf(rows, start, usage.values.length);
    if (lots instanceof Refusal) return lots;
    const periods = drawdownOf(lots, usage.values, terms);
    const body = periods.map((line, period) => [
      start === null ? period + 1 : addMonths(start, period),
      line.opening,
      line.added,
      line.drawn,
      line.expired,
      line.closing,
      line.onDemand,
      line.billed,
      line.effective,
      line.closingValue,
    ]);
    return [HEADER, ...body];
  },
});

function termsOf(
  onDemandPrice: Decimal,
  chosen: Readonly<Record<'Window' | 'Max rollover' | 'Min rollover', Decimal | null>>,
): DrawdownTerms | Refusal {
  const window = chosen.Window?.toNumber() ?? null;
  for (const name of ['Max rollover', 'Min rollover'] as const) {
    const limit = chosen[name];
    if (limit === null || window !== null) continue;
    return new Refusal(
      `options (${name}) is ${limit.toString()}: it applies at the end of a window. Add the option Window with its number of periods, 1 for every period.`,
      { about: 'options' },
    );
  }
  const [least, most] = [chosen['Min rollover'] ?? ZERO, chosen['Max rollover']];
  if (most !== null && least.greaterThan(most)) {
    return new Refusal(
      `options (Min rollover) is ${least.toString()}: it must not be above Max rollover, ${most.toString()}.`,
      { about: 'options' },
    );
  }
  return { onDemandPrice, window, minRollover: least, maxRollover: most };
}

function lotsOf(rows: readonly LotRow[], start: Day | null, periods: number): Lot[] | Refusal {
  const lots: Lot[] = [];
  for (const { place, cells } of rows) {
    const { period, expiry, paid, credits } = cells;
    const year = yearAmong({ period, expiry }, place, periods);
    if (year) return year;
    const bought = periodOf(period, `${place} (period)`, start);
    if (bought instanceof Refusal) return bought;
    const ends = expiry === null ? null : periodOf(expiry, `${place} (expiry)`, start, 'from');
    if (ends instanceof Refusal) return ends;
    if (expiry !== null && ends !== null && ends <= bought) {
      return new Refusal(
        `${place} (expiry) is ${inWords(expiry)}: it must lie after the purchase, ${inWords(period)}. It is the first period in which the credits no longer count.`,
        { about: 'lots' },
      );
    }
    lots.push({ paid, credits, bought, expiry: ends });
  }
  return lots;
}

/** A year typed for a date would be a period that no usage reaches: a lot that is never bought. */
function yearAmong(
  given: Readonly<Record<'period' | 'expiry', number | null>>,
  place: string,
  periods: number,
): Refusal | undefined {
  for (const [name, value] of Object.entries(given)) {
    if (value === null || isDay(value)) continue;
    const remedy = value > periods ? yearRemedy(value) : undefined;
    if (remedy === undefined && value <= MAX_ROWS) continue;
    return new Refusal(
      `${place} (${name}) is ${value}: usage has ${periods} ${periods === 1 ? 'period' : 'periods'}. ${remedy ?? `Enter a period, or a date from ${isoText(FIRST_CONTRACT_DAY)} on.`} Dates need the option Start.`,
      { about: 'lots' },
    );
  }
  return undefined;
}

/**
 * The period of a number or a date, counted from 0.
 *
 * @param which of a date: the month that holds it, or the first that starts `from` it on
 */
function periodOf(
  value: number,
  place: string,
  start: Day | null,
  which: 'holding' | 'from' = 'holding',
): number | Refusal {
  if (!isDay(value)) return value - 1;
  if (start === null) {
    return new Refusal(
      `${place} is the date ${isoText(value)}: dates need the option Start, the first day of the first period.`,
      { about: 'lots' },
    );
  }
  if (value < start) {
    return new Refusal(
      `${place} is ${isoText(value)}: it must not lie before Start, ${isoText(start)}. Enter what is left of an older lot as a lot of the first period.`,
      { about: 'lots' },
    );
  }
  const months = wholeMonths(start, value);
  return which === 'from' && addMonths(start, months) < value ? months + 1 : months;
}

function isDay(value: number): boolean {
  return value >= FIRST_CONTRACT_DAY;
}

function inWords(value: number): string {
  return isDay(value) ? isoText(value) : String(value);
}
