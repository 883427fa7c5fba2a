import { cellOf, shown } from '../../base/cell';
import { knownName, plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { COLUMNS, type ColumnName } from '../table/columns';
import { type Identified, identify } from '../table/identity';
import { type TermPlaces, placesOf } from '../table/places';
import { DEFAULT_CURRENCY } from '../table/table';
import { identityOf } from '../catalogue/term-name';
import { unitsOf } from '../catalogue/units';

/** A number (a date as its serial), a text, the word None for no value, or null for blank: inherits Base. */
export type EditValue = number | string | null;

/** One cell of the Terms table that is to change. */
export interface TermEdit {
  readonly section: string;
  /** Blank for a section without items; a date as ISO text. */
  readonly item: string;
  readonly term: string;
  /** Base, the name of a scenario, or another header right of the values: Low, High, Status, Source, As of, Note. */
  readonly column: string;
  readonly value: EditValue;
}

/** What a cell holds, as an edit would write it. */
export function editValueOf(raw: unknown): EditValue {
  const cell = cellOf(raw);
  if (cell.holds === 'number' || cell.holds === 'text') return cell.value;
  return cell.holds === 'blank' ? null : shown(cell);
}

type Block = readonly (readonly unknown[])[];

/** What a new row says of where its values come from, until somebody knows better. */
const NEW_STATUS = 'Illustrative';
const NEW_NOTE = 'Added with Meterbook; name the source of the figure.';

/**
 * The table with some cells changed, as a preview: nothing is written. A term without a row gets one, below the rows
 * of its section; a scenario without a column gets one, left of Low.
 *
 * @param values the table with its header, as Excel delivers it
 * @throws where the range has no header of a Terms table
 */
export function withEdits(values: Block, edits: readonly TermEdit[]): unknown[][] {
  let block = values.map((row) => [...row]);
  let places = readable(block);
  for (const edit of edits) {
    if (!hasColumn(places, edit.column)) {
      block = withColumn(block, places, edit.column);
      places = readable(block);
    }
    const column = places.column(edit.column) ?? 0;
    const row = places.row(edit.section, edit.item, edit.term);
    if (row === undefined) {
      const added = newRow(block, places, edit);
      added[column] = edit.value ?? '';
      block.splice(rowAfter(places, edit.section, edit.item) + 1, 0, added);
      places = readable(block);
    } else {
      const cells = block[row];
      if (cells) cells[column] = edit.value ?? '';
    }
  }
  return block;
}

/** A row for a term that the table lacks, as wide as the table: its name, unit, status and note, and no value yet. */
export function newRow(
  block: Block,
  places: TermPlaces,
  { section, item, term }: Pick<TermEdit, 'section' | 'item' | 'term'>,
): (string | number)[] {
  const found = identify(section, term);
  if (found instanceof Refusal) throw new Error(`The catalogue has no term ${section} | ${term}.`);
  const cells: Partial<Record<ColumnName, string | number>> = {
    Section: found.definition.section,
    Item: item,
    Term: found.term,
    Unit: unitOf(block, places, found),
    Status: NEW_STATUS,
    Note: NEW_NOTE,
  };
  const row: (string | number)[] = Array.from(block[places.header.row] ?? [], () => '');
  for (const name of COLUMNS) {
    const column = places.header.columns.get(name);
    if (column !== undefined) row[column] = cells[name] ?? '';
  }
  return row;
}

/** The row below which a new one belongs: the last of its item, else of its section, else of the table. */
export function rowAfter(places: TermPlaces, section: string, item: string): number {
  const inSection = places.rows.filter(({ definition }) => definition.section === section);
  const ofItem = inSection.filter((row) => plain(row.item) === plain(item));
  const nearest = [ofItem, inSection, places.rows].find((rows) => rows.length > 0) ?? [];
  return Math.max(places.header.row, ...nearest.map(({ row }) => row));
}

/** As the same term of other items has it, where they agree; one of several possible units is not guessed. */
function unitOf(block: Block, places: TermPlaces, { definition }: Identified): string {
  const column = places.header.columns.get('Unit');
  const siblings = places.rows.filter(
    (row) => row.definition.section === definition.section && row.definition.term === definition.term,
  );
  const units = new Set(
    siblings.flatMap(({ row }) => {
      const cell = cellOf(column === undefined ? null : block[row]?.[column]);
      return cell.holds === 'text' ? [cell.value] : [];
    }),
  );
  const [unit] = units;
  if (unit !== undefined && units.size === 1) return unit;
  return (definition.alsoUnits ?? []).length > 0
    ? ''
    : (unitsOf(definition, currencyOf(block, places))[0] ?? '');
}

function currencyOf(block: Block, places: TermPlaces): string {
  const row = places.row(...identityOf('Model', 'Currency'));
  const base = places.column('Base');
  const cell = cellOf(row === undefined || base === undefined ? null : block[row]?.[base]);
  return cell.holds === 'text' ? cell.value : DEFAULT_CURRENCY;
}

const hasColumn = (places: TermPlaces, name: string): boolean =>
  places.column(name) !== undefined || knownName(COLUMNS, name) !== undefined;

/** With a blank column for a scenario that the table lacks. */
function withColumn(block: unknown[][], places: TermPlaces, name: string): unknown[][] {
  const at = newScenarioColumn(places);
  return block.map((row, place) => [
    ...row.slice(0, at),
    place === places.header.row ? name : '',
    ...row.slice(at),
  ]);
}

/** Where a new scenario's column goes, from 0 within the range: right of the last one. */
export const newScenarioColumn = ({ header }: TermPlaces): number =>
  Math.max(...header.scenarios.map(({ column }) => column)) + 1;

function readable(block: Block): TermPlaces {
  const places = placesOf(block);
  if (places instanceof Refusal) throw new Error(places.sentence);
  return places;
}
