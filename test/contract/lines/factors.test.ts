import { addMonths, dayFromIso, isoText } from '../../../src/base/calendar';
import { Decimal } from '../../../src/base/decimal';
import { MONTHS } from '../../../src/terms/catalogue/definition';
import { must } from '../near';
import factors from '../reference-factors.json';
import vectors from '../reference-vectors.json';
import { METERED, type ShortRow, baseOf } from './contract-of';
import { rowsOfDeltas } from './deltas';

/**
 * The reference tables are printed to 25 decimals. Powers of a fraction are taken to 40 digits and raised again to as
 * much as the 119th power, which leaves more than the 24 decimals that are compared.
 */
function expectToPrinted(actual: Decimal, expected: string): void {
  const wanted = new Decimal(expected);
  const allowed = Decimal.max(1, wanted.abs()).times('1e-24');
  if (actual.minus(wanted).abs().greaterThan(allowed)) {
    throw new Error(`${actual.toString()} is not ${expected} to 24 decimals.`);
  }
}

const START = '2026-07-01';
const startOf = (month: number): string => isoText(addMonths(must(dayFromIso(START)), month));

const model = (horizon: number, ...more: ShortRow[]) =>
  baseOf(...METERED, ['Model', '', 'Start', START], ['Model', '', 'Horizon', horizon], ...more);

describe('growth index of a product', () => {
  const CURVES = {
    cagr: { choice: 'CAGR', terms: { annual: 'Growth rate' } },
    monthly: { choice: 'Monthly', terms: { monthly: 'Growth rate' } },
    logistic: { choice: 'Logistic', terms: { cap: 'Saturation multiple', k: 'Logistic rate' } },
  };
  const cases = vectors.growth as unknown as [
    keyof typeof CURVES,
    Record<string, string>,
    Record<string, string>,
  ][];

  test.each(cases)('%s %j', (form, given, byMonth) => {
    const { choice, terms } = CURVES[form];
    const rows = Object.entries(terms).map(([name, term]): ShortRow => [
      'Usage',
      'Chat',
      term,
      Number(must(given[name])),
    ]);
    const reading = model(120, ['Usage', 'Chat', 'Growth', choice], ...rows);
    for (const [month, expected] of Object.entries(byMonth)) {
      expectToPrinted(reading.at('usage.growth[Chat]', Number(month)), expected);
      // A thousand million tokens in the first month.
      expectToPrinted(reading.at('usage.base[Chat]', Number(month)).dividedBy(1e9), expected);
    }
  });
});

test('season of a calendar month: twelve factors by their mean, from July on and round again', () => {
  const { given, normalised } = factors.season_normalised;
  const rows = MONTHS.map((month, place): ShortRow => [
    'Seasonality',
    'Chat',
    month,
    Number(must(given[place])),
  ]);
  const reading = model(30, ...rows);
  reading.series('usage.season[Chat]').forEach((season, month) => {
    const expected = must(normalised[(6 + month) % 12]);
    expectToPrinted(season, expected);
    expectToPrinted(reading.at('usage.demand[Chat]', month).dividedBy(1e9), expected);
  });
});

describe('efficiency regime', () => {
  /** The model starts three months before the regime. */
  const BEFORE = 3;

  test.each(factors.regime.rows as [number, string, string, string][])(
    '%s months since its start, cut %s, half-life %s: %s',
    (since, cut, halfLife, expected) => {
      const reading = model(
        BEFORE + since + 1,
        ['Behaviour', '', 'Regime start', startOf(BEFORE)],
        ['Behaviour', '', 'Efficiency cut', Number(cut)],
        ['Behaviour', '', 'Half-life', Number(halfLife)],
      );
      expectToPrinted(reading.last('behaviour.regime'), expected);
      expectToPrinted(reading.last('usage.demand[Chat]').dividedBy(1e9), expected);
    },
  );
});

describe('price index', () => {
  const cases = factors.price_index.rows as unknown as [number, string, string, Record<string, string>][];

  test.each(cases)('in steps of %s months, %s a year from %s', (step, decline, base, byDate) => {
    const reading = model(
      60,
      ['Token price', '', 'Price step', step],
      ['Token price', '', 'Price decline', Number(decline)],
      ['Token price', '', 'Price base', base],
      ['Transition', '', 'Cutover', START],
    );
    for (const [date, expected] of Object.entries(byDate)) {
      const month = reading.series('time.start').findIndex((day) => day.equals(must(dayFromIso(date))));
      expectToPrinted(reading.at('price.index', month), expected);
      // 1,000 million tokens at $2 per million of the price base.
      expectToPrinted(reading.at('token.net', month).dividedBy(2000), expected);
    }
  });
});

test.each(factors.monthly_rate.rows as [string, string][])(
  'an effective %s a year is %s a month',
  (yearly, monthly) => {
    const reading = model(1, ['Model', '', 'Discount rate', Number(yearly)]);
    const factor = reading.scalar('valuation.monthly factor');
    expectToPrinted(new Decimal(1).dividedBy(factor).minus(1), monthly);
  },
);

describe('present value of the delta', () => {
  type Timing = 'begin' | 'mid' | 'end';
  const cases = factors.npv_periodic.rows as unknown as [string, string[], Record<Timing, string>][];
  const timings = ['begin', 'mid', 'end'] as const;
  const all = cases.flatMap(([rate, amounts, values]) =>
    timings.map((timing): [string, Timing, number[], string] => [
      rate,
      timing,
      amounts.map(Number),
      values[timing],
    ]),
  );

  /** The months at whose beginning the amounts of years fall due: 0, 12, …; 6, 18, …; 12, 24, …. */
  const FIRST_DUE: Record<Timing, number> = { begin: 0, mid: 6, end: 12 };

  test.each(all)('amounts of years at %s a year, %s of each', (rate, timing, amounts, expected) => {
    const months = Array.from({ length: 12 * amounts.length + 1 }, (_none, month) => {
      const years = (month - FIRST_DUE[timing]) / 12;
      return amounts[years] ?? 0;
    });
    const reading = baseOf(
      ...rowsOfDeltas(...months),
      ['Model', '', 'Discount rate', Number(rate)],
      ['Model', '', 'Discount timing', 'Begin'],
    );
    expectToPrinted(reading.scalar('valuation.npv delta'), expected);
  });

  test.each(all)('amounts of months at %s a month, %s of each', (rate, timing, amounts, expected) => {
    const reading = baseOf(
      ...rowsOfDeltas(...amounts),
      ['Model', '', 'Discount rate', (1 + Number(rate)) ** 12 - 1],
      ['Model', '', 'Discount timing', timing],
    );
    // A cell holds the rate of the year to 15 digits: 1e-15 of it moves five amounts of about 1,000 by some 1e-12.
    const difference = reading.scalar('valuation.npv delta').minus(expected).abs();
    expect(difference.toNumber()).toBeLessThan(1e-11);
  });
});
