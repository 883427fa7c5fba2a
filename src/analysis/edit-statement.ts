import { plain } from '../base/nearest';
import { decimalFromCell } from '../base/decimal';
import type { TermDefinition } from '../terms/catalogue/catalogue';
import type { EditValue, TermEdit } from '../terms/entry/edit';
import { type Culture, INVARIANT, writeEntry } from '../terms/entry/entry';
import { identityText } from '../terms/table/identity';
import type { TermValue } from '../terms/catalogue/rule';
import type { TermsTable } from '../terms/table/table';

/** What one edit changes in the scenario that it is made in. */
export interface TermChange {
  readonly edit: TermEdit;
  readonly definition: TermDefinition;
  /** "Transition | Cutover". */
  readonly name: string;
  readonly unit: string;
  /** What holds before and after; null for no value. */
  readonly before: TermValue | null;
  readonly after: TermValue | null;
  /** The scenario inherits Base from now on. */
  readonly inherits: boolean;
  /** The table has no row for the term yet. */
  readonly isNew: boolean;
}

/** What edits change, before they are written: the terms, what holds now and what will hold. */
export function changesOf(table: TermsTable, edits: readonly TermEdit[]): readonly TermChange[] {
  return edits.map((edit) => {
    const { section, item, term } = edit;
    const scenario = table.scenarios.findIndex((name) => plain(name) === plain(edit.column));
    const { definition } = table.definition(section, term);
    const base = table.given(section, item, term, 0);
    return {
      edit,
      definition,
      name: identityText(section, item, term),
      unit: table.reference(section, item, term).unit,
      before: scenario < 0 ? base : table.given(section, item, term, scenario),
      after: edit.value === null && scenario !== 0 ? base : valueOf(edit.value),
      inherits: edit.value === null && scenario !== 0,
      isNew: table.row(section, item, term) === undefined,
    };
  });
}

/** "Transition | Cutover: 2027-01-01 → 2027-07-01". */
export function changeText(change: TermChange, culture: Culture = INVARIANT): string {
  const { definition, name, unit, before, after, inherits } = change;
  const text = (value: TermValue | null): string => {
    if (value === null) return 'none';
    const entry = writeEntry(definition, value, culture);
    return WITHOUT_UNIT.has(unit) ? entry : `${entry} ${unit}`;
  };
  return `${name}: ${text(before)} → ${text(after)}${inherits ? ' (as Base)' : ''}`;
}

/** Units that the value's own text shows. */
const WITHOUT_UNIT: ReadonlySet<string> = new Set(['date', 'choice', 'text', 'share', 'factor']);

function valueOf(value: EditValue): TermValue | null {
  if (value === null) return null;
  if (typeof value === 'number') return decimalFromCell(value);
  return plain(value) === 'none' ? null : value;
}
