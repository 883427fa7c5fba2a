import { identityKey } from '../table/identity';
import type { EditValue } from '../entry/edit';
import { scenarioRows } from './scenario-rows';

type Block = readonly (readonly unknown[])[];

/**
 * The terms of one scenario, in one order and one spelling whatever the table's; undefined where it has no such
 * scenario. A figure depends on values and units, and the status decides how much of it is illustrative. Pins are held
 * against their hash: with another form of this text none made before could be read any more.
 */
export function canonicalTerms(block: Block, scenario: string): string | undefined {
  const said = scenarioRows(block, scenario)?.rows.map(
    ({ definition, item, term, base, own, unit, status }): [string, EditValue[]] => [
      identityKey(definition.section, item, term),
      [base, own, unit, status],
    ],
  );
  return said && JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 of the terms of one scenario, in hexadecimal; undefined where the table has no such scenario. */
export async function termsHash(block: Block, scenario: string): Promise<string | undefined> {
  const text = canonicalTerms(block, scenario);
  if (text === undefined) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
