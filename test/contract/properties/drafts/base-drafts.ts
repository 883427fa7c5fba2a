import { ContractPool } from '../contract-pool';
import { shortDrafts } from './contract-arbitrary';
import { onlyBase, withValue } from './draft-changes';
import type { Cell, Draft, Row, Variation } from './draft';

export const bases = new ContractPool(shortDrafts.map(onlyBase));
export const valueIn = (draft: Draft, section: string, term: string): Cell =>
  draft.rows.find((row) => row.section === section && row.item === '' && row.term === term)?.cells[0] ?? '';
export const startOf = (draft: Draft): number => Number(valueIn(draft, 'Model', 'Start'));
export const ofSection =
  (...names: string[]) =>
  (row: Row): boolean =>
    names.includes(row.section);
export const isPrice = (row: Row): boolean => row.section === 'Token price' && row.item !== '';

export function byOf({ by }: Draft): Variation {
  if (!by) throw new Error('The table has no variation.');
  return by;
}

/** A base with values of its own for some terms. */
export const withTerms = (draft: Draft, terms: readonly (readonly [string, string, string, Cell])[]): Draft =>
  terms.reduce(
    (result, [section, item, term, value]) => withValue(result, section, item, term, value),
    draft,
  );
