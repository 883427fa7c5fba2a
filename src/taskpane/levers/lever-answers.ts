import { decimalFromCell } from '../../base/decimal';
import { Refusal } from '../../base/refusal';
import type { Lever, LeverField } from '../../analysis/levers/lever';
import type { EditValue } from '../../terms/entry/edit';
import { type Culture, readEntry, writeEntry } from '../../terms/entry/entry';
import type { TermsTable } from '../../terms/table/table';

/** What was typed, by the id of the field; a field that nobody has touched is not there. */
export type LeverTexts = Readonly<Record<string, string>>;

export interface ReadAnswers {
  readonly answers: Readonly<Record<string, EditValue>>;
  /** Why an answer is not taken, by the id of its field. */
  readonly refusals: Readonly<Record<string, string>>;
}

const asTerm = ({ label, rule, unit }: LeverField) => ({ term: label, rule, unit });

/** The answer that the table suggests, as it would be typed; nothing where it suggests none. */
export function suggestedText(
  field: LeverField,
  table: TermsTable,
  scenario: number,
  culture: Culture,
): string {
  const suggested = field.suggested(table, scenario);
  if (suggested === null || typeof suggested === 'string') return suggested ?? '';
  return writeEntry(asTerm(field), decimalFromCell(suggested), culture);
}

/**
 * Reads the answers. A field that is empty takes what the table suggests.
 * @param scenario the place of the scenario that the lever starts from
 */
export function readLeverAnswers(
  { fields }: Lever,
  texts: LeverTexts,
  table: TermsTable,
  scenario: number,
  culture: Culture,
): ReadAnswers {
  const answers: Record<string, EditValue> = {};
  const refusals: Record<string, string> = {};
  for (const field of fields) {
    const text = texts[field.id]?.trim() ?? '';
    const reading = readEntry(asTerm(field), text, culture);
    if (reading instanceof Refusal) refusals[field.id] = reading.sentence;
    else answers[field.id] = reading ?? field.suggested(table, scenario);
  }
  return { answers, refusals };
}

/** "What if the cutover moves? Months later 6, …. Starts as Base." */
export function describeLever(
  { question, fields }: Lever,
  { answers }: ReadAnswers,
  copyOf: string,
  culture: Culture,
): string {
  const said = fields.flatMap((field) => {
    const answer = answers[field.id] ?? null;
    if (answer === null) return [];
    const entry =
      typeof answer === 'string' ? answer : writeEntry(asTerm(field), decimalFromCell(answer), culture);
    return [`${field.label}: ${entry}`];
  });
  return [question, said.length === 0 ? '' : `${said.join('; ')}.`, `Starts as ${copyOf}.`]
    .filter((part) => part !== '')
    .join(' ');
}
