import type { ItemKind, TermFacts, TermRule } from '../definition';

/** The rules and the shorthand that the sections of the catalogue are written in. */
export const SHARE: TermRule = { type: 'share', min: 0, max: 1 };
export const AMOUNT: TermRule = { type: 'number', min: 0 };
export const ABOVE_ZERO: TermRule = { type: 'number', above: 0 };
export const DATE: TermRule = { type: 'date' };
export const TEXT: TermRule = { type: 'text' };
export const choice = <const Choices extends readonly string[]>(...choices: Choices) =>
  ({ type: 'choice', choices }) as const;

/** A row with its place, each with the names that it was written with: the catalogue's types come from them. */
type Placed<Section extends string, Item extends ItemKind, Each> = Each extends TermFacts
  ? { readonly section: Section; readonly item: Item } & Each
  : never;

export const section = <
  const Section extends string,
  const Item extends ItemKind,
  const Rows extends readonly TermFacts[],
>(
  name: Section,
  item: Item,
  rows: Rows,
): readonly Placed<Section, Item, Rows[number]>[] =>
  rows.map((row) => ({ section: name, item, ...row }) as Placed<Section, Item, Rows[number]>);
