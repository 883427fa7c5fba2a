import { cellAt } from '../excel/cell-address';
import { findNamedHead } from '../excel/named-head';
import { setUpPages } from '../excel/page-setup';
import { LOG_COLUMNS, LOG_NAME, LOG_SHEET } from './log-columns';

/** The log as it is in the workbook. */
export interface LogSheet {
  readonly sheet: string;
  readonly isProtected: boolean;
  /** The first cell of the header. */
  readonly head: Excel.Range;
  /** Rows of the sheet below the header that hold anything, whoever wrote it. */
  readonly rows: number;
  /** The first column, from that of the head, right of everything that the sheet holds. */
  readonly free: number;
  /** Columns from that of the head, by what the header says of them. */
  readonly columns: ReadonlyMap<string, number>;
  /** The address of a cell. @param row below the header, from 1 @param column from that of the head */
  at(row: number, column: number): string;
}

/** Finds the log by its name, whatever its sheet is called by now; undefined where the workbook has none. */
export async function findLog(context: Excel.RequestContext): Promise<LogSheet | undefined> {
  const found = await findNamedHead(context, LOG_NAME);
  if (!found) return undefined;
  const { head, sheet, isProtected, bottom, right } = found;
  const { rowIndex, columnIndex } = head;
  const free = Math.max(right - columnIndex, LOG_COLUMNS.length);
  const header = head.getResizedRange(0, free - 1).load('values');
  await context.sync();
  return {
    sheet: sheet.name,
    isProtected,
    head,
    rows: Math.max(0, bottom - rowIndex - 1),
    free,
    columns: columnsOf(header.values[0] ?? []),
    at: (row, column) => cellAt(rowIndex + row, columnIndex + column),
  };
}

/** Columns are where their header stands; where a person has written another one, where they were made. */
function columnsOf(header: readonly unknown[]): ReadonlyMap<string, number> {
  const texts = header.map((cell) => String(cell).trim());
  const made = LOG_COLUMNS.map((column, place): [string, number] => [column.header, place]);
  const found = texts.map((text, place): [string, number] => [text, place]).reverse();
  return new Map([...made, ...found.filter(([text]) => text !== '')]);
}

/** Adds a log at the end of the workbook. A sheet called Log that a person made is left alone. */
export async function addLog(context: Excel.RequestContext): Promise<LogSheet> {
  const { names, worksheets } = context.workbook;
  const stale = names.getItemOrNullObject(LOG_NAME);
  worksheets.load('items/name');
  await context.sync();
  if (!stale.isNullObject) stale.delete();
  const taken = new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase()));
  const name = freeName(taken);
  const sheet = worksheets.add(name);
  const head = sheet.getRange('A1');
  names.add(LOG_NAME, head);
  LOG_COLUMNS.forEach(({ header, width }, place) => writeHeader(head, place, header, width));
  sheet.freezePanes.freezeRows(1);
  setUpPages(sheet, { titleRows: 1 });
  await context.sync();
  return {
    sheet: name,
    isProtected: false,
    head,
    rows: 0,
    free: LOG_COLUMNS.length,
    columns: columnsOf([]),
    at: cellAt,
  };
}

/** Queues writing the header of a column. @param place from the head */
export function writeHeader(head: Excel.Range, place: number, text: string, width: number): void {
  const cell = head.getOffsetRange(0, place);
  cell.values = [[text]];
  cell.format.font.bold = true;
  cell.format.columnWidth = width;
}

function freeName(taken: ReadonlySet<string>): string {
  let number = 2;
  if (!taken.has(LOG_SHEET.toLowerCase())) return LOG_SHEET;
  while (taken.has(`${LOG_SHEET} ${number}`.toLowerCase())) number += 1;
  return `${LOG_SHEET} ${number}`;
}
