import { type TermChange, changesOf } from '../../analysis/edit-statement';
import { Refusal } from '../../base/refusal';
import type { Lever, LeverAnswers } from '../../analysis/levers/lever';
import { findScenario } from '../../terms/table/find-scenario';
import { withEdits, type TermEdit } from '../../terms/entry/edit';
import { termsOf } from '../../terms/table/memo';
import { problemText } from '../../terms/table/problem';
import type { TermsTable } from '../../terms/table/table';
import type { SeenEdit } from '../../workbook/terms/write-edits';
import { type LeverTarget, hasDescriptions, seenIn, startOf, withTarget } from './lever-target';

/** What a lever would do to the table, before anything is written. */
export interface LeverPreview {
  readonly changes: readonly TermChange[];
  readonly edits: readonly SeenEdit[];
  /** The table as it would be. */
  readonly table: TermsTable;
  /** Places of the scenario: as it is in the table, and as it would be. */
  readonly before: number;
  readonly after: number;
}

interface Question {
  readonly lever: Lever;
  readonly answers: LeverAnswers;
  readonly target: LeverTarget;
  /** What a new scenario says of itself. */
  readonly description: string;
}

const MOST_SAID = 3;

/**
 * @param values the cells of the table
 * @returns what would change, or why nothing can
 */
export function previewLever(
  values: readonly (readonly unknown[])[],
  table: TermsTable,
  { lever, answers, target, description }: Question,
): LeverPreview | Refusal {
  const start = startOf(target);
  const before = findScenario(table, start);
  if (before instanceof Refusal) return before;
  // A new scenario says what the one says that it starts as, which therefore answers for it.
  const asked = lever.edits(table, start, answers);
  if (asked instanceof Refusal) return asked;
  const described: TermEdit[] =
    target.copyOf !== undefined && hasDescriptions(values)
      ? [{ section: 'Scenario', item: '', term: 'Description', column: target.name, value: description }]
      : [];
  const edits = [...asked.map((edit) => ({ ...edit, column: target.name })), ...described];
  const block = withTarget(values, target);
  const changed = termsOf(withEdits(block, edits));
  if (!changed.table) {
    return new Refusal(
      `This cannot be done, because the table would not hold together. ${problemText(changed.problems, MOST_SAID)}`,
    );
  }
  const after = findScenario(changed.table, target.name);
  if (after instanceof Refusal) return after;
  return {
    changes: changesOf(table, asked),
    edits: seenIn(block, edits),
    table: changed.table,
    before,
    after,
  };
}
