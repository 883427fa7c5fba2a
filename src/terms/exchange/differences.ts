import { knownName, plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { type EditValue, type TermEdit, editValueOf, withEdits } from '../entry/edit';
import { PROVENANCE } from '../table/columns';
import { parseTerms } from '../table/parse';
import { type TermPlaces, placesOf } from '../table/places';
import { type Problem } from '../table/problem';
import { scenarioNameRefusal } from '../table/scenario-name';
import { isSameContent } from './cell-content';
import type { FileRow, ScenarioFile } from './scenario-file';
import { contentAt } from './table-file';

type Block = readonly (readonly unknown[])[];

/** A cell of the Terms table that a file has otherwise. */
export interface Difference extends TermEdit {
  /** What the cell holds now; null for a blank cell, and where the table has no such row or column. */
  readonly seen: EditValue;
  /** Line of the file, from 1. */
  readonly line: number;
}

export interface Differences {
  readonly edits: readonly Difference[];
  /** Scenarios of the file that the table has no column for, in the order of the file. */
  readonly newScenarios: readonly string[];
  /** Terms of the table that the file does not mention: they stay as they are. */
  readonly notInFile: number;
  /** What would be wrong with the table after all of it, in the rows that it would have then. */
  readonly problems: readonly Problem[];
}

/**
 * What importing a file would change in the Terms table: terms are matched by section, item and term, scenarios by
 * name, wherever they stand. Nothing is removed: rows and scenarios that the file does not mention stay.
 *
 * @param block the table with its header, as Excel delivers it
 */
export function differences(file: ScenarioFile, block: Block): Differences | Refusal {
  const places = placesOf(block);
  if (places instanceof Refusal) return places;
  const present = places.header.scenarios.map(({ name }) => name);
  const newScenarios = file.scenarios.filter((name) => knownName(present, name) === undefined);
  const refusal = newScenarios
    .map((name) => scenarioNameRefusal(name, present))
    .find((each) => each !== undefined);
  if (refusal) return refusal;
  const edits = file.rows.flatMap((row) => rowDifferences(row, file.scenarios, block, places));
  const { problems } = parseTerms(withEdits(withScenarios(block, places, newScenarios), edits));
  const mentioned = file.rows.filter((row) => rowOf(places, row) !== undefined).length;
  return { edits, newScenarios, notInFile: places.rows.length - mentioned, problems };
}

const rowOf = (places: TermPlaces, { definition, item, term }: FileRow): number | undefined =>
  places.row(definition.section, item, term);

function rowDifferences(
  row: FileRow,
  scenarios: readonly string[],
  block: Block,
  places: TermPlaces,
): Difference[] {
  const { definition, item, term, line } = row;
  const at = rowOf(places, row);
  return ['Base', ...scenarios, ...PROVENANCE.map((each) => each.name)].flatMap((name) => {
    const value = row.cells.get(name);
    if (value === undefined || (isProvenance(name) && places.column(name) === undefined)) return [];
    const column = places.column(name);
    const raw = at === undefined || column === undefined ? null : block[at]?.[column];
    const now = at === undefined ? null : contentAt(block, places, { row: at, definition }, name);
    if (isSameContent(now, value) && !(at === undefined && FILLED_IN_NEW_ROWS.has(name))) return [];
    return [
      {
        section: definition.section,
        item,
        term,
        column: nameIn(places, name),
        value,
        seen: editValueOf(raw),
        line,
      },
    ];
  });
}

/** New rows say something here by themselves, which a file with a blank cell does not say. */
const FILLED_IN_NEW_ROWS: ReadonlySet<string> = new Set(['Unit', 'Status', 'Note']);

const isProvenance = (name: string): boolean => PROVENANCE.some((each) => each.name === name);

/** A scenario as the table spells it. */
const nameIn = ({ header }: TermPlaces, name: string): string =>
  header.scenarios.find((scenario) => plain(scenario.name) === plain(name))?.name ?? name;

/** The columns of new scenarios are there even where they say nothing. */
function withScenarios(block: Block, places: TermPlaces, names: readonly string[]): Block {
  const at = Math.max(...places.header.scenarios.map(({ column }) => column)) + 1;
  return block.map((row, place) => [
    ...row.slice(0, at),
    ...names.map((name) => (place === places.header.row ? name : '')),
    ...row.slice(at),
  ]);
}
