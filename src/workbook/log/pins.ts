import { cellAt } from '../cell-address';
import { LOG_COLUMNS, LOG_NAME, logColumn } from './log-columns';

/** Figures of a scenario as they stood at one time. */
export interface Pin {
  /** Where it stands. */
  readonly sheet: string;
  readonly address: string;
  readonly time: string;
  readonly scenario: string;
  readonly hash: string;
  readonly totalBilled: number | undefined;
  readonly version: string;
}

/** The pins of the log, oldest first; none where the workbook has no log. */
export async function readPins(context: Excel.RequestContext): Promise<Pin[]> {
  const name = context.workbook.names.getItemOrNullObject(LOG_NAME);
  await context.sync();
  if (name.isNullObject) return [];
  const head = name.getRangeOrNullObject().load('rowIndex,columnIndex');
  await context.sync();
  if (head.isNullObject) return [];
  const sheet = head.worksheet.load('name');
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,rowCount');
  await context.sync();
  const rows = used.isNullObject ? 0 : used.rowIndex + used.rowCount - head.rowIndex - 1;
  if (rows <= 0) return [];
  const block = head
    .getOffsetRange(1, 0)
    .getResizedRange(rows - 1, LOG_COLUMNS.length - 1)
    .load('values');
  await context.sync();
  return block.values.flatMap((cells: readonly unknown[], row): Pin[] => {
    const text = (header: string): string => String(cells[logColumn(header)] ?? '');
    const total = cells[logColumn('Total billed')];
    if (text('Action') !== 'Pin') return [];
    return [
      {
        sheet: sheet.name,
        address: cellAt(head.rowIndex + 1 + row, head.columnIndex),
        time: text('Time (UTC)'),
        scenario: text('Scenario'),
        hash: text('Hash of terms'),
        totalBilled: typeof total === 'number' ? total : undefined,
        version: text('Meterbook'),
      },
    ];
  });
}
