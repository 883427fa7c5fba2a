/** One thing that is wrong with the table, in a sentence that says what to do. */
export interface Problem {
  /** Row within the range, from 1, the header counted. */
  readonly row: number;
  /** Column within the range, from 1. */
  readonly column: number;
  /** The header of that column; empty where there is none. */
  readonly header: string;
  readonly sentence: string;
}

/** What one cell can show without being cut off. */
const MOST_IN_ONE_TEXT = 5;

/** Several problems as one text: the first few, and how many more there are. */
export function problemText(problems: readonly Problem[], most = MOST_IN_ONE_TEXT): string {
  const shown = problems.slice(0, most).map(({ sentence }) => sentence);
  const more = problems.length - shown.length;
  return more > 0 ? `${shown.join(' ')} And ${more} more.` : shown.join(' ');
}

export const inReadingOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => a.row - b.row || a.column - b.column);
