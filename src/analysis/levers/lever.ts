import { cellOf } from '../../base/cell';
import { Decimal } from '../../base/decimal';
import { knownName } from '../../base/nearest';
import { orList } from '../../base/words';
import type { TermRule } from '../../terms/catalogue/definition';
import type { EditValue, TermEdit } from '../../terms/entry/edit';
import { findScenario } from '../../terms/table/find-scenario';
import { readByRule } from '../../terms/catalogue/rule';
import type { TermsTable } from '../../terms/table/table';
import { Refusal } from '../../base/refusal';
import { ScenarioTerms } from './scenario-terms';

/** Something that a lever asks before it moves. */
export interface LeverField {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly unit: string;
  /** What may be answered. */
  readonly rule: TermRule;
  /**
   * The names to choose from, where they come from the table: products, vendors, tranches.
   * @param scenario its place in the table
   */
  choices?(table: TermsTable, scenario: number): readonly string[];
  /** Beside the choices another name may be typed. */
  readonly isOpen?: boolean;
  /** What to offer as the answer; null where the table gives no hint. */
  suggested(table: TermsTable, scenario: number): EditValue;
}

export type LeverAnswers = Readonly<Record<string, EditValue>>;
export type LeverResult = readonly TermEdit[] | Refusal;

/** A question that people ask of a contract, as edits of one scenario. */
export interface Lever {
  readonly id: string;
  readonly question: string;
  /** What it does, and what it leaves alone. */
  readonly text: string;
  readonly fields: readonly LeverField[];
  /**
   * The cells to change, or a refusal that says why there is nothing to move. Answers that are left out are as suggested.
   * @param scenario the name of the column that is edited
   */
  edits(table: TermsTable, scenario: string, answers: LeverAnswers): LeverResult;
}

/** What a lever does once its answers are read. */
export interface LeverMove {
  readonly id: string;
  readonly question: string;
  readonly text: string;
  readonly fields: readonly LeverField[];
  /** Notes the changes in the terms, or refuses. */
  move(terms: ScenarioTerms, answers: Answers): Refusal | void;
}

/** A lever whose answers are checked before it moves, and whose edits change something. */
export function lever({ move, ...rest }: LeverMove): Lever {
  return {
    ...rest,
    edits(table, scenario, answers) {
      const place = findScenario(table, scenario);
      if (place instanceof Refusal) return place;
      const read = readAnswers(rest.fields, table, place, answers);
      if (read instanceof Refusal) return read;
      const terms = new ScenarioTerms(table, place);
      const refusal = move(terms, read);
      if (refusal) return refusal;
      return terms.edits.length > 0
        ? terms.edits
        : new Refusal(`${terms.name} says all of this already: no term would change.`);
    },
  };
}

/** The answers to a lever's fields, each within its rule. */
export class Answers {
  constructor(private readonly values: ReadonlyMap<string, number | string | null>) {}

  /** A number or the serial of a date; undefined where nothing was answered. */
  number(id: string): number | undefined {
    const value = this.values.get(id);
    return typeof value === 'number' ? value : undefined;
  }

  text(id: string): string {
    const value = this.values.get(id);
    return typeof value === 'string' ? value : '';
  }
}

function readAnswers(
  fields: readonly LeverField[],
  table: TermsTable,
  scenario: number,
  answers: LeverAnswers,
): Answers | Refusal {
  const values = new Map<string, number | string | null>();
  for (const field of fields) {
    const given = answers[field.id] ?? field.suggested(table, scenario);
    const read = readAnswer(field, given, table, scenario);
    if (read instanceof Refusal) return read;
    values.set(field.id, read);
  }
  return new Answers(values);
}

function readAnswer(
  field: LeverField,
  given: EditValue,
  table: TermsTable,
  scenario: number,
): number | string | null | Refusal {
  const cell = cellOf(given);
  if (cell.holds === 'blank') return null;
  const reading = readByRule(field.rule, cell);
  if (reading instanceof Refusal) return reading.at(field.label);
  if (reading instanceof Decimal) return reading.toNumber();
  const choices = field.choices?.(table, scenario);
  if (choices === undefined) return reading;
  const known = knownName(choices, reading);
  if (known !== undefined || field.isOpen) return known ?? reading;
  return new Refusal(
    choices.length === 0
      ? `${field.label} is "${reading}", and the table has none.`
      : `${field.label} is "${reading}": it must be ${orList(choices)}.`,
  );
}
