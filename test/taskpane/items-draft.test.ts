import { Refusal } from '../../src/base/refusal';
import {
  changed,
  type ItemsAction,
  type ItemsDraft,
  keptOf,
  leftOutOf,
  readAdded,
  UNCHANGED,
} from '../../src/taskpane/scenarios/items/items-draft';
import { CATALOGUE } from '../../src/terms/catalogue/catalogue';
import { INVARIANT } from '../../src/terms/entry/entry';

const after = (...actions: readonly ItemsAction[]): ItemsDraft => actions.reduce(changed, UNCHANGED);
const there = { item: '1', isThere: true };
const leftOut = { item: '2', isThere: false };
const items = [there, leftOut];

const tier = CATALOGUE.find(({ section, item }) => section === 'Discount tier' && item === 'number');
if (!tier) throw new Error('The catalogue has no numbered tiers any more.');
const read = (draft: ItemsDraft) =>
  [...readAdded(draft, tier, keptOf(items, draft), INVARIANT)].map(([id, reading]) => [
    id,
    reading instanceof Refusal ? reading.sentence : reading,
  ]);

test('as the table stands, what the scenario leaves out can be brought back', () => {
  expect(keptOf(items, UNCHANGED)).toEqual([there]);
  expect(leftOutOf(items, UNCHANGED)).toEqual([leftOut]);
});

test('what is removed goes; what is brought back and removed again can be brought back once more', () => {
  expect(keptOf(items, after({ kind: 'remove', item: '1' }))).toEqual([]);
  const restored = after({ kind: 'restore', item: '2' });
  expect(keptOf(items, restored)).toEqual(items);
  expect(leftOutOf(items, restored)).toEqual([]);
  const gone = changed(restored, { kind: 'remove', item: '2' });
  expect(keptOf(items, gone)).toEqual([there]);
  expect(leftOutOf(items, gone)).toEqual([leftOut]);
});

test('a row that was discarded leaves its id, and with it what was typed, to nobody', () => {
  const { added } = after(
    { kind: 'add', item: '2' },
    { kind: 'add', item: '3' },
    { kind: 'discard', id: 2 },
    { kind: 'add', item: '3' },
  );
  expect(added.map(({ id }) => id)).toEqual([1, 3]);
});

test('a number that is taken is refused, by the table and among the new ones', () => {
  const draft = after(
    { kind: 'add', item: '1' },
    { kind: 'add', item: '2' },
    { kind: 'add', item: ' 2 ' },
    { kind: 'add', item: 'two' },
  );
  expect(read(draft)).toEqual([
    [1, 'Tier 1 is in the table already: change that one, or choose another.'],
    [2, '2'],
    [3, 'Tier 2 is in the table already: change that one, or choose another.'],
    [4, expect.stringMatching(/two/)],
  ]);
  expect(read(after({ kind: 'remove', item: '1' }, { kind: 'add', item: '1' }))).toEqual([[1, '1']]);
});

test('a refusal stands at its row until that is named anew', () => {
  const refusal = new Refusal('Tier 2 is in the table already.');
  const refused = after(
    { kind: 'add', item: '1' },
    { kind: 'add', item: '2' },
    { kind: 'refuse', refusals: new Map([[2, refusal]]) },
  );
  expect(refused.added.map((row) => row.refusal)).toEqual([undefined, refusal.sentence]);
  const named = changed(refused, { kind: 'name', id: 2, item: '3' });
  expect(named.added).toEqual([
    { id: 1, item: '1', refusal: undefined },
    { id: 2, item: '3', refusal: undefined },
  ]);
});
