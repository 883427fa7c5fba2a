import { METERED, type ShortRow, baseOf, contractOf, number } from './contract-of';

/**
 * 1,000 million tokens at $2, half of them on a model that is held for 10 of the 31 days of January:
 * held 1,000 × 0.5 × 10 ÷ 31 million tokens, of a list value H = 2,000 × 0.5 × 10 ÷ 31 = 322.58….
 */
const H = (2000 * 0.5 * 10) / 31;
const rounded = (value: number) => Number(value.toFixed(10));

const held = (disposition: string, relief: string, ...more: ShortRow[]) =>
  baseOf(
    ...METERED,
    ['Model', '', 'Horizon', 1],
    ['Usage', 'Chat', 'Held share', 0.5],
    ['Vendor', 'B', 'Start', '2027-06-01'],
    ['Vendor', 'B', 'Share', 0],
    ['Vendor', 'B', 'Price factor', 0.8],
    ['Hold', 'FDA', 'From', '2027-01-11'],
    ['Hold', 'FDA', 'To', '2027-01-21'],
    ['Hold', 'FDA', 'Disposition', disposition],
    ['Hold', 'FDA', 'Price factor', 0.6],
    ['Hold', 'FDA', 'Relief', relief],
    ['Hold', 'FDA', 'Credit rate', 0.1],
    // 30,000 a year: 30,000 × 31 ÷ 365 = 2,547.95 for January.
    ['Commitment', '1', 'Amount', 30_000],
    ...more,
  );
const OWED = (30_000 * 31) / 365;

const NET = { Substitute: 2000 - 0.4 * H, Lost: 2000 - H, 'Second vendor': 2000 - H };
const OTHER = { Substitute: 0, Lost: 0, 'Second vendor': 0.8 * H };

describe.each(['Substitute', 'Lost', 'Second vendor'] as const)('%s', (disposition) => {
  test.each([
    ['None', 0, 0],
    ['Netted', H, 0],
    ['Vendor shortfall', H, 0.1 * H],
  ] as const)('%s', (relief, netted, credit) => {
    const reading = held(disposition, relief);
    expect(number(reading.at('token.net', 0))).toBe(rounded(NET[disposition]));
    expect(number(reading.at('vendor.cost[B]', 0))).toBe(rounded(OTHER[disposition]));
    expect(number(reading.at('hold.relief', 0))).toBe(rounded(netted));
    expect(number(reading.at('hold.credit', 0))).toBe(rounded(-credit));
    const trueUp = Math.max(0, OWED - netted - NET[disposition]);
    expect(number(reading.at('commitment.true-up', 0))).toBe(rounded(trueUp));
    const total = NET[disposition] + OTHER[disposition] + trueUp - credit;
    expect(number(reading.at('total.billed', 0))).toBe(rounded(total));
    const lost = disposition === 'Lost' ? (1e9 * 0.5 * 10) / 31 : 0;
    expect(reading.at('usage.tokens', 0).toNumber()).toBeCloseTo(1e9 - lost, 4);
  });
});

test('volume that moves goes to the vendor that the scenario has, not to one that it leaves out', () => {
  const contract = contractOf(
    ...METERED,
    ['Model', '', 'Horizon', 1, ''],
    ['Usage', 'Chat', 'Held share', 1],
    ['Vendor', 'B', 'Start', '2027-06-01', ''],
    ['Vendor', 'B', 'Share', 0, 'None'],
    ['Vendor', 'B', 'Price factor', 0.8, ''],
    ['Vendor', 'C', 'Start', '2027-06-01'],
    ['Vendor', 'C', 'Share', 0],
    ['Vendor', 'C', 'Price factor', 0.5],
    ['Hold', 'H', 'From', '2027-01-01'],
    ['Hold', 'H', 'To', '2027-02-01'],
    ['Hold', 'H', 'Disposition', 'Second vendor'],
  );
  expect(number(contract.base.at('vendor.cost[B]', 0))).toBe(1600);
  expect(number(contract.reading(1).at('vendor.cost[B]', 0))).toBe(0);
  expect(number(contract.reading(1).at('vendor.cost[C]', 0))).toBe(1000);
});
