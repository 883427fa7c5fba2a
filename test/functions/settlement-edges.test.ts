import { catalogue } from '../../src/functions/catalogue/catalogue';
import { Refusal } from '../../src/base/refusal';

function call(id: string, ...args: unknown[]) {
  const descriptor = catalogue.find((entry) => entry.id === id);
  if (!descriptor) throw new Error(`there is no function ${id}`);
  return descriptor.call(args);
}

/** The rows of a block under its header, as records by column. */
function records(block: unknown): Record<string, unknown>[] {
  const [header = [], ...rows] = block as unknown[][];
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [String(name), row[index]])));
}

describe('COMMITTED_COST', () => {
  test.each([
    ['usage equal to the commitment', [20, 20, 1.5], [[20]]],
    ['nothing used', [0, 20], [[20]]],
    ['nothing used, no true-up', [0, 20, 1, 'No'], [[0]]],
    ['nothing committed', [30, 0, 1.5], [[45]]],
    ['overage at a discount', [30, 20, 0.8], [[28]]],
    ['overage free', [30, 20, 0], [[20]]],
    ['a row of windows with a column of commitments', [[[30, 10]], [[20], [15]]], [[30, 15]]],
    ['blank options', [30, 20, null, ''], [[30]]],
  ] as [string, unknown[], number[][]][])('%s', (_what, args, expected) => {
    expect(call('COMMITTED_COST', ...args)).toEqual(expected);
  });
});

describe('TAKE_OR_PAY', () => {
  test('without options the whole quantity is due, and nothing comes back', () => {
    expect(records(call('TAKE_OR_PAY', [['CY1', 100, 60, 2]]))[0]).toMatchObject({
      Year: 'CY1',
      Minimum: 100,
      Deficiency: 40,
      Payment: 80,
      'Make-up balance': 0,
      Total: 200,
    });
  });

  test('a price of its own for the deficiency, and for make-up of one year', () => {
    const block = call(
      'TAKE_OR_PAY',
      [
        ['Year', 'Quantity', 'Taken', 'Price', 'Take-or-pay price', 'Make-up price'],
        [2027, 100, 60, 2, 1.5, null],
        [2028, 100, 120, 2, null, 0],
        [2029, 100, 110, 4, null, null],
      ],
      [
        ['Make-up years', 2],
        ['Make-up price share', 0.25],
      ],
    );
    const [first, second, third] = records(block);
    expect(first).toMatchObject({ Payment: 60 });
    // 0 in the row stands before the option; the blank of 2029 takes a quarter of 4.
    expect(second).toMatchObject({ 'Make-up taken': 20, 'Make-up cost': 0 });
    expect(third).toMatchObject({ 'Make-up taken': 10, 'Make-up cost': 10, 'Make-up expired': 10 });
  });

  test('the three reliefs of a hold: netted, vendor shortfall with credit, none', () => {
    const total = (header: string[], ...relief: number[]) =>
      records(
        call(
          'TAKE_OR_PAY',
          [
            ['Year', 'Quantity', 'Taken', 'Price', ...header],
            [2027, 1000, 300, 3, ...relief],
          ],
          [['Share', 0.8]],
        ),
      )[0]?.Total;
    // 800 due without relief; 400 held lower that by 0.8 × 400 = 320.
    expect(total([])).toBe(300 * 3 + 500 * 3);
    expect(total(['Force majeure'], 400)).toBe(300 * 3 + 180 * 3);
    expect(total(['Vendor shortfall', 'Vendor credit price'], 400, 0.5)).toBe(300 * 3 + 180 * 3 - 200);
  });
});

