import { knownName } from '../../calc/nearest';
import { identityKey } from '../identity';
import { placesOf } from '../places';
import type { EditValue } from '../edit';
import { contentAt } from './table-file';

type Block = readonly (readonly unknown[])[];

/** What a figure depends on: values and units; the status decides how much of it is illustrative. */
const COUNTED = ['Unit', 'Status'];

/** The terms of one scenario, in one order and one spelling whatever the table's; undefined where it has no such scenario. */
export function canonicalTerms(block: Block, scenario: string): string | undefined {
  const places = placesOf(block);
  if ('refusal' in places) return undefined;
  const name = knownName(
    places.header.scenarios.map((column) => column.name),
    scenario,
  );
  if (name === undefined) return undefined;
  const rows = places.rows.map(({ row, definition, item, term }): [string, EditValue[]] => {
    const own = contentAt(block, places, { row, definition }, name);
    const base = contentAt(block, places, { row, definition }, 'Base');
    const others = COUNTED.map((column) => contentAt(block, places, { row, definition }, column));
    return [identityKey(definition.section, item, term), [base, own, ...others]];
  });
  // Rows without a value say nothing.
  const said = rows.filter(([, [base, own]]) => base !== null || own !== null);
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 of the terms of one scenario, in hexadecimal; undefined where the table has no such scenario. */
export async function termsHash(block: Block, scenario: string): Promise<string | undefined> {
  const text = canonicalTerms(block, scenario);
  if (text === undefined) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
