import { dayFromIso } from '../../../src/base/calendar';
import { Decimal } from '../../../src/base/decimal';
import {
  type RateBasis,
  RATE_BASES,
  reservedCapacity,
  reservedFee,
} from '../../../src/contract/rules/reserved';
import { must } from '../near';
import { type ScenarioReading, expectSame } from '../properties/contract-case';
import { RESERVED, type ShortRow, baseOf, contractOf, months, number } from './contract-of';

const reserve = (...more: ShortRow[]) => baseOf(...RESERVED, ...more);
const day = (iso: string) => must(dayFromIso(iso));

describe('rate bases, against the fee of the same spans', () => {
  const steps = [
    { from: day('2027-01-20'), units: new Decimal(2) },
    { from: day('2027-05-11'), units: new Decimal(5) },
  ];
  const cases = [
    ...RATE_BASES.map((basis): [RateBasis, number | null] => [basis, null]),
    ['Hour', 730] as [RateBasis, number | null],
  ];
  test.each(cases)('%s, hours per month %s', (basis, hours) => {
    const reading = baseOf(
      ...RESERVED.filter(([, , term]) => term !== 'Units'),
      ['Model', '', 'Start', '2027-01-31'],
      ['Model', '', 'Horizon', 30],
      ['Usage', 'Chat', 'Input tokens per month', 1e9],
      ['Reserved', '', 'Start', '2027-01-20'],
      ['Reserved', '', 'End', '2029-03-10'],
      ['Reserved', '', 'Rate basis', basis],
      ...(hours === null ? [] : ([['Reserved', '', 'Hours per month', hours]] as ShortRow[])),
      ['Reserved', '', 'Escalator', 0.04],
      ['Reserved', '2027-01-20', 'Units', 2],
      ['Reserved', '2027-05-11', 'Units', 5],
    );
    const tariff = {
      rate: new Decimal(10),
      basis,
      hoursPerMonth: hours === null ? null : new Decimal(hours),
      escalator: new Decimal('0.04'),
      termStart: day('2027-01-20'),
    };
    const end = day('2029-03-10');
    const { timeline } = reading.evaluation;
    reading.series('reserved.fee').forEach((fee, period) => {
      const [from, to] = [timeline.start(period), Math.min(timeline.end(period), end)];
      expectSame(fee, from < to ? reservedFee(steps, tariff, from, to) : 0, `month ${period}`);
      const capacity = from < to ? reservedCapacity(steps, new Decimal(1e6), new Decimal(1), from, to) : 0;
      expectSame(reading.at('reserved.capacity', period), capacity, `capacity of month ${period}`);
    });
    expectSame(
      reading.scalar('reserved.term fees'),
      reservedFee(steps, tariff, day('2027-01-20'), end),
      'term',
    );
  });
});

test('a rate of 730 hours a month: 10 × 730 × 2 units in a full month, by days in the last', () => {
  const reading = reserve(['Reserved', '', 'Hours per month', 730], ['Reserved', '', 'End', '2027-03-11']);
  // Ten of the 31 days of March.
  expect(months(reading, 'reserved.fee', 3)).toEqual([
    14_600,
    14_600,
    Number(((14_600 * 10) / 31).toFixed(10)),
  ]);
});

test('a term from 29 February rises on 28 February, and on 29 February in the next leap year', () => {
  const reading = reserve(
    ['Model', '', 'Start', '2028-02-29'],
    ['Model', '', 'Horizon', 60],
    ['Reserved', '', 'Start', '2028-02-29'],
    ['Reserved', '', 'Rate basis', 'Day'],
    ['Reserved', '', 'Escalator', 0.5],
    ['Reserved', '2028-02-29', 'Units', 1],
    ['Reserved', '2027-01-01', 'Units', 0],
  );
  // Periods start on the 29th, or on 28 February: each anniversary is the start of a period.
  const rates = months(reading, 'reserved.rate');
  expect([0, 11, 12, 24, 36, 47, 48].map((month) => rates[month])).toEqual([
    10, 10, 15, 22.5, 33.75, 33.75, 50.625,
  ]);
  // 2032-02-29 to 2032-03-29 is 29 days; 2031-02-28 to 2031-03-29 is 29 days.
  expect(number(reading.at('reserved.fee', 48))).toBe(50.625 * 29);
  expect(number(reading.at('reserved.fee', 36))).toBe(33.75 * 29);
});

test('an anniversary within the month parts it: 14 days at 10 and 17 at 11, 24 hours each, two units', () => {
  const reading = reserve(
    ['Reserved', '', 'Start', '2026-01-15'],
    ['Reserved', '', 'Escalator', 0.1],
    ['Reserved', '2026-01-15', 'Units', 2],
  );
  expect(number(reading.at('reserved.fee', 0))).toBe(2 * 24 * (14 * 10 + 17 * 11));
});

