import type { TermRule } from '../../terms/definition';
import type { EditValue, TermEdit } from '../../terms/edit';
import type { TermsTable } from '../../terms/table';

/** Something that a lever asks before it moves. */
export interface LeverField {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly unit: string;
  /** What may be answered; for a choice that depends on the table, see `choices`. */
  readonly rule: TermRule;
  /** The names to choose from, where they come from the table: products, vendors, tranches. */
  choices?(table: TermsTable, scenario: number): readonly string[];
  /** What to offer as the answer. */
  suggested(table: TermsTable, scenario: number): EditValue;
}

export type LeverAnswers = Readonly<Record<string, EditValue>>;
export type LeverResult = readonly TermEdit[] | { readonly refusal: string };

/** A question that people ask of a contract, as edits of one scenario. */
export interface Lever {
  readonly id: string;
  /** "What if the cutover moves?" */
  readonly question: string;
  /** What it does, and what it leaves alone, in a sentence. */
  readonly text: string;
  readonly fields: readonly LeverField[];
  /**
   * The cells to change, or a sentence on why there is nothing to move. Answers that are left out are as suggested.
   * @param scenario the name of the column that is edited
   */
  edits(table: TermsTable, scenario: string, answers: LeverAnswers): LeverResult;
}

export const isRefusal = (result: LeverResult): result is { readonly refusal: string } => 'refusal' in result;
