import { METERED, type ShortRow, baseOf, contractOf, months, number } from './contract-of';

/** 1,000 million tokens at $2 per million: $2,000 a month, $24,000 a year. */
const commit = (amount: number, ...more: ShortRow[]) =>
  baseOf(...METERED, ['Commitment', '', 'True-up', 'Yes'], ['Commitment', '1', 'Amount', amount], ...more);

test('a shortfall is billed in the last month of the contract year: 30,000 − 24,000 = 6,000', () => {
  const reading = commit(30_000);
  expect(months(reading, 'commitment.true-up')).toEqual([...Array<number>(11).fill(0), 6000]);
  expect(number(reading.sum('total.billed'))).toBe(30_000);
});

test('true-up off: the shortfall costs nothing', () => {
  const reading = commit(30_000, ['Commitment', '', 'True-up', 'No']);
  expect(number(reading.sum('total.billed'))).toBe(24_000);
});

test('overage factor 1.25 on 24,000 − 15,000 = 9,000 beyond: 15,000 + 1.25 × 9,000 = 26,250', () => {
  const reading = commit(15_000, ['Commitment', '', 'Overage factor', 1.25]);
  // 15,000 ÷ 2,000 = 7½ months within; the 8th month is half beyond: 0.25 × 1,000.
  expect(months(reading, 'commitment.overage')).toEqual([0, 0, 0, 0, 0, 0, 0, 250, 500, 500, 500, 500]);
  expect(number(reading.sum('total.billed'))).toBe(26_250);
});

test('a window of a month: each month by itself owes a twelfth, 12 × max(2,000; 30,000 ÷ 12)', () => {
  const reading = commit(30_000, ['Commitment', '', 'Window', 'Month']);
  expect(months(reading, 'commitment.true-up')).toEqual(Array<number>(12).fill(500));
});

test('a window of a month lets no month make up for another', () => {
  // 1,000, 2,000 and 3,000 dollars against 2,000 a month: a year would owe nothing for the three.
  const grows: ShortRow[] = [
    ['Model', '', 'Horizon', 3],
    ['Usage', 'Chat', 'Growth', 'Table'],
    ['Growth index', 'Chat', 'Month 0', 0.5],
    ['Growth index', 'Chat', 'Month 1', 1],
    ['Growth index', 'Chat', 'Month 2', 1.5],
  ];
  const factor: ShortRow = ['Commitment', '', 'Overage factor', 1.5];
  const reading = commit(24_000, ...grows, factor, ['Commitment', '', 'Window', 'Month']);
  expect(months(reading, 'commitment.true-up')).toEqual([1000, 0, 0]);
  expect(months(reading, 'commitment.overage')).toEqual([0, 0, 500]);
});

test('a year that the horizon cuts owes its part by days: 30,000 × 59 ÷ 365 − 4,000', () => {
  const reading = commit(30_000, ['Model', '', 'Horizon', 2]);
  expect(number(reading.sum('commitment.true-up'))).toBe(Number(((30_000 * 59) / 365 - 4000).toFixed(10)));
});

test('a cutover in mid-month: spend of the stub counts for no contract year', () => {
  const reading = commit(24_000, ['Transition', '', 'Cutover', '2027-01-16'], ['Model', '', 'Horizon', 13]);
  // January: 16 of 31 days, 2,000 × 16 ÷ 31. The year runs to 2028-01-16 and closes in January 2028.
  expect(number(reading.at('token.net', 0))).toBe(Number(((2000 * 16) / 31).toFixed(10)));
  expect(months(reading, 'transition.contract year')).toEqual([0, ...Array<number>(12).fill(1)]);
  expect(number(reading.at('commitment.true-up', 12))).toBe(0);
  expect(number(reading.at('commitment.metered', 12))).toBe(24_000);
});

test('another vendor has a commitment of its own, by the same rule', () => {
  const reading = commit(
    0,
    ['Vendor', 'B', 'Start', '2027-01-01'],
    ['Vendor', 'B', 'Share', 0.25],
    ['Vendor', 'B', 'Price factor', 0.5],
    ['Vendor', 'B', 'Commitment', 10_000],
  );
  // A quarter of 2,000 at half the price: 250 a month, 3,000 a year, 7,000 short.
  expect(months(reading, 'vendor.cost[B]', 2)).toEqual([250, 250]);
  expect(number(reading.sum('vendor.true-up[B]'))).toBe(7000);
  expect(number(reading.sum('vendor.paid'))).toBe(18_000);
});

test('a vendor that a scenario leaves out owes no commitment there', () => {
  const rows: ShortRow[] = [
    ...METERED,
    ['Vendor', 'B', 'Start', '2027-01-01', ''],
    ['Vendor', 'B', 'Share', 0.25, 'None'],
    ['Vendor', 'B', 'Commitment', 10_000, ''],
  ];
  expect(
    number(
      contractOf(...rows)
        .reading(1)
        .sum('total.billed'),
    ),
  ).toBe(24_000);
});
