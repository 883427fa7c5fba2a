import { type Bridge, bridgeBetween } from '../../src/analysis/bridge';
import { Decimal } from '../../src/base/decimal';
import { totalValue } from '../../src/contract/buckets';
import { Contract } from '../../src/contract/contract';
import { type EditValue, type TermEdit, withEdits } from '../../src/terms/entry/edit';
import { type ShortRow, blockOf, day, tableOf } from '../terms/tables';
import { REFERENCE, contractOf, placeOf, reference, transitionBlock } from './transition';

const contract = contractOf(transitionBlock);
const { scenarios } = contract.table;

const total = (of: Contract, scenario: number, id = 'total.billed'): Decimal => {
  const line = of.model.line(id);
  if (!line) throw new Error(`no line ${id}`);
  return totalValue(of.evaluation(scenario), line) ?? new Decimal(NaN);
};

/** Plain sums of the decimals, as whoever shows the bridge adds them. */
function expectAddsUp(bridge: Bridge): void {
  let sum = bridge.start;
  for (const { amount, after } of bridge.steps) {
    sum = sum.plus(amount);
    expect(sum.toString()).toBe(after.toString());
  }
  expect(sum.toString()).toBe(bridge.end.toString());
}

/** 40 digits less those that the largest figure of the way needs before the point. */
const SAME = 28;
const same = (value: Decimal): string => value.toSignificantDigits(SAME).toString();

const pairs = scenarios.flatMap((from, a) =>
  scenarios.flatMap((to, b) => (a < b ? [[from, to, a, b] as const] : [])),
);

// Neighbours and all ways from Base: each way that a section can change is among them.
test.each(pairs.filter(([, , a, b]) => a === 0 || b === a + 1))(
  'from %s to %s and back the steps add up exactly, and the ends are the scenarios’ own',
  (from, to, a, b) => {
    const there = bridgeBetween(contract, a, b);
    expect(there).toMatchObject({ from, to });
    expectAddsUp(there);
    expect(same(there.start)).toBe(same(total(contract, a)));
    expect(same(there.end)).toBe(same(total(contract, b)));
    expect(there.steps.length).toBeGreaterThan(0);
    expectAddsUp(bridgeBetween(contract, b, a, 'valuation.npv billed'));
  },
);

test.each([...REFERENCE.keys()].slice(1))('from Base to %s: the reference difference', (scenario) => {
  const { start, end } = bridgeBetween(contract, 0, placeOf(contract.table, scenario));
  expect(start.toFixed(6)).toBe(reference('Base', 'total_billed'));
  expect(end.toFixed(6)).toBe(reference(scenario, 'total_billed'));
});

const outline = ({ steps }: Bridge) => steps.map(({ section, label }) => [section, label]);

test('a step for each section whose terms differ, in the order of the table, named after them', () => {
  expect(outline(bridgeBetween(contract, 0, placeOf(contract.table, 'Delay 6 months')))).toEqual([
    ['Transition', 'Transition: Cutover'],
    ['Reserved', 'Reserved: End, Units from 2027-07-01'],
  ]);
  expect(outline(bridgeBetween(contract, 0, placeOf(contract.table, 'Denied')))).toEqual([
    ['Behaviour', 'Behaviour: Price elasticity'],
    ['Transition', 'Transition: Cutover'],
    ['Reserved', 'Reserved: End, Upfront share, Units from 2027-07-01, 3 more'],
  ]);
  expect(outline(bridgeBetween(contract, 0, placeOf(contract.table, 'Second anchor vendor')))).toEqual([
    ['Vendor', 'Vendor: B Share'],
  ]);
});

test('a scenario and itself are one: no step', () => {
  const { steps, start, end } = bridgeBetween(contract, 3, 3);
  expect(steps).toEqual([]);
  expect(start.toString()).toBe(end.toString());
});

test('the amount of a step is what its section does on top of those before', () => {
  // Delay 6 months with its new cutover alone, and then with its reserved term as well.
  const [cutover] = bridgeBetween(contract, 0, placeOf(contract.table, 'Delay 6 months')).steps;
  const alone = contractOf(
    withEdits(transitionBlock, [edit('Transition', '', 'Cutover', 'Moved alone', day('2027-07-01'))]),
  );
  const after = total(alone, placeOf(alone.table, 'Moved alone'));
  expect(same(cutover?.after ?? new Decimal(NaN))).toBe(same(after));
});

function edit(section: string, item: string, term: string, column: string, value: EditValue): TermEdit {
  return { section, item, term, column, value };
}

/** The small contract with rows that differ in its scenario Late. */
const small = (...rows: ShortRow[]): Contract => Contract.of(tableOf(blockOf(...rows)));

