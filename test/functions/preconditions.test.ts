import { catalogue } from '../../src/functions/catalogue/catalogue';
import { Refusal } from '../../src/base/refusal';

function call(id: string, ...args: unknown[]) {
  const descriptor = catalogue.find((entry) => entry.id === id);
  if (!descriptor) throw new Error(`there is no function ${id}`);
  return descriptor.call(args);
}

/** One line per precondition: the call, and the whole sentence. */
const refused: readonly [string, readonly unknown[], string][] = [
  ['RESERVED_COST', [-5, 33, 46204, 46235], 'units is -5: it must be 0 or more.'],
  ['RESERVED_COST', [5, -33, 46204, 46235], 'rate is -33: it must be 0 or more.'],
  [
    'RESERVED_COST',
    [5, 33, 'tomorrow', 46235],
    'start is the text "tomorrow", which is no date. Enter a date, DATE(2027,1,31), or the text 2027-01-31.',
  ],
  [
    'RESERVED_COST',
    [
      [
        [46235, 10],
        [46204, 20],
      ],
      33,
      46204,
      46235,
    ],
    'units, row 2 (date) is 2026-07-01: it must lie after the row above, 2026-08-01. Sort the rows by date and keep one row a day.',
  ],
  [
    'RESERVED_COST',
    [
      [
        [46204, 10],
        [46204, 20],
      ],
      33,
      46204,
      46235,
    ],
    'units, row 2 (date) is 2026-07-01: it must lie after the row above, 2026-07-01. Sort the rows by date and keep one row a day.',
  ],
  [
    'RESERVED_COST',
    [
      5,
      33,
      46204,
      46235,
      [
        ['Term start', 46210],
        ['Escalator', 0.04],
      ],
    ],
    'options (Term start) is 2026-07-07: it must not lie after start, 2026-07-01. Begin the period on the first day of the term.',
  ],
  [
    'RESERVED_COST',
    [
      5,
      33,
      46204,
      46235,
      [
        ['Hours per month', 730],
        ['Rate basis', 'Month'],
      ],
    ],
    'options (Hours per month) is 730: it applies to a rate per hour, and Rate basis is Month. Leave one of the two out.',
  ],
  [
    'RESERVED_COST',
    [5, 33, 46204, 46235, [['Escalator', -1]]],
    'options, row 1 (Escalator) is -1: it must be above -1 and at most 1.',
  ],
  [
    'RESERVED_COST',
    [5, 33, 46204, 46235, [['Escalator', 4]]],
    'options, row 1 (Escalator) is 4: it must be above -1 and at most 1. Write 0.04 or 4% for 4 percent.',
  ],
  [
    'RESERVED_COST',
    [5, 33, 46204, 46235, [['Rate basis', 'Minute']]],
    'options, row 1 (Rate basis) is "Minute": it must be Hour, Day, Month or Year.',
  ],
  [
    'RESERVED_COST',
    [5, 33],
    'RESERVED_COST needs start (date) and end (date), which are blank or left out. Enter a value; where 0 is meant, enter 0.',
  ],
  [
    'TOKEN_COST',
    [1, 1, 3, '15'],
    'output_price is the text "15": it must be a number, 0 or more. Retype it as a number, or wrap it in VALUE().',
  ],
  [
    'TOKEN_COST',
    [1, 1, 3, 15, [['Cache write tokens', 5]]],
    'options: Cache write tokens is 5, but Cache write price is missing. Add a row with the price per million tokens, or 0 if they are free.',
  ],
  [
    'TOKEN_COST',
    [
      1,
      1,
      3,
      15,
      [
        ['Cache write 1h tokens', 5],
        ['Cache write tokens', 0],
        ['Cache write price', 5],
      ],
    ],
    'options: Cache write 1h tokens is 5, but Cache write 1h price is missing. Add a row with the price per million tokens, or 0 if they are free.',
  ],
  [
    'TOKEN_COST',
    [1, 1, 3, 15, [['Batch share', 50]]],
    'options, row 1 (Batch share) is 50: it must be from 0 to 1. Write 0.5 or 50% for 50 percent.',
  ],
  [
    'TOKEN_COST',
    [1, 1, 3, 15, [['Batch multiplier', 0]]],
    'options, row 1 (Batch multiplier) is 0: it must be above 0.',
  ],
  ['TIERED_COST', [-1, [['', 1]]], 'quantity is -1: it must be 0 or more.'],
  [
    'TIERED_COST',
    [
      1,
      [
        ['', 1],
        [10, 2],
      ],
    ],
    'tiers, row 1 (up to) is blank or 0: only the last tier may have no end. Enter its bound.',
  ],
  [
    'TIERED_COST',
    [
      1,
      [
        [10, 1],
        [10, 2],
      ],
    ],
    'tiers, row 2 (up to) is 10: it must be above the row before, 10. Sort the tiers by up to.',
  ],
  ['TIERED_COST', [1, [[-10, 1]]], 'tiers, row 1 (up to) is -10: it must be above 0.'],
  ['TIERED_COST', [1, [[10, -1]]], 'tiers, row 1 (unit price) is -1: it must be 0 or more.'],
  ['TIERED_COST', [1, [[10], [20], [30]]], 'tiers has 1 column: it takes 2 to 3.'],
  ['TIERED_COST', [1, [[10, 1]], 'Stairs'], 'mode is "Stairs": it must be Graduated, Volume or Package.'],
  [
    'TIERED_COST',
    [
      1,
      [
        [10, 1],
        [20, 2],
      ],
      'Package',
    ],
    'tiers has 2 rows: mode Package takes one, with the units in a package and its price. Remove the others, or choose Graduated or Volume.',
  ],
  [
    'TIERED_COST',
    [1, [['', 1]], 'Package'],
    'tiers, row 1 (up to) is blank or 0: in mode Package it is the units in a package, above 0.',
  ],
  [
    'TIERED_COST',
    [1, [[null, null, null]]],
    'tiers is empty: enter rows of up to, unit price, flat fee, or correct the range.',
  ],
  [
    'CUTOVER_SHARE',
    [46388, 46380, 46388],
    'period_end is 2026-12-24: it must lie after period_start, 2027-01-01.',
  ],
  [
    'CUTOVER_SHARE',
    [46388, 46419, ''],
    'CUTOVER_SHARE needs cutover (date or None), which is blank or left out. Enter a value; where 0 is meant, enter 0.',
  ],
  [
    'CUTOVER_SHARE',
    [46388, 46419, 46388, 1.5],
    'phase_in_days is 1.5: it must be a whole number, from 0 to 36525.',
  ],
  ['TRANCHE_SCHEDULE', [[['A', 46388, -5, 'Firm']]], 'tranches, row 1 (amount) is -5: it must be 0 or more.'],
  [
    'TRANCHE_SCHEDULE',
    [[['A', 46388, 5, 'Contingent']]],
    'tranches, row 1 (probability) is 0 or blank: a contingent tranche needs a probability above 0, up to 1. If it can no longer come, its kind is Expired.',
  ],
  [
    'TRANCHE_SCHEDULE',
    [[['A', 46388, 5, 'Firm', 0.5]]],
    'tranches, row 1 (probability) is 0.5: a firm tranche is certain. Leave the probability blank, or make its kind Contingent.',
  ],
  [
    'TRANCHE_SCHEDULE',
    [[['A', 46388, 5, 'Firm']], null, 'Chained'],
    'mode is "Chained": it must be Unconditional or Sequential.',
  ],
  [
    'TRANCHE_SCHEDULE',
    [[['A', 46388, 5, 'Firm']], null, null, 9],
    'discount_rate is 9: it must be above -1 and at most 1. Write 0.09 or 9% for 9 percent.',
  ],
  [
    'TRANCHE_SCHEDULE',
    [[['A', 'Q1 2027', 5, 'Firm']]],
    'tranches, row 1 (date) is the text "Q1 2027", which is no date. Enter a date, DATE(2027,1,31), or the text 2027-01-31.',
  ],
  ['RESERVED_UNITS', [-1, 1, 1, 1], 'requests_per_minute is -1: it must be 0 or more.'],
  [
    'RESERVED_UNITS',
    [1, 1, 1, 1, [['Increment', 0]]],
    'options, row 1 (Increment) is 0: it must be above 0.',
  ],
  [
    'RESERVED_UNITS',
    [1, 1, 1, 1, [['Cached share', 1.01]]],
    'options, row 1 (Cached share) is 1.01: it must be from 0 to 1. Write 0.0101 or 1.01% for 1.01 percent.',
  ],
  [
    'COMMITTED_COST',
    [
      [[1], [2]],
      [[1], [2], [3]],
    ],
    'commitment has 3 cells and usage_cost 2: give one commitment for all windows, or one for each.',
  ],
  ['COMMITTED_COST', [5, -1], 'commitment is -1: it must be 0 or more.'],
  ['COMMITTED_COST', [5, 1, -1], 'overage_factor is -1: it must be 0 or more.'],
  ['COMMITTED_COST', [5, 1, 1, 'perhaps'], 'true_up is "perhaps": it must be TRUE, FALSE, Yes or No.'],
  [
    'COMMITTED_COST',
    [[[5], [null], [6]], 1],
    'usage_cost, row 2 is blank: the cells after it are not. Enter 0 where there is nothing.',
  ],
  [
    'COMMITTED_COST',
    [5],
    'COMMITTED_COST needs commitment (currency), which is blank or left out. Enter a value; where 0 is meant, enter 0.',
  ],
  ['TAKE_OR_PAY', [[[2027, 1000, 800]]], 'years has 3 columns: it takes 4 to 11.'],
  ['TAKE_OR_PAY', [[[2027, 1000, -1, 3]]], 'years, row 1 (taken) is -1: it must be 0 or more.'],
  [
    'TAKE_OR_PAY',
    [[[2027, 1000, 800, 3]], [['Share', 80]]],
    'options, row 1 (Share) is 80: it must be from 0 to 1. Write 0.8 or 80% for 80 percent.',
  ],
  [
    'TAKE_OR_PAY',
    [[[2027, 1000, 800, 3]], [['Make-up order', 'Fifo']]],
    'options, row 1 (Make-up order) is "Fifo": it must be After adjusted quantity, After minimum or First.',
  ],
  [
    'TAKE_OR_PAY',
    [[[2027, 1000, 800, 3]], [['Make-up years', 1.5]]],
    'options, row 1 (Make-up years) is 1.5: it must be a whole number, from 0 to 100.',
  ],
  [
    'TAKE_OR_PAY',
    [
      [[2027, 1000, 800, 3]],
      [
        ['Make-up years', 1],
        ['Make-up price', 1],
        ['Make-up price share', 0.1],
      ],
    ],
    'options (Make-up price share) is 0.1: the option Make-up price, 1, says the same in currency. Leave one of the two out.',
  ],
  [
    'TAKE_OR_PAY',
    [[[2027, 1000, 800, 3]], [['Carry forward cap', 1]]],
    'options, row 1: "Carry forward cap" is no option here. Did you mean Carry-forward cap? The options are Share, Make-up years, Make-up order, Make-up price, Make-up price share, Carry-forward years, Carry-forward cap, Carry-forward base, End of term.',
  ],
  [
    'TAKE_OR_PAY',
    [
      [
        [2028, 1000, 800, 3],
        [2027, 1000, 800, 3],
      ],
    ],
    'years, row 2 (year) is 2027: after 2028 comes 2029. Give every contract year a row, in order; a year without a contract has quantity 0.',
  ],
  ['DRAWDOWN', [[[1, 90, 0, 4]], 5], 'lots, row 1 (credits) is 0: it must be above 0.'],
  ['DRAWDOWN', [[[0, 90, 5, 4]], 5], 'lots, row 1 (period) is 0: it must be a whole number, 1 or more.'],
  ['DRAWDOWN', [[[1.5, 90, 5, 4]], 5], 'lots, row 1 (period) is 1.5: it must be a whole number, 1 or more.'],
  [
    'DRAWDOWN',
    [[[1, 90, 5, 1]], 5],
    'lots, row 1 (expiry) is 1: it must lie after the purchase, 1. It is the first period in which the credits no longer count.',
  ],
  [
    'DRAWDOWN',
    [[[46388, 90, 5, 46388]], 5, null, [['Start', 46388]]],
    'lots, row 1 (expiry) is 2027-01-01: it must lie after the purchase, 2027-01-01. It is the first period in which the credits no longer count.',
  ],
  [
    'DRAWDOWN',
    [[[46380, 90, 5, 46500]], 5, null, [['Start', 46388]]],
    'lots, row 1 (period) is 2026-12-24: it must not lie before Start, 2027-01-01. Enter what is left of an older lot as a lot of the first period.',
  ],
  [
    'DRAWDOWN',
    [[[1, 90, 5, 46500]], 5],
    'lots, row 1 (expiry) is the date 2027-04-23: dates need the option Start, the first day of the first period.',
  ],
  [
    'DRAWDOWN',
    [
      [[1, 90, 5]],
      5,
      1,
      [
        ['Window', 1],
        ['Min rollover', 5],
        ['Max rollover', 4],
      ],
    ],
    'options (Min rollover) is 5: it must not be above Max rollover, 4.',
  ],
  [
    'DRAWDOWN',
    [[[1, 90, 5]], 5, 1, [['Min rollover', 5]]],
    'options (Min rollover) is 5: it applies at the end of a window. Add the option Window with its number of periods, 1 for every period.',
  ],
  [
    'DRAWDOWN',
    [[[1, 90, 5]], 5, 1, [['Window', 0]]],
    'options, row 1 (Window) is 0: it must be a whole number, 1 or more.',
  ],
  [
    'TRANCHE_EXPOSURE',
    [[['A', 46388, 5, 'Firm']]],
    'TRANCHE_EXPOSURE needs date (date), which is blank or left out. Enter a value; where 0 is meant, enter 0.',
  ],
  [
    'TRANCHE_EXPOSURE',
    [[['A', 46388, 5, 'Firm', 0.5]], 46388],
    'tranches, row 1 (probability) is 0.5: a firm tranche is certain. Leave the probability blank, or make its kind Contingent.',
  ],
  [
    'TRANCHE_EXPOSURE',
    [[['A', 46388, 5, 'Firm']], 46388, 'Expected', 'Chained'],
    'mode is "Chained": it must be Unconditional or Sequential.',
  ],
  ['BREAKEVEN_TOKENS', [-1, 3], 'fixed_cost is -1: it must be 0 or more.'],
  ['BREAKEVEN_TOKENS', [1, -3], 'tiers_or_price is -3: it must be 0 or more.'],
  [
    'BREAKEVEN_TOKENS',
    [
      1,
      [
        ['', 1],
        [10, 2],
      ],
    ],
    'tiers_or_price, row 1 (up to) is blank or 0: only the last tier may have no end. Enter its bound.',
  ],
  ['BREAKEVEN_TOKENS', [1, 3, 'Package'], 'mode is "Package": it must be Graduated or Volume.'],
  [
    'BREAKEVEN_TOKENS',
    [50, [[1000000, 10]], 'Volume'],
    'fixed_cost is 50, beyond the last tier of tiers_or_price, which ends at 1000000 tokens with a cost of 10. Leave up to blank in the last row, or add a tier.',
  ],
];

test.each(refused)('%s %j', (id, args, sentence) => {
  const outcome = call(id, ...args);
  expect(outcome).toBeInstanceOf(Refusal);
  expect(outcome).toMatchObject({ sentence, kind: 'refused' });
});

test('a result that no cell can hold is #NUM!, not infinity', () => {
  expect(call('TOKEN_COST', 1e300, 0, 1e300, 0)).toMatchObject({ kind: 'too large' });
});
