import { isoText } from '../../../src/base/calendar';
import type { ScenarioReading } from '../properties/contract-case';
import { type ShortRow, baseOf, months } from './contract-of';
import { rowsOfDeltas } from './deltas';

/** One product without demand: only the costs that a test adds are left. */
const NOTHING: readonly ShortRow[] = [
  ['Model', '', 'Start', '2027-01-01'],
  ['Model', '', 'Horizon', 12],
  ['Usage', 'Chat', 'Input tokens per month', 0],
];

const deltas = (...amounts: number[]): ScenarioReading => baseOf(...rowsOfDeltas(...amounts));

const DIRECTIONS = new Map([
  [1, 'dearer'],
  [-1, 'cheaper'],
]);

/** Every crossing as its day and what this path becomes on it. */
function crossings(reading: ScenarioReading, basis: 'effective' | 'billed'): (string | undefined)[][] {
  const dates = months(reading, `crossing.date[${basis}]`);
  const directions = months(reading, `crossing.direction[${basis}]`);
  const found = dates.flatMap((date, period) => {
    const direction = directions[period] ?? 0;
    // A month without a crossing shows neither a date nor a direction.
    if (date === 0 && direction === 0) return [];
    return [[isoText(date), DIRECTIONS.get(direction)]];
  });
  expect(months(reading, `crossing.count[${basis}]`, 1)).toEqual([found.length]);
  return found;
}

describe.each(['effective', 'billed'] as const)('without any advance, %s basis', (basis) => {
  test('linear within the month: cumulative 100, 50, −50, 150', () => {
    // March: 50 ÷ (50 + 50) of 31 days = 15.5, the 16th. April: 50 ÷ (50 + 150) of 30 days = 7.5, the 8th.
    const reading = deltas(100, -50, -100, 200);
    expect(months(reading, `crossing.cumulative[${basis}]`)).toEqual([100, 50, -50, 150]);
    expect(crossings(reading, basis)).toEqual([
      ['2027-03-16', 'cheaper'],
      ['2027-04-08', 'dearer'],
    ]);
  });

  test('every month may cross: −1, 3, −9, 27', () => {
    // Cumulative −1, 2, −7, 20. February: 1/3 of 28 days = 9.3; March: 2/9 of 31 = 6.9; April: 7/27 of 30 = 7.8.
    expect(crossings(deltas(-1, 3, -9, 27), basis)).toEqual([
      ['2027-02-10', 'dearer'],
      ['2027-03-07', 'cheaper'],
      ['2027-04-08', 'dearer'],
    ]);
  });

  test('a third of 30 days is 10 days: −1, 0, 0, 3', () => {
    expect(crossings(deltas(-1, 0, 0, 3), basis)).toEqual([['2027-04-11', 'dearer']]);
  });

  test('what is always dearer, always cheaper or the same never crosses', () => {
    expect(crossings(deltas(5, 5, -3), basis)).toEqual([]);
    expect(crossings(deltas(-5, -5, 3), basis)).toEqual([]);
    expect(crossings(deltas(0, 0, 0), basis)).toEqual([]);
  });

  test('from nothing to one side is no crossing', () => {
    expect(crossings(deltas(0, 0, -50, -50), basis)).toEqual([]);
  });

  test('touching zero and going back is no crossing: 100, 0, 0, 60', () => {
    expect(crossings(deltas(100, -100, 0, 60), basis)).toEqual([]);
  });

  test('through months of zero: 100, 0, 0, −60 is even until March ends, and cheaper from the first day of April', () => {
    expect(crossings(deltas(100, -100, 0, -60), basis)).toEqual([['2027-04-01', 'cheaper']]);
  });

  test('from one month of zero to the other side: −100, 0, 60', () => {
    expect(crossings(deltas(-100, 100, 60), basis)).toEqual([['2027-03-01', 'dearer']]);
  });
});

test('periods that start within a month count their own days', () => {
  // A day costs 20 against 10, then 20 against 40: +310 by 16 February (31 days), −20 a day from then on: 15.5 days.
  const reading = baseOf(
    ...NOTHING,
    ['Model', '', 'Start', '2027-01-16'],
    ['Model', '', 'Horizon', 2],
    ...(['Reserved', 'Counterfactual'] as const).flatMap((section): ShortRow[] => [
      [section, '', 'Start', '2027-01-16'],
      [section, '', 'Rate', 1],
      [section, '', 'Rate basis', 'Day'],
      [section, '', 'Tokens per unit-hour', 1],
    ]),
    ['Reserved', '2027-01-16', 'Units', 20],
    ['Counterfactual', '2027-01-16', 'Units', 10],
    ['Counterfactual', '2027-02-16', 'Units', 40],
  );
  expect(months(reading, 'crossing.cumulative[effective]')).toEqual([310, -250]);
  expect(crossings(reading, 'effective')).toEqual([['2027-03-03', 'cheaper']]);
});

test('an advance crosses on the billed basis only', () => {
  // 12 × 120 is billed in January and used up evenly; staying reserved costs 250 a month. Effective: −130 every month.
  // Billed: 1,190 after January, 250 less each month: 190 after May, −60 after June; 190/250 of 30 days = 22.8.
  const reading = baseOf(
    ...NOTHING,
    ['Reserved', '', 'Start', '2027-01-01'],
    ['Reserved', '', 'Rate', 120],
    ['Reserved', '', 'Rate basis', 'Month'],
    ['Reserved', '', 'Tokens per unit-hour', 1],
    ['Reserved', '', 'Upfront share', 1],
    ['Reserved', '2027-01-01', 'Units', 1],
    ['Counterfactual', '', 'Start', '2027-01-01'],
    ['Counterfactual', '', 'Rate', 250],
    ['Counterfactual', '', 'Rate basis', 'Month'],
    ['Counterfactual', '', 'Tokens per unit-hour', 1],
    ['Counterfactual', '2027-01-01', 'Units', 1],
  );
  expect(months(reading, 'crossing.cumulative[effective]', 3)).toEqual([-130, -260, -390]);
  expect(months(reading, 'crossing.cumulative[billed]', 6)).toEqual([1190, 940, 690, 440, 190, -60]);
  expect(crossings(reading, 'effective')).toEqual([]);
  expect(crossings(reading, 'billed')).toEqual([['2027-06-23', 'cheaper']]);
});
