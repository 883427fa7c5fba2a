import { catalogue } from '../../src/functions/catalogue/catalogue';
import { Refusal } from '../../src/base/refusal';

function call(id: string, args: readonly unknown[]) {
  const descriptor = catalogue.find((entry) => entry.id === id);
  if (!descriptor) throw new Error(`there is no function ${id}`);
  return descriptor.call(args);
}

const sentenceOf = (id: string, args: readonly unknown[]): string => {
  const outcome = call(id, args);
  return outcome instanceof Refusal ? outcome.sentence : `answered ${JSON.stringify(outcome)}`;
};

describe('a year where a date is asked for', () => {
  const YEAR = /is (the text )?"?2027"?(:|,).* Where the year 2027 is meant, write 2027-01-01\.$/;
  test.each([
    ['RESERVED_COST', [1, 1, 2027, 46388]],
    ['RESERVED_COST', [1, 1, 46388, 2027]],
    ['RESERVED_COST', [1, 1, '2027', 46388]],
    ['RESERVED_COST', [[[2027, 5]], 1, 46388, 46400]],
    [
      'RESERVED_COST',
      [
        1,
        1,
        46388,
        46400,
        [
          ['Term start', 2027],
          ['Escalator', 0.1],
        ],
      ],
    ],
    ['CUTOVER_SHARE', [46388, 46419, 2027]],
    ['TRANCHE_EXPOSURE', [[['A', 2027, 5, 'Firm', '']], 46388]],
    ['TRANCHE_EXPOSURE', [[['A', '2027', 5, 'Firm', '']], 46388]],
    ['DRAWDOWN', [[[1, 10, 10]], [1], 1, [['Start', 2027]]]],
  ] as const)('%s %j', (id, args) => {
    expect(sentenceOf(id, args)).toMatch(YEAR);
  });

  test('a year for the period of a lot', () => {
    expect(sentenceOf('DRAWDOWN', [[[2027, 10, 10]], [1, 2]])).toBe(
      'lots, row 1 (period) is 2027: usage has 2 periods. Where the year 2027 is meant, write 2027-01-01. Dates need the option Start.',
    );
  });

  test.each([61, 20_000, 32_873, '1989-12-31', '1904-01-01'])('%p is before any contract', (day) => {
    expect(sentenceOf('RESERVED_COST', [1, 1, day, 46388])).toMatch(
      /it must be a date from 1990-01-01 to 9999-12-31/,
    );
  });

  test('1990 itself is a date', () => {
    expect(call('RESERVED_COST', [1, 1, '1990-01-01', '1990-01-02'])).toBe(24);
  });
});

describe('an option that does nothing without its partner', () => {
  test.each([
    ['TOKEN_COST', [1e6, 0, 3, 0], 'Batch multiplier', 0.5, 'Batch share', 0.2],
    ['TOKEN_COST', [1e6, 0, 3, 0], 'Cache read price', 0.3, 'Cache read tokens', 5],
    ['TOKEN_COST', [1e6, 0, 3, 0], 'Cache write price', 0.3, 'Cache write tokens', 5],
    ['TOKEN_COST', [1e6, 0, 3, 0], 'Cache write 1h price', 0.3, 'Cache write 1h tokens', 5],
    ['RESERVED_UNITS', [1, 1, 1, 1], 'Cached ratio', 0.1, 'Cached share', 0.2],
    ['RESERVED_COST', [1, 1, 46388, 46400], 'Term start', 46000, 'Escalator', 0.1],
    ['DRAWDOWN', [[[1, 10, 10]], [1]], 'Max rollover', 5, 'Window', 1],
    ['DRAWDOWN', [[[1, 10, 10]], [1]], 'Min rollover', 5, 'Window', 1],
    ['TAKE_OR_PAY', [[[2027, 10, 5, 1]]], 'Make-up order', 'First', 'Make-up years', 1],
    ['TAKE_OR_PAY', [[[2027, 10, 5, 1]]], 'Make-up price', 1, 'Make-up years', 1],
    ['TAKE_OR_PAY', [[[2027, 10, 5, 1]]], 'Make-up price share', 0.5, 'Make-up years', 1],
    ['TAKE_OR_PAY', [[[2027, 10, 5, 1]]], 'End of term', 'Refund', 'Make-up years', 1],
    ['TAKE_OR_PAY', [[[2027, 10, 5, 1]]], 'Carry-forward cap', 0.5, 'Carry-forward years', 1],
    ['TAKE_OR_PAY', [[[2027, 10, 5, 1]]], 'Carry-forward base', 'Minimum', 'Carry-forward years', 1],
  ] as const)('%s %j: %s', (id, args, option, value, partner, given) => {
    const withOptions = (rows: unknown) => {
      const filled: unknown[] = [...args];
      const place = catalogue.find((entry) => entry.id === id)?.parameters.length ?? 0;
      while (filled.length < place - 1) filled.push(null);
      return [...filled, rows];
    };
    const alone = sentenceOf(id, withOptions([[option, value]]));
    expect(alone).toContain(option);
    expect(alone).toContain(partner);
    expect(alone).toMatch(/^options/);
    expect(
      call(
        id,
        withOptions([
          [option, value],
          [partner, given],
        ]),
      ),
    ).not.toBeInstanceOf(Refusal);
  });

  test('as_of without a rate', () => {
    expect(sentenceOf('TRANCHE_SCHEDULE', [[['A', 46388, 5, 'Firm', '']], 46388])).toBe(
      'as_of is 2027-01-01: without discount_rate it does nothing. Enter the rate of the present values, or leave as_of out.',
    );
  });
});

describe('what is whole to a billionth', () => {
  test.each([
    [[1000, 1000, 0, 20_000_000 / 60], 3],
    [[1000, 200, 400, 600_000 / 5500], 5500],
    [[700, 100, 0, 10_000_000 / 1000 / 7], 49],
  ] as const)('units for %j', (args, units) => {
    expect(call('RESERVED_UNITS', args)).toEqual([[expect.closeTo(units, 8), units]]);
  });

  test('packages begun', () => {
    expect(call('TIERED_COST', [100, [[100 / 3, 7]], 'Package'])).toBe(21);
    expect(call('TIERED_COST', [0.3, [[0.1, 7]], 'Package'])).toBe(21);
    expect(call('TIERED_COST', [100.001, [[100 / 3, 7]], 'Package'])).toBe(28);
  });

  test('credits of three thirds pay for the whole', () => {
    const lot = [1, 100, 100 / 3];
    expect(call('DRAWDOWN', [[lot, lot, lot], [100]])).toEqual([
      expect.any(Array),
      [1, 0, expect.closeTo(100, 9), expect.closeTo(100, 9), 0, 0, 0, 300, 300, 0],
    ]);
  });
});
