import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Decimal, ONE, ZERO } from '../../../src/base/decimal';
import { dayFromIso } from '../../../src/base/calendar';
import {
  MAX_TOTALS,
  totalDistribution,
  type TotalPaid,
} from '../../../src/contract/rules/tranche-distribution';
import {
  TRANCHE_KINDS,
  TRANCHE_MODES,
  trancheSchedule,
  type Tranche,
} from '../../../src/contract/rules/tranches';
import { must } from '../near';
import { always } from '../properties';

const [, ...lines] = readFileSync(path.join(__dirname, 'reference-tranche-totals.csv'), 'utf8')
  .trim()
  .split('\n');
const table = lines.map((line) => line.trim().split(','));

const contingent = (date: string, probability: string): Tranche => ({
  day: must(dayFromIso(date)),
  amount: new Decimal(5e9),
  kind: 'Contingent',
  probability: new Decimal(probability),
});
const firm = (date: string): Tranche => ({
  day: must(dayFromIso(date)),
  amount: new Decimal(2.5e9),
  kind: 'Firm',
  probability: ONE,
});

/** The programme of the reference table, base case; the order of the rows must not matter. */
const programme = [
  contingent('2030-12-31', '0.20'),
  firm('2027-03-31'),
  contingent('2027-12-31', '0.70'),
  contingent('2029-12-31', '0.35'),
  firm('2026-09-30'),
  contingent('2028-12-31', '0.50'),
];

test.each(TRANCHE_MODES)('reference table, %s: every total with its probability, exactly', (mode) => {
  const wanted = table.filter(([name]) => name === mode.toLowerCase());
  const found = totalDistribution(programme, mode);
  expect(found.map(({ total, probability }) => [total.toFixed(), probability.toFixed(15)])).toEqual(
    wanted.map(([, total, probability]) => [total, probability]),
  );
});

const tranches: fc.Arbitrary<Tranche[]> = fc.array(
  fc.record({
    day: fc.integer({ min: 45_000, max: 48_000 }),
    amount: fc.integer({ min: 0, max: 12 }).map((value) => new Decimal(value)),
    kind: fc.constantFrom(...TRANCHE_KINDS),
    probability: fc.integer({ min: 1, max: 100 }).map((percent) => new Decimal(percent).dividedBy(100)),
  }),
  { minLength: 1, maxLength: 8 },
);

const sumOf = (entries: readonly TotalPaid[], value: (entry: TotalPaid) => Decimal) =>
  entries.reduce((sum, entry) => sum.plus(value(entry)), ZERO);

describe('P11', () => {
  test.each(TRANCHE_MODES)('%s: probabilities sum to 1, the mean is the expected amount', (mode) => {
    always(tranches, (list) => {
      const found = totalDistribution(list, mode);
      const last = must(trancheSchedule(list, mode).at(-1));
      expect(sumOf(found, ({ probability }) => probability)).toEqual(ONE);
      expect(sumOf(found, ({ total, probability }) => total.times(probability))).toEqual(last.expectedTotal);
      expect(must(found.at(-1)).total).toEqual(last.maximum);
      expect(must(found[0]).total.greaterThanOrEqualTo(last.committed)).toBe(true);
      const totals = found.map(({ total }) => total.toNumber());
      expect(totals).toEqual([...new Set(totals)].sort((a, b) => a - b));
    });
  });

  test('the least total is what is committed, unless a contingent tranche is certain', () => {
    always(tranches, (list) => {
      fc.pre(!list.some(({ kind, probability }) => kind === 'Contingent' && probability.equals(1)));
      const committed = must(trancheSchedule(list, 'Unconditional').at(-1)).committed;
      for (const mode of TRANCHE_MODES)
        expect(must(totalDistribution(list, mode)[0]).total).toEqual(committed);
    });
  });
});

test('many tranches of one amount stay few totals; too many different ones are refused', () => {
  const many = (amount: (index: number) => number) =>
    Array.from({ length: 40 }, (_, index) => ({
      day: 46_000 + index,
      amount: new Decimal(amount(index)),
      kind: 'Contingent' as const,
      probability: new Decimal('0.5'),
    }));
  expect(
    totalDistribution(
      many(() => 5),
      'Unconditional',
    ),
  ).toHaveLength(41);
  expect(
    totalDistribution(
      many((index) => 2 ** index),
      'Sequential',
    ),
  ).toHaveLength(41);
  expect(() =>
    totalDistribution(
      many((index) => 2 ** index),
      'Unconditional',
    ),
  ).toThrow(`${MAX_TOTALS}`);
});
