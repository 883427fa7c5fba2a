import { createContext, use } from 'react';
import { Refusal } from '../../../base/refusal';
import { type EditValue, type TermEdit, withEdits } from '../../../terms/entry/edit';
import type { Culture } from '../../../terms/entry/entry';
import { termsOf } from '../../../terms/table/memo';
import { placesOf } from '../../../terms/table/places';
import { problemText } from '../../../terms/table/problem';
import type { TermsTable } from '../../../terms/table/table';
import { editValueOf } from '../../../workbook/terms/write-edits';
import type { TermEntry } from './term-groups';

/** The scenario that is being edited. */
export interface Editing {
  /** The cells of the Terms table with its header. */
  readonly values: readonly (readonly unknown[])[];
  readonly table: TermsTable;
  /** Its place in the table; 0 is Base. */
  readonly scenario: number;
  /** The header of its column. */
  readonly column: string;
  readonly culture: Culture;
  /** Base is locked until somebody unlocks it. */
  readonly isLocked: boolean;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (!editing) throw new Error('A term is edited within a scenario.');
  return editing;
}

/** What stands in the cell of a term in the edited column; null for a blank cell and for a row that is not there. */
export function seenValue({ values, column }: Editing, { definition, item, term }: TermEntry): EditValue {
  const places = placesOf(values);
  if (places instanceof Refusal) return null;
  const row = places.row(definition.section, item, term);
  const at = places.column(column);
  return row === undefined || at === undefined ? null : editValueOf(values[row]?.[at]);
}

const MOST_SAID = 3;

/** What the table would say against the edits that it does not say already; undefined where nothing. */
export function newProblems(
  values: readonly (readonly unknown[])[],
  edits: readonly TermEdit[],
): string | undefined {
  const known = new Set(termsOf(values).problems.map(({ sentence }) => sentence));
  const found = termsOf(withEdits(values, edits)).problems.filter(({ sentence }) => !known.has(sentence));
  return found.length === 0
    ? undefined
    : `Not written, because the table would not hold together. ${problemText(found, MOST_SAID)}`;
}
