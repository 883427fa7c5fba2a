import { cellOf } from '../../base/cell';
import { readHeader, type Header } from './header';
import { identityKey, identityText } from './identity';
import { crowdedSections } from '../catalogue/most-items';
import { type Problem, inReadingOrder } from './problem';
import { RowReader } from './read-rows';
import type { TermRow } from './row';
import type { ValueColumns } from './scenario-view';
import { TermsTable } from './table';
import { unitRefusal } from '../catalogue/units';
import { problemsAcrossRows } from './validate';

/** Rows with content that a table may have. Far above any contract, far below what would make Excel wait. */
export const MAX_TERM_ROWS = 20_000;

export interface ParsedTerms {
  /** The table, where nothing is wrong with it. */
  readonly table: TermsTable | undefined;
  /** All that is wrong, in the order of the rows. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the Terms table from a range as Excel delivers it: rows of cells, a header in the first five of them.
 *
 * Each row names its section, item and term. Dates are serials, numbers are numbers; nothing that is typed as text is
 * taken for a number or a date. A blank scenario cell, or the word Base, inherits Base; the word None says that there
 * is no value.
 */
export function parseTerms(block: readonly (readonly unknown[])[]): ParsedTerms {
  const rows = withoutBlankEnd(block);
  const reading = readHeader(rows);
  if ('problems' in reading) return refused(reading.problems);
  const { header } = reading;
  const reader = new RowReader(rows, header);
  const filled = reader.filled();
  if (filled.length > MAX_TERM_ROWS) return refused([tooLong(filled.length)]);

  const { rows: read, meant, problems } = reader.read(filled);
  const { unique, problems: twice } = withoutTwins(read, header);
  const table = new TermsTable(
    unique,
    header.scenarios.map(({ name }) => name),
  );
  const crowded = crowdedSections(table, unique);
  if (crowded.length > 0) return refused(inReadingOrder([...problems, ...twice, ...crowded]));
  const columns = valueColumnsOf(header);
  const unknown = new Set(
    meant.map(({ definition, item, term }) => identityKey(definition.section, item, term)),
  );
  const all = inReadingOrder([
    ...problems,
    ...twice,
    ...unitProblems(unique, header, reader, table.currency),
    ...problemsAcrossRows(table, columns, (section, item, term) =>
      unknown.has(identityKey(section, item, term)),
    ),
  ]);
  return all.length > 0 ? refused(all) : { table, problems: [] };
}

const refused = (problems: readonly Problem[]): ParsedTerms => ({ table: undefined, problems });

/** A whole column brings a million blank rows: they are dropped before anything else looks at them. */
function withoutBlankEnd(block: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  let end = block.length;
  while (end > 0 && (block[end - 1] ?? []).every(isBlankOrZero)) end -= 1;
  return end === block.length ? block : block.slice(0, end);
}

const isBlankOrZero = (raw: unknown): boolean =>
  raw === null || raw === '' || raw === 0 || cellOf(raw).holds === 'blank';

const tooLong = (count: number): Problem => ({
  row: 1,
  column: 1,
  header: '',
  sentence: `Terms has ${count} rows with content: it may have at most ${MAX_TERM_ROWS}. Give the table itself, as TermsTable[#All], or split it.`,
});

const valueColumnsOf = ({ row, scenarios }: Header): ValueColumns => ({
  headerRow: row + 1,
  scenarios: scenarios.map(({ name, column }) => ({ name, column: column + 1 })),
});

function withoutTwins(
  rows: readonly TermRow[],
  { columns }: Header,
): { unique: TermRow[]; problems: Problem[] } {
  const first = new Map<string, TermRow>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const { section } = row.definition;
    const key = identityKey(section, row.item, row.term);
    const other = first.get(key);
    if (other === undefined) first.set(key, row);
    else {
      problems.push({
        row: row.row,
        column: (columns.get('Term') ?? 0) + 1,
        header: 'Term',
        sentence: `Terms, rows ${other.row} and ${row.row} both hold ${identityText(section, row.item, row.term)}. Keep one of them.`,
      });
    }
  }
  return { unique: [...first.values()], problems };
}

function unitProblems(
  rows: readonly TermRow[],
  { columns }: Header,
  reader: RowReader,
  currency: string,
): Problem[] {
  const column = columns.get('Unit');
  if (column === undefined) return [];
  return rows.flatMap(({ row, definition, item, term }) => {
    const text = reader.unit(row - 1);
    const refusal = text === '' ? undefined : unitRefusal(definition, text, currency);
    if (refusal === undefined) return [];
    const name = identityText(definition.section, item, term);
    const { sentence } = refusal.at(`Terms, row ${row}, Unit (${name})`);
    return [{ row, column: column + 1, header: 'Unit', sentence }];
  });
}
