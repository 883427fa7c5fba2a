import { cellOf } from '../../calc/cell';
import { decimalFromCell } from '../../calc/decimal';
import { plain } from '../../calc/nearest';
import { type EditValue, type TermEdit, newRow, rowAfter } from '../../terms/edit';
import { identityText } from '../../terms/identity';
import { placesOf } from '../../terms/places';
import { runBatch } from '../excel-batch';
import { NO_TABLE, locateTerms } from './terms-sheet';

/** A change together with what the person saw in the cell when deciding on it. */
export interface SeenEdit extends TermEdit {
  /** null for a blank cell, and for a row that the table did not have. */
  readonly seen: EditValue;
}

/** A cell that somebody else has changed meanwhile. */
export interface Conflict {
  readonly edit: SeenEdit;
  /** What the cell holds now. */
  readonly found: EditValue;
}

export type WriteReport =
  | { readonly done: true; readonly sentence: string; readonly written: number }
  | { readonly done: false; readonly sentence: string; readonly conflicts: readonly Conflict[] };

/**
 * Writes cells of the Terms table, all or none. The table is read again first: rows are found by section, item and
 * term, columns by their header, and a cell that no longer holds what the person saw is left alone.
 */
export function writeEdits(edits: readonly SeenEdit[]): Promise<WriteReport> {
  return runBatch(async (context) => {
    const located = await locateTerms(context);
    if (!located) return { done: false, sentence: NO_TABLE, conflicts: [] };
    const { range } = located;
    const block = range.values;
    const places = placesOf(block);
    if ('refusal' in places) return { done: false, sentence: places.refusal, conflicts: [] };
    const conflicts: Conflict[] = [];
    for (const edit of edits) {
      const column = places.column(edit.column);
      if (column === undefined) {
        return {
          done: false,
          sentence: `The table has no column ${edit.column} any more. Choose another scenario.`,
          conflicts: [],
        };
      }
      const row = places.row(edit.section, edit.item, edit.term);
      const found = editValueOf(row === undefined ? null : block[row]?.[column]);
      if (!isSameValue(found, edit.seen)) conflicts.push({ edit, found });
    }
    const [first] = conflicts;
    if (first) return { done: false, sentence: conflictSentence(first), conflicts };
    for (const edit of edits) {
      const column = places.column(edit.column) ?? 0;
      const row = places.row(edit.section, edit.item, edit.term);
      if (row !== undefined) range.getCell(row, column).values = [[edit.value ?? '']];
      else {
        const added = newRow(block, places, edit);
        added[column] = edit.value ?? '';
        located.table?.rows.add(rowAfter(places, edit.section, edit.item) - places.header.row, [added]);
      }
    }
    await context.sync();
    return { done: true, sentence: writtenSentence(edits), written: edits.length };
  });
}

/** What a cell holds, as an edit would write it. */
export function editValueOf(raw: unknown): EditValue {
  const cell = cellOf(raw);
  if (cell.holds === 'number' || cell.holds === 'text') return cell.value;
  return cell.holds === 'blank' ? null : String(raw);
}

function isSameValue(a: EditValue, b: EditValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return decimalFromCell(a).eq(decimalFromCell(b));
  return typeof a === 'string' && typeof b === 'string' ? plain(a) === plain(b) : a === b;
}

const valueText = (value: EditValue): string => (value === null ? 'blank' : String(value));

function conflictSentence({ edit, found }: Conflict): string {
  const name = identityText(edit.section, edit.item, edit.term);
  return `${name} in ${edit.column} was changed meanwhile: it was ${valueText(edit.seen)} and is now ${valueText(found)}; yours is ${valueText(edit.value)}. Nothing was written. Keep theirs, or enter yours again.`;
}

function writtenSentence(edits: readonly TermEdit[]): string {
  const [first] = edits;
  if (!first) return 'There was nothing to write.';
  const name = identityText(first.section, first.item, first.term);
  return edits.length === 1
    ? `${name} in ${first.column} is now ${valueText(first.value)}.`
    : `${edits.length} cells of ${first.column} were written.`;
}
