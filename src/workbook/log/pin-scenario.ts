import about from '../../../package.json';
import { headlineOf } from '../../analysis/headline';
import { Contract } from '../../contract/contract';
import { knownName } from '../../base/nearest';
import { pinnedTerms } from '../../terms/exchange/pinned-terms';
import { termsHash } from '../../terms/exchange/terms-hash';
import { termsOf } from '../../terms/table/memo';
import { problemText } from '../../terms/table/problem';
import { asText } from '../terms/as-text';
import { runInTurn } from '../terms/in-turn';
import { NO_TABLE, locateTerms } from '../terms/terms-sheet';
import { LOG_COLUMNS, type LogEntry } from './log-columns';
import { addLog, findLog, type LogSheet, writeHeader } from './log-sheet';
import { columnIn } from './pins';
import { piecesOf, termsHeader } from './terms-cells';
import { Refusal } from '../../base/refusal';
import { done, type Outcome } from '../step-outcome';

const { version: VERSION } = about;

/**
 * Adds the figures of a scenario as they stand now to the log, as constants below the pins before, with the terms that
 * they were computed from.
 *
 * @param now the time that the log names
 */
export function pinScenario(name: string, now: Date = new Date()): Promise<Outcome> {
  return runInTurn(async (context) => {
    const terms = await locateTerms(context);
    if (!terms) return new Refusal(NO_TABLE);
    const { table, problems } = termsOf(terms.values);
    if (!table) return new Refusal(problemText(problems));
    const scenario = knownName(table.scenarios, name);
    if (scenario === undefined) {
      return new Refusal(
        `The Terms table has no scenario "${name}" any more. Nothing was pinned: choose another.`,
      );
    }
    const hash = await termsHash(terms.values, scenario);
    const headline = headlineOf(Contract.of(table), table.scenarios.indexOf(scenario));
    const time = now.toISOString().slice(0, 19).replace('T', ' ');
    const entry: LogEntry = { time, headline, scenario, hash: hash ?? '', version: VERSION };
    const place = await append(context, entry, pinnedTerms(terms.values, scenario) ?? '');
    return place instanceof Refusal ? place : done(`Pinned ${scenario} in the log, row ${place}.`);
  });
}

/** @returns the row in the sheet, from 1, or why nothing was written */
async function append(
  context: Excel.RequestContext,
  entry: LogEntry,
  terms: string,
): Promise<number | Refusal> {
  const log = (await findLog(context)) ?? (await addLog(context));
  if (log.isProtected) {
    return new Refusal(
      `The sheet ${log.sheet} is protected, and nothing was pinned. Choose Review > Unprotect Sheet, then try again.`,
    );
  }
  // Below everything on the sheet, and right of everything where a column is new: nothing is written over.
  const row = log.head.load('rowIndex').getOffsetRange(log.rows + 1, 0);
  for (const column of LOG_COLUMNS) {
    const cell = row.getOffsetRange(0, columnIn(log, column.header));
    const value = column.value(entry);
    cell.numberFormat = [[column.format]];
    cell.values = [[typeof value === 'string' && column.format !== '@' ? asText(value) : value]];
  }
  const pieces = piecesOf(terms);
  const columns = termsColumns(log, pieces.length);
  pieces.forEach((piece, place) => {
    row.getOffsetRange(0, columns[place] ?? 0).values = [[piece]];
  });
  await context.sync();
  return log.head.rowIndex + log.rows + 2;
}

const TERMS_WIDTH = 160;

/** The columns for so many cells of terms; those that an earlier log lacks get a header in a free column. */
function termsColumns({ head, columns, free }: LogSheet, count: number): number[] {
  let next = free;
  return Array.from({ length: count }, (_none, place) => {
    const header = termsHeader(place);
    const known = columns.get(header);
    if (known !== undefined) return known;
    writeHeader(head, next, header, TERMS_WIDTH);
    next += 1;
    return next - 1;
  });
}
