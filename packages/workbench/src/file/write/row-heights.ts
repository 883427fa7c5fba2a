import type { FileSource } from './sheet-cells';

const ROW = /<row r="(\d+)">/g;

/** In pixels, of the grid's rows. */
const USUAL_HEIGHT = 23;
const POINTS_PER_PIXEL = 0.75;

/**
 * Heights of the rows that are higher than usual because of what they hold; the grid's export names only those that a
 * person has set. They are no fixed heights: Excel fits such a row again when it changes.
 */
export const withRowHeights = (rows: string, sheetId: string, source: FileSource): string =>
  rows.replace(ROW, (tag, number: string) => {
    const row = Number(number) - 1;
    const height = Math.max(
      source.book.getters.getRowSize(sheetId, row),
      wrappedHeight(sheetId, row, source),
    );
    return height > USUAL_HEIGHT ? `<row r="${number}" ht="${height * POINTS_PER_PIXEL}">` : tag;
  });

const NORMAL_SIZE = 10;
/** Of a font's size in pixels: what a letter of a label takes on average in Arial. */
const LETTER_WIDTH = 0.48;
const BOLD_WIDTH = 0.53;
const LINE_HEIGHT = 1.25;
const PIXELS_PER_POINT = 4 / 3;
/** Left and right of a text in its cell. */
const PADDING = 8;

/** The height that the row's wrapped texts take; measured here, since the grid can measure texts in a browser only. */
function wrappedHeight(sheetId: string, row: number, { book, cells }: FileSource): number {
  const { state } = book;
  const heights = state.getRowCellIds(sheetId, row).map((id) => {
    const position = state.getCellPosition(id);
    const style = state.getCell(position)?.style;
    if (style?.wrapping !== 'wrap') return 0;
    const size = (style.fontSize ?? NORMAL_SIZE) * PIXELS_PER_POINT;
    const letter = size * (style.bold ? BOLD_WIDTH : LETTER_WIDTH);
    const room = book.getters.getColSize(sheetId, position.col) - PADDING;
    const lines = lineCount(String(cells.text(position)), Math.max(1, Math.floor(room / letter)));
    return USUAL_HEIGHT + (lines - 1) * Math.ceil(size * LINE_HEIGHT);
  });
  return Math.max(0, ...heights);
}

/** Words go to the next line as a whole, unless they are longer than a line. */
function lineCount(text: string, letters: number): number {
  return text.split('\n').reduce((lines, paragraph) => lines + linesOf(paragraph, letters), 0);
}

function linesOf(paragraph: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of paragraph.split(' ')) {
    const joined = used === 0 ? length : used + 1 + length;
    if (joined <= letters) {
      used = joined;
      continue;
    }
    lines += (used === 0 ? 0 : 1) + Math.ceil(length / letters) - 1;
    used = length % letters || letters;
  }
  return lines;
}
