import { dayFromIso } from '../../../src/base/calendar';
import columns from '../../oracle/columns.json';
import { REFERENCE_SCENARIOS } from '../../terms/oracle';
import { block, call, expectClose, referenceRows, sentence, transition } from './reference';

/** Headline figures of the reference table that have another name than its monthly columns. */
const HEADLINES: Readonly<Record<string, string>> = {
  ...columns,
  npv_billed: 'valuation.npv billed',
  npv_cf: 'valuation.npv reserved path',
  npv_delta: 'valuation.npv delta',
  behaviour_effect: 'comparison.behaviour',
  tariff_effect: 'comparison.tariff',
  iet: 'usage.iet',
  capital_expected: 'capital.flow[expected]',
  capital_max: 'capital.flow[maximum]',
  capital_committed: 'capital.flow[committed]',
  capital_npv_expected: 'capital.present value expected',
  capital_npv_max: 'capital.present value maximum',
  vendor_a_spend: 'vendor.paid',
  capital_to_spend_expected: 'capital.to spend expected',
  capital_to_spend_max: 'capital.to spend maximum',
  recirculated_expected: 'capital.returned',
  round_trip_ratio: 'capital.round trip',
};

const scenarios = Object.values(REFERENCE_SCENARIOS);
const rows = referenceRows('scenarios.csv');

describe.each(rows.map((row, place) => [scenarios[place] ?? '', row] as const))('%s', (scenario, row) => {
  const figures = Object.keys(row).filter((name) => name !== 'scenario' && !name.startsWith('cross'));

  // Ratios are printed to six decimals, amounts too.
  test.each(figures)('%s', (name) => {
    expectClose(call('TOTAL', transition, HEADLINES[name], scenario), Number(row[name]), name);
  });

  test.each(['effective', 'billed'])(
    'the days on which the cumulative delta changes its sign, %s',
    (basis) => {
      const printed = row[`crossings_${basis}`] ?? row[`crossover_${basis}`] ?? '';
      const expected = [...printed.matchAll(/(\d{4}-\d{2}-\d{2}) (?:\| )?token path (dearer|cheaper)/g)].map(
        ([, date, side]) => [dayFromIso(date ?? ''), side === 'dearer' ? 1 : -1],
      );
      const [, dates = [], directions = []] = block(
        'SCHEDULE',
        transition,
        scenario,
        `crossing.date[${basis}], crossing.direction[${basis}]`,
      );
      const found = dates
        .slice(4)
        .flatMap((date, month) => (date === 0 ? [] : [[date, directions[4 + month]]]));
      if (basis === 'effective') {
        expect(found).toEqual(expected);
        expect(call('TOTAL', transition, `crossing.count[${basis}]`, scenario)).toBe(expected.length);
      } else if (expected.length > 0) expect(found).toContainEqual(expected[0]);
    },
  );
});

test('spans hold the months that start in them', () => {
  const fee = (from: string | null, to: string | null): unknown =>
    call('TOTAL', transition, 'time.days', null, from, to);
  expect(fee('2026-07-01', '2026-08-01')).toBe(31);
  expect(fee('2026-07-02', '2026-09-01')).toBe(31);
  expect(fee(null, '2026-09-02')).toBe(31 + 31 + 30);
  expect(fee('2031-06-01', null)).toBe(30);
  expect(call('TOTAL', transition, 'price.index', null, '2028-01-01', '2028-02-01')).toBe(0.85);
  expect(call('TOTAL', transition, 'reserved.prepaid.closing', null, null, '2026-12-01')).toBeGreaterThan(0);
});

describe('bad input', () => {
  const horizon = 'The model has 60 months, from 2026-07-01 to 2031-06-30.';
  test.each([
    [
      'total.billed',
      null,
      '2031-07-01',
      null,
      `from is 2031-07-01: no month of the model starts on or after it. ${horizon}`,
    ],
    [
      'total.billed',
      null,
      null,
      '2026-07-01',
      `to is 2026-07-01: no month of the model starts before it. ${horizon}`,
    ],
    [
      'total.billed',
      null,
      '2027-01-02',
      '2027-01-31',
      `from is 2027-01-02 and to is 2027-01-31: no month of the model starts from the one up to the other. ${horizon}`,
    ],
    [
      'valuation.npv billed',
      null,
      '2027-01-01',
      null,
      'from: valuation.npv billed has one value for the whole contract and takes no dates. Leave from and to blank.',
    ],
    [
      'reserved.*',
      null,
      null,
      null,
      /^line is the pattern "reserved\.\*": one line is needed\. .* For several lines use SCHEDULE\.$/,
    ],
    [
      'total.billed',
      'Denyed',
      null,
      null,
      /^scenario: the table has no scenario "Denyed"\. Did you mean Denied/,
    ],
    ['total.billed', null, '01/02/2027', null, /^from is the text "01\/02\/2027", which is no date\./],
  ] as [string, unknown, unknown, unknown, string | RegExp][])(
    '%s %s %s %s',
    (line, scenario, from, to, expected) => {
      const said = sentence(call('TOTAL', transition, line, scenario, from, to));
      if (typeof expected === 'string') expect(said).toBe(expected);
      else expect(said).toMatch(expected);
    },
  );

  test('what has no total is #N/A with its reason', () => {
    expect(call('TOTAL', transition, 'price.index')).toMatchObject({
      kind: 'not available',
      sentence:
        'line: price.index has a value for each month and none over 60 of them. Give from and to around one month, or use SCHEDULE.',
    });
  });
});
