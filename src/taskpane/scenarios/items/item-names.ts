import { dayFromIso, isoText } from '../../../base/calendar';
import { Decimal } from '../../../base/decimal';
import { plain } from '../../../base/nearest';
import { Refusal } from '../../../base/refusal';
import { capital } from '../../../base/words';
import type { SectionName, TermDefinition } from '../../../terms/catalogue/catalogue';
import type { ItemKind } from '../../../terms/catalogue/definition';
import { type Culture, type EntryTerm, readEntry, writeEntry } from '../../../terms/entry/entry';
import { MOST_NUMBERED, readItem } from '../../../terms/table/identity';

/** Terms of a date stand in for the item column, which the person types in the same way. */
const DAY: EntryTerm = {
  term: 'The day',
  rule: { type: 'date' },
  unit: 'date',
};

/** What the item column of a section is called. */
const HEADINGS: Readonly<Partial<Record<SectionName, string>>> = {
  Reserved: 'From',
  Counterfactual: 'From',
  'Discount tier': 'Tier',
  Commitment: 'Contract year',
  'Take-or-pay': 'Contract year',
  Usage: 'Product',
  'Growth index': 'Product',
  Seasonality: 'Product',
  'Prepaid lot': 'Lot',
};
export const itemHeading = (section: SectionName): string => HEADINGS[section] ?? section;

/** One of them, within a sentence. */
const NOUNS: Readonly<Partial<Record<SectionName, string>>> = {
  Reserved: 'unit step',
  Counterfactual: 'unit step',
  'Discount tier': 'tier',
  Commitment: 'year',
  'Take-or-pay': 'year',
  Usage: 'product',
  'Growth index': 'growth table',
  Seasonality: 'seasonal pattern',
  'Prepaid lot': 'prepaid lot',
};
export const itemNoun = (section: SectionName): string => NOUNS[section] ?? section.toLowerCase();

/** An item as it is shown: a date in the workbook's own order. */
export function itemShown(kind: ItemKind, item: string, culture: Culture): string {
  const day = kind === 'date' ? dayFromIso(item) : undefined;
  return day === undefined ? item : writeEntry(DAY, new Decimal(day), culture);
}

/** Reads the name of a new item: in the form of its kind, and one that is not there yet. */
export function readNewItem(
  definition: TermDefinition,
  text: string,
  taken: readonly string[],
  culture: Culture,
): string | Refusal {
  const heading = itemHeading(definition.section);
  const typed = text.trim();
  if (typed === '') return new Refusal(`${heading} is blank: enter ${SORTS[definition.item]}.`);
  const reading = definition.item === 'date' ? readDay(typed, culture) : readName(definition, typed);
  if (reading instanceof Refusal) return reading;
  return taken.some((item) => plain(item) === plain(reading))
    ? new Refusal(`${heading} ${typed} is in the table already: change that one, or choose another.`)
    : reading;
}

const SORTS: Readonly<Record<ItemKind, string>> = {
  none: 'nothing',
  name: 'a name',
  date: 'the date from which it holds',
  number: `a whole number from 1 to ${MOST_NUMBERED}`,
  'token class': 'a token class',
};

function readName(definition: TermDefinition, typed: string): string | Refusal {
  const item = readItem(definition, { holds: 'text', value: typed });
  return item instanceof Refusal ? new Refusal(capital(item.sentence)) : item;
}

function readDay(typed: string, culture: Culture): string | Refusal {
  const reading = readEntry(DAY, typed, culture);
  if (reading instanceof Refusal) return reading;
  return typeof reading === 'number' ? isoText(reading) : new Refusal(`"${typed}" is no date.`);
}

/** The number after the highest one that is there. */
export const nextNumber = (items: readonly string[]): string =>
  String(Math.max(0, ...items.map(Number).filter(Number.isFinite)) + 1);
