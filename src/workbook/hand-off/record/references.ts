import { type Reference, isReference, wordArgument } from '../../formulas/formula';
import { tokensOf } from '../../formulas/formula-tokens';
import { letterOf, placeOf } from '../../model-sheets/plan/columns';
import { quoted } from '../../model-sheets/plan/places';

/**
 * The places that a formula reads. Excel keeps the references of a formula right while rows come and go and sheets are
 * renamed; a formula that is only a text needs somebody else to do that. Here they are listed so that a formula on the
 * sheet Handoff can hold them meanwhile, and put back into the text.
 */

/** Where a place is now; undefined where it was deleted. */
export type CurrentPlace = Reference | undefined;

/** A formula with each of its references replaced. */
export function rewritten(formula: string, replace: (reference: Reference) => string): string {
  const parts = tokensOf(formula).map(({ kind, text }) => {
    if (kind !== 'word' || /^(TRUE|FALSE)$/i.test(text)) return text;
    const argument = wordArgument(text);
    return isReference(argument) ? replace(argument) : text;
  });
  return `=${parts.join('')}`;
}

/** The distinct places that some formulas of one sheet read, as a formula on any other sheet names them. */
export function placesRead(formulas: readonly string[], sheet: string): string[] {
  const found = new Set<string>();
  for (const formula of formulas) {
    rewritten(formula, (reference) => {
      const place = placeRead(reference, sheet);
      if (place !== undefined) found.add(place);
      return reference.text;
    });
  }
  return [...found];
}

/** A column of the formula's own row, [@Tokens], needs no following: it is found by its name. */
const isOfOwnRow = (text: string): boolean => /@|#This Row/i.test(text) || text.startsWith('[');

function placeRead(reference: Reference, own: string): string | undefined {
  if (reference.kind === 'structured') return isOfOwnRow(reference.text) ? undefined : reference.text;
  if (reference.kind === 'name') return reference.text;
  const { sheet = own, address } = reference;
  const fixed = address.replaceAll(/[A-Z]+|\d+/g, '$$$&');
  return `${quoted(sheet)}!${fixed}`;
}

/** A range whose end is computed (A1:INDEX(…)) and a stack of sheets (Jan:Mar!A1) cannot be followed. */
export const canBeFollowed = (formula: string): boolean =>
  tokensOf(formula).every(({ kind, text }) => {
    if (kind === 'function') return !text.includes(':');
    return kind !== 'word' || wordArgument(text).kind !== 'expression' || text.includes('[');
  });

export interface Move {
  /** The sheet that the formula stood on when its places were listed. */
  readonly from: string;
  /** The sheet that it is to stand on. */
  readonly to: string;
  /** By how many rows and columns it is copied besides, as a sort does. */
  readonly rows: number;
  readonly columns: number;
}

/** The formula with its places where they are now; undefined where one of them is gone. */
export function withPlaces(
  formula: string,
  now: ReadonlyMap<string, CurrentPlace>,
  move: Move,
): string | undefined {
  let isWhole = true;
  const text = rewritten(formula, (reference) => {
    const key = placeRead(reference, move.from);
    if (key === undefined) return reference.text;
    const place = now.get(key);
    if (!place) {
      isWhole = false;
      return reference.text;
    }
    return place.kind === 'reference' && reference.kind === 'reference'
      ? written(reference, place, move)
      : place.text;
  });
  return isWhole ? text : undefined;
}

type Cells = Extract<Reference, { kind: 'reference' }>;

/** Where the cells are now, with the dollar signs that the formula had. */
function written(was: Cells, now: Cells, move: Move): string {
  const marks = was.text
    .slice(was.text.lastIndexOf('!') + 1)
    .replace('#', '')
    .split(':');
  const parts = now.address.split(':').map((part, at) => marked(part, marks[at] ?? marks[0] ?? '', move));
  const sheet = now.sheet ?? move.to;
  const isOwn = was.sheet === undefined && sheet.toLowerCase() === move.to.toLowerCase();
  return `${isOwn ? '' : `${quoted(sheet)}!`}${parts.join(':')}${was.spill ? '#' : ''}`;
}

function marked(part: string, was: string, { rows, columns }: Move): string {
  const [, letters = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(part) ?? [];
  const [, fixedColumn = '', , fixedRow = ''] = /^(\$?)([A-Z]*)(\$?)\d*$/i.exec(was) ?? [];
  // Of a whole row, $5, the only dollar sign is that of the row.
  const isRowOnly = letters === '';
  const rowMark = isRowOnly ? fixedColumn || fixedRow : fixedRow;
  const column = letters === '' ? -1 : placeOf(letters) + (fixedColumn === '' ? columns : 0);
  const row = digits === '' ? 0 : Number(digits) + (rowMark === '' ? rows : 0);
  if ((letters !== '' && column < 0) || (digits !== '' && row < 1)) return '#REF!';
  return `${isRowOnly ? '' : fixedColumn}${letters === '' ? '' : letterOf(column)}${rowMark}${digits === '' ? '' : row}`;
}

/** A formula as it reads however Excel spaces, quotes or capitalises it. */
export const plainFormula = (formula: string): string =>
  tokensOf(formula)
    .map(({ kind, text }) => {
      if (kind === 'string') return text;
      if (kind === 'space') return '';
      return text.replaceAll("'", '').toUpperCase();
    })
    .join('');
