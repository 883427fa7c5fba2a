import { ONE, ZERO, type Decimal } from '../calc/decimal';
import { addMonths, dayFromIso, FIRST_DAY, isoText, wholeMonths, type Day } from '../calc/calendar';
import { drawdown as drawdownOf, type DrawdownTerms, type Lot } from '../contract/drawdown';
import { optional, options, range } from './boundary';
import { defineFunction } from './define';
import { headedTable } from './headed-table';
import { date, number, type Kind } from './kinds';
import { option, optionSet } from './options';
import { Refusal } from './refusal';
import { series } from './series';
import { column, columnOr, MAX_ROWS, type Row } from './table';

const amount = number({ min: 0 });
const wholePeriod = number({ min: 1, whole: true });

/** A period by its number, or a day in it: no range has as many periods as the days that anybody buys credits on. */
const periodOrDay: Kind<number> = {
  rule: wholePeriod.rule,
  read(cell, place) {
    const day = cell.holds === 'text' ? dayFromIso(cell.value) : undefined;
    if (day !== undefined) return day;
    const value = wholePeriod.read(cell, place);
    return value instanceof Refusal ? value : value.toNumber();
  },
};

const lotTable = headedTable({
  period: column(periodOrDay, {
    text: 'Period of the purchase, 1 for the first of usage; with the option Start also a date.',
    unit: 'period or date',
  }),
  paid: column(amount, { text: 'Cash paid for the lot, 0 or more.', unit: 'currency' }),
  credits: column(number({ above: 0 }), { text: 'Credits received, above 0.', unit: 'credits' }),
  expiry: columnOr(periodOrDay, null, {
    text: 'First period (or date) in which what is left no longer counts; blank for never.',
    unit: 'period or date',
    zeroIsBlank: true,
  }),
});

type LotRow = Row<{
  readonly period: number;
  readonly paid: Decimal;
  readonly credits: Decimal;
  readonly expiry: number | null;
}>;

