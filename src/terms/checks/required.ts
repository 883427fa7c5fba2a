import { CATALOGUE } from '../catalogue';
import type { TermDefinition } from '../definition';
import type { ScenarioView } from '../scenario-view';
import { allowed } from '../rule';
import type { Check } from './check';

const REQUIRED: readonly TermDefinition[] = CATALOGUE.filter(({ required }) => required);
/** Sections that no model can do without. */
const ALWAYS: ReadonlySet<string> = new Set(['Model']);

export const requiredTerms: Check = (view) =>
  REQUIRED.flatMap((definition) =>
    itemsIn(view, definition)
      .filter((item) => !view.has(definition.section, item, definition.term))
      .map((item) => {
        const { section, term, rule } = definition;
        const whose = item === '' ? section : `${section} ${item}`;
        return view.problem(
          section,
          item,
          term,
          `has no value: ${whose} needs one, ${allowed(rule)}. Enter it${definition.item === 'name' ? ', or clear the other rows of the item' : ''}.`,
        );
      }),
  );

/** The items that must have the term in this scenario, because it says something of them. */
function itemsIn(view: ScenarioView, definition: TermDefinition): readonly string[] {
  if (definition.item !== 'none') return view.items(definition.section, definition.term);
  const { section } = definition;
  const isThere =
    ALWAYS.has(section) ||
    view.table.hasItem(definition, '', view.scenario) ||
    view.table.items(section).some((item) => view.has(section, item, 'Units'));
  return isThere ? [''] : [];
}
