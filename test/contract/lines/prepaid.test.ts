import { METERED, type ShortRow, baseOf, contractOf, months, number } from './contract-of';

const lot = (
  name: string,
  date: string,
  paid: number,
  credits: number,
  ...more: [string, number | string][]
): ShortRow[] => [
  ['Prepaid lot', name, 'Date', date],
  ['Prepaid lot', name, 'Paid', paid],
  ['Prepaid lot', name, 'Credits', credits],
  ...more.map(([term, value]): ShortRow => ['Prepaid lot', name, term, value]),
];
/** 2,000 dollars of tokens a month. */
const credits = (...rows: ShortRow[]) => baseOf(...METERED, ['Model', '', 'Horizon', 5], ...rows);

test('lots are drawn in the order of their expiry, usage beyond them is billed', () => {
  const reading = credits(
    ...lot('Long', '2027-01-01', 2700, 3000, ['Expiry', '2027-12-01']),
    ...lot('Short', '2027-02-10', 800, 1000, ['Expiry', '2027-06-01']),
  );
  // January 2,000 of Long. February 1,000 of Short, which expires first, then the last 1,000 of Long.
  expect(months(reading, 'prepaid.drawn[Long]')).toEqual([2000, 1000, 0, 0, 0]);
  expect(months(reading, 'prepaid.drawn[Short]')).toEqual([0, 1000, 0, 0, 0]);
  expect(months(reading, 'total.billed')).toEqual([2700, 800, 2000, 2000, 2000]);
  // A credit of Long cost 0.9, of Short 0.8.
  expect(months(reading, 'token.effective')).toEqual([1800, 900 + 800, 2000, 2000, 2000]);
});

test('what is left at the expiry lapses, but for the rollover, which lapses after its months', () => {
  const reading = credits(
    ...lot(
      'L',
      '2027-01-01',
      5000,
      10_000,
      ['Expiry', '2027-02-01'],
      ['Rollover cap', 3000],
      ['Rollover months', 2],
    ),
  );
  // 8,000 are left: 5,000 lapse in February, 2,000 are drawn then, 1,000 in March; nothing is left in April.
  expect(months(reading, 'prepaid.expired[L]')).toEqual([0, 5000, 0, 0, 0]);
  expect(months(reading, 'prepaid.drawn[L]')).toEqual([2000, 2000, 1000, 0, 0]);
  // Half a dollar a credit: 1,000; then 2,500 + 1,000; then 500 and 1,000 on demand.
  expect(months(reading, 'token.effective')).toEqual([1000, 3500, 1500, 2000, 2000]);
});

test('the rollover lapses in its turn', () => {
  const reading = credits(
    ...lot(
      'L',
      '2027-01-01',
      5000,
      10_000,
      ['Expiry', '2027-02-01'],
      ['Rollover cap', 3000],
      ['Rollover months', 1],
    ),
  );
  expect(months(reading, 'prepaid.expired[L]')).toEqual([0, 5000, 1000, 0, 0]);
  expect(months(reading, 'prepaid.closing[L]')).toEqual([8000, 1000, 0, 0, 0]);
});

test('a lot bought before the model starts is there at its start, and not billed again', () => {
  const reading = credits(...lot('L', '2026-11-01', 900, 3000));
  expect(months(reading, 'prepaid.opening[L]', 3)).toEqual([3000, 1000, 0]);
  expect(months(reading, 'total.billed', 3)).toEqual([0, 1000, 2000]);
  expect(months(reading, 'token.effective', 3)).toEqual([600, 1300, 2000]);
});

test('a lot that had expired by then is not', () => {
  const reading = credits(...lot('L', '2026-10-01', 900, 3000, ['Expiry', '2026-12-01']));
  expect(months(reading, 'total.billed', 2)).toEqual([2000, 2000]);
  expect(number(reading.sum('prepaid.effective[L]'))).toBe(0);
});

test('a month in which a volume tier gives money back draws no credits', () => {
  const reading = credits(
    ...lot('L', '2027-01-01', 5000, 5000),
    ['Discount tier', '', 'Mode', 'Volume'],
    ['Discount tier', '1', 'Up to', 3000],
    ['Discount tier', '1', 'Multiplier', 1],
    ['Discount tier', '2', 'Multiplier', 0.25],
  );
  // 2,000; then ¼ × 4,000 − 2,000 = −1,000; then 500 a month.
  expect(months(reading, 'token.net')).toEqual([2000, -1000, 500, 500, 500]);
  expect(months(reading, 'prepaid.drawn[L]')).toEqual([2000, 0, 500, 500, 500]);
  expect(months(reading, 'total.billed')).toEqual([5000, -1000, 0, 0, 0]);
});

test('a lot that a scenario leaves out pays for nothing there', () => {
  const rows = lot('L', '2027-01-01', 900, 3000).map(([section, item, term, value = '']): ShortRow => [
    section,
    item,
    term,
    value,
    term === 'Paid' ? 'None' : '',
  ]);
  const without = contractOf(...METERED, ...rows).reading(1);
  expect(months(without, 'total.billed', 2)).toEqual([2000, 2000]);
});

test('credits bought before a later decision cost what was paid for them', () => {
  const rows = lot('L', '2027-01-01', 3000, 4000).map(([section, item, term, value = '']): ShortRow => [
    section,
    item,
    term,
    value,
    term === 'Paid' ? 9000 : '',
  ]);
  const contract = contractOf(...METERED, ...rows, ['Scenario', '', 'Decided on', '', '2027-02-01']);
  expect(months(contract.reading(1), 'prepaid.effective[L]', 3)).toEqual([1500, 1500, 0]);
});