describe('paid in advance', () => {
  const upfront: ShortRow[] = [
    ['Reserved', '', 'Rate basis', 'Day'],
    ['Reserved', '', 'Upfront share', 0.5],
    ['Reserved', '', 'Upfront discount', 0.1],
  ];

  test('a term that began before the model: the payment in proportion to the fees to come is brought forward', () => {
    // 2026-10-03 to 2027-04-11 is 190 days, 100 of them from 2027-01-01. 20 a day: fees 3,800, paid
    // 0.5 × 0.9 × 3,800 = 1,710, brought forward 1,710 × 100 ÷ 190 = 900, used at 9 a day.
    const reading = reserve(
      ...upfront,
      ['Reserved', '', 'Start', '2026-10-03'],
      ['Reserved', '', 'End', '2027-04-11'],
      ['Reserved', '2026-10-03', 'Units', 2],
    );
    expect(number(reading.scalar('reserved.prepaid.brought forward'))).toBe(900);
    expect(months(reading, 'reserved.prepaid.closing', 4)).toEqual([900 - 279, 900 - 531, 90, 0]);
    expect(number(reading.sum('reserved.upfront'))).toBe(0);
    expect(months(reading, 'reserved.billed', 4)).toEqual([310, 280, 310, 100]);
  });

  test('a term that ends beyond the horizon counts whole; what is not used stays prepaid', () => {
    // 365 + 365 days at 20: fees 14,600, paid 6,570, 9 a day: 12 months use half.
    const reading = reserve(...upfront, ['Reserved', '', 'End', '2028-12-31']);
    expect(number(reading.scalar('reserved.term fees'))).toBe(14_600);
    expect(number(reading.at('reserved.upfront', 0))).toBe(6570);
    expect(number(reading.last('reserved.prepaid.closing'))).toBe(3285);
  });

  test('leaving early writes off what is left, and costs a part of the instalments still to come', () => {
    // A year at 20 a day: 7,300, paid 3,285. Left on 2027-03-01 after 59 days: 306 days remain.
    const reading = reserve(
      ...upfront,
      ['Reserved', '', 'End', '2028-01-01'],
      ['Reserved', '', 'Early end', '2027-03-01'],
      ['Reserved', '', 'Termination fee share', 0.2],
    );
    // 0.2 × 0.5 × 20 × 306 = 612, in March, the month that holds the day.
    expect(months(reading, 'reserved.termination fee', 3)).toEqual([0, 0, 612]);
    expect(months(reading, 'reserved.amortisation', 4)).toEqual([279, 252, 3285 - 531, 0]);
    expect(months(reading, 'reserved.capacity', 4)[2]).toBe(0);
  });

  test('a later decision to leave: earlier cash is Base’s, and what is left is written off', () => {
    const contract = contractOf(
      ...RESERVED,
      ...upfront,
      ['Reserved', '', 'End', '2028-01-01', ''],
      ['Reserved', '', 'Early end', '', '2027-06-01'],
      ['Scenario', '', 'Decided on', '', '2027-04-01'],
    );
    const late = contract.reading(1);
    expect(months(late, 'reserved.billed', 3)).toEqual(months(contract.base, 'reserved.billed', 3));
    // 151 days from January to May at 9 are used; 214 days are written off in June.
    expect(number(late.at('reserved.amortisation', 5))).toBe(214 * 9);
    expect(number(late.sum('reserved.effective'))).toBe(number(late.sum('reserved.billed')));
  });

  test('a later decision to stay longer spreads what is left over the longer term', () => {
    const contract = contractOf(
      ...RESERVED,
      ...upfront,
      ['Model', '', 'Horizon', 24, ''],
      ['Reserved', '', 'End', '2028-01-01', '2028-07-01'],
      ['Scenario', '', 'Decided on', '', '2027-07-01'],
    );
    // 184 days × 9 = 1,656 are left on 2027-07-01, for 184 + 182 days: July has 31 of these 366.
    const late: ScenarioReading = contract.reading(1);
    expect(number(late.at('reserved.amortisation', 6))).toBe(Number(((1656 * 31) / 366).toFixed(10)));
    expectSame(late.last('reserved.prepaid.closing'), 0, 'prepaid at the end');
  });
});

/** Source: Meterbook reference vectors, group spillover (load, capacity, variation, expected overflow). */
test.each([
  ['80', '100', '0', '0'],
  ['80', '100', '0.3', '3.363087967999852652967364'],
  ['100', '100', '0.3', '11.66944782857872929174185'],
  ['120', '100', '0.3', '25.21009127236034283518416'],
  ['120', '100', '0', '20'],
  ['50', '100', '0.6', '1.932158270758511515417126'],
])('load of %s on %s with variation %s overflows %s', (load, capacity, variation, expected) => {
  // January has 744 hours: capacity is units of 100 ÷ 744 tokens an hour, so the load is scaled by 744 instead.
  const reading = reserve(
    ['Model', '', 'Horizon', 1],
    ['Usage', 'Chat', 'Input tokens per month', Number(load) * 744],
    ['Reserved', '', 'Tokens per unit-hour', Number(capacity)],
    ['Reserved', '2027-01-01', 'Units', 1],
    ['Reserved', '', 'Load variation', Number(variation)],
    ['Token price', 'Input', 'Price', 2],
  );
  const overflow = reading.at('reserved.overflow', 0).div(744);
  expect(overflow.minus(expected).abs().lte('1e-22')).toBe(true);
  const cost = reading.at('reserved.overflow cost', 0);
  expectSame(cost, reading.at('reserved.overflow', 0).times(2).div(1e6), 'cost on demand');
});
