import { knownName } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import type { TermDefinition } from '../catalogue/catalogue';
import type { EditValue } from '../entry/edit';
import { placesOf } from '../table/places';
import { contentAt } from './table-file';

type Block = readonly (readonly unknown[])[];

/** What a table says of one term in Base and in one scenario, in one spelling whatever the table's. */
export interface ScenarioRow {
  readonly definition: TermDefinition;
  /** A date as ISO text; blank where the section takes none. */
  readonly item: string;
  readonly term: string;
  readonly base: EditValue;
  /** The scenario's own cell; for Base the same as `base`. */
  readonly own: EditValue;
  readonly unit: EditValue;
  readonly status: EditValue;
}

export interface ScenarioRows {
  /** As the table spells it. */
  readonly scenario: string;
  readonly rows: readonly ScenarioRow[];
}

/** The rows that say something of a scenario, in the order of the table; undefined where it has no such scenario. */
export function scenarioRows(block: Block, wanted: string): ScenarioRows | undefined {
  const places = placesOf(block);
  if (places instanceof Refusal) return undefined;
  const scenario = knownName(
    places.header.scenarios.map(({ name }) => name),
    wanted,
  );
  if (scenario === undefined) return undefined;
  const rows = places.rows.map((row): ScenarioRow => {
    const { definition, item, term } = row;
    const content = (column: string): EditValue => contentAt(block, places, row, column);
    return {
      definition,
      item,
      term,
      base: content('Base'),
      own: content(scenario),
      unit: content('Unit'),
      status: content('Status'),
    };
  });
  return { scenario, rows: rows.filter(({ base, own }) => base !== null || own !== null) };
}

/** What holds in the scenario: its own cell, or Base where that is blank. What a table says of a scenario itself is not inherited. */
export const inForceIn = ({ definition, base, own }: ScenarioRow): EditValue =>
  own === null && definition.section !== 'Scenario' ? base : own;
