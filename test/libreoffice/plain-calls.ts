import fc from 'fast-check';

const money = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100);
const price = fc.integer({ min: 1, max: 10_000 }).map((cents) => cents / 100);
const tokens = fc.integer({ min: 0, max: 10 ** 12 });
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const date = fc.integer({ min: 46_023, max: 49_000 });
const often = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** Options that are refused without another. */
const PARTNERS: Readonly<Record<string, string>> = {
  'Batch multiplier': 'Batch share',
  'Cached ratio': 'Cached share',
  'Term start': 'Escalator',
};

/** A range of options, in any order; some are left out. */
const optionsOf = (options: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .record(options, { requiredKeys: [] })
    .map((given) =>
      Object.entries(given).filter(([name]) => PARTNERS[name] === undefined || PARTNERS[name] in given),
    )
    .map((rows) => (rows.length === 0 ? null : rows));

/** Bounds that rise; the last one may be blank. */
const card = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 5 }),
    prices: fc.array(money, { minLength: 5, maxLength: 5 }),
    fees: fc.option(fc.array(fc.option(money, { nil: null }), { minLength: 5, maxLength: 5 }), {
      nil: undefined,
    }),
    header: fc.boolean(),
  })
  .map(({ widths, prices, fees, header }) => {
    let bound = 0;
    const rows = widths.map((width, index) => {
      bound += width;
      const isLast = index === widths.length - 1;
      const row: unknown[] = [isLast ? null : bound, (prices[index] ?? 0) + 0.01];
      return fees ? [...row, fees[index] ?? null] : row;
    });
    const names = ['Up to', 'Price', 'Fee'].slice(0, fees ? 3 : 2);
    return { rows: header ? [names, ...rows] : rows, bounds: rows.map(([to]) => Number(to ?? 0)) };
  });

/** Quantities on a bound, just above it and anywhere. */
const tiered = fc
  .tuple(card, fc.nat(4), fc.constantFrom(0, 1, -0.5), fc.constantFrom(null, 'Graduated', 'Volume'))
  .map(([{ rows, bounds }, at, step, mode]) => ({
    id: 'TIERED_COST',
    args: [Math.max(0, (bounds[at % bounds.length] ?? 0) + step), rows, mode],
  }));

const byPackage = fc.tuple(money, price).map(([quantity, each]) => ({
  id: 'TIERED_COST',
  args: [quantity, [[0.1, each]], 'Package'],
}));

const tokenCost = fc
  .tuple(
    tokens,
    tokens,
    price,
    price,
    optionsOf({
      'Cache read tokens': fc.constant(0),
      'Batch share': share,
      'Batch multiplier': price,
      Multiplier: fc.option(price, { nil: null }),
      Discount: share,
    }),
  )
  .map((args) => ({ id: 'TOKEN_COST', args: [...args] as unknown[] }));

const cutover = fc
  .tuple(date, fc.integer({ min: 1, max: 40 }), fc.oneof(date, fc.constant('None')), often(fc.nat(400)))
  .map(([start, days, day, phaseIn]) => ({
    id: 'CUTOVER_SHARE',
    args: [start, start + days, day, phaseIn] as unknown[],
  }));

const committed = fc
  .tuple(fc.array(money, { minLength: 1, maxLength: 6 }), money, often(price))
  .map(([usage, commitment, factor]) => ({
    id: 'COMMITTED_COST',
    args: [usage.map((each) => [each]), commitment, factor] as unknown[],
  }));

const ramp = fc
  .tuple(date, fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), money), { minLength: 1, maxLength: 5 }))
  .map(([start, steps]) => {
    let at = start - 50;
    return steps.map(([days, units]) => [(at += days), units]);
  });

const reserved = fc
  .tuple(
    fc.oneof(
      fc.tuple(
        money,
        optionsOf({ 'Rate basis': fc.constantFrom('Hour', 'Day', 'Month', 'Year'), Discount: share }),
      ),
      fc.tuple(money, optionsOf({ 'Hours per month': fc.constant(730), Discount: share })),
      fc.tuple(ramp, optionsOf({ 'Rate basis': fc.constantFrom('Hour', 'Day'), Discount: share })),
    ),
    price,
    date,
    fc.nat(800),
  )
  .map(([[units, options], rate, start, days]) => ({
    id: 'RESERVED_COST',
    args: [units, rate, start, start + days, options] as unknown[],
  }));

const sizing = fc
  .tuple(
    fc.nat(5000),
    fc.nat(5000),
    fc.nat(5000),
    fc.integer({ min: 1, max: 5000 }),
    optionsOf({
      'Output ratio': fc.option(price, { nil: null }),
      'Cached share': share,
      'Cached ratio': share,
      Minimum: fc.nat(100),
      Increment: fc.integer({ min: 1, max: 20 }),
    }),
  )
  .map((args) => ({ id: 'RESERVED_UNITS', args: [...args] as unknown[] }));

const breakEven = fc
  .tuple(money, price)
  .map((args) => ({ id: 'BREAKEVEN_TOKENS', args: [...args] as unknown[] }));

const tranche = fc.oneof(
  fc.tuple(date, money, fc.constantFrom('Funded', 'Firm', 'Expired'), fc.constant(null)),
  fc.tuple(
    date,
    money,
    fc.constant('Contingent'),
    share.map((part) => Math.max(part, 0.01)),
  ),
);

const exposure = fc
  .tuple(
    fc.array(tranche, { minLength: 1, maxLength: 6 }),
    date,
    often(fc.constantFrom('Funded', 'Committed', 'Expected', 'Maximum')),
    fc.boolean(),
  )
  .map(([rows, day, measure, onDay]) => ({
    id: 'TRANCHE_EXPOSURE',
    args: [
      rows.map((row, index) => [`T${index}`, ...row]),
      onDay ? (rows[0]?.[0] ?? day) : day,
      measure,
    ] as unknown[],
  }));

/** Calls of every function with a native reading, with arguments left out and on their boundaries. */
export const generatedCalls = fc.oneof(
  tiered,
  byPackage,
  tokenCost,
  cutover,
  committed,
  reserved,
  sizing,
  breakEven,
  exposure,
);
