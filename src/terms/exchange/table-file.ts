import { shown, cellOf } from '../../base/cell';
import { Refusal } from '../../base/refusal';
import { PROVENANCE } from '../table/columns';
import { parseTerms } from '../table/parse';
import { type PlacedRow, type TermPlaces, placesOf } from '../table/places';
import { problemText } from '../table/problem';
import type { EditValue } from '../entry/edit';
import { readContent } from './cell-content';
import type { FileRow, ScenarioFile } from './scenario-file';

type Block = readonly (readonly unknown[])[];

/**
 * What a file says of a Terms table: every term with its values in Base and in the scenarios asked for.
 *
 * @param block the table with its header, as Excel delivers it
 * @param wanted names of scenarios; all of them where missing. Base always comes along, since scenarios inherit it.
 * @returns a refusal where something is wrong with the table: a file would carry it on
 */
export function fileOf(block: Block, wanted?: readonly string[]): ScenarioFile | Refusal {
  const { problems } = parseTerms(block);
  if (problems.length > 0) return new Refusal(problemText(problems));
  const places = placesOf(block);
  if (places instanceof Refusal) return places;
  const scenarios = places.header.scenarios
    .slice(1)
    .map(({ name }) => name)
    .filter((name) => wanted?.includes(name) ?? true);
  const columns = ['Base', ...scenarios, ...PROVENANCE.map(({ name }) => name)].filter(
    (name) => places.column(name) !== undefined,
  );
  return { scenarios, rows: places.rows.map((row) => fileRow(block, places, row, columns)) };
}

function fileRow(block: Block, places: TermPlaces, row: PlacedRow, columns: readonly string[]): FileRow {
  const { definition, term, number, item } = row;
  const cells = columns.map((name) => [name, contentAt(block, places, row, name)] as const);
  return { definition, term, number, item, line: 0, cells: new Map(cells) };
}

/** What a cell of the table says; one that cannot be read as it reads in the sheet, which is like nothing else. */
export function contentAt(
  block: Block,
  places: TermPlaces,
  { row, definition }: Pick<PlacedRow, 'row' | 'definition'>,
  name: string,
): EditValue {
  const column = places.column(name);
  const raw = column === undefined ? null : block[row]?.[column];
  const reading = readContent(definition, name, raw);
  return reading instanceof Refusal ? shown(cellOf(raw)) : reading;
}
