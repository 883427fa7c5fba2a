import { dayFromIso } from '../../src/base/calendar';
import { type Problem } from '../../src/terms/table/problem';
import { parseTerms } from '../../src/terms/table/parse';
import type { TermsTable } from '../../src/terms/table/table';

export type Block = unknown[][];

export const HEADER = [
  'Section',
  'Item',
  'Term',
  'Unit',
  'Base',
  'Late',
  'Low',
  'High',
  'Status',
  'As of',
  'Note',
];

export const day = (iso: string): number => {
  const serial = dayFromIso(iso);
  if (serial === undefined) throw new Error(`${iso} is no date.`);
  return serial;
};

/** Rows of section, item, term, Base, Late; the other columns stay blank. */
export type ShortRow = [section: string, item: unknown, term: string, base: unknown, late?: unknown];

export const rowOf = ([section, item, term, base, late = '']: ShortRow): unknown[] => [
  section,
  item,
  term,
  '',
  base,
  late,
  '',
  '',
  '',
  '',
  '',
];

/** A small contract without anything to correct: rows 2 to 19 below the header. */
export const SMALL: readonly ShortRow[] = [
  ['Model', '', 'Start', day('2027-01-01')],
  ['Model', '', 'Horizon', 12],
  ['Usage', 'Chat', 'Input tokens per month', 1e9],
  ['Usage', 'Chat', 'Growth', 'CAGR'],
  ['Usage', 'Chat', 'Growth rate', 0.5],
  ['Usage', 'Chat', 'Cache read share', 0.5],
  ['Transition', '', 'Cutover', day('2027-04-01'), day('2027-07-01')],
  ['Reserved', '', 'Start', day('2027-01-01')],
  ['Reserved', '', 'End', day('2027-10-01')],
  ['Reserved', '', 'Rate', 30],
  ['Reserved', '', 'Tokens per unit-hour', 1e6],
  ['Reserved', '2027-01-01', 'Units', 2],
  ['Burn-down', 'Input', 'Weight', 1],
  ['Burn-down', 'Cache read', 'Weight', 0.1],
  ['Token price', 'Input', 'Price', 3],
  ['Token price', 'Cache read', 'Price', 0.3],
];

/** The small contract with further rows; a row of the same identity takes the place of the one there. */
export function blockOf(...more: ShortRow[]): Block {
  const key = ([section, item, term]: ShortRow): string => `${section}|${String(item)}|${term}`;
  const replaced = SMALL.map((row) => more.find((other) => key(other) === key(row)) ?? row);
  const added = more.filter((row) => !SMALL.some((other) => key(other) === key(row)));
  return [[...HEADER], ...[...replaced, ...added].map(rowOf)];
}

export const problemsOf = (block: Block): readonly Problem[] => parseTerms(block).problems;
export const sentencesOf = (...more: ShortRow[]): string[] =>
  problemsOf(blockOf(...more)).map(({ sentence }) => sentence);

export function tableOf(block: Block): TermsTable {
  const { table, problems } = parseTerms(block);
  if (!table) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
  return table;
}
