import { plain } from '../../../base/nearest';
import { CATALOGUE, type SectionName, type TermDefinition } from '../../../terms/catalogue/catalogue';
import { type ItemKind, TOKEN_CLASSES } from '../../../terms/catalogue/definition';
import { termText } from '../../../terms/catalogue/documentation';
import { identityKey } from '../../../terms/table/identity';
import { type TermCell, type TermRow, UNREADABLE, hasValue } from '../../../terms/table/row';
import type { TermValue } from '../../../terms/catalogue/rule';
import type { TermsTable } from '../../../terms/table/table';
import { Decimal } from '../../../base/decimal';

/** One term of one item as the editor lists it: what Base says, and what the scenario says of its own. */
export interface TermEntry {
  readonly key: string;
  readonly definition: TermDefinition;
  readonly item: string;
  /** With its number, for a numbered family: "Month 12". */
  readonly term: string;
  readonly unit: string;
  /** None where the table leaves the term out. */
  readonly row: TermRow | undefined;
  /** The cells themselves: null for the word None, undefined for a blank one. */
  readonly base: TermCell;
  readonly own: TermCell;
  /** What holds in Base and in the scenario, defaults included; null for nothing. */
  readonly baseInForce: TermValue | null;
  readonly inForce: TermValue | null;
  readonly isDifferent: boolean;
}

/** An item of a section, such as a tranche or a tier, with the terms that the table or the catalogue has for it. */
export interface ItemGroup {
  readonly item: string;
  readonly kind: ItemKind;
  readonly entries: readonly TermEntry[];
  /** Whether the scenario has the item at all. */
  readonly isThere: boolean;
  readonly isInBase: boolean;
}

export interface SectionGroup {
  readonly section: SectionName;
  /** Terms that the section has once. */
  readonly single: readonly TermEntry[];
  /** How the items of the section are named; none where it has no items. */
  readonly itemKind: ItemKind | undefined;
  /** Terms of one item, for a new one. */
  readonly itemDefinitions: readonly TermDefinition[];
  readonly items: readonly ItemGroup[];
  readonly differences: number;
}

/** Its terms describe the scenario itself: they inherit nothing, and have a form of their own above the others. */
export const OF_THE_SCENARIO = 'Scenario';

export const SECTION_NAMES: readonly SectionName[] = [
  ...new Set(CATALOGUE.map(({ section }) => section).filter((name) => name !== OF_THE_SCENARIO)),
];

const isSingle = ({ item }: TermDefinition): boolean => item === 'none' || item === 'token class';

/** Description, weight and decision date of a scenario. */
export const ownTerms = (table: TermsTable, scenario: number): TermEntry[] =>
  CATALOGUE.filter(({ section }) => section === OF_THE_SCENARIO).map((definition) =>
    entryOf(table, scenario, definition, '', definition.term),
  );

/** All sections of the catalogue, filled with what the table says in a scenario. */
export function sectionGroups(table: TermsTable, scenario: number): SectionGroup[] {
  return SECTION_NAMES.map((section) => sectionGroup(table, scenario, section));
}

function sectionGroup(table: TermsTable, scenario: number, section: SectionName): SectionGroup {
  const definitions = CATALOGUE.filter((definition) => definition.section === section);
  const itemDefinitions = definitions.filter((definition) => !isSingle(definition));
  const single = definitions.filter(isSingle).flatMap((definition) => {
    const items = definition.item === 'none' ? [''] : TOKEN_CLASSES;
    return items.map((item) => entryOf(table, scenario, definition, item, definition.term));
  });
  const items = itemNames(table, section, itemDefinitions).map((item) =>
    itemGroup(table, scenario, itemDefinitions, item),
  );
  const entries = [...single, ...items.flatMap((group) => group.entries)];
  return {
    section,
    single,
    itemKind: itemDefinitions[0]?.item,
    itemDefinitions,
    items,
    differences: entries.filter(({ isDifferent }) => isDifferent).length,
  };
}

