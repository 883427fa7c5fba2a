import { cellOf } from '../../base/cell';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { COLUMNS, type ColumnName, VALUE_COLUMNS } from './columns';
import { type Header, readHeader } from './header';
import { type Identified, identify, identityKey, readItem } from './identity';
import { problemText } from './problem';

type Block = readonly (readonly unknown[])[];

/** A row that names a term of the catalogue. */
export interface PlacedRow extends Identified {
  /** Place within the range, from 0. */
  readonly row: number;
  /** In its one spelling: a date as ISO text. */
  readonly item: string;
}

/** Where the rows and columns of a Terms range stand, whatever their order. Rows that cannot be read are left out. */
export class TermPlaces {
  readonly #rows = new Map<string, PlacedRow>();

  constructor(
    readonly header: Header,
    block: Block,
  ) {
    for (const [row, cells] of block.entries()) {
      if (row <= header.row) continue;
      const placed = this.#read(row, cells);
      if (placed === undefined) continue;
      const key = identityKey(placed.definition.section, placed.item, placed.term);
      if (!this.#rows.has(key)) this.#rows.set(key, placed);
    }
  }

  get rows(): readonly PlacedRow[] {
    return [...this.#rows.values()];
  }

  /** The row of a term, from 0 within the range; the first one where there are two. */
  row(section: string, item: string, term: string): number | undefined {
    return this.#rows.get(identityKey(section, item, term))?.row;
  }

  /** The column of Base, of a scenario, or of another header of the table, from 0 within the range. */
  column(name: string): number | undefined {
    const wanted = plain(name);
    const scenario = this.header.scenarios.find((candidate) => plain(candidate.name) === wanted);
    if (scenario) return scenario.column;
    const known = COLUMNS.find((column) => plain(column) === wanted);
    return known && this.header.columns.get(known);
  }

  /** The columns that hold values, from 0 within the range: of Base, the scenarios, and whatever is read like them. */
  get valueColumns(): ReadonlySet<number> {
    const { columns, scenarios } = this.header;
    return new Set([
      ...scenarios.map(({ column }) => column),
      ...VALUE_COLUMNS.flatMap((name) => columns.get(name) ?? []),
    ]);
  }

  #read(row: number, cells: readonly unknown[]): PlacedRow | undefined {
    const cell = (name: ColumnName) => {
      const column = this.header.columns.get(name);
      return cellOf(column === undefined ? null : cells[column]);
    };
    const section = cell('Section');
    const term = cell('Term');
    if (section.holds !== 'text' || term.holds !== 'text') return undefined;
    const found = identify(section.value, term.value);
    if (found instanceof Refusal) return undefined;
    const item = readItem(found.definition, cell('Item'));
    return item instanceof Refusal ? undefined : { row, item, ...found };
  }
}

/** The places of a range, or what is wrong with its header. */
export function placesOf(block: Block): TermPlaces | Refusal {
  const reading = readHeader(block);
  return 'problems' in reading
    ? new Refusal(problemText(reading.problems))
    : new TermPlaces(reading.header, block);
}
