import about from '../../../package.json';
import { headlineOf } from '../../analysis/headline';
import { Contract } from '../../contract/contract';
import { knownName } from '../../calc/nearest';
import { termsHash } from '../../terms/exchange/terms-hash';
import { termsOf } from '../../terms/memo';
import { problemText } from '../../terms/problem';
import { asText } from '../terms/as-text';
import { runInTurn } from '../terms/in-turn';
import { type TermsReport, done, refused } from '../terms/report';
import { NO_TABLE, locateTerms } from '../terms/terms-sheet';
import { LOG_COLUMNS, LOG_NAME, LOG_SHEET, type LogEntry } from './log-columns';

const { version: VERSION } = about;

/**
 * Adds the figures of a scenario as they stand now to the log, as constants below the pins before.
 *
 * @param now the time that the log names
 */
export function pinScenario(name: string, now: Date = new Date()): Promise<TermsReport> {
  return runInTurn(async (context) => {
    const terms = await locateTerms(context);
    if (!terms) return refused(NO_TABLE);
    const { table, problems } = termsOf(terms.values);
    if (!table) return refused(problemText(problems));
    const scenario = knownName(table.scenarios, name);
    if (scenario === undefined) {
      return refused(
        `The Terms table has no scenario "${name}" any more. Nothing was pinned: choose another.`,
      );
    }
    const hash = await termsHash(terms.values, scenario);
    const headline = headlineOf(Contract.of(table), table.scenarios.indexOf(scenario));
    const time = now.toISOString().slice(0, 19).replace('T', ' ');
    const entry: LogEntry = { time, headline, scenario, hash: hash ?? '', version: VERSION };
    const place = await append(context, entry);
    return typeof place === 'string' ? refused(place) : done(`Pinned ${scenario} in the log, row ${place}.`);
  });
}

/** @returns the row in the sheet, from 1, or why nothing was written */
async function append(context: Excel.RequestContext, entry: LogEntry): Promise<number | string> {
  const head = await logHead(context);
  head.load('rowIndex');
  const sheet = head.worksheet.load('name');
  const used = sheet.getUsedRange(true).load('rowIndex,rowCount');
  const protection = sheet.protection.load('protected');
  await context.sync();
  if (protection.protected) {
    return `The sheet ${sheet.name} is protected, and nothing was pinned. Choose Review > Unprotect Sheet, then try again.`;
  }
  const below = Math.max(1, used.rowIndex + used.rowCount - head.rowIndex);
  const row = head.getOffsetRange(below, 0).getResizedRange(0, LOG_COLUMNS.length - 1);
  row.numberFormat = [LOG_COLUMNS.map(({ format }) => format)];
  row.values = [
    LOG_COLUMNS.map((column) => {
      const value = column.value(entry);
      return typeof value === 'string' && column.format !== '@' ? asText(value) : value;
    }),
  ];
  await context.sync();
  return head.rowIndex + below + 1;
}

/** The first cell of the log's header; a workbook without a log gets one at its end. */
async function logHead(context: Excel.RequestContext): Promise<Excel.Range> {
  const { names, worksheets } = context.workbook;
  const name = names.getItemOrNullObject(LOG_NAME);
  worksheets.load('items/name');
  await context.sync();
  if (!name.isNullObject) {
    const there = name.getRangeOrNullObject().load('address');
    await context.sync();
    if (!there.isNullObject) return there;
    name.delete();
  }
  const taken = new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase()));
  const sheet = worksheets.add(freeName(taken));
  const head = sheet.getRange('A1');
  names.add(LOG_NAME, head);
  const header = head.getResizedRange(0, LOG_COLUMNS.length - 1);
  header.values = [LOG_COLUMNS.map((column) => column.header)];
  header.format.font.bold = true;
  LOG_COLUMNS.forEach(({ width }, place) => {
    head.getOffsetRange(0, place).format.columnWidth = width;
  });
  sheet.freezePanes.freezeRows(1);
  await context.sync();
  return head;
}

/** A sheet of a person that is called Log is not ours to write into. */
function freeName(taken: ReadonlySet<string>): string {
  let number = 2;
  if (!taken.has(LOG_SHEET.toLowerCase())) return LOG_SHEET;
  while (taken.has(`${LOG_SHEET} ${number}`.toLowerCase())) number += 1;
  return `${LOG_SHEET} ${number}`;
}