describe('DRAWDOWN', () => {
  test('dates: a purchase in its month, an expiry from the first month that starts on or after it', () => {
    const block = call(
      'DRAWDOWN',
      [
        ['Credits', 'Paid', 'Period', 'Expiry'],
        [10, 20, '2027-01-20', '2027-03-01'],
        [10, 30, '2027-02-28', '2027-03-02'],
      ],
      [[1, 1, 1, 1]],
      5,
      [['Start', '2027-01-01']],
    );
    expect(records(block).map((row) => [row.Period, row.Added, row.Expired, row.Closing])).toEqual([
      [46388, 10, 0, 9],
      [46419, 10, 0, 18],
      [46447, 0, 8, 9],
      [46478, 0, 9, 0],
    ]);
  });

  test('no usage, no lot of these periods', () => {
    expect(records(call('DRAWDOWN', [[9, 50, 50]], [[0], [3]], 2))).toMatchObject([
      { Closing: 0, 'On demand': 0, Billed: 0 },
      { Closing: 0, 'On demand': 3, Billed: 6, Effective: 6 },
    ]);
  });

  test('use it or lose it: a maximum of 0; a minimum grants what is missing', () => {
    const closing = (...limits: [string, number][]) =>
      records(call('DRAWDOWN', [[1, 100, 100]], [[30], [0]], 1, [['Window', 1], ...limits])).map(
        (row) => row.Closing,
      );
    expect(closing(['Max rollover', 0])).toEqual([0, 0]);
    expect(closing(['Min rollover', 80])).toEqual([80, 80]);
    expect(closing(['Min rollover', 20], ['Max rollover', 50])).toEqual([50, 50]);
    expect(closing()).toEqual([70, 70]);
  });
});

describe('TRANCHE_EXPOSURE', () => {
  const reported = [
    ['Before', 45658, 8, 'Funded', ''],
    ['Firm', 46142, 5, 'Firm', ''],
    ['Lapsed', 46500, 3, 'Expired', ''],
    ['K1', 46752, 20, 'Contingent', 0.25],
  ];
  test.each([
    ['the day before the first', 45657, 'Maximum', 0],
    ['the day of the first', 45658, 'Maximum', 8],
    ['by default: committed', 50000, null, 13],
    ['funded', 50000, 'Funded', 8],
    ['expected', 50000, 'Expected', 18],
    ['at most', 50000, 'maximum', 33],
    ['at most, before the contingent one', 46751, 'Maximum', 13],
  ] as [string, number, string | null, number][])('%s', (_what, day, measure, expected) => {
    expect(call('TRANCHE_EXPOSURE', reported, day, measure)).toBe(expected);
  });

  test('is TRANCHE_SCHEDULE in the last row that is not after the date', () => {
    const schedule = records(call('TRANCHE_SCHEDULE', reported, null, 'Sequential'));
    const columns = {
      Funded: 'Funded',
      Committed: 'Committed',
      Expected: 'Expected total',
      Maximum: 'Maximum',
    };
    for (const row of schedule) {
      for (const [measure, name] of Object.entries(columns)) {
        expect(call('TRANCHE_EXPOSURE', reported, row.Date, measure, 'Sequential')).toBe(row[name]);
      }
    }
  });
});

describe('BREAKEVEN_TOKENS', () => {
  test.each([
    ['nothing to reach', [0, 3], 0],
    ['nothing to reach with free tokens', [0, 0], 0],
    ['a flat fee that is enough', [20, [['', 3, 30]]], 0],
    [
      'a header',
      [
        3,
        [
          ['Up to', 'Price'],
          ['', 3],
        ],
      ],
      1_000_000,
    ],
    ['the end of a card', [10, [[1_000_000, 10]]], 1_000_000],
    [
      'a bound that is only approached',
      [
        15,
        [
          [1_000_000, 10],
          ['', 20],
        ],
        'Volume',
      ],
      1_000_001,
    ],
    [
      'the first of two crossings',
      [
        10,
        [
          [1_000_000, 10],
          ['', 5],
        ],
        'Volume',
      ],
      1_000_000,
    ],
  ] as [string, unknown[], number][])('%s', (_what, args, expected) => {
    expect(call('BREAKEVEN_TOKENS', ...args)).toBe(expected);
  });

  test('the metered cost at the answer is the fixed cost', () => {
    const card = [
      [2_000_000, 10],
      [5_000_000, 7],
      ['', 4],
    ];
    const perToken = card.map(([upTo, price]) => [upTo, Number(price) / 1_000_000]);
    for (const fee of [1, 20, 33.3, 41, 1234.56]) {
      const tokens = call('BREAKEVEN_TOKENS', fee, card);
      expect(call('TIERED_COST', tokens, perToken)).toBeCloseTo(fee, 9);
    }
  });

  test('no break-even is #N/A, which IFNA takes', () => {
    const outcome = call('BREAKEVEN_TOKENS', 100, [
      [1_000_000, 10],
      ['', 0],
    ]);
    expect(outcome).toBeInstanceOf(Refusal);
    expect(outcome).toMatchObject({ kind: 'not available' });
  });
});
