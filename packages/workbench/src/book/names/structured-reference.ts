import { columnLetters, formatAbsoluteZone, quoteSheetName, type Zone } from '../address';
import { dataZone, headerZone, totalsZone, type TableView } from './tables';

/** What a translation needs to know of the book. */
export interface TableDirectory {
  find(name: string): TableView | undefined;
  at(sheetId: string, row: number, column: number): TableView | undefined;
  columnNames(table: TableView): readonly string[];
}

export interface FormulaCell {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
  sheetName(sheetId: string): string;
}

/** A reference that Excel would refuse, too; the message is a sentence. */
export class BadStructuredReference extends Error {}

/** Text, quoted sheet name, structured reference, word, anything else. */
const TOKENS =
  /("(?:[^"]|"")*")|('(?:[^']|'')*'!?)|((?:[\p{L}_\\][\p{L}\p{N}_.\\]*)?\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\])|([\p{L}_\\$][\p{L}\p{N}_.$\\]*)([(!:]?)/gu;

/** A table's bare name is its data; undefined where no table is called so. */
export function tableToA1(name: string, cell: FormulaCell, tables: TableDirectory): string | undefined {
  const table = tables.find(name);
  return table === undefined ? undefined : zoneText(dataZone(table), table, cell);
}

/** `Table[Column]`, or a table's bare name, as an address; undefined for anything else. */
export function toA1(text: string, cell: FormulaCell, tables: TableDirectory): string | undefined {
  const isStructured = /^[\p{L}_\\][\p{L}\p{N}_.\\]*\[.*\]$/su.test(text);
  return isStructured ? structuredToA1(text, cell, tables) : tableToA1(text, cell, tables);
}

/** Another name for a table in a formula as typed. */
export function renameTable(formula: string, from: string, to: string): string {
  return formula.replace(TOKENS, (all, text, sheet, structured, word, after) => {
    if (text !== undefined || sheet !== undefined) return all;
    const token: string = structured ?? word ?? '';
    const name = structured === undefined ? token : token.slice(0, token.indexOf('['));
    if (name.toLowerCase() !== from.toLowerCase()) return all;
    return to + token.slice(name.length) + (after ?? '');
  });
}

/** `Table[Column]` and `[@Column]` as addresses. */
export function structuredToA1(reference: string, cell: FormulaCell, tables: TableDirectory): string {
  const open = reference.indexOf('[');
  const name = reference.slice(0, open);
  const table = name === '' ? tables.at(cell.sheetId, cell.row, cell.col) : tables.find(name);
  if (table === undefined) {
    throw new BadStructuredReference(
      name === '' ? `${reference} is used outside a table.` : `There is no table named ${name}.`,
    );
  }
  const { items, columns } = parseSpecifier(reference.slice(open + 1, -1));
  const [left, right] = columnSpan(columns, table, tables);
  if (items.includes('#this row')) return thisRow(reference, table, cell, left, right);
  return zoneText({ ...rowsOf(items, table), left, right }, table, cell);
}

interface Specifier {
  readonly items: readonly string[];
  readonly columns: readonly string[];
}

/** "#All", "@Cost", "[#Headers],[Cost]", "[A]:[B]", "Cost". */
function parseSpecifier(inner: string): Specifier {
  const text = inner.trim();
  if (text.startsWith('@')) {
    return { items: ['#this row'], columns: parseSpecifier(text.slice(1)).columns };
  }
  if (!text.startsWith('[')) {
    if (text === '') return { items: [], columns: [] };
    return text.startsWith('#')
      ? { items: [text.toLowerCase()], columns: [] }
      : { items: [], columns: [unescape(text)] };
  }
  const parts = [...text.matchAll(/\[((?:[^[\]']|'.)*)\]/g)].map((match) => match[1] ?? '');
  return {
    items: parts.filter((part) => part.startsWith('#')).map((part) => part.toLowerCase()),
    columns: parts.filter((part) => !part.startsWith('#')).map(unescape),
  };
}

const unescape = (column: string) => column.replace(/'(.)/g, '$1');

/** Names of columns are compared without regard to case, to blanks around them and to breaks of lines. */
const plainName = (name: string): string => name.replace(/\s+/g, ' ').trim().toLowerCase();

function columnSpan(
  columns: readonly string[],
  table: TableView,
  tables: TableDirectory,
): readonly [number, number] {
  const { left, right } = table.zone;
  if (columns.length === 0) return [left, right];
  const names = tables.columnNames(table);
  const indices = columns.map((column) => {
    const exact = names.indexOf(column);
    const index = exact >= 0 ? exact : names.findIndex((name) => plainName(name) === plainName(column));
    if (index < 0) throw new BadStructuredReference(`The table ${table.name} has no column "${column}".`);
    return left + index;
  });
  return [Math.min(...indices), Math.max(...indices)];
}

function rowsOf(items: readonly string[], table: TableView): Zone {
  if (items.includes('#all')) return table.zone;
  const parts = items.map((item) => {
    if (item === '#headers') return headerZone(table);
    if (item === '#totals') return totalsZone(table);
    if (item === '#data') return dataZone(table);
    throw new BadStructuredReference(`${item} is not a part of a table.`);
  });
  const zones = parts.filter((part) => part !== undefined);
  if (items.length > 0 && zones.length === 0) {
    throw new BadStructuredReference(`The table ${table.name} has no ${items.join(' and ')}.`);
  }
  if (zones.length === 0) return dataZone(table);
  return {
    ...table.zone,
    top: Math.min(...zones.map((zone) => zone.top)),
    bottom: Math.max(...zones.map((zone) => zone.bottom)),
  };
}

function thisRow(
  reference: string,
  table: TableView,
  cell: FormulaCell,
  left: number,
  right: number,
): string {
  const { top, bottom } = dataZone(table);
  if (cell.sheetId !== table.sheetId || cell.row < top || cell.row > bottom) {
    throw new BadStructuredReference(`${reference} is used outside the rows of ${table.name}.`);
  }
  const first = `$${columnLetters(left)}${cell.row + 1}`;
  return left === right ? first : `${first}:$${columnLetters(right)}${cell.row + 1}`;
}

function zoneText(zone: Zone, table: TableView, cell: FormulaCell): string {
  const address = formatAbsoluteZone(zone);
  if (table.sheetId === cell.sheetId) return address;
  return `${quoteSheetName(cell.sheetName(table.sheetId))}!${address}`;
}
