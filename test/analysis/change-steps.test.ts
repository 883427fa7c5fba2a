import fc from 'fast-check';
import type { Bridge, BridgeStep } from '../../src/analysis/bridge';
import { joinedBridging, MOST_CHANGES } from '../../src/analysis/joined-bridge';
import type { TableScenario } from '../../src/analysis/joined-tables';
import { changesOf, mixedTable, rowPairs } from '../../src/analysis/table-changes';
import { Decimal } from '../../src/base/decimal';
import { totalValue } from '../../src/contract/buckets';
import { Contract } from '../../src/contract/contract';
import type { TermsTable } from '../../src/terms/table/table';
import { decidedDrafts, shortDrafts } from '../contract/properties/drafts/contract-arbitrary';
import { caseOf, ContractPool, forEvery } from '../contract/properties/contract-pool';
import type { Draft } from '../contract/properties/drafts/draft';
import { seed } from '../property-seed';
import { blockOf, day, sentencesOf, type ShortRow, tableOf } from '../terms/tables';

/** Two tables are read, and each section between them is an evaluation. */
const RUNS = 25;
/** Two tables that have nothing to do with each other differ in a hundred terms, each an evaluation. */
const FEW_RUNS = 4;
const FIGURE = 'total.billed';

const baseOf = (...rows: ShortRow[]): TableScenario => scenarioOf(tableOf(blockOf(...rows)), 0);
const scenarioOf = (table: TermsTable, place: number): TableScenario => ({ table, place, name: 'one' });
const lastOf = (table: TermsTable): TableScenario => scenarioOf(table, table.scenarios.length - 1);

function bridgeOf(from: TableScenario, to: TableScenario, most = MOST_CHANGES): Bridge {
  const work = joinedBridging(from, to, FIGURE, most);
  let reached = 0;
  for (;;) {
    const { done, value } = work.next();
    if (done) return value.bridge;
    expect(value.done).toBeGreaterThanOrEqual(reached);
    expect(value.done).toBeLessThan(1);
    reached = value.done;
  }
}

function total(table: TermsTable, place: number): Decimal {
  const contract = Contract.of(table);
  const line = contract.model.line(FIGURE);
  if (!line) throw new Error('no total');
  return totalValue(contract.evaluation(place), line) ?? new Decimal(NaN);
}

/** Each change with its amount to the cent: "seat tool|helper|Seats 30000.00". */
const said = ({ changes }: BridgeStep): string[] | undefined =>
  changes?.map(({ keys, amount }) => `${keys.join(' + ')} ${amount.toFixed(2)}`);
const allSaid = (from: TableScenario, to: TableScenario): unknown[] =>
  bridgeOf(from, to).steps.map((step) => [step.section, said(step)]);

/** 40 digits less those that the largest figure on the way needs before the point, and one for luck. */
const SAME = 25;
const same = (value: Decimal): string => value.toSignificantDigits(SAME).toString();

describe.each([
  ['contracts', shortDrafts],
  ['contracts with dates of decision', decidedDrafts],
])('two %s that have nothing to do with each other', (_name, drafts) => {
  const pairs = fc.tuple(drafts, drafts).map(([a, b]): [Draft, Draft] => [a, b]);

  test('the changes of every step add up to it, and each change is in one step', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expectChanges(lastOf(caseOf(a).table), lastOf(caseOf(b).table));
      }),
      { numRuns: FEW_RUNS, seed },
    );
  });

  test('a section with all of its changes taken is where the bridge has come to by then', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const [from, to] = [lastOf(caseOf(a).table), lastOf(caseOf(b).table)];
        const rows = rowPairs(from, to);
        const { start, steps } = bridgeOf(from, to);
        expect(
          same(
            total(
              mixedTable(rows, () => false),
              1,
            ),
          ),
        ).toBe(same(start));
        for (const [place, { label, after }] of steps.entries()) {
          const toCome = new Set(steps.slice(place + 1).flatMap(({ sections }) => sections));
          const table = mixedTable(rows, ({ definition }) => !toCome.has(definition.section));
          expect([label, same(total(table, 1))]).toEqual([label, same(after)]);
        }
      }),
      { numRuns: RUNS, seed },
    );
  });
});

/** @returns how many steps are split up */
function expectChanges(from: TableScenario, to: TableScenario): number {
  const { steps } = bridgeOf(from, to, Infinity);
  for (const { changes = [], amount, label } of steps) {
    const sum = changes.reduce((reached, change) => reached.plus(change.amount), new Decimal(0));
    expect([label, sum.toString()]).toEqual([label, amount.toString()]);
  }
  const told = steps.flatMap(({ changes = [] }) => changes).flatMap(({ keys }) => keys);
  const sections = new Set(steps.flatMap((step) => step.sections));
  const changed = changesOf(rowPairs(from, to)).filter(({ section }) => sections.has(section));
  expect([...told].sort()).toEqual(changed.flatMap(({ keys }) => keys).sort());
  return steps.filter(({ changes = [] }) => changes.length > 1).length;
}

test('two scenarios of one table: the changes of every step add up to it', () => {
  let split = 0;
  const pool = new ContractPool(decidedDrafts, () => fc.sample(decidedDrafts, { numRuns: RUNS, seed }));
  forEvery(pool, (draft) => {
    const { table } = caseOf(draft);
    split += expectChanges(scenarioOf(table, 0), lastOf(table));
    split += expectChanges(lastOf(table), scenarioOf(table, 0));
  });
  expect(split).toBeGreaterThan(RUNS / 5);
});

