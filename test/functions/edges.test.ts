import { catalogue } from '../../src/functions/catalogue/catalogue';

function call(id: string, ...args: unknown[]) {
  const descriptor = catalogue.find((entry) => entry.id === id);
  if (!descriptor) throw new Error(`there is no function ${id}`);
  return descriptor.call(args);
}

describe('at the edges', () => {
  test.each([
    ['no day between start and end', 'RESERVED_COST', [5, 33, 46204, 46204], 0],
    ['a period before the first row of a ramp', 'RESERVED_COST', [[[46235, 10]], 33, 46204, 46235], 0],
    ['a ramp from within the period', 'RESERVED_COST', [[[46234, 10]], 1, 46204, 46235], 240],
    ['730-hour month, full', 'RESERVED_COST', [2, 1, 46204, 46235, [['Hours per month', 730]]], 1460],
    [
      'a year at a yearly rate',
      'RESERVED_COST',
      [3, 1200, '2028-01-01', '2029-01-01', [['Rate basis', 'Year']]],
      3600,
    ],
    [
      'anniversary within the period',
      'RESERVED_COST',
      [
        1,
        100,
        '2027-06-30',
        '2027-07-02',
        [
          ['Rate basis', 'Day'],
          ['Escalator', 0.04],
          ['Term start', '2026-07-01'],
        ],
      ],
      204,
    ],
    ['all batch', 'TOKEN_COST', [1e6, 0, 5, 25, [['Batch share', 1]]], 2.5],
    [
      '30% batch at 0.5, 10% dearer, 20% off',
      'TOKEN_COST',
      [
        1e6,
        0,
        10,
        0,
        [
          ['Batch share', 0.3],
          ['Multiplier', 1.1],
          ['Discount', 0.2],
        ],
      ],
      7.48,
    ],
    [
      'free cached tokens, said so',
      'TOKEN_COST',
      [
        1e6,
        0,
        5,
        25,
        [
          ['Cache read tokens', 9e6],
          ['Cache read price', 0],
        ],
      ],
      5,
    ],
    [
      'nothing, first flat fee, graduated',
      'TIERED_COST',
      [
        0,
        [
          [5, 1, 100],
          ['', 1, 50],
        ],
      ],
      100,
    ],
    [
      'nothing, first flat fee, volume',
      'TIERED_COST',
      [
        0,
        [
          [5, 1, 100],
          ['', 1, 50],
        ],
        'Volume',
      ],
      100,
    ],
    ['nothing, by packages', 'TIERED_COST', [0, [[20, 5]], 'Package'], 0],
    ['nothing, by packages with a flat fee', 'TIERED_COST', [0, [[20, 5, 7]], 'Package'], 7],
    [
      'last bound blank as 0',
      'TIERED_COST',
      [
        2000,
        [
          [1000, 0.1],
          [0, 0.05],
        ],
      ],
      150,
    ],
    [
      'free beyond the last bound',
      'TIERED_COST',
      [
        2000,
        [
          [1000, 0.1],
          ['', 0],
        ],
      ],
      100,
    ],
    [
      'the bound of a card that ends',
      'TIERED_COST',
      [
        10000,
        [
          [1000, 0.1],
          [10000, 0.05],
        ],
      ],
      550,
    ],
    [
      'header and mode in any case',
      'TIERED_COST',
      [
        1500,
        [
          ['Up to', 'Price'],
          [1000, 0.1],
          ['', 0.05],
        ],
        'VOLUME',
      ],
      75,
    ],
    ['no cutover', 'CUTOVER_SHARE', [46388, 46419, 'None', 90], 0],
    ['long before', 'CUTOVER_SHARE', [46388, 46419, 60000], 0],
    ['long after', 'CUTOVER_SHARE', [46388, 46419, 40000, 90], 1],
  ] as [string, string, unknown[], number][])('%s: %s', (_what, id, args, expected) => {
    expect(call(id, ...args)).toBe(expected);
  });

  test('a load of nothing needs nothing and buys the minimum; a whole number of increments is not rounded up', () => {
    expect(call('RESERVED_UNITS', 0, 200, 20, 3400, [['Minimum', 15]])).toEqual([[0, 15]]);
    expect(call('RESERVED_UNITS', 3, 1, 0, 10, [['Increment', 0.1]])).toEqual([[0.3, 0.3]]);
    expect(call('RESERVED_UNITS', 110, 3400, 0, 3400, [['Increment', 5]])).toEqual([[110, 110]]);
  });

  test('the reported programme: 8 before, 5 firm, up to 20 contingent, one part expired', () => {
    const block = call('TRANCHE_SCHEDULE', [
      ['Id', 'Date', 'Amount', 'Kind', 'Probability'],
      ['K1', 46752, 20, 'contingent', 0.25],
      ['Before', 45658, 8, 'FUNDED', ''],
      ['Lapsed', 46500, 3, 'Expired', 0.9],
      ['Firm', 46142, 5, 'Firm', null],
    ]);
    expect(block).toEqual([
      [
        'Id',
        'Date',
        'Amount',
        'Kind',
        'Probability',
        'Expected',
        'Funded',
        'Committed',
        'Expected total',
        'Maximum',
      ],
      ['Before', 45658, 8, 'Funded', 1, 8, 8, 8, 8, 8],
      ['Firm', 46142, 5, 'Firm', 1, 5, 8, 13, 13, 13],
      ['Lapsed', 46500, 3, 'Expired', 0, 0, 8, 13, 13, 13],
      ['K1', 46752, 20, 'Contingent', 0.25, 5, 8, 13, 18, 33],
    ]);
  });

  test('present values count from the first date, or from as_of', () => {
    const one = [
      ['B', 46753, 125, 'Firm', ''],
      ['A', 46388, 100, 'Contingent', 0.5],
    ];
    const columns = (block: unknown) => (block as unknown[][]).slice(1).map((row) => row.slice(10));
    expect(columns(call('TRANCHE_SCHEDULE', one, null, null, 0.25))).toEqual([
      [50, 100],
      [100, 100],
    ]);
    expect(columns(call('TRANCHE_SCHEDULE', one, 46753, null, 0.25))).toEqual([
      [62.5, 125],
      [125, 125],
    ]);
  });
});
