import { CATALOGUE, type SectionName, type TermDefinition } from '../catalogue/catalogue';
import { type TemplateCell, layOut } from './layout';

/** Sections that nearly every contract needs. */
const SECTIONS: ReadonlySet<SectionName> = new Set<SectionName>([
  'Model',
  'Usage',
  'Transition',
  'Reserved',
  'Burn-down',
  'Token price',
]);
const CLASSES = ['Input', 'Output'];

/** Terms to begin with beside the required ones. */
const ALSO: ReadonlySet<string> = new Set([
  'Cutover',
  'End',
  'Units',
  'Weight',
  'Price',
  'Currency',
  'Output ratio',
]);

/** The header and the rows that a first contract needs, without values; rows without an item wait for one. */
export function blank(): TemplateCell[][] {
  const listed = CATALOGUE.filter(
    ({ section, term, required }) => SECTIONS.has(section) && (required || ALSO.has(term)),
  );
  const rows = listed.flatMap((definition) =>
    itemsOf(definition).map((item) => ({ section: definition.section, item, term: definition.term })),
  );
  const [header = [], ...cells] = layOut(
    [],
    rows.map((row) => ({ ...row, base: '', scenarios: {}, source: { status: 'Illustrative' } })),
  );
  const unclaimed = new Set([header.indexOf('Unit'), header.indexOf('Status')]);
  return [header, ...cells.map((row) => row.map((cell, place) => (unclaimed.has(place) ? '' : cell)))];
}

const itemsOf = ({ item }: TermDefinition): readonly string[] => (item === 'token class' ? CLASSES : ['']);