test('with too many changes the steps are those of the sections', () => {
  const [from, to] = [baseOf(...helper(10, 50)), baseOf(...helper(15, 60))];
  const [bySection, byChange] = [bridgeOf(from, to, 1), bridgeOf(from, to, 2)];
  expect(bySection.steps.map(said)).toEqual([undefined]);
  const outline = ({ steps }: Bridge) => steps.map(({ label, amount }) => [label, amount.toFixed(2)]);
  // 12 months of 15 seats at 60 instead of 10 at 50.
  expect(outline(bySection)).toEqual([['Seat tool: Helper Seats, Helper Price per seat-month', '4800.00']]);
  expect(outline(byChange)).toEqual(outline(bySection));
  expect(byChange.steps[0]?.changes).toHaveLength(2);
});

/** A seat tool over the 12 months of the small contract. */
const helper = (seats: number, price: number): ShortRow[] => [
  ['Seat tool', 'Helper', 'Seats', seats],
  ['Seat tool', 'Helper', 'Price per seat-month', price],
];

test('two terms of one section: the first at what the other was, the second at what the first is', () => {
  // 12 months of (15 - 10) seats at 50, then of 15 seats at 60 instead of 50.
  expect(allSaid(baseOf(...helper(10, 50)), baseOf(...helper(15, 60)))).toEqual([
    ['Seat tool', ['Seat tool|helper|Seats 3000.00', 'Seat tool|helper|Price per seat-month 1800.00']],
  ]);
  // And back: 5 seats less at 60, then 10 seats at 10 less.
  expect(allSaid(baseOf(...helper(15, 60)), baseOf(...helper(10, 50)))).toEqual([
    ['Seat tool', ['Seat tool|helper|Seats -3600.00', 'Seat tool|helper|Price per seat-month -1200.00']],
  ]);
});

test('an item of one table only is one change, beside those of another item', () => {
  const other: ShortRow[] = [
    ['Seat tool', 'Other', 'Seats', 2],
    ['Seat tool', 'Other', 'Price per seat-month', 100],
  ];
  const keys = ['Seats', 'Price per seat-month'].map((term) => `Seat tool|other|${term}`).join(' + ');
  expect(allSaid(baseOf(...helper(10, 50)), baseOf(...helper(12, 50), ...other))).toEqual([
    ['Seat tool', ['Seat tool|helper|Seats 1200.00', `${keys} 2400.00`]],
  ]);
  expect(allSaid(baseOf(...helper(10, 50), ...other), baseOf(...helper(10, 50)))).toEqual([
    ['Seat tool', [`${keys} -2400.00`]],
  ]);
});

test('a seat tool that another vendor bills changes by that alone, and no term beside it is one that changed', () => {
  const billedBy = (vendor: string, seats: number): ShortRow[] => [
    ['Vendor', 'B', 'Start', day('2027-01-01')],
    ['Vendor', 'B', 'Share', 0.1],
    ['Seat tool', 'Helper', 'Vendor', vendor],
    ...helper(seats, 500),
  ];
  // Whoever bills it, the total has it: 2 seats more at 500 dollars over 12 months.
  expect(allSaid(baseOf(...billedBy('', 10)), baseOf(...billedBy('B', 12)))).toEqual([
    ['Seat tool', ['Seat tool|helper|Vendor 0.00', 'Seat tool|helper|Seats 12000.00']],
  ]);
});

/** The small contract bought in tiers of what is spent at list prices. */
const tiers = (first: number, second: number, multiplier = 0.8): ShortRow[] => [
  ['Discount tier', '1', 'Up to', first],
  ['Discount tier', '1', 'Multiplier', 1],
  ['Discount tier', '2', 'Up to', second],
  ['Discount tier', '2', 'Multiplier', multiplier],
  ['Discount tier', '3', 'Multiplier', 0.5],
];

test('bounds that are no tiers one by one have one amount', () => {
  const tables = [tiers(1000, 2000), tiers(3000, 6000), tiers(3000, 6000, 0.9)].map((rows) =>
    tableOf(blockOf(...rows)),
  );
  const amounts = tables
    .map((table) => total(table, 0))
    .map((after, place, totals) => after.minus(totals[place - 1] ?? after).toFixed(2))
    .slice(1);
  expect(amounts).not.toContain('0.00');
  expect(allSaid(baseOf(...tiers(1000, 2000)), baseOf(...tiers(3000, 6000, 0.9)))).toEqual([
    [
      'Discount tier',
      [
        `Discount tier|1|Up to + Discount tier|2|Up to ${amounts[0] ?? ''}`,
        `Discount tier|2|Multiplier ${amounts[1] ?? ''}`,
      ],
    ],
  ]);
  // By itself a first bound of 3000 lies above the second one of 2000.
  expect(sentencesOf(...tiers(3000, 2000)).join()).toMatch(/tiers must rise/);
});

test('what is wrong only between two sections keeps no change of either from its own amount', () => {
  const vendor = (name: string, share: number): ShortRow[] => [
    ['Vendor', name, 'Start', day('2027-01-01')],
    ['Vendor', name, 'Share', share],
  ];
  const from = baseOf(
    ...vendor('B', 0.1),
    ...vendor('C', 0.2),
    ['Seat tool', 'Helper', 'Vendor', 'B'],
    ...helper(10, 50),
  );
  const to = baseOf(...vendor('C', 0.3), ['Seat tool', 'Helper', 'Vendor', 'C'], ...helper(12, 50));
  // Once vendor B is gone the tool names a vendor that is not there, until its own section follows.
  const told = bridgeOf(from, to).steps.map(({ section, changes = [] }) => [
    section,
    changes.map(({ keys }) => keys.join(' + ')),
  ]);
  expect(told).toEqual([
    ['Vendor', ['Vendor|b|Start + Vendor|b|Share', 'Vendor|c|Share']],
    ['Seat tool', ['Seat tool|helper|Vendor', 'Seat tool|helper|Seats']],
  ]);
});
