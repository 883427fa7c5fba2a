import fc from 'fast-check';
import { bridgeBetween } from '../../src/analysis/bridge';
import { JOINED, joinedTables, type TableScenario, withOwnNames } from '../../src/analysis/joined-tables';
import { Decimal } from '../../src/base/decimal';
import { totalValue } from '../../src/contract/buckets';
import { Contract } from '../../src/contract/contract';
import type { TermsTable } from '../../src/terms/table/table';
import { decidedDrafts, shortDrafts } from '../contract/properties/drafts/contract-arbitrary';
import { caseOf, ContractPool, forEvery } from '../contract/properties/contract-pool';
import type { Draft } from '../contract/properties/drafts/draft';
import { seed } from '../property-seed';
import { blockOf, day, type ShortRow, tableOf } from '../terms/tables';
import { contractOf, placeOf, reference, transitionBlock } from './transition';

/** Two tables are read and both evaluated besides the steps between them. */
const RUNS = 25;

function total({ table, place }: TableScenario): Decimal {
  const contract = Contract.of(table);
  const line = contract.model.line('total.billed');
  if (!line) throw new Error('no total');
  return totalValue(contract.evaluation(place), line) ?? new Decimal(NaN);
}

const scenarioOf = (table: TermsTable, place: number, name: string): TableScenario => ({
  table,
  place,
  name,
});

const bridgeOf = (from: TableScenario, to: TableScenario) =>
  bridgeBetween(Contract.of(joinedTables(from, to)), JOINED.from, JOINED.to, 'total.billed', JOINED.bases);

/** 40 digits less those that the largest figure on the way needs before the point, and one for luck. */
const SAME = 25;
const same = (value: Decimal): string => value.toSignificantDigits(SAME).toString();

/** The ends are what each table gives by itself, and the steps lead from the one to the other. */
function expectBridge(from: TableScenario, to: TableScenario): void {
  const { start, end, steps } = bridgeOf(from, to);
  const ends = [total(from), total(to)].map(same);
  expect([start, end].map(same)).toEqual(ends);
  const sum = steps.reduce((reached, { amount }) => reached.plus(amount), start);
  expect(sum.toString()).toBe(end.toString());
}

describe.each([
  ['contracts', shortDrafts],
  ['contracts with dates of decision', decidedDrafts],
])('two %s that have nothing to do with each other', (_name, drafts) => {
  const pairs = fc.tuple(drafts, drafts).map(([a, b]): [Draft, Draft] => [a, b]);

  test('each scenario gives in the joined table what it gives in its own', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const [from, to] = [caseOf(a).table, caseOf(b).table];
        const last = (table: TermsTable, name: string): TableScenario =>
          scenarioOf(table, table.scenarios.length - 1, name);
        expectBridge(last(from, 'first'), last(to, 'second'));
        expectBridge(scenarioOf(to, 0, 'second'), last(from, 'first'));
      }),
      { numRuns: RUNS, seed },
    );
  });
});

test('a scenario of the same table is the bridge within it', () => {
  const pool = new ContractPool(decidedDrafts, () => fc.sample(decidedDrafts, { numRuns: RUNS, seed }));
  forEvery(pool, (draft) => {
    const { table } = caseOf(draft);
    const last = table.scenarios.length - 1;
    const joined = bridgeOf(scenarioOf(table, 0, 'a'), scenarioOf(table, last, 'b'));
    const within = bridgeBetween(Contract.of(table), 0, last);
    const outline = ({ steps }: typeof within) => steps.map(({ section, amount }) => [section, same(amount)]);
    expect(outline(joined)).toEqual(outline(within));
  });
});

test('Base and Delay 6 months of two tables: the reference difference', () => {
  const { table } = contractOf(transitionBlock);
  const place = placeOf(table, 'Delay 6 months');
  const { start, end } = bridgeOf(scenarioOf(table, 0, 'Base'), scenarioOf(table, place, 'Delay'));
  expect(start.toFixed(6)).toBe(reference('Base', 'total_billed'));
  expect(end.toFixed(6)).toBe(reference('Delay 6 months', 'total_billed'));
});

/** Two lots that expire within the year and are drawn in that order. */
const lots = (first: string, second: string): ShortRow[] => [
  ['Prepaid lot', 'A', 'Credits', 6000],
  ['Prepaid lot', 'A', 'Paid', 5000],
  ['Prepaid lot', 'A', 'Date', day('2027-02-01')],
  ['Prepaid lot', 'A', 'Expiry', day(first)],
  ['Prepaid lot', 'B', 'Credits', 6000],
  ['Prepaid lot', 'B', 'Paid', 5000],
  ['Prepaid lot', 'B', 'Date', day('2027-02-01')],
  ['Prepaid lot', 'B', 'Expiry', day(second)],
];

test('lots that expire in another order are drawn in their own order in each', () => {
  const early = tableOf(blockOf(...lots('2027-06-01', '2027-09-01')));
  const late = tableOf(blockOf(...lots('2027-10-01', '2027-09-01')));
  expectBridge(scenarioOf(early, 0, 'early'), scenarioOf(late, 0, 'late'));
  expect(
    bridgeOf(scenarioOf(early, 0, 'a'), scenarioOf(late, 0, 'b')).steps.map(({ section }) => section),
  ).toEqual(['Prepaid lot']);
});

test('a seat tool that another vendor bills is no longer paid to the first', () => {
  const billedBy = (vendor: string): ShortRow[] => [
    ['Vendor', 'B', 'Start', day('2027-01-01')],
    ['Vendor', 'B', 'Share', 0.1],
    ['Seat tool', 'Helper', 'Vendor', vendor],
    ['Seat tool', 'Helper', 'Seats', 10],
    ['Seat tool', 'Helper', 'Price per seat-month', 500],
  ];
  const first = scenarioOf(tableOf(blockOf(...billedBy(''))), 0, 'first');
  const second = scenarioOf(tableOf(blockOf(...billedBy('B'))), 0, 'second');
  const contract = Contract.of(joinedTables(first, second));
  const bridge = bridgeBetween(contract, JOINED.from, JOINED.to, 'vendor.paid', JOINED.bases);
  const { steps } = withOwnNames(bridge);
  // 10 seats at 500 dollars over 12 months.
  expect(steps.map(({ section, amount }) => [section, amount.toFixed(6)])).toEqual([
    ['Seat tool', '-60000.000000'],
  ]);
  expect(steps[0]?.terms).toEqual([
    'Seat tool | Helper | Seats',
    'Seat tool | Helper | Price per seat-month',
  ]);
});
