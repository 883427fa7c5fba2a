import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Decimal } from '../../../src/base/decimal';
import { dayFromIso, isoText } from '../../../src/base/calendar';
import {
  discountFactor,
  TRANCHE_KINDS,
  trancheSchedule,
  type Tranche,
  type TrancheMode,
} from '../../../src/contract/rules/tranches';
import { must } from '../near';

const [header = '', ...lines] = readFileSync(path.join(__dirname, 'reference-tranches.csv'), 'utf8')
  .trim()
  .split('\n');
const columns = header.trim().split(',');
const rows = lines.map((line) => {
  const cells = line.trim().split(',');
  return (name: string) => must(cells[columns.indexOf(name)]);
});

/** The table is printed to 12 decimals. */
const sameTo12Places = (actual: Decimal, expected: string) =>
  expect(actual.minus(expected).abs().lessThanOrEqualTo('1e-12')).toBe(true);

describe.each(['unconditional', 'sequential'])('reference table, %s', (modeName) => {
  const listed = rows.filter((cell) => cell('mode') === modeName);
  const mode: TrancheMode = modeName === 'sequential' ? 'Sequential' : 'Unconditional';
  const schedule = trancheSchedule(
    listed.map((cell) => ({
      day: must(dayFromIso(cell('date'))),
      amount: new Decimal(cell('amount')),
      kind: cell('kind') === 'committed' ? ('Firm' as const) : ('Contingent' as const),
      probability: new Decimal(cell('prob')),
    })),
    mode,
  );
  // 9 % a year, as of the model start.
  const factor = discountFactor(new Decimal('0.09'), must(dayFromIso('2026-07-01')));

  test.each(listed.map((cell, index) => [cell('id'), index] as const))('%s', (_id, index) => {
    const cell = must(listed[index]);
    const line = must(schedule[index]);
    expect(isoText(line.tranche.day)).toBe(cell('date'));
    sameTo12Places(line.likelihood, cell('p'));
    sameTo12Places(line.expected, cell('expected'));
    sameTo12Places(line.expectedTotal, cell('cum_expected'));
    sameTo12Places(line.maximum, cell('cum_max'));
    sameTo12Places(line.committed, cell('cum_committed'));
    sameTo12Places(factor(line.tranche.day), cell('df'));
    sameTo12Places(line.expected.times(factor(line.tranche.day)), cell('pv_expected'));
    sameTo12Places(line.tranche.amount.times(factor(line.tranche.day)), cell('pv_max'));
  });
});

const tranches: fc.Arbitrary<Tranche[]> = fc.array(
  fc.record({
    day: fc.integer({ min: 45_000, max: 48_000 }),
    amount: fc.integer({ min: 0, max: 1_000_000 }).map((value) => new Decimal(value)),
    kind: fc.constantFrom(...TRANCHE_KINDS),
    probability: fc.integer({ min: 1, max: 100 }).map((percent) => new Decimal(percent).dividedBy(100)),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('tranche schedule', () => {
  test('funded ≤ committed ≤ expected ≤ maximum, and a sequential programme expects no more', () => {
    fc.assert(
      fc.property(tranches, (list) => {
        const free = trancheSchedule(list, 'Unconditional');
        const chain = trancheSchedule(list, 'Sequential');
        for (const [index, line] of free.entries()) {
          expect(line.funded.lessThanOrEqualTo(line.committed)).toBe(true);
          expect(line.committed.lessThanOrEqualTo(line.expectedTotal)).toBe(true);
          expect(line.expectedTotal.lessThanOrEqualTo(line.maximum)).toBe(true);
          expect(must(chain[index]).expectedTotal.lessThanOrEqualTo(line.expectedTotal)).toBe(true);
        }
      }),
    );
  });

  test('the unconditional total is the mean over every outcome, and its ends are committed and maximum', () => {
    fc.assert(
      fc.property(tranches, (list) => {
        const few = list.slice(0, 6);
        const outcomes = few.reduce<{ total: Decimal; p: Decimal }[]>(
          (sofar, tranche) => sofar.flatMap((state) => outcomesOf(state, tranche)),
          [{ total: new Decimal(0), p: new Decimal(1) }],
        );
        const mean = outcomes.reduce((sum, { total, p }) => sum.plus(total.times(p)), new Decimal(0));
        const weight = outcomes.reduce((sum, { p }) => sum.plus(p), new Decimal(0));
        const last = must(trancheSchedule(few, 'Unconditional').at(-1));
        expect(weight.equals(1)).toBe(true);
        expect(last.expectedTotal.equals(mean)).toBe(true);
        expect(last.committed.equals(Decimal.min(...outcomes.map(({ total }) => total)))).toBe(true);
        expect(last.maximum.equals(Decimal.max(...outcomes.map(({ total }) => total)))).toBe(true);
      }),
    );
  });

  test('tranches of one day keep the order given', () => {
    const on = (day: number, amount: number): Tranche => ({
      day,
      amount: new Decimal(amount),
      kind: 'Firm',
      probability: new Decimal(1),
    });
    const order = trancheSchedule(
      [on(46_400, 1), on(46_300, 2), on(46_400, 3), on(46_300, 4)],
      'Unconditional',
    );
    expect(order.map(({ tranche }) => tranche.amount.toNumber())).toEqual([2, 4, 1, 3]);
  });

  test('a rate of 0 leaves amounts as they are; a year of 365 days is one year; the past is compounded', () => {
    const at = (rate: string) => discountFactor(new Decimal(rate), 46_388);
    expect(at('0')(47_000).toString()).toBe('1');
    expect(at('0.25')(46_388 + 365).toString()).toBe('0.8');
    expect(at('0.25')(46_388 - 730).toString()).toBe('1.5625');
  });
});

/** A contingent tranche comes or does not; the others are settled. */
function outcomesOf(
  state: { total: Decimal; p: Decimal },
  tranche: Tranche,
): { total: Decimal; p: Decimal }[] {
  const paid = { total: state.total.plus(tranche.amount), p: state.p };
  switch (tranche.kind) {
    case 'Funded':
    case 'Firm':
      return [paid];
    case 'Expired':
      return [state];
    case 'Contingent':
      return [
        { ...paid, p: state.p.times(tranche.probability) },
        { ...state, p: state.p.times(new Decimal(1).minus(tranche.probability)) },
      ];
  }
}
