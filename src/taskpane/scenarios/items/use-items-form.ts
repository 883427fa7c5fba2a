import { useReducer } from 'react';
import { Refusal } from '../../../base/refusal';
import { useEditing } from '../terms/editing';
import { type ItemGroup, type SectionGroup, type TermEntry, entryOf } from '../terms/term-groups';
import { type TermForm, useTermForm } from '../terms/use-term-form';
import { nextNumber } from './item-names';
import { changed, keptOf, leftOutOf, type NewRow, readAdded, UNCHANGED } from './items-draft';
import { withoutItem } from './remove-item';

export interface ItemsForm {
  readonly terms: TermForm;
  readonly kept: readonly ItemGroup[];
  readonly leftOut: readonly ItemGroup[];
  readonly added: readonly NewRow[];
  /** The terms of a new item. */
  entriesOf(row: NewRow): readonly TermEntry[];
  remove(item: ItemGroup): void;
  /** Brings back an item that the scenario leaves out, as Base has it. */
  restore(item: ItemGroup): void;
  add(): void;
  name(row: NewRow, item: string): void;
  discard(row: NewRow): void;
  save(): void;
}

/** The items of a section, changed together and written at once. */
export function useItemsForm(group: SectionGroup, done: () => void): ItemsForm {
  const editing = useEditing();
  const { table, scenario, culture } = editing;
  const [draft, change] = useReducer(changed, UNCHANGED);
  const terms = useTermForm(
    group.items.flatMap(({ entries }) => entries),
    editing,
    done,
  );
  const kept = keptOf(group.items, draft);

  const entriesFor = (item: string, row: NewRow): TermEntry[] =>
    group.itemDefinitions.map((definition) => {
      const entry = entryOf(table, scenario, definition, item, definition.term);
      // What was typed stays with its row, whatever the item is called by then.
      return { ...entry, key: `new ${row.id} ${definition.term}` };
    });

  const save = (): void => {
    const [definition] = group.itemDefinitions;
    const read = definition
      ? readAdded(draft, definition, kept, culture)
      : new Map<number, string | Refusal>();
    const refusals = new Map(
      [...read].filter((each): each is [number, Refusal] => each[1] instanceof Refusal),
    );
    change({ kind: 'refuse', refusals });
    if (refusals.size > 0) return;
    const fresh = draft.added.flatMap((row) => entriesFor(String(read.get(row.id) ?? row.item), row));
    const gone = group.items.filter(({ item, isThere }) => isThere && draft.removed.has(item));
    terms.save(
      [...kept.flatMap(({ entries }) => entries), ...fresh],
      gone.flatMap((each) => withoutItem(editing, each)),
    );
  };

  return {
    terms,
    kept,
    leftOut: leftOutOf(group.items, draft),
    added: draft.added,
    entriesOf: (row) => entriesFor('', row),
    remove: ({ item }) => change({ kind: 'remove', item }),
    restore: ({ item, entries }) => {
      for (const entry of entries) terms.setText(entry, '');
      change({ kind: 'restore', item });
    },
    add: () => {
      const items = [...kept, ...draft.added].map(({ item }) => item);
      change({ kind: 'add', item: group.itemKind === 'number' ? nextNumber(items) : '' });
    },
    name: ({ id }, item) => change({ kind: 'name', id, item }),
    discard: ({ id }) => change({ kind: 'discard', id }),
    save,
  };
}
