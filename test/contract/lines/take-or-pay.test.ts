import fc from 'fast-check';
import { Decimal, ONE, ZERO } from '../../../src/base/decimal';
import { takeOrPayLedger } from '../../../src/contract/rules/take-or-pay';
import { always } from '../properties';
import { expectSame } from '../properties/contract-case';
import { METERED, type ShortRow, baseOf, contractOf, months, number } from './contract-of';

const REST: ShortRow[] = [
  ['Model', '', 'Horizon', 36],
  ['Usage', 'Chat', 'Growth', 'Table'],
  ['Take-or-pay', '', 'Share', 0.8],
  ['Take-or-pay', '', 'Price', 3],
  ['Take-or-pay', '', 'Make-up years', 2],
  ['Take-or-pay', '', 'Make-up price', 1],
];
const taken = (...yearly: number[]): ShortRow[] =>
  yearly.map((millions, year) => ['Growth index', 'Chat', `Month ${12 * year}`, millions / 12_000]);
const quantities = (...yearly: number[]): ShortRow[] =>
  yearly.map((millions, year) => ['Take-or-pay', String(year + 1), 'Quantity', millions * 1e6]);

test('three years of 1,000 million: 600, 1,100 and 1,000 taken', () => {
  const reading = baseOf(...METERED, ...REST, ...taken(600, 1100, 1000), ...quantities(1000, 1000, 1000));
  // Year 1: 800 − 600 = 200 million at $3 = $600. Year 2: 100 above 1,000 are made up: 100 × (1 − 3) = −$200.
  const settled = months(reading, 'take-or-pay.settlement');
  expect([settled[11], settled[23], settled[35]]).toEqual([600, -200, 0]);
  expect(number(reading.sum('take-or-pay.settlement'))).toBe(400);
});

test('a year that the horizon cuts owes its part by days', () => {
  // 59 of 365 days: 0.8 × 3,650 × 59 ÷ 365 = 472 million, 100 taken: 372 × $3.
  const reading = baseOf(
    ...METERED,
    ...REST,
    ['Model', '', 'Horizon', 2],
    ...taken(600),
    ...quantities(3650),
  );
  expect(number(reading.sum('take-or-pay.settlement'))).toBe(1116);
});

test('a scenario without a later year makes nothing up in it', () => {
  const rows = quantities(1000, 1000).map(([section, item, term, value = '']): ShortRow => [
    section,
    item,
    term,
    value,
    item === '2' ? 'None' : '',
  ]);
  const contract = contractOf(...METERED, ...REST, ...taken(600, 1100), ...rows);
  expect(number(contract.reading(1).sum('take-or-pay.settlement'))).toBe(600);
});

describe('against the ledger of years', () => {
  const millions = fc.integer({ min: 0, max: 2000 });
  const cases = fc.record({
    years: fc.array(
      fc.record({ quantity: millions, taken: millions, relief: fc.integer({ min: 0, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    share: fc.integer({ min: 0, max: 20 }),
    makeUpYears: fc.integer({ min: 0, max: 3 }),
    carryForwardYears: fc.integer({ min: 0, max: 3 }),
    cap: fc.integer({ min: 0, max: 4 }),
  });

  test('settlement is what the ledger bills beyond usage at the meter', () => {
    always(cases, ({ years, share, makeUpYears, carryForwardYears, cap }) => {
      const reading = baseOf(
        ...METERED,
        ...REST,
        ['Model', '', 'Horizon', 12 * years.length],
        ['Take-or-pay', '', 'Share', share / 20],
        ['Take-or-pay', '', 'Make-up years', makeUpYears],
        ['Take-or-pay', '', 'Carry-forward years', carryForwardYears],
        ['Take-or-pay', '', 'Carry-forward cap', cap / 4],
        // Months of 120 million each are whole tokens.
        ...years.map(({ taken: t }, year): ShortRow => [
          'Growth index',
          'Chat',
          `Month ${12 * year}`,
          t / 1000,
        ]),
        ...years.map(({ quantity }, year): ShortRow => [
          'Take-or-pay',
          String(year + 1),
          'Quantity',
          quantity * 12e6,
        ]),
        ...years.map(({ quantity, relief }, year): ShortRow => [
          'Take-or-pay',
          String(year + 1),
          'Force majeure',
          quantity * 3e6 * relief,
        ]),
      );
      const ledger = takeOrPayLedger(
        years.map(({ quantity, taken: t, relief }) => ({
          quantity: new Decimal(quantity * 12),
          taken: new Decimal(t * 12),
          price: new Decimal(2),
          takeOrPayPrice: new Decimal(3),
          makeUpPrice: ONE,
          maintenance: ZERO,
          forceMajeure: new Decimal(quantity * 3 * relief),
          vendorShortfall: ZERO,
          permittedReduction: ZERO,
          creditPrice: ZERO,
        })),
        {
          share: new Decimal(share).div(20),
          makeUpYears,
          makeUpOrder: 'After adjusted quantity',
          carryForwardYears,
          carryForwardCap: new Decimal(cap).div(4),
          surplusBase: 'Adjusted quantity',
          endOfTerm: 'Forfeit',
        },
      );
      ledger.forEach((line, year) => {
        // Made-up tokens were paid for once as a deficiency: that price comes off, the make-up price comes on.
        const expected = line.payment.plus(line.makeUpTaken.times(new Decimal(1).minus(3)));
        expectSame(reading.at('take-or-pay.settlement', 12 * year + 11), expected, `year ${year + 1}`);
      });
    });
  });
});
