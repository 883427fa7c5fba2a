import { catalogue } from '../../src/functions/catalogue/catalogue';
import { Refusal } from '../../src/base/refusal';
import reports from './public-reports.json';

const THIRD = 100 / 3;

/** Cases of one call, with its arguments as a cell hands them over; the right values stand in the file. */
const calls: Readonly<Record<string, readonly [id: string, ...args: unknown[]]>> = {
  'litellm-9812': [
    'TOKEN_COST',
    3,
    550,
    3,
    15,
    [
      ['Cache write tokens', 12_304],
      ['Cache write price', 3.75],
    ],
  ],
  'pi-2148': [
    'TOKEN_COST',
    20_212 - 16_298,
    931,
    0.5,
    3,
    [
      ['Cache read tokens', 16_298],
      ['Cache read price', 0.05],
    ],
  ],
  'langfuse-14249': [
    'TOKEN_COST',
    15_460,
    10_370,
    3,
    15,
    [
      ['Cache write tokens', 19_810],
      ['Cache write price', 3.75],
    ],
  ],
  'dust-23702-noshare': ['TOKEN_COST', 1_000_000, 0, 3, 0, [['Batch multiplier', 0.5]]],
  'rubber-duck-143': ['TOKEN_COST', 1_000_000, 1_000_000, 0.22, 0.66, [['Multiplier', 203 / 168]]],
  'cellarion-437': ['TOKEN_COST', 1_000_000, 0, '1,5', 0],
  'invoiceninja-3195': ['TOKEN_COST', 2_250_000, 0, 64.22, 0, [['Discount', 1]]],
  'lago-front-3489-251': [
    'TIERED_COST',
    251,
    [
      [250, 0],
      [null, 0.02],
    ],
  ],
  'lago-648': [
    'TIERED_COST',
    0,
    [
      [1, 0, 50],
      ['', 10, 60],
    ],
    'Volume',
  ],
  'focus-2424': [
    'TIERED_COST',
    600_000,
    [
      [51_200, 0.023],
      [512_000, 0.022],
      ['', 0.021],
    ],
  ],
  'oracle-stair': [
    'TIERED_COST',
    1000,
    [
      [250, 0, 10],
      [500, 0, 20],
      ['', 0, 30],
    ],
    'Volume',
  ],
  'oracle-slab': [
    'TIERED_COST',
    1000,
    [
      [250, 0, 10],
      [500, 0, 20],
      ['', 0, 30],
    ],
  ],
  'cloudflare-32621-prorata': [
    'TIERED_COST',
    552_960,
    [
      [400_000, 0],
      ['', 0.0000125],
    ],
  ],
  'header-tiers': [
    'TIERED_COST',
    2,
    [
      ['Unit price', 'Up to'],
      [5, 10],
      [7, 20],
    ],
  ],
  'header-first-last': [
    'TIERED_COST',
    8,
    [
      ['First unit', 'Last unit', 'Unit price'],
      [1, 10, 5],
      [11, 20, 4],
    ],
  ],
  'stripe-inf': [
    'TIERED_COST',
    12,
    [
      [10, 5],
      ['∞', 4],
    ],
  ],
  'header-reserved': [
    'RESERVED_COST',
    [
      ['Units', 'Date'],
      [1000, 46_204],
    ],
    33,
    '2026-10-01',
    '2026-11-01',
  ],
  'erpnext-57768': ['RESERVED_COST', 1, 20, '2026-08-03', '2027-08-03', [['Rate basis', 'Month']]],
  'silver-200': ['RESERVED_COST', 1, 1, '2015-01-25', '2015-02-03', [['Rate basis', 'Month']]],
  'bcapps-5718-3days': ['RESERVED_COST', 1, 9, '2020-02-27', '2020-03-01', [['Rate basis', 'Month']]],
  'lago-6194-days': ['RESERVED_COST', 1, 9100 / 91, '2024-05-20', '2024-07-01', [['Rate basis', 'Day']]],
  'office-js-4702-date': ['RESERVED_COST', 1, 1, null, '2026-09-01'],
  'daikoku-1223': ['CUTOVER_SHARE', '2026-06-01', '2026-07-01', '2026-06-20'],
  'office-js-4702-cutover': ['CUTOVER_SHARE', '2026-08-01', '2026-09-01', null],
  'lago-python-231': ['COMMITTED_COST', 80, 100],
  'flexprice-811': ['COMMITTED_COST', 100, 80, 1.5],
  'number-years': [
    'TAKE_OR_PAY',
    [
      [2027, 100, 50, 3],
      [2029, 100, 150, 3],
    ],
    [['Make-up years', 1]],
  ],
  'vcbeast-tranche': [
    'TRANCHE_EXPOSURE',
    [
      ['Close', '2027-01-15', 6_000_000, 'Firm', ''],
      ['ARR', '2028-01-15', 4_000_000, 'Contingent', 0.6],
    ],
    '2028-12-31',
    'Expected',
  ],
  'bilig-24': ['TRANCHE_EXPOSURE', [['A', 'Q1 2027', 5, 'Firm', '']], 46_388],
  'units-per-hour': ['RESERVED_UNITS', 1000, 1000, 0, 20_000_000 / 60],
  'azure-docs-122655-5500': ['RESERVED_UNITS', 1000, 200, 400, 600_000 / 5500],
};

const answer = (id: string, args: readonly unknown[]): unknown => {
  const descriptor = catalogue.find((entry) => entry.id === id);
  if (!descriptor) throw new Error(`there is no function ${id}`);
  return descriptor.call(args);
};

describe('cases of public reports', () => {
  test.each(Object.entries(calls))('%s', (id, [name, ...args]) => {
    const report = reports.find((each) => each.id === id);
    const outcome = answer(name, args);
    if (report?.expected === '#VALUE!') {
      expect(outcome).toBeInstanceOf(Refusal);
      return;
    }
    const wanted = [report?.expected].flat(2);
    const given = [outcome].flat(2);
    expect(given).toHaveLength(wanted.length);
    for (const [place, value] of wanted.entries()) {
      if (value === null) continue;
      expect(Math.abs(Number(given[place]) - Number(value))).toBeLessThanOrEqual(
        1e-12 * Math.max(1, Math.abs(Number(value))),
      );
    }
  });

  test('option-cache-hit: the name leads to reads, not to writes', () => {
    const outcome = answer('TOKEN_COST', [1_000_000, 0, 3, 0, [['Cache hit tokens', 500_000]]]);
    expect(outcome instanceof Refusal ? outcome.sentence : '').toContain('Did you mean Cache read tokens?');
  });

  test('drawdown-thirds: nothing is on demand', () => {
    const lot = [1, 100, THIRD];
    const outcome = answer('DRAWDOWN', [[lot, lot, lot], [100]]);
    expect(Array.isArray(outcome) ? (outcome as unknown[][])[1]?.[6] : outcome).toBe(0);
  });
});
