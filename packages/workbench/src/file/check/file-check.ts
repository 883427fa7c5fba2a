/** What opening a file made of its formulas. */
export interface FileCheck {
  /** Formulas that show something else than in the file. */
  readonly differences: readonly Difference[];
  /** Formulas that the grid cannot compute, and that keep the values of the file. */
  readonly kept: readonly KeptCell[];
  /** Formulas that the grid cannot compute and that have no value in the file. */
  readonly uncomputed: readonly KeptCell[];
}

export interface CheckedCell {
  readonly sheetName: string;
  readonly address: string;
}

export interface Difference extends CheckedCell {
  /** What the cell shows here, and in the file. */
  readonly shown: string;
  readonly stored: string;
  /** It depends on today's date or on chance, so that it changes anyway. */
  readonly isVolatile: boolean;
}

export interface KeptCell extends CheckedCell {
  /** Why the grid cannot compute it: words that follow "since". */
  readonly reason: string;
}

export const NOTHING_TO_CHECK: FileCheck = { differences: [], kept: [], uncomputed: [] };

/** What a person should know of it, one sentence each; none where all is as in the file. */
export function checkSentences({ differences, kept, uncomputed }: FileCheck): string[] {
  return [
    ...keptSentences(kept, 'of the file', 'keeps the value', 'keep the values'),
    ...keptSentences(uncomputed, '', 'shows an error', 'show errors'),
    ...differenceSentences(differences),
  ];
}

function keptSentences(cells: readonly KeptCell[], what: string, one: string, many: string): string[] {
  const [first] = cells;
  if (first === undefined) return [];
  const reasons = [...new Set(cells.map(({ reason }) => reason))];
  const shown = reasons.slice(0, MOST_REASONS).join('; ');
  const more = reasons.length > MOST_REASONS ? '; …' : '';
  const does = `${counted(cells.length)} ${cells.length === 1 ? one : many}`;
  return [
    `${does}${what === '' ? '' : ` ${what}`}, since ${shown}${more}: ${cells.length === 1 ? '' : 'the first is '}${placeOf(first)}.`,
  ];
}

const MOST_REASONS = 4;

function differenceSentences(differences: readonly Difference[]): string[] {
  const [first] = differences;
  if (first === undefined) return [];
  const { length } = differences;
  const volatile = differences.filter(({ isVolatile }) => isVolatile).length;
  const because =
    volatile === 0
      ? ''
      : volatile === length
        ? ` ${length === 1 ? 'It depends' : 'They depend'} on today's date or on chance.`
        : ` ${volatile} of them depend${volatile === 1 ? 's' : ''} on today's date or on chance.`;
  return [
    `${counted(length)} ${length === 1 ? 'shows' : 'show'} something else than in the file: ${length === 1 ? '' : 'the first is '}${placeOf(first)}, ${quoted(first.shown)} here and ${quoted(first.stored)} in the file.${because}`,
  ];
}

const counted = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'formula' : 'formulas'}`;

export const placeOf = ({ sheetName, address }: CheckedCell): string => `${sheetName}!${address}`;

const LONGEST = 40;

const quoted = (text: string): string =>
  text === '' ? 'nothing' : text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
