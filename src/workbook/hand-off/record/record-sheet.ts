import { counted } from '../../../base/words';
import { setUpPages } from '../../excel/page-setup';
import { findNamedHead } from '../../excel/named-head';
import { asText } from '../../terms/as-text';
import {
  type HandOffRecord,
  type Provenance,
  type RecordRow,
  type TurnedSheet,
  readRecords,
  readTurned,
} from './record';
import { RECORD_COLUMNS, RECORD_NAME, RECORD_SHEET, VALUES, columnOf } from './record-columns';

/** The sheet Handoff as it is in the workbook. */
export interface RecordSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly isProtected: boolean;
  /** The first cell of the header. */
  readonly head: Excel.Range;
  /** Rows and columns of the header's first cell, from 0. */
  readonly row: number;
  readonly column: number;
  readonly records: readonly HandOffRecord[];
  readonly turned: readonly TurnedSheet[];
  /** What the column State says, from the row below the header on. */
  readonly states: readonly string[];
  /** The first free row below, from the header. */
  readonly free: number;
}

/** The columns up to the state. */
const PRINTED_COLUMNS = columnOf('State') + 1;

/** Rows of the banner above the header, with a free one between. */
const BANNER_ROWS = 6;

/** Finds the sheet by its name in the workbook, and reads it. */
export async function findRecordSheet(context: Excel.RequestContext): Promise<RecordSheet | undefined> {
  const found = await findNamedHead(context, RECORD_NAME);
  if (!found) return undefined;
  const { head, sheet, isProtected, bottom, right } = found;
  const rows = Math.max(0, bottom - head.rowIndex - 1);
  const columns = Math.max(VALUES, right - head.columnIndex - 1);
  const block = head
    .getOffsetRange(1, 0)
    .getResizedRange(Math.max(0, rows - 1), columns)
    .load('values,formulas');
  await context.sync();
  return {
    sheet,
    name: sheet.name,
    isProtected,
    head,
    row: head.rowIndex,
    column: head.columnIndex,
    records: readRecords(block.values, block.formulas),
    turned: readTurned(block.values),
    states: block.values.map((cells: readonly unknown[]) => String(cells[columnOf('State')] ?? '')),
    free: rows + 1,
  };
}

/** Adds the sheet, at the end of the workbook. A sheet called Handoff that a person made stays what it is. */
export async function addRecordSheet(context: Excel.RequestContext): Promise<RecordSheet> {
  const { names, worksheets } = context.workbook;
  const stale = names.getItemOrNullObject(RECORD_NAME);
  worksheets.load('items/name');
  await context.sync();
  if (!stale.isNullObject) stale.delete();
  const name = freeName(new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase())));
  const sheet = worksheets.add(name);
  const head = sheet.getRange('A1').getOffsetRange(BANNER_ROWS, 0);
  names.add(RECORD_NAME, head);
  const header = head.getResizedRange(0, RECORD_COLUMNS.length - 1);
  header.values = [RECORD_COLUMNS.map((column) => column.header)];
  header.format.font.bold = true;
  RECORD_COLUMNS.forEach(({ width }, place) => {
    head.getOffsetRange(0, place).format.columnWidth = width;
  });
  sheet.freezePanes.freezeRows(BANNER_ROWS + 1);
  setUpPages(sheet, { titleRows: BANNER_ROWS + 1, pagesAcross: 1 });
  await context.sync();
  return {
    sheet,
    name,
    isProtected: false,
    head,
    row: BANNER_ROWS,
    column: 0,
    records: [],
    turned: [],
    states: [],
    free: 1,
  };
}

/** What the sheet says above its header, to a person who may never have heard of Meterbook. */
export function writeBanner({ sheet, row, column }: RecordSheet, lines: readonly string[]): void {
  // A person who deleted the lines above does not want them.
  if (row < BANNER_ROWS) return;
  const top = sheet.getCell(row - BANNER_ROWS, column);
  top.getResizedRange(lines.length - 1, 0).values = lines.map((line) => [asText(line)]);
  top.format.font.bold = true;
  top.format.font.size = 14;
}

export function bannerLines(
  { by, time, version }: Provenance,
  excel: string | undefined,
  left: number,
): string[] {
  const who = by === '' ? 'Handed off' : `Handed off by ${by}`;
  const host = excel === undefined ? '' : ` in Excel ${excel}`;
  const rest =
    left === 0
      ? 'The workbook computes without Meterbook.'
      : `${counted(left, 'place', 'places')} could not be handed off and still ${left === 1 ? 'needs' : 'need'} Meterbook.`;
  return [
    'Handoff',
    `${who} on ${time} UTC with Meterbook ${version}${host}.`,
    `Each formula that was replaced is listed below with what took its place. ${rest}`,
    'To restore: open the workbook with Meterbook, choose Share and Bring back. By hand: copy a formula from the list into its cell.',
    'Cells that were replaced are marked by a conditional format. Still there follows each cell when rows are inserted or sheets renamed.',
  ];
}

/** Queues writing records below those that are there. @param row from the header */
export function writeRecordRows(
  { sheet, head, row: top, column: left }: RecordSheet,
  row: number,
  rows: readonly RecordRow[],
): void {
  const width = Math.max(...rows.map((cells) => cells.length));
  const block = rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  head.getOffsetRange(row, 0).getResizedRange(rows.length - 1, width - 1).values = block;
  // Values of whole blocks run far to the right; on paper a record is what was where and what took its place.
  const [above, height] = [Math.max(0, top - BANNER_ROWS), row + rows.length];
  const printed = sheet.getRangeByIndexes(above, left, top - above + height, PRINTED_COLUMNS);
  sheet.pageLayout.setPrintArea(printed);
}

/** Queues saying what became of the records. @param changed by row of the record */
export function writeStates({ head, states }: RecordSheet, changed: ReadonlyMap<number, string>): void {
  head.getOffsetRange(1, columnOf('State')).getResizedRange(states.length - 1, 0).values = states.map(
    (state, row) => [asText(changed.get(row) ?? state)],
  );
}

function freeName(taken: ReadonlySet<string>): string {
  let name: string = RECORD_SHEET;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${RECORD_SHEET} ${number}`;
  return name;
}
