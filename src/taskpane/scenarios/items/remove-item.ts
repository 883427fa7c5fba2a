import type { SeenEdit } from '../../../workbook/terms/write-edits';
import { type Editing, seenValue } from '../terms/editing';
import { NONE } from '../terms/term-draft';
import type { ItemGroup, TermEntry } from '../terms/term-groups';

const edit = (editing: Editing, entry: TermEntry, value: string | null): SeenEdit => ({
  section: entry.definition.section,
  item: entry.item,
  term: entry.term,
  column: editing.column,
  value,
  seen: seenValue(editing, entry),
});

const clear = (editing: Editing, { entries }: ItemGroup): SeenEdit[] =>
  entries.filter(({ own }) => own !== undefined).map((entry) => edit(editing, entry, null));

/**
 * The edits that leave an item out of the scenario. What Base has is denied with the word None, in one required term
 * where that speaks for the whole item; what only the scenario has is cleared.
 */
export function withoutItem(editing: Editing, group: ItemGroup): SeenEdit[] {
  if (editing.scenario === 0 || !group.isInBase) return clear(editing, group);
  const required =
    group.kind === 'name' ? group.entries.find(({ definition }) => definition.required === true) : undefined;
  const denied = required ? [required] : group.entries.filter(({ inForce, row }) => row && inForce !== null);
  const cleared = group.entries.filter((entry) => entry.own !== undefined && !denied.includes(entry));
  return [
    ...denied.map((entry) => edit(editing, entry, NONE)),
    ...cleared.map((entry) => edit(editing, entry, null)),
  ];
}

/** The edits that let an item inherit Base again. */
export const backToBase = (editing: Editing, group: ItemGroup): SeenEdit[] => clear(editing, group);
