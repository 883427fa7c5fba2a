import type { EditValue, TermEdit } from '../../terms/entry/edit';
import { INVARIANT, type Culture, writeEntry } from '../../terms/entry/entry';
import { identify, identityText } from '../../terms/table/identity';
import { decimalFromCell } from '../../base/decimal';
import { Refusal } from '../../base/refusal';
import { placesOf } from '../../terms/table/places';
import { done, type Done } from '../step-outcome';
import { type Turn, runInTurn } from './in-turn';
import { type Conflict, type EditPlan, type FormulaCell, type SeenEdit, planEdits } from './edit-plan';
import { writeGuarded } from './guarded-write';
import { applyLook, loadLook, loadStyles } from './looks';
import { type LocatedTerms, NO_TABLE, locateTerms, protectedSentence } from './terms-sheet';

export { editValueOf } from '../../terms/entry/edit';
export { type Conflict, type FormulaCell, type SeenEdit } from './edit-plan';

/** What came of writing cells: all of them are written, or none. */
export type WriteOutcome =
  | (Done & { readonly written: number })
  /** Cells hold something else than the person saw. */
  | { readonly kind: 'changed'; readonly sentence: string; readonly conflicts: readonly Conflict[] }
  /** Cells hold a formula, which a second call may replace after the person has said so. */
  | { readonly kind: 'formulas'; readonly sentence: string; readonly formulas: readonly FormulaCell[] }
  | Refusal;

export interface WriteOptions {
  /** The person has agreed that formulas are replaced by values. */
  readonly replaceFormulas?: boolean;
  /** For the report. */
  readonly culture?: Culture;
  /** Left out, a batch of its own. */
  readonly turn?: Turn;
}

/**
 * Writes cells of the Terms table, all or none, as one step of undo. The table is read again first: rows are found by
 * section, item and term, columns by their header, and where a cell no longer holds what the person saw, nothing is
 * written. A term without a row gets one, below the rows of its item or section.
 */
export function writeEdits(edits: readonly SeenEdit[], options: WriteOptions = {}): Promise<WriteOutcome> {
  return (options.turn ?? runInTurn)(async (context) => {
    const located = await locateTerms(context);
    if (!located) return new Refusal(NO_TABLE);
    const places = placesOf(located.values);
    if (places instanceof Refusal) return places;
    const plan = planEdits(located, places, edits);
    if (plan instanceof Refusal) return plan;
    const { culture = INVARIANT, replaceFormulas = false } = options;
    const [conflict] = plan.conflicts;
    if (conflict) return changed(conflict, plan.conflicts, culture);
    const [formula] = plan.formulas;
    if (formula && !replaceFormulas) {
      return { kind: 'formulas', sentence: formulaSentence(formula), formulas: plan.formulas };
    }
    if (plan.rows.length > 0 && !located.table) {
      return new Refusal(
        'The name Terms stands for plain cells, which do not grow by themselves: insert the row by hand, or make the cells a table (Ctrl+T) called TermsTable.',
      );
    }
    if (located.isProtected && (await isLocked(context, located, plan))) {
      return new Refusal(protectedSentence(located));
    }
    context.application.suspendApiCalculationUntilNextSync();
    const guarded = writeGuarded(located.range, places.header.row, plan.cells);
    await context.sync();
    const overtaken = guarded.overtaken();
    const [quicker] = overtaken;
    if (quicker) {
      guarded.putBack();
      await context.sync();
      return changed(quicker, overtaken, culture);
    }
    if (plan.rows.length > 0) {
      await addRows(context, located, plan.rows);
    }
    return { ...done(writtenSentence(edits, culture)), written: edits.length };
  });
}

const changed = (first: Conflict, conflicts: readonly Conflict[], culture: Culture): WriteOutcome => ({
  kind: 'changed',
  sentence: conflictSentence(first, culture),
  conflicts,
});

/** Of a protected sheet some cells may be open; rows cannot be added to a table on one. */
async function isLocked(
  context: Excel.RequestContext,
  { range }: LocatedTerms,
  { cells, rows }: EditPlan,
): Promise<boolean> {
  if (rows.length > 0) return true;
  const protections = cells.map(({ row, column }) =>
    range.getCell(row, column).format.protection.load('locked'),
  );
  await context.sync();
  return protections.some(({ locked }) => locked);
}

/** New rows look like the row above them. */
async function addRows(
  context: Excel.RequestContext,
  { table, range, values }: LocatedTerms,
  rows: EditPlan['rows'],
): Promise<void> {
  if (!table) return;
  const width = values[0]?.length ?? 1;
  const looks = rows.map(({ below }) =>
    Array.from({ length: width }, (_none, column) => loadLook(range.getCell(below, column))),
  );
  await context.sync();
  const styles = loadStyles(context, looks.flat());
  if (styles.size > 0) await context.sync();
  for (const [place, { below, cells, numberFormats }] of rows.entries()) {
    // Below the header stands row 0 of the table; below its last row is its end.
    const isLast = below === values.length - 1;
    table.rows.add(
      isLast ? undefined : below,
      cells.map((row) => [...row]),
    );
    const first = table.getDataBodyRange().getCell(below, 0);
    // Below the header there is no row to look like.
    for (const [column, look] of below === 0 ? [] : (looks[place] ?? []).entries()) {
      applyLook(first.getOffsetRange(0, column).getResizedRange(cells.length - 1, 0), look, styles);
    }
    first.getResizedRange(cells.length - 1, width - 1).numberFormat = numberFormats.map((row) => [...row]);
  }
  await context.sync();
}

function conflictSentence({ edit, found }: Conflict, culture: Culture): string {
  const text = (value: EditValue): string => valueText(edit, value, culture);
  return `${nameOf(edit)} in ${edit.column} was changed meanwhile: it was ${text(edit.seen)} and is now ${text(found)}; yours is ${text(edit.value)}. Nothing was written. Keep theirs, or enter yours again.`;
}

const formulaSentence = ({ edit, formula }: FormulaCell): string =>
  `${nameOf(edit)} in ${edit.column} comes out of the formula ${formula}. Nothing was written. Change the formula in the sheet, or replace it by the value.`;

/** More than so many are not named one by one. */
const MOST_NAMED = 4;

function writtenSentence(edits: readonly TermEdit[], culture: Culture): string {
  const [first] = edits;
  if (!first) return 'There was nothing to write.';
  if (edits.length === 1) {
    return first.value === null
      ? `${nameOf(first)} in ${first.column} is blank now.`
      : `${nameOf(first)} in ${first.column} is now ${valueText(first, first.value, culture)}.`;
  }
  const names = edits.map(nameOf);
  return names.length <= MOST_NAMED
    ? `Wrote ${names.join(', ')} in ${first.column}.`
    : `Wrote ${names.length} cells in ${first.column}.`;
}

const nameOf = ({ section, item, term }: TermEdit): string => identityText(section, item, term);

function valueText({ section, term }: TermEdit, value: EditValue, culture: Culture): string {
  if (value === null) return 'blank';
  const found = identify(section, term);
  if (typeof value === 'string' || found instanceof Refusal) return String(value);
  return writeEntry(found.definition, decimalFromCell(value), culture);
}
