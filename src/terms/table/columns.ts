/** What the cells of a column hold. */
type Holds =
  /** What the term of the row holds: a number, a date, a choice. */
  | 'value'
  | 'text'
  /** A name that may be a number or a date as well. */
  | 'text or number'
  | 'date'
  | 'status';

interface Column {
  readonly name: string;
  readonly holds: Holds;
  /** A range without it is no Terms table. */
  readonly required?: true;
  /** A row that has nothing in such a column and no value is blank, whatever formula or remark stands in the others. */
  readonly content?: true;
  /** Its key in a file of scenarios; a column without one is not exchanged, or not as what stands beside the values. */
  readonly key?: string;
}

/**
 * The columns of the Terms table from left to right; the scenarios stand between Base and Low. Whatever reads, writes,
 * exchanges or lays out the table takes them from here. Those right of Base are for a person to fill.
 */
const TERMS_COLUMNS = [
  { name: 'Section', holds: 'text', required: true, content: true },
  { name: 'Item', holds: 'text or number', required: true, content: true },
  { name: 'Term', holds: 'text', required: true, content: true },
  { name: 'Unit', holds: 'text', content: true, key: 'unit' },
  { name: 'Live', holds: 'value' },
  { name: 'Base', holds: 'value', required: true },
  { name: 'Low', holds: 'value', content: true, key: 'low' },
  { name: 'High', holds: 'value', content: true, key: 'high' },
  { name: 'Distribution', holds: 'text', key: 'distribution' },
  { name: 'Correlation', holds: 'text or number', key: 'correlation' },
  { name: 'Status', holds: 'status', content: true, key: 'status' },
  { name: 'Source', holds: 'text', key: 'source' },
  { name: 'As of', holds: 'date', key: 'asOf' },
  { name: 'Note', holds: 'text', key: 'note' },
] as const satisfies readonly Column[];

type AnyColumn = (typeof TERMS_COLUMNS)[number];
export type ColumnName = AnyColumn['name'];
/** A column that says something beside the values: the unit, where they come from, how far they may move. */
export type ProvenanceColumn = Extract<AnyColumn, { readonly key: string }>['name'];

const all: readonly (Column & { readonly name: ColumnName })[] = TERMS_COLUMNS;
const namesWhere = (fits: (column: Column) => boolean): readonly ColumnName[] =>
  all.filter(fits).map(({ name }) => name);

export const COLUMNS = namesWhere(() => true);
export const REQUIRED_COLUMNS = namesWhere(({ required }) => required === true);
export const CONTENT_COLUMNS = namesWhere(({ content }) => content === true);
/** Base and what is read like it; the columns of scenarios, which have names of their own, hold values too. */
export const VALUE_COLUMNS = namesWhere(({ holds }) => holds === 'value');
/** Columns that never hold a number. */
export const TEXT_COLUMNS = namesWhere(({ holds }) => holds === 'text' || holds === 'status');
/** Base with all that stands left of the scenarios, and all that stands right of them. */
export const LEFT_OF_SCENARIOS = COLUMNS.slice(0, COLUMNS.indexOf('Base') + 1);
export const RIGHT_OF_SCENARIOS = COLUMNS.slice(COLUMNS.indexOf('Base') + 1);

/** What stands beside the values in a file of scenarios, with its key, in the order of the table. */
export const PROVENANCE: readonly { readonly name: ProvenanceColumn; readonly key: string }[] =
  TERMS_COLUMNS.flatMap((column) => ('key' in column ? [{ name: column.name, key: column.key }] : []));

/** What the cells of a column hold; a name that is none of the table's own is that of a scenario. */
export const heldIn = (name: ColumnName | undefined): Holds =>
  all.find((column) => column.name === name)?.holds ?? 'value';
