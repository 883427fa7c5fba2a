import { Refusal } from '../../../base/refusal';
import type { TermDefinition } from '../../../terms/catalogue/catalogue';
import type { Culture } from '../../../terms/entry/entry';
import type { ItemGroup } from '../terms/term-groups';
import { readNewItem } from './item-names';

/** An item that is yet to be written. */
export interface NewRow {
  /** Stays when other rows go. */
  readonly id: number;
  /** Its number or its day, as it was typed. */
  readonly item: string;
  readonly refusal: string | undefined;
}

/** What a person has done to the items of a section, before any of it is written. */
export interface ItemsDraft {
  readonly removed: ReadonlySet<string>;
  /** Left out by the scenario, and to be there again. */
  readonly restored: ReadonlySet<string>;
  readonly added: readonly NewRow[];
  /** The highest id that a row has had: what was typed into a row that is gone must not come back in the next. */
  readonly lastId: number;
}

export const UNCHANGED: ItemsDraft = { removed: new Set(), restored: new Set(), added: [], lastId: 0 };

export type ItemsAction =
  | { readonly kind: 'remove' | 'restore' | 'add'; readonly item: string }
  | { readonly kind: 'name'; readonly id: number; readonly item: string }
  | { readonly kind: 'discard'; readonly id: number }
  | { readonly kind: 'refuse'; readonly refusals: ReadonlyMap<number, Refusal> };

const withItem = (items: ReadonlySet<string>, item: string): ReadonlySet<string> => new Set([...items, item]);
const withoutItem = (items: ReadonlySet<string>, item: string): ReadonlySet<string> =>
  new Set([...items].filter((each) => each !== item));

export function changed(draft: ItemsDraft, action: ItemsAction): ItemsDraft {
  const { removed, restored, added, lastId } = draft;
  switch (action.kind) {
    case 'remove':
      return {
        ...draft,
        removed: withItem(removed, action.item),
        restored: withoutItem(restored, action.item),
      };
    case 'restore':
      return {
        ...draft,
        removed: withoutItem(removed, action.item),
        restored: withItem(restored, action.item),
      };
    case 'add':
      return {
        ...draft,
        added: [...added, { id: lastId + 1, item: action.item, refusal: undefined }],
        lastId: lastId + 1,
      };
    case 'name':
      return {
        ...draft,
        added: added.map((row) =>
          row.id === action.id ? { ...row, item: action.item, refusal: undefined } : row,
        ),
      };
    case 'discard':
      return { ...draft, added: added.filter(({ id }) => id !== action.id) };
    case 'refuse':
      return {
        ...draft,
        added: added.map((row) => ({ ...row, refusal: action.refusals.get(row.id)?.sentence })),
      };
  }
}

type There = Pick<ItemGroup, 'item' | 'isThere'>;

/** The items that will be there, besides the new ones. */
export const keptOf = <Item extends There>(
  items: readonly Item[],
  { removed, restored }: ItemsDraft,
): Item[] => items.filter(({ item, isThere }) => (isThere || restored.has(item)) && !removed.has(item));

/** The items that the scenario leaves out as the table stands, and that can be brought back. */
export const leftOutOf = <Item extends There>(items: readonly Item[], { restored }: ItemsDraft): Item[] =>
  items.filter(({ item, isThere }) => !isThere && !restored.has(item));

/** The new items by the id of their row, each in the form of the table or refused. */
export function readAdded(
  { added }: ItemsDraft,
  definition: TermDefinition,
  kept: readonly There[],
  culture: Culture,
): Map<number, string | Refusal> {
  const taken = kept.map(({ item }) => item);
  const read = new Map<number, string | Refusal>();
  for (const row of added) {
    const reading = readNewItem(definition, row.item, taken, culture);
    read.set(row.id, reading);
    if (!(reading instanceof Refusal)) taken.push(reading);
  }
  return read;
}
