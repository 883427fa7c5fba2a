import { dayFromIso } from '../../base/calendar';
import { decimalFromCell } from '../../base/decimal';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { type EditValue, type TermEdit, editValueOf, newRow, rowAfter } from '../../terms/entry/edit';
import { identify, identityKey } from '../../terms/table/identity';
import type { TermPlaces } from '../../terms/table/places';
import { asText } from './as-text';

/** A change together with what the person saw in the cell when deciding on it. */
export interface SeenEdit extends TermEdit {
  /** null for a blank cell, and for a row that the table did not have. */
  readonly seen: EditValue;
}

/** A cell that somebody else has changed meanwhile. */
export interface Conflict {
  readonly edit: SeenEdit;
  /** What the cell holds now. */
  readonly found: EditValue;
}

/** A cell whose value comes out of a formula, which writing would replace. */
export interface FormulaCell {
  readonly edit: SeenEdit;
  readonly formula: string;
}

export interface CellWrite {
  readonly edit: SeenEdit;
  /** From 0 within the table with its header. */
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
  /** For a date in a cell that would show it as a number. */
  readonly numberFormat?: string;
}

export interface RowsWrite {
  /** The row below which they go, from 0 within the table with its header. */
  readonly below: number;
  readonly cells: readonly (readonly (string | number)[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

export interface EditPlan {
  readonly cells: readonly CellWrite[];
  /** The lowest first, so that writing one leaves the places of the others. */
  readonly rows: readonly RowsWrite[];
  readonly conflicts: readonly Conflict[];
  readonly formulas: readonly FormulaCell[];
}

/** The table as it was read: what cells hold, how they are computed and shown. */
export interface TableCells {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly string[])[];
}

const DATE_FORMAT = 'yyyy-mm-dd';
const GENERAL = 'General';

/** What writing some edits means for the table as it stands, or why it cannot be. */
export function planEdits(
  table: TableCells,
  places: TermPlaces,
  edits: readonly SeenEdit[],
): EditPlan | Refusal {
  const cells: CellWrite[] = [];
  const conflicts: Conflict[] = [];
  const formulas: FormulaCell[] = [];
  const added: SeenEdit[] = [];
  for (const edit of edits) {
    const column = places.column(edit.column);
    if (column === undefined) {
      return new Refusal(
        `The Terms table has no column "${edit.column}" any more: somebody renamed or deleted it. Nothing was written. Choose another scenario.`,
      );
    }
    const found = identify(edit.section, edit.term);
    if (found instanceof Refusal) return found.at('Nothing was written:');
    const row = places.row(edit.section, edit.item, edit.term);
    const present = row === undefined ? null : editValueOf(table.values[row]?.[column]);
    if (!isSameValue(present, edit.seen)) conflicts.push({ edit, found: present });
    if (row === undefined) {
      added.push(edit);
      continue;
    }
    const formula = formulaOf(table, row, column);
    if (formula !== undefined) formulas.push({ edit, formula });
    cells.push({
      edit,
      row,
      column,
      value: content(edit.value),
      ...formatFor(table, places, edit, row, column),
    });
  }
  return { cells, rows: newRows(table, places, added), conflicts, formulas };
}

/** The formula of a cell. A text that begins with an equals sign is read back the same way, and is its own value. */
export function formulaOf(
  { values, formulas }: Pick<TableCells, 'values' | 'formulas'>,
  row: number,
  column: number,
): string | undefined {
  const formula = formulas[row]?.[column];
  const isFormula = typeof formula === 'string' && formula.startsWith('=');
  return isFormula && formula !== values[row]?.[column] ? formula : undefined;
}

export function isSameValue(a: EditValue, b: EditValue): boolean {
  if (typeof a === 'number' && typeof b === 'number') return decimalFromCell(a).eq(decimalFromCell(b));
  return typeof a === 'string' && typeof b === 'string' ? plain(a) === plain(b) : a === b;
}

const content = (value: EditValue): string | number =>
  typeof value === 'string' ? asText(value) : (value ?? '');

/** A date shows as one: as the same term in Base does, or in ISO form. */
function formatFor(
  { numberFormats }: TableCells,
  places: TermPlaces,
  { section, term, value }: TermEdit,
  row: number,
  column: number,
): { numberFormat: string } | undefined {
  const found = identify(section, term);
  const isDate =
    !(found instanceof Refusal) && found.definition.rule.type === 'date' && typeof value === 'number';
  const own = numberFormats[row]?.[column] ?? GENERAL;
  if (!isDate || isDateFormat(own)) return undefined;
  const base = numberFormats[row]?.[places.column('Base') ?? column] ?? GENERAL;
  return { numberFormat: isDateFormat(base) ? base : DATE_FORMAT };
}

/** Shows a year and a day; letters between quotes or in brackets do not count. */
const isDateFormat = (format: string): boolean => {
  const letters = format.toLowerCase().replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return letters.includes('y') && letters.includes('d');
};

/**
 * New rows by the place where they go, each term once, those of an item together. A term of which nothing is said
 * gets none; in a row that is added, null clears what new rows say by themselves.
 */
function newRows(table: TableCells, places: TermPlaces, all: readonly SeenEdit[]): RowsWrite[] {
  const keyOf = ({ section, item, term }: SeenEdit): string => identityKey(section, item, term);
  const said = new Set(all.filter(({ value }) => value !== null).map(keyOf));
  const edits = all.filter((edit) => said.has(keyOf(edit)));
  const rows = new Map<string, { below: number; edit: SeenEdit; values: (string | number)[] }>();
  for (const edit of knownItemsFirst(places, edits)) {
    const key = keyOf(edit);
    const row = rows.get(key) ?? {
      below: rowAfter(places, edit.section, edit.item),
      edit,
      values: rowCells(table, places, edit),
    };
    row.values[places.column(edit.column) ?? 0] = content(edit.value);
    rows.set(key, row);
  }
  const groups = new Map<number, RowsWrite>();
  for (const { below, edit, values } of rows.values()) {
    const group = groups.get(below);
    const formats = rowFormats(table, places, edit, below);
    groups.set(below, {
      below,
      cells: [...(group?.cells ?? []), values],
      numberFormats: [...(group?.numberFormats ?? []), formats],
    });
  }
  return [...groups.values()].sort((a, b) => b.below - a.below);
}

/** What joins rows of an item that is there stands before the items that follow it. */
function knownItemsFirst(places: TermPlaces, edits: readonly SeenEdit[]): SeenEdit[] {
  const isNew = ({ section, item }: SeenEdit): boolean =>
    !places.rows.some((row) => row.definition.section === section && plain(row.item) === plain(item));
  return [...edits].sort((a, b) => Number(isNew(a)) - Number(isNew(b)));
}

/** With the item as the rows beside it spell it, and the formulas that the table has in every row. */
function rowCells(table: TableCells, places: TermPlaces, edit: TermEdit): (string | number)[] {
  const { columns } = places.header;
  const cells = newRow(table.values, places, edit).map((cell) =>
    typeof cell === 'string' ? asText(cell) : cell,
  );
  const item = columns.get('Item');
  if (item !== undefined) cells[item] = itemCell(table, places, edit);
  const live = columns.get('Live');
  if (live !== undefined) cells[live] = liveFormula(table, places, live);
  return cells;
}

/** Dates and numbers stand as such, or as text, as the table has them in its other rows. */
function itemCell(
  { values }: TableCells,
  places: TermPlaces,
  { section, item, term }: TermEdit,
): string | number {
  const column = places.header.columns.get('Item') ?? 0;
  const sibling = places.rows.find(
    ({ definition, item: other }) => definition.section === section && other !== '',
  );
  const isNumber = sibling !== undefined && typeof values[sibling.row]?.[column] === 'number';
  const found = identify(section, term);
  const kind = found instanceof Refusal ? 'name' : found.definition.item;
  if (!isNumber) return asText(item);
  if (kind === 'number') return Number(item);
  return (kind === 'date' ? dayFromIso(item) : undefined) ?? asText(item);
}

/** The formula of the column Live names columns, not cells, so that it is the same in every row. */
function liveFormula(table: TableCells, places: TermPlaces, column: number): string {
  const found = places.rows.map(({ row }) => formulaOf(table, row, column));
  return found.find((formula) => formula?.includes('[')) ?? '';
}

/** As the row above shows its cells, with dates as dates. */
function rowFormats(table: TableCells, places: TermPlaces, edit: TermEdit, below: number): string[] {
  const sibling = places.rows.find(
    ({ definition, term }) => definition.section === edit.section && plain(term) === plain(edit.term),
  );
  const model = sibling?.row ?? below;
  const width = table.values[places.header.row]?.length ?? 0;
  const { valueColumns } = places;
  const found = identify(edit.section, edit.term);
  const isDate = !(found instanceof Refusal) && found.definition.rule.type === 'date';
  return Array.from({ length: width }, (_none, column) => {
    if (!valueColumns.has(column)) return table.numberFormats[below]?.[column] ?? GENERAL;
    const own = sibling === undefined ? GENERAL : (table.numberFormats[model]?.[column] ?? GENERAL);
    return isDate && !isDateFormat(own) ? DATE_FORMAT : own;
  });
}
