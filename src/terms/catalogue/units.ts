import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import type { TermDefinition } from './catalogue';
import { orList } from '../../base/words';

/** The units that a row may name, the currency written out. */
export function unitsOf({ unit, alsoUnits = [] }: TermDefinition, currency: string): string[] {
  const general = [unit, ...alsoUnits];
  const own = general.map((name) => name.replace('currency', currency));
  return [...new Set([...own, ...general])];
}

/** What is wrong with a unit; nothing where it is one of the term's. The refusal lacks the place of the cell. */
export function unitRefusal(definition: TermDefinition, text: string, currency: string): Refusal | undefined {
  const units = unitsOf(definition, currency);
  if (units.some((unit) => plain(unit) === plain(text))) return undefined;
  const names = units.filter((unit) => !unit.includes('currency') || currency === 'currency');
  return new Refusal(
    `is "${text}": the unit of this term is ${orList(names)}. Convert the values and correct the unit, or clear the cell.`,
  );
}
