import { LOG_COLUMNS } from './log-columns';
import { findLog, type LogSheet } from './log-sheet';
import { joinedText, termsHeader } from './terms-cells';

/** Figures of a scenario as they stood at one time. */
export interface Pin {
  /** Where it stands. */
  readonly sheet: string;
  readonly address: string;
  /** Below the header of the log, from 1. */
  readonly row: number;
  readonly time: string;
  readonly scenario: string;
  readonly currency: string;
  readonly hash: string;
  readonly totalBilled: number | undefined;
  readonly version: string;
}

/** The pins of the log in the order of its rows, as a rule oldest first; none where the workbook has no log. */
export async function readPins(context: Excel.RequestContext): Promise<Pin[]> {
  const log = await findLog(context);
  return log ? pinsOf(context, log) : [];
}

/** The pins of a log that has been found. Their terms are read only where they are asked for. */
export async function pinsOf(context: Excel.RequestContext, log: LogSheet): Promise<Pin[]> {
  const { head, rows } = log;
  if (rows <= 0) return [];
  const last = Math.max(...LOG_COLUMNS.map(({ header }) => columnIn(log, header)));
  const block = head
    .getOffsetRange(1, 0)
    .getResizedRange(rows - 1, last)
    .load('values');
  await context.sync();
  return block.values.flatMap((cells: readonly unknown[], place) => {
    const pin = pinIn(log, place + 1, cells);
    return pin ? [pin] : [];
  });
}

function pinIn(log: LogSheet, row: number, cells: readonly unknown[]): Pin | undefined {
  const text = (header: string): string => String(cells[columnIn(log, header)] ?? '');
  const total = cells[columnIn(log, 'Total billed')];
  if (text('Action') !== 'Pin') return undefined;
  return {
    sheet: log.sheet,
    address: log.at(row, 0),
    row,
    time: text('Time (UTC)'),
    scenario: text('Scenario'),
    currency: text('Currency'),
    hash: text('Hash of terms'),
    totalBilled: typeof total === 'number' ? total : undefined,
    version: text('Meterbook'),
  };
}

export const columnIn = ({ columns }: LogSheet, header: string): number => columns.get(header) ?? 0;

/** The texts of the terms that pins were made of; empty for a pin that keeps none. */
export async function readTermsOf(
  context: Excel.RequestContext,
  log: LogSheet,
  pins: readonly Pin[],
): Promise<string[]> {
  const places: number[] = [];
  for (let at = log.columns.get(termsHeader(0)); at !== undefined;) {
    places.push(at);
    at = log.columns.get(termsHeader(places.length));
  }
  const cells = pins.map(({ row }) =>
    places.map((column) => log.head.getOffsetRange(row, column).load('values')),
  );
  await context.sync();
  return cells.map((ranges) => joinedText(ranges.map(({ values }) => String(values[0]?.[0] ?? ''))));
}
