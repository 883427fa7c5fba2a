import { nearest, plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { orList } from '../../base/words';
import type { TermsTable } from './table';

/** Names offered in place of one that does not exist. */
const OFFERED = 3;

/**
 * The place of a scenario by its name, whatever its case; a blank name is Base, whose place is 0.
 *
 * @returns the place, or a refusal that offers the nearest names
 */
export function findScenario(table: TermsTable, name: string): number | Refusal {
  if (name.trim() === '') return 0;
  const place = table.scenarios.findIndex((scenario) => plain(scenario) === plain(name));
  if (place >= 0) return place;
  const offered = orList(nearest(name, table.scenarios, OFFERED));
  return new Refusal(
    `The table has no scenario "${name.trim()}". Did you mean ${offered}? A scenario is a column between Base and Low.`,
  );
}
