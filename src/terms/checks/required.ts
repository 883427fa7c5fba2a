import { CATALOGUE, type SectionName, type TermDefinition } from '../catalogue/catalogue';
import type { ScenarioView } from '../table/scenario-view';
import { allowed } from '../../base/rule';
import type { Check, Find } from './check';

const REQUIRED = CATALOGUE.filter(({ required }) => required);
/** Sections that every model needs. */
const ALWAYS: ReadonlySet<SectionName> = new Set<SectionName>(['Model']);

const requiredIn =
  (section: SectionName): Find =>
  (view) =>
    REQUIRED.filter((definition) => definition.section === section).flatMap((definition) =>
      itemsIn(view, definition)
        .filter((item) => !view.hasTerm([definition.section, item, definition.term]))
        .map((item) => {
          const { section, term, rule } = definition;
          const whose = item === '' ? section : `${section} ${item}${rowWithout(view, definition, item)}`;
          return view.problemAt(
            [section, item, term],
            `has no value: ${whose} needs one, ${allowed(rule)}. Enter it${definition.item === 'name' ? ', or clear the other rows of the item' : ''}.`,
          );
        }),
    );

/** Where an item is spoken of that has no row for the term: the first of its rows. */
function rowWithout({ table }: ScenarioView, { section, term }: TermDefinition, item: string): string {
  if (table.row(section, item, term)) return '';
  const other = table.rows.find((row) => row.definition.section === section && row.item === item);
  return other ? ` (row ${other.row})` : '';
}

/** One check for each section that requires anything. */
export const REQUIRED_CHECKS: readonly Check[] = [...new Set(REQUIRED.map(({ section }) => section))].map(
  (section) => ({ sections: [section], find: requiredIn(section) }),
);

/** The items that must have the term in this scenario, because it says something of them. */
function itemsIn(view: ScenarioView, definition: TermDefinition): readonly string[] {
  if (definition.item !== 'none') return view.itemsOf(definition);
  const { section } = definition;
  const isThere =
    ALWAYS.has(section) ||
    view.table.hasItem(definition, '', view.scenario) ||
    view.table.items(section).some((item) => view.hasTerm([section, item, 'Units']));
  return isThere ? [''] : [];
}