const HEADER = [
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
  summary:
    'Prepaid credits drawn down period by period: what is drawn, what expires, what is left, what is used on demand, and the cost as billed and as effective.',
  question:
    'We buy credits in advance: how long do they last, what do we lose at expiry, and what do we pay beyond them?',
  parameters: {
    lots: range(lotTable, {
      text: 'A row for each purchase: period, paid, credits and expiry. A header row is allowed, with the columns in any order.',
      unit: 'period, paid, credits, expiry',
    }),
    usage: series(amount, {
      text: 'Credits used in each period, 0 or more, in a column or a row.',
      unit: 'credits',
      cell: { name: 'usage', text: 'Credits used in one period.' },
    }),
    on_demand_price: optional(amount, ONE, {
      text: 'Price of a credit used beyond the balance, 0 or more. If omitted, 1: credits that stand for money.',
      unit: 'currency per credit',
      defaultText: '1',
    }),
    options: options(
      optionSet({
        Start: option(date, null, {
          text: 'First day of the first period; periods are months from it, and lots may give dates.',
          unit: 'date',
          defaultText: 'none: periods by number',
        }),
        Window: option(number({ min: 1, whole: true }), null, {
          text: 'Periods in a window, at whose end the balance is brought within the rollover limits.',
          unit: 'periods',
          defaultText: 'none: no windows',
        }),
        'Max rollover': option(amount, null, {
          text: 'Most credits that a window hands on; the rest expires. 0: use it or lose it.',
          unit: 'credits',
          defaultText: 'no limit',
        }),
        'Min rollover': option(amount, null, {
          text: 'Least credits that a window hands on; what is missing is granted free.',
          unit: 'credits',
          defaultText: '0',
        }),
      }),
    ),
  },
  result: {
    matrix: true,
    unit: 'credits; currency for Billed, Effective and Closing value',
    format: '#,##0.00',
    text: 'A header and a row for each period: Period, Opening, Added, Drawn, Expired, Closing, On demand (all credits), Billed (cash), Effective (accrual) and Closing value (what the balance cost).',
  },
  equation: [
    'Closing = Opening + Added − Drawn − Expired; usage = Drawn + On demand',
    'Billed = paid for lots of the period + On demand × on_demand_price',
    'Effective = (Drawn + Expired) × paid ÷ credits of their lots + On demand × on_demand_price',
    'At the end of a window: Closing = min(Max rollover, max(Min rollover, balance))',
    'Σ Billed = Σ Effective + Closing value of the last period',
  ],
  edges: [
    'The lot that expires first is drawn first; of equal ones the earlier purchase. Lots that never expire come last.',
    'A lot may be used in the period of its purchase. At its expiry what is left lapses before anything is drawn.',
    'Expired credits cost what was paid for them; they are in Effective of the period in which they lapse.',
    'Where a window hands on less than the balance, the credits that expire first lapse. Credits granted cost nothing.',
    'Rollover acts on what has not expired: leave expiry blank where windows alone decide.',
    'A lot of a later period than usage has no effect yet.',
    'A date of purchase counts in the month that holds it; a date of expiry from the first month that starts on or after it.',
  ],
  examples: [
    {
      title:
        '100 credits for 90 that last three months, 50 more for 50 in month 4: what is drawn, lost and paid?',
      formula: '=METER.DRAWDOWN({1,90,100,4;4,50,50,7},{20;15;10;10;5;40})',
      args: [
        [
          [1, 90, 100, 4],
          [4, 50, 50, 7],
        ],
        [[20], [15], [10], [10], [5], [40]],
      ],
      result: [
        HEADER,
        [1, 0, 100, 20, 0, 80, 0, 90, 18, 72],
        [2, 80, 0, 15, 0, 65, 0, 0, 13.5, 58.5],
        [3, 65, 0, 10, 0, 55, 0, 0, 9, 49.5],
        [4, 55, 50, 10, 55, 40, 0, 50, 59.5, 40],
        [5, 40, 0, 5, 0, 35, 0, 0, 5, 35],
        [6, 35, 0, 35, 0, 0, 5, 5, 40, 0],
      ],
      reading:
        'In month 4 the 55 left of the first lot lapse: 55 × 0.90 = 49.50, and 10 are drawn at 1.00. In month 6 usage is 5 beyond the balance. Billed 145 = effective 145.',
    },
    {
      title: 'Use it or lose it each month, but 50 may be carried on?',
      formula: '=METER.DRAWDOWN({1,100,100;2,100,100},{10;120},,{"Window",1;"Max rollover",50})',
      args: [
        [
          [1, 100, 100],
          [2, 100, 100],
        ],
        [[10], [120]],
        null,
        [
          ['Window', 1],
          ['Max rollover', 50],
        ],
      ],
      result: [HEADER, [1, 0, 100, 10, 40, 50, 0, 100, 50, 50], [2, 50, 100, 120, 0, 30, 0, 100, 120, 30]],
      reading: '90 are left after month 1, of which 50 go on and 40 lapse.',
    },
  ],
  refusals: [
    {
      title: 'A lot that expires before it is bought.',
      formula: '=METER.DRAWDOWN({4,50,50,3},{20;15})',
      args: [[[4, 50, 50, 3]], [[20], [15]]],
      code: '#VALUE!',
      sentence:
        'lots, row 1 (expiry) is 3: it must lie after the purchase, 4. It is the first period in which the credits no longer count.',
    },
    {
      title: 'Dates without a start.',
      formula: '=METER.DRAWDOWN({"2027-01-15",50,50},{20;15})',
      args: [[['2027-01-15', 50, 50]], [[20], [15]]],
      code: '#VALUE!',
      sentence:
        'lots, row 1 (period) is the date 2027-01-15: dates need the option Start, the first day of the first period.',
    },
    {
      title: 'A rollover limit without windows.',
      formula: '=METER.DRAWDOWN({1,50,50},{20;15},,{"Max rollover",10})',
      args: [[[1, 50, 50]], [[20], [15]], null, [['Max rollover', 10]]],
      code: '#VALUE!',
      sentence:
        'options (Max rollover) is 10: it applies at the end of a window. Add the option Window with its number of periods, 1 for every period.',
    },
  ],
  source:
    'Prepaid draw-down as Zuora describes it, rollover as OpenMeter’s credit grants, billed and effective cost as FOCUS separates them.',
  since: '0.1.0',
  body({ lots: rows, usage, on_demand_price, options: chosen }) {
    const terms = termsOf(on_demand_price, chosen);
    if (terms instanceof Refusal) return terms;
    const start = chosen.Start;
    const lots = lotsOf(rows, start);
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
    );
  }
  const [least, most] = [chosen['Min rollover'] ?? ZERO, chosen['Max rollover']];
  if (most !== null && least.greaterThan(most)) {
    return new Refusal(
      `options (Min rollover) is ${least.toString()}: it must not be above Max rollover, ${most.toString()}.`,
    );
  }
  return { onDemandPrice, window, minRollover: least, maxRollover: most };
}

function lotsOf(rows: readonly LotRow[], start: Day | null): Lot[] | Refusal {
  const lots: Lot[] = [];
  for (const { place, cells } of rows) {
    const { period, expiry, paid, credits } = cells;
    const bought = periodOf(period, `${place} (period)`, start);
    if (bought instanceof Refusal) return bought;
    const ends = expiry === null ? null : periodOf(expiry, `${place} (expiry)`, start, 'from');
    if (ends instanceof Refusal) return ends;
    if (expiry !== null && ends !== null && ends <= bought) {
      return new Refusal(
        `${place} (expiry) is ${inWords(expiry)}: it must lie after the purchase, ${inWords(period)}. It is the first period in which the credits no longer count.`,
      );
    }
    lots.push({ paid, credits, bought, expiry: ends });
  }
  return lots;
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
    );
  }
  if (value < start) {
    return new Refusal(
      `${place} is ${isoText(value)}: it must not lie before Start, ${isoText(start)}. Enter what is left of an older lot as a lot of the first period.`,
    );
  }
  const months = wholeMonths(start, value);
  return which === 'from' && addMonths(start, months) < value ? months + 1 : months;
}

function isDay(value: number): boolean {
  return value > MAX_ROWS && value >= FIRST_DAY;
}

function inWords(value: number): string {
  return isDay(value) ? isoText(value) : String(value);
}
