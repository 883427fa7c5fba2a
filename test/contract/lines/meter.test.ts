import { METERED, type ShortRow, baseOf, contractOf, months, number } from './contract-of';

const meter = (...more: ShortRow[]) => baseOf(...METERED, ['Model', '', 'Horizon', 3], ...more);

test('long context: class price × (1 − ℓ + ℓ × m), input and output apart', () => {
  const reading = meter(
    ['Usage', 'Chat', 'Output ratio', 0.5],
    ['Usage', 'Chat', 'Long-context share', 0.2],
    ['Token price', 'Output', 'Price', 10],
    ['Token price', '', 'Long-context input multiplier', 2],
    ['Token price', '', 'Long-context output multiplier', 1.5],
  );
  // Input: 1,000 × 2 × (0.8 + 0.2 × 2) = 2,400. Output: 500 × 10 × (0.8 + 0.2 × 1.5) = 5,500.
  expect(number(reading.at('token.list', 0))).toBe(7900);
});

test('regional and priority multiply list prices, batch its share of the volume', () => {
  const reading = meter(
    ['Token price', '', 'Regional multiplier', 1.1],
    ['Token price', '', 'Priority multiplier', 1.5],
    ['Usage', 'Chat', 'Batch share', 0.4],
    ['Token price', '', 'Batch multiplier', 0.5],
  );
  // 2,000 × 1.1 × 1.5 × (0.6 + 0.4 × 0.5) = 2,640.
  expect(number(reading.at('token.net', 0))).toBe(2640);
});

test('every class of the mix has its price: 600 × 2 + 200 × 0.2 + 100 × 2.5 + 100 × 4 + 300 × 10', () => {
  const reading = meter(
    ['Usage', 'Chat', 'Cache read share', 0.2],
    ['Usage', 'Chat', 'Cache write share', 0.1],
    ['Usage', 'Chat', 'Cache write 1h share', 0.1],
    ['Usage', 'Chat', 'Output ratio', 0.3],
    ['Token price', 'Cache read', 'Price', 0.2],
    ['Token price', 'Cache write', 'Price', 2.5],
    ['Token price', 'Cache write 1h', 'Price', 4],
    ['Token price', 'Output', 'Price', 10],
  );
  expect(number(reading.at('token.net', 0))).toBe(1200 + 40 + 250 + 400 + 3000);
});

const TIERS: ShortRow[] = [
  ['Discount tier', '1', 'Up to', 3000],
  ['Discount tier', '1', 'Multiplier', 1],
  ['Discount tier', '2', 'Multiplier', 0.5],
];

describe('discount tiers', () => {
  test('graduated on spend: 2,000; then 1,000 + ½ × 1,000; then half of all', () => {
    expect(months(meter(...TIERS), 'token.net')).toEqual([2000, 1500, 1000]);
  });

  test('the negotiated discount comes first: 1,600 a month reach the bound in the second month', () => {
    // Month 2: 1,400 up to 3,000, then 200 at half. Month 3: half of 1,600.
    const reading = meter(...TIERS, ['Token price', '', 'Negotiated discount', 0.2]);
    expect(months(reading, 'token.contracted')).toEqual([1600, 1600, 1600]);
    expect(months(reading, 'token.net')).toEqual([1600, 1500, 800]);
  });

  test('P20: volume, the month that crosses the bound makes all of the year cheaper', () => {
    // 2,000; then ½ × 4,000 − 2,000 = 0; then ½ × 6,000 − 2,000 = 1,000.
    const reading = meter(...TIERS, ['Discount tier', '', 'Mode', 'Volume']);
    expect(months(reading, 'token.net')).toEqual([2000, 0, 1000]);
  });

  test('P20: volume is not monotone: 2,999 of spend costs more than 3,001', () => {
    const year = (millions: number) =>
      meter(
        ...TIERS,
        ['Discount tier', '', 'Mode', 'Volume'],
        ['Model', '', 'Horizon', 1],
        ['Usage', 'Chat', 'Input tokens per month', millions * 1e6],
      ).sum('token.net');
    expect(number(year(1499.5))).toBe(2999);
    expect(number(year(1500.5))).toBe(1500.5);
  });

  test('P27: a spend of exactly the bound belongs to the tier below it', () => {
    const exact: ShortRow[] = [
      ['Usage', 'Chat', 'Input tokens per month', 1.5e9],
      ['Model', '', 'Horizon', 1],
    ];
    const reading = meter(...TIERS, ['Discount tier', '', 'Mode', 'Volume'], ...exact);
    expect(number(reading.sum('token.net'))).toBe(3000);
  });

  test('on tokens: the bound counts 1,000 million a month, the discount falls on their cost', () => {
    // 1,500 million at list, the rest at half: month 2 is half at list and half at half.
    const onTokens: ShortRow[] = [
      ['Discount tier', '', 'Basis', 'Tokens'],
      ['Discount tier', '1', 'Up to', 1.5e9],
    ];
    expect(months(meter(...TIERS, ...onTokens), 'token.net')).toEqual([2000, 1500, 1000]);
  });

  test('the count begins anew with the contract year', () => {
    const reading = meter(...TIERS, ['Model', '', 'Horizon', 13]);
    expect(months(reading, 'token.net').slice(11)).toEqual([1000, 2000]);
  });

  test('tiers that only one scenario has leave the others at list', () => {
    const contract = contractOf(...METERED, ['Discount tier', '1', 'Multiplier', '', 0.7]);
    expect(number(contract.base.at('token.net', 0))).toBe(2000);
    expect(number(contract.reading(1).at('token.net', 0))).toBe(1400);
  });
});

