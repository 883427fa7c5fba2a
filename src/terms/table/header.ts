import { cellOf } from '../../base/cell';
import { distance, plain } from '../../base/nearest';
import { COLUMNS, type ColumnName, REQUIRED_COLUMNS, RIGHT_OF_SCENARIOS } from './columns';
import type { Problem } from './problem';
import { andList, orList } from '../../base/words';

/** Words that mean something of their own where a scenario is named or a cell is filled. */
export const RESERVED_NAMES: readonly string[] = ['Base', 'Live', 'None'];

const ROWS_SEARCHED = 5;
const MOST_SCENARIOS = 100;

export interface ScenarioColumn {
  readonly name: string;
  /** Place within the range, from 0. */
  readonly column: number;
}

export interface Header {
  /** Place within the range, from 0. */
  readonly row: number;
  readonly columns: ReadonlyMap<ColumnName, number>;
  /** Base first, then the scenarios from left to right. */
  readonly scenarios: readonly ScenarioColumn[];
}

export type HeaderReading =
  { readonly header: Header } | { readonly problems: readonly [Problem, ...Problem[]] };

type Row = readonly unknown[];

/**
 * Finds the header in the first rows of a range, and says all that is wrong with it.
 *
 * @param at how a sentence names the row of the header, with what divides it from the rest
 */
export function readHeader(
  rows: readonly Row[],
  at = (row: number): string => `Terms, row ${row + 1}: `,
): HeaderReading {
  const row = headerRow(rows);
  if (row === undefined) return { problems: [noHeader] };
  const texts = (rows[row] ?? []).map(headerText);
  const columns = new Map<ColumnName, number>();
  const problems: Problem[] = [];
  const report = (column: number, sentence: string): void => {
    problems.push({ row: row + 1, column: column + 1, header: texts[column] ?? '', sentence });
  };

  for (const [column, text] of texts.entries()) {
    const name = COLUMNS.find((known) => plain(known) === plain(text));
    if (name === undefined) continue;
    const first = columns.get(name);
    if (first === undefined) columns.set(name, column);
    else {
      const reserved = RESERVED_NAMES.includes(name) ? ` ${name} cannot be the name of a scenario.` : '';
      report(
        column,
        `${at(row)}the header ${name} stands in column ${first + 1} and in column ${column + 1}.${reserved} Keep one, or rename the other.`,
      );
    }
  }
  for (const name of REQUIRED_COLUMNS) if (!columns.has(name)) report(0, at(row) + missing(name, texts));

  const base = columns.get('Base');
  const low = columns.get('Low');
  if (base !== undefined && low !== undefined && low < base) {
    report(
      low,
      `${at(row)}Low stands in column ${low + 1} and Base in column ${base + 1}. Base must stand left of Low, since the scenarios stand between them: move Base.`,
    );
  }
  const scenarios = base === undefined ? [] : scenarioColumns(texts, columns, base, report);
  if (base !== undefined) reportNameless(rows, row, texts, base, scenarioEnd(texts, columns, base), report);

  const [first, ...others] = problems;
  if (first) return { problems: [first, ...others] };
  return { header: { row, columns, scenarios: [{ name: 'Base', column: base ?? 0 }, ...scenarios] } };
}

function headerText(raw: unknown): string {
  const cell = cellOf(raw);
  if (cell.holds === 'text') return cell.value.replace(/\s+/g, ' ');
  // A scenario may be called 2028; a 0 is how some versions of Excel deliver a blank cell.
  return cell.holds === 'number' && cell.value !== 0 ? String(cell.value) : '';
}

/** The row with the most required headers, at least two, so that a title above the table is no header. */
function headerRow(rows: readonly Row[]): number | undefined {
  let best: number | undefined;
  let most = 1;
  for (const [place, row] of rows.slice(0, ROWS_SEARCHED).entries()) {
    const texts = new Set(row.map((raw) => plain(headerText(raw))));
    const found = REQUIRED_COLUMNS.filter((name) => texts.has(plain(name))).length;
    if (found > most) [best, most] = [place, found];
  }
  return best;
}

const noHeader: Problem = {
  row: 1,
  column: 1,
  header: '',
  sentence: `Terms has no header: one of the first five rows of the range must hold ${REQUIRED_COLUMNS.join(', ')}. Give the whole table with its header, as TermsTable[#All].`,
};

function missing(name: ColumnName, texts: readonly string[]): string {
  const unknown = texts.filter(
    (text) => text !== '' && !COLUMNS.some((known) => plain(known) === plain(text)),
  );
  const close = unknown.find((text) => isSlip(plain(text), plain(name)));
  const hint =
    close === undefined ? 'Add the column, or give the whole table.' : `Is "${close}" meant? Rename it.`;
  return `the header ${name} is missing. The table needs ${andList(REQUIRED_COLUMNS)}. ${hint}`;
}

/** Two letters off at most, and the first one right. */
const isSlip = (text: string, name: string): boolean => text[0] === name[0] && distance(text, name) <= 2;

/** The first column that can be no scenario any more. */
function scenarioEnd(
  texts: readonly string[],
  columns: ReadonlyMap<ColumnName, number>,
  base: number,
): number {
  const low = columns.get('Low');
  if (low !== undefined) return low;
  const after = RIGHT_OF_SCENARIOS.map((name) => columns.get(name) ?? texts.length).filter(
    (column) => column > base,
  );
  return Math.min(texts.length, ...after);
}

function scenarioColumns(
  texts: readonly string[],
  columns: ReadonlyMap<ColumnName, number>,
  base: number,
  report: (column: number, sentence: string) => void,
): ScenarioColumn[] {
  const known = new Set(columns.values());
  const scenarios: ScenarioColumn[] = [];
  for (let column = base + 1; column < scenarioEnd(texts, columns, base); column += 1) {
    const name = texts[column] ?? '';
    if (name === '' || known.has(column) || COLUMNS.some((word) => plain(word) === plain(name))) continue;
    const same = scenarios.find((other) => plain(other.name) === plain(name));
    if (same) {
      report(
        column,
        `The scenario "${name}" stands in column ${same.column + 1} and in column ${column + 1}. Every scenario needs a name of its own: rename one.`,
      );
    } else if (RESERVED_NAMES.some((word) => plain(word) === plain(name))) {
      report(
        column,
        `The scenario in column ${column + 1} is called "${name}", which means something else here. Rename it; ${orList(RESERVED_NAMES)} cannot be its name.`,
      );
    } else scenarios.push({ name, column });
  }
  if (scenarios.length > MOST_SCENARIOS) {
    report(
      base + 1,
      `Terms has ${scenarios.length} scenarios: it may have at most ${MOST_SCENARIOS}. Remove some columns between Base and Low.`,
    );
  }
  return scenarios;
}

/** Values under no name would be lost without a word. */
function reportNameless(
  rows: readonly Row[],
  row: number,
  texts: readonly string[],
  base: number,
  end: number,
  report: (column: number, sentence: string) => void,
): void {
  for (let column = base + 1; column < end; column += 1) {
    if (texts[column] !== '') continue;
    const filled = rows.findIndex((values, place) => place > row && isFilled(values[column]));
    if (filled < 0) continue;
    report(
      column,
      `Column ${column + 1} stands between Base and Low and has values (row ${filled + 1}) but no header in row ${row + 1}. Name the scenario in its header, or clear the column.`,
    );
  }
}

const isFilled = (raw: unknown): boolean => raw !== 0 && cellOf(raw).holds !== 'blank';
