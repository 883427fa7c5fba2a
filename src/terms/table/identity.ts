import { dayFromIso, isoText } from '../../base/calendar';
import { type Cell, shown } from '../../base/cell';
import { isContractDay, yearRemedy } from '../../base/contract-day';
import { nearest, plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { CATALOGUE, type TermDefinition } from '../catalogue/catalogue';
import { type ItemKind, TOKEN_CLASSES } from '../catalogue/definition';
import { orList } from '../../base/words';

/** Which term of the catalogue a row holds. */
export interface Identified {
  readonly definition: TermDefinition;
  /** As the catalogue spells it; of a family, with its number: "Month 12". */
  readonly term: string;
  readonly number: number | undefined;
}

interface Section {
  readonly name: string;
  readonly definitions: TermDefinition[];
  readonly byName: Map<string, TermDefinition>;
}

const SECTIONS: ReadonlyMap<string, Section> = (() => {
  const sections = new Map<string, Section>();
  for (const definition of CATALOGUE) {
    const key = plain(definition.section);
    const found: Section = sections.get(key) ?? {
      name: definition.section,
      definitions: [],
      byName: new Map(),
    };
    found.definitions.push(definition);
    found.byName.set(plain(definition.term), definition);
    sections.set(key, found);
  }
  return sections;
})();

/** Largest number that a family or an item may carry: no horizon and no card is longer. */
export const MOST_NUMBERED = 600;

const FAMILY = /^(.*\S)\s+(\d+)$/;

const isFamily = ({ term }: TermDefinition): boolean => term.endsWith('#');

/** The term of the catalogue by section and name, whatever the case; a refusal is about the Section or the Term. */
export function identify(sectionText: string, termText: string): Identified | Refusal {
  const section = SECTIONS.get(plain(sectionText));
  if (section === undefined) {
    return new Refusal(
      `the section "${sectionText}" is unknown. Did you mean ${nearestSection(sectionText)}? The sections are ${sectionNames().join(', ')}.`,
      { about: 'Section' },
    );
  }
  const found = termOf(section, termText);
  if (found) return found;
  const elsewhere = [...SECTIONS.values()].find((other) => termOf(other, termText));
  const name = nearestTerm(section, termText);
  const hint = elsewhere
    ? `It is a term of ${elsewhere.name}; or did you mean ${name}?`
    : `Did you mean ${name}?`;
  return new Refusal(`the section ${section.name} has no term "${termText}". ${hint}`, { about: 'Term' });
}

/** The term that a row with a misspelt section or name most likely means; undefined where no guess makes one. */
export function meantTerm(sectionText: string, termText: string): Identified | undefined {
  const section = SECTIONS.get(plain(sectionText));
  if (section === undefined) {
    const near = SECTIONS.get(plain(nearestSection(sectionText)));
    return near && termOf(near, termText);
  }
  const name = nearestTerm(section, termText);
  return termOf(section, name.endsWith('#') ? '' : name);
}

const sectionNames = (): string[] => [...SECTIONS.values()].map(({ name }) => name);

const nearestSection = (text: string): string => nearest(text, sectionNames())[0] ?? '';

const nearestTerm = ({ definitions }: Section, text: string): string =>
  nearest(
    text,
    definitions.map(({ term }) => term),
  )[0] ?? '';
function termOf({ byName }: Section, text: string): Identified | undefined {
  const wanted = plain(text);
  const exact = byName.get(wanted);
  if (exact) return isFamily(exact) ? undefined : { definition: exact, term: exact.term, number: undefined };
  const numbered = FAMILY.exec(wanted);
  if (!numbered) return undefined;
  const number = Number(numbered[2]);
  const family = byName.get(`${numbered[1] ?? ''} #`);
  if (!family || number > MOST_NUMBERED) return undefined;
  return { definition: family, term: family.term.replace('#', String(number)), number };
}

/** Names stand in the ids of lines between brackets, and in patterns with a star. */
const NOT_IN_NAMES = /[[\]*]/;

const ITEM_READERS: Readonly<Record<ItemKind, (cell: Cell, definition: TermDefinition) => string | Refusal>> =
  {
    none: (cell, { section }) =>
      cell.holds === 'blank'
        ? ''
        : new Refusal(`the item is ${shown(cell)}, and this term of ${section} takes none. Clear the cell.`),
    name: (cell, { section }) => {
      const name = itemText(cell);
      if (name === undefined) {
        return new Refusal(
          `the item is ${shown(cell)}: a term of ${section} needs a name there. Enter it, the same on every row of one ${section.toLowerCase()}.`,
        );
      }
      const forbidden = NOT_IN_NAMES.exec(name);
      return forbidden
        ? new Refusal(`the item is "${name}": a name cannot hold ${forbidden[0]}. Leave that sign out.`)
        : name;
    },
    date: (cell) => {
      const day = itemDay(cell);
      return day === undefined
        ? new Refusal(
            `the item is ${shown(cell)}: it must be the date from which the row holds, as a date or as text such as 2027-01-31.${yearHint(cell)}`,
          )
        : isoText(day);
    },
    number: (cell) => {
      const text = itemText(cell) ?? '';
      const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
      return number >= 1 && number <= MOST_NUMBERED
        ? String(number)
        : new Refusal(`the item is ${shown(cell)}: it must be a whole number, from 1 to ${MOST_NUMBERED}.`);
    },
    'token class': (cell) => {
      const text = itemText(cell) ?? '';
      const found = TOKEN_CLASSES.find((name) => plain(name) === plain(text));
      if (found) return found;
      const hint = text === '' ? '' : ` Did you mean ${nearest(text, TOKEN_CLASSES)[0] ?? ''}?`;
      return new Refusal(`the item is ${shown(cell)}: it must be ${orList(TOKEN_CLASSES)}.${hint}`);
    },
  };

/** The item in its one spelling, or a refusal that lacks the place of the row, with which it begins. */
export const readItem = (definition: TermDefinition, cell: Cell): string | Refusal =>
  cell.holds === 'error'
    ? new Refusal(`the item holds the error ${cell.code}. Correct that cell first.`)
    : ITEM_READERS[definition.item](cell, definition);

function itemText(cell: Cell): string | undefined {
  if (cell.holds === 'text') return cell.value.replace(/\s+/g, ' ');
  return cell.holds === 'number' ? String(cell.value) : undefined;
}

function yearHint(cell: Cell): string {
  const remedy = cell.holds === 'text' || cell.holds === 'number' ? yearRemedy(cell.value) : undefined;
  return remedy ? ` ${remedy}` : '';
}

function itemDay(cell: Cell): number | undefined {
  const day =
    cell.holds === 'text'
      ? dayFromIso(cell.value)
      : cell.holds === 'number'
        ? Math.floor(cell.value)
        : undefined;
  return day !== undefined && isContractDay(day) ? day : undefined;
}

/** What two rows may not share; section and term as the catalogue spells them, names in any case. */
export const identityKey = (section: string, item: string, term: string): string =>
  `${section}|${item.toLowerCase()}|${term}`;

/** "Usage | Kiro | Batch share", as a person finds it in the table. */
export const identityText = (section: string, item: string, term: string): string =>
  [section, item, term].filter((part) => part !== '').join(' | ');
