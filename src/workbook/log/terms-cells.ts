import { MOST_CHARACTERS } from '../../terms/exchange/cell-content';

/** What a cell begins with that goes on with the text of the one before it: nothing that Excel takes for a formula. */
const GOES_ON = '…';

const isPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** A long text as the cells of one row take it. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const mark = at === 0 ? '' : GOES_ON;
    let end = Math.min(text.length, at + MOST_CHARACTERS - mark.length);
    if (end < text.length && isPair(text, end)) end -= 1;
    pieces.push(`${mark}${text.slice(at, end)}`);
    at = end;
  }
  return pieces;
}

/** The text of such cells; empty where the first one is. */
export function joinedText(pieces: readonly string[]): string {
  const [first = '', ...others] = pieces;
  const end = others.findIndex((piece) => !piece.startsWith(GOES_ON));
  const more = end < 0 ? others : others.slice(0, end);
  return [first, ...more.map((piece) => piece.slice(GOES_ON.length))].join('');
}

/** The header of a cell's column. @param place of the cell in the text, from 0 */
export const termsHeader = (place: number): string =>
  place === 0 ? 'Terms pinned' : `Terms pinned, part ${place + 1}`;