describe('scenarios that differ in shape', () => {
  test('the horizon', () => {
    const longer = small(['Model', '', 'Horizon', 12, 24]);
    const bridge = bridgeBetween(longer, 0, 1);
    expectAddsUp(bridge);
    expect(outline(bridge)).toEqual([
      ['Model', 'Model: Horizon'],
      ['Transition', 'Transition: Cutover'],
    ]);
    expect(same(bridge.end)).toBe(same(total(longer, 1)));
  });

  test('no cutover at all', () => {
    const denied = small(['Transition', '', 'Cutover', day('2027-04-01'), 'None']);
    expectAddsUp(bridgeBetween(denied, 0, 1));
    expectAddsUp(bridgeBetween(denied, 1, 0));
  });

  test('a product, a tool and a tier that only one scenario has', () => {
    const wider = small(
      ['Usage', 'Search', 'Input tokens per month', '', 4e8],
      ['Usage', 'Search', 'Growth', '', 'Monthly'],
      ['Usage', 'Search', 'Growth rate', '', 0.02],
      ['Seat tool', 'Codex', 'Seats', '', 10],
      ['Seat tool', 'Codex', 'Price per seat-month', '', 200],
      ['Discount tier', '1', 'Up to', '', 1000],
      ['Discount tier', '1', 'Multiplier', '', 1],
      ['Discount tier', '2', 'Multiplier', '', 0.5],
    );
    const there = bridgeBetween(wider, 0, 1);
    expectAddsUp(there);
    expect(there.steps.map(({ section }) => section)).toEqual([
      'Usage',
      'Transition',
      'Discount tier',
      'Seat tool',
    ]);
    // 10 seats at 200 a month, twelve months, whatever else changes.
    expect(there.steps.at(-1)?.amount.toFixed(6)).toBe('24000.000000');
    const back = bridgeBetween(wider, 1, 0);
    expectAddsUp(back);
    expect(back.steps.at(-1)?.amount.toFixed(6)).toBe('-24000.000000');
  });

  test('a volume that grows by a table which only the scenario has is one step with the table', () => {
    const growing = small(
      ['Usage', 'Chat', 'Growth', 'CAGR', 'Table'],
      ['Growth index', 'Chat', 'Month 0', '', 1],
      ['Growth index', 'Chat', 'Month 6', '', 3],
      ['Transition', '', 'Cutover', day('2027-04-01')],
    );
    const bridge = bridgeBetween(growing, 0, 1);
    expectAddsUp(bridge);
    expect(outline(bridge)).toEqual([
      ['Usage', 'Usage and Growth index: Chat Growth, Chat Month 0, Chat Month 6'],
    ]);
  });
});

describe('Decided on', () => {
  const decided = (date: string): Contract =>
    small(
      ['Scenario', '', 'Decided on', '', day(date)],
      ['Reserved', '', 'Rate', 30, 60],
      ['Transition', '', 'Cutover', day('2027-04-01')],
    );

  test('changes that follow act from that day on; the date by itself is no step from Base', () => {
    const late = decided('2027-07-01');
    const there = bridgeBetween(late, 0, 1);
    expectAddsUp(there);
    expect(outline(there)).toEqual([['Reserved', 'Reserved: Rate']]);
    // Two units at 30 more an hour, July to September: the fee is paid until the end of the term.
    expect(there.steps[0]?.amount.toFixed(6)).toBe((2 * 30 * 24 * (31 + 31 + 30)).toFixed(6));
  });

  test('on the way back it is a step of its own', () => {
    const late = decided('2027-07-01');
    const back = bridgeBetween(late, 1, 0);
    expectAddsUp(back);
    expect(outline(back)).toEqual([
      ['Scenario', 'Scenario: Decided on'],
      ['Reserved', 'Reserved: Rate'],
    ]);
    // Without the date the dearer rate acts from the start: January to June as well.
    expect(back.steps[0]?.amount.toFixed(6)).toBe((2 * 30 * 24 * (31 + 28 + 31 + 30 + 31 + 30)).toFixed(6));
  });
});

test('words of a scenario and texts change no figure and are no step', () => {
  const described = small(
    ['Scenario', '', 'Description', 'One', 'Two'],
    ['Scenario', '', 'Weight', 0.5, 0.5],
    ['Transition', '', 'Cutover', day('2027-04-01')],
  );
  expect(bridgeBetween(described, 0, 1).steps).toEqual([]);
});

test('figures of different sizes and signs add up to the last digit', () => {
  // The delta changes its sign between these, and its digits before the point.
  const culture = placeOf(contract.table, 'Usage culture stays');
  const strong = placeOf(contract.table, 'Strong efficiency');
  for (const figure of ['comparison.delta', 'comparison.tariff', 'price.effective', 'commitment.true-up']) {
    const bridge = bridgeBetween(contract, culture, strong, figure);
    expectAddsUp(bridge);
    expect(bridge.figure.id).toBe(figure);
  }
});
