import type { Bridge, BridgeStep } from '../../../src/analysis/bridge';
import { Decimal } from '../../../src/base/decimal';
import { Refusal } from '../../../src/base/refusal';
import type { TermChange } from '../../../src/terms/exchange/term-changes';
import { identify } from '../../../src/terms/table/identity';
import { displayedBridge } from '../../../src/taskpane/compare/bridge-display';
import { termEffects } from '../../../src/taskpane/share/pins/term-effects';

const seatTool = (item: string, term: string): TermChange => {
  const found = identify('Seat tool', term);
  if (found instanceof Refusal) throw new Error(found.sentence);
  const { definition } = found;
  return { definition, section: 'Seat tool', item, term, kind: 'changed', unit: '', parts: [] };
};
const SEATS = seatTool('Codex', 'Seats');
const PRICE = seatTool('Codex', 'Price per seat-month');
const OTHER = seatTool('Helper', 'Seats');
const VENDOR = seatTool('Codex', 'Vendor');

const stepOf = (after: Decimal, more: Partial<BridgeStep>): BridgeStep => ({
  section: '',
  sections: [],
  label: '',
  terms: [],
  amount: after,
  after,
  ...more,
});

/** From 0 by a step that no term makes to a half of a cent less than 10, and on by 1 to 11 less that half. */
const START = new Decimal('9.995');
const third = (count: number): Decimal => START.plus(new Decimal(count).div(3));
const change = (keys: readonly string[], after: Decimal) => ({ keys, after, amount: after });

function bridgeOf(changes: BridgeStep['changes']): Bridge {
  const split = changes ? { changes } : {};
  const steps = [
    stepOf(START, {}),
    stepOf(third(3), { section: 'Seat tool', sections: ['Seat tool'], ...split }),
  ];
  const figure = { id: 'total.billed', label: 'Total billed', unit: 'USD' };
  return { from: 'a', to: 'b', figure, start: new Decimal(0), end: third(3), steps, order: '' };
}

const saidOf = (bridge: Bridge | undefined) =>
  termEffects([SEATS, VENDOR, PRICE, OTHER], bridge, 'USD').effects.map(({ terms, amount }) => [
    terms.map(({ item, term }) => `${item} ${term}`).join(' + '),
    amount?.toFixed(2),
  ]);

test('amounts in the digits that are shown add up to the step as it is shown', () => {
  const bridge = bridgeOf([
    change(['Seat tool|codex|Seats'], third(1)),
    change(['Seat tool|codex|Price per seat-month'], third(2)),
    change(['Seat tool|helper|Seats'], third(3)),
  ]);
  // Levels of 9.995, 10.3283, 10.6617 and 10.995 are shown as 10.00, 10.33, 10.66 and 11.00.
  expect(saidOf(bridge)).toEqual([
    ['Codex Seats', '0.33'],
    ['Codex Vendor', '0.00'],
    ['Codex Price per seat-month', '0.33'],
    ['Helper Seats', '0.34'],
  ]);
  expect(displayedBridge(bridge, 'USD').steps.at(-1)?.amount.toFixed(2)).toBe('1.00');
});

test('terms with one amount stand together, where the first of them does', () => {
  const bridge = bridgeOf([
    change(['Seat tool|codex|Seats', 'Seat tool|helper|Seats'], third(2)),
    change(['Seat tool|codex|Price per seat-month'], third(3)),
  ]);
  expect(saidOf(bridge)).toEqual([
    ['Codex Seats + Helper Seats', '0.66'],
    ['Codex Vendor', '0.00'],
    ['Codex Price per seat-month', '0.34'],
  ]);
});

test('where it is not told by term, no term has an amount, and none is said to have done nothing', () => {
  const untold = ['Codex Seats', 'Codex Vendor', 'Codex Price per seat-month', 'Helper Seats'];
  expect(saidOf(bridgeOf(undefined))).toEqual(untold.map((name) => [name, undefined]));
  expect(saidOf(undefined)).toEqual(untold.map((name) => [name, undefined]));
});