/** Items in the order of the model; the table's own answer holds token classes too, which are no items here. */
function itemNames(
  table: TermsTable,
  section: SectionName,
  definitions: readonly TermDefinition[],
): string[] {
  const [first] = definitions;
  if (!first) return [];
  const named = new Set(
    table.rows.filter(({ definition }) => definitions.includes(definition)).map(({ item }) => plain(item)),
  );
  return table.items(section).filter((item) => named.has(plain(item)));
}

function itemGroup(
  table: TermsTable,
  scenario: number,
  definitions: readonly TermDefinition[],
  item: string,
): ItemGroup {
  const [first] = definitions;
  const entries = definitions.flatMap((definition) =>
    termNames(table, definition, item).map((term) => entryOf(table, scenario, definition, item, term)),
  );
  return {
    item,
    kind: first?.item ?? 'name',
    entries,
    isThere: first !== undefined && table.hasItem(first, item, scenario),
    isInBase: first !== undefined && table.hasItem(first, item, 0),
  };
}

/** The term itself, or the numbered ones that the table has of a family. */
function termNames(table: TermsTable, definition: TermDefinition, item: string): string[] {
  if (!definition.term.endsWith('#')) return [definition.term];
  return table.rows
    .filter((row) => row.definition === definition && plain(row.item) === plain(item))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map(({ term }) => term);
}

/** @param term as the table names it, with its number for a family */
export function entryOf(
  table: TermsTable,
  scenario: number,
  definition: TermDefinition,
  item: string,
  term: string,
): TermEntry {
  const row = table.row(definition.section, item, term);
  const baseInForce = table.value(definition.section, item, term, 0);
  const inForce = scenario === 0 ? baseInForce : table.value(definition.section, item, term, scenario);
  const own = row?.cells[scenario];
  return {
    key: identityKey(definition.section, item, term),
    definition,
    item,
    term,
    unit: definition.unit.replace('currency', table.currency),
    row,
    base: row?.cells[0],
    own,
    baseInForce,
    inForce,
    isDifferent: scenario > 0 && own !== undefined && definition.section !== OF_THE_SCENARIO,
  };
}

export const isSameValue = (a: TermValue | null, b: TermValue | null): boolean =>
  a instanceof Decimal && b instanceof Decimal ? a.eq(b) : a === b;

/** Whether the table says anything of the term; other terms stand at their default. */
export const isListed = ({ row }: TermEntry): boolean =>
  row !== undefined && row.cells.some((cell) => cell === UNREADABLE || hasValue(cell) || cell === null);

export interface TermFilter {
  readonly search: string;
  readonly onlyDifferences: boolean;
}

/** What a filter leaves. Without a search, terms that the table leaves out stay out; a search finds them too. */
export function filtered(groups: readonly SectionGroup[], filter: TermFilter): SectionGroup[] {
  const words = plain(filter.search).split(' ').filter(Boolean);
  const isShown = (entry: TermEntry): boolean =>
    (!filter.onlyDifferences || entry.isDifferent) &&
    (words.length > 0 ? words.every((word) => haystack(entry).includes(word)) : true);
  const isFiltering = words.length > 0 || filter.onlyDifferences;
  return groups
    .map((group) => ({
      ...group,
      single: group.single.filter((entry) => isShown(entry) && (words.length > 0 || isListed(entry))),
      items: isFiltering ? group.items.filter(({ entries }) => entries.some(isShown)) : group.items,
    }))
    .filter((group) => !isFiltering || group.single.length > 0 || group.items.length > 0);
}

function haystack({ definition, item, term, unit, row }: TermEntry): string {
  const provenance = row ? [row.provenance.status ?? '', row.provenance.source, row.provenance.note] : [];
  return [definition.section, item, term, unit, termText(definition), ...provenance].join(' ').toLowerCase();
}

/** Terms of a section that the table leaves out, to be added. */
export const unlisted = (group: SectionGroup): readonly TermEntry[] =>
  group.single.filter((entry) => !isListed(entry));
