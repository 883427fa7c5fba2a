import { Refusal } from '../../base/refusal';
import type { EditValue, TermEdit } from '../../terms/entry/edit';
import { editValueOf, newScenarioColumn } from '../../terms/entry/edit';
import { type TermPlaces, placesOf } from '../../terms/table/places';
import { identityOf } from '../../terms/catalogue/term-name';
import type { SeenEdit } from '../../workbook/terms/write-edits';

type Block = readonly (readonly unknown[])[];

/** The scenario that a lever changes. */
export interface LeverTarget {
  readonly name: string;
  /** The scenario that a new one starts as; undefined where the scenario is there. */
  readonly copyOf: string | undefined;
}

/** The scenario of the table that says what the target says before the lever moves. */
export const startOf = ({ name, copyOf }: LeverTarget): string => copyOf ?? name;

/** The table with the column of the target, before the lever moves. */
export function withTarget(values: Block, { name, copyOf }: LeverTarget): Block {
  if (copyOf === undefined) return values;
  const places = placesOf(values);
  if (places instanceof Refusal) throw new Error(places.sentence);
  const at = newScenarioColumn(places);
  return values.map((cells, row) => [
    ...cells.slice(0, at),
    row === places.header.row ? name : copied(places, cells, row, copyOf),
    ...cells.slice(at),
  ]);
}

/** A copy of Base says nothing yet, and no copy has a weight: the weights would no longer add up. */
function copied(places: TermPlaces, cells: readonly unknown[], row: number, copyOf: string): unknown {
  const from = places.column(copyOf) ?? 0;
  const isBlank = from === places.column('Base') || row === places.row(...identityOf('Scenario', 'Weight'));
  return isBlank ? '' : cells[from];
}

/**
 * The edits together with what the cells hold before them.
 * @param values the table with the column of the target
 */
export function seenIn(values: Block, edits: readonly TermEdit[]): readonly SeenEdit[] {
  const places = placesOf(values);
  if (places instanceof Refusal) throw new Error(places.sentence);
  const seen = ({ section, item, term, column }: TermEdit): EditValue => {
    const row = places.row(section, item, term);
    const at = places.column(column);
    return row === undefined || at === undefined ? null : editValueOf(values[row]?.[at]);
  };
  return edits.map((edit) => ({ ...edit, seen: seen(edit) }));
}

/** Whether the table has the row in which a scenario is described. */
export function hasDescriptions(values: Block): boolean {
  const places = placesOf(values);
  return !(places instanceof Refusal) && places.row(...identityOf('Scenario', 'Description')) !== undefined;
}