describe('seat tools', () => {
  test('part of a month by days: 100 seats × $20, from 16 January (16 of 31 days) to 15 March (14 of 31)', () => {
    const reading = meter(
      ['Vendor', 'B', 'Start', '2027-01-01'],
      ['Vendor', 'B', 'Share', 0],
      ['Seat tool', 'Codex', 'Vendor', 'b'],
      ['Seat tool', 'Codex', 'Seats', 100],
      ['Seat tool', 'Codex', 'Price per seat-month', 20],
      ['Seat tool', 'Codex', 'Start', '2027-01-16'],
      ['Seat tool', 'Codex', 'End', '2027-03-15'],
    );
    const part = (days: number) => Number(((2000 * days) / 31).toFixed(10));
    expect(months(reading, 'tools.cost')).toEqual([part(16), 2000, part(14)]);
    // The named vendor bills it, so it is no part of what the first vendor is paid.
    expect(months(reading, 'vendor.paid')).toEqual([2000, 2000, 2000]);
    expect(number(reading.at('total.billed', 1))).toBe(4000);
  });
});

test('a tool that only a scenario has is billed by the vendor that the scenario names', () => {
  const contract = contractOf(
    ...METERED,
    ['Vendor', 'B', 'Start', '2027-01-01'],
    ['Vendor', 'B', 'Share', 0],
    ['Seat tool', 'Codex', 'Vendor', '', 'B'],
    ['Seat tool', 'Codex', 'Seats', '', 100],
    ['Seat tool', 'Codex', 'Price per seat-month', '', 20],
  );
  const [base, scenario] = [contract.base, contract.reading(1)];
  expect([base, scenario].map((reading) => number(reading.at('tools.cost', 0)))).toEqual([0, 2000]);
  // 1,000 million tokens × $2: the first vendor is paid for the meter alone.
  expect([base, scenario].map((reading) => number(reading.at('vendor.paid', 0)))).toEqual([2000, 2000]);
});

describe('a second vendor', () => {
  const vendor: ShortRow[] = [
    ['Vendor', 'B', 'Start', '2027-02-01'],
    ['Vendor', 'B', 'Full', '2027-04-01'],
    ['Vendor', 'B', 'Share', 0.4],
  ];

  test('its share rises evenly by days: 0.4 × 14 ÷ 59 in February, 0.4 × (28 + 15.5) ÷ 59 in March', () => {
    const share = months(meter(...vendor), 'vendor.share[B]');
    expect(share).toEqual([0, (0.4 * 14) / 59, (0.4 * 43.5) / 59].map((value) => Number(value.toFixed(10))));
  });

  test('has prices of its own, which the price factor leaves alone', () => {
    const reading = meter(
      ['Vendor', 'B', 'Start', '2027-01-01'],
      ['Vendor', 'B', 'Share', 0.25],
      ['Vendor', 'B', 'Price factor', 7],
      ['Vendor', 'B', 'Input price', 3],
    );
    // 250 million × $3; the first vendor keeps 750 × $2.
    expect(number(reading.at('vendor.cost[B]', 0))).toBe(750);
    expect(number(reading.at('token.net', 0))).toBe(1500);
    // Shares 0.75 and 0.25: 0.5625 + 0.0625.
    expect(number(reading.at('vendor.concentration', 0))).toBe(0.625);
  });
});
