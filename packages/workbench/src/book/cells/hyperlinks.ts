import { splitSheetName } from '../address';
import type { Book, Position } from '../book';
import type { CellLink, CellLook } from '../looks/cell-look';
import type { GridCommand } from '../changes';

/** Hyperlinks: Excel's are marks of cells; a text is shown by the grid as a link of its own that a person can follow. */

/** The grid gives an inserted row the style of its neighbour, and the link with it: blank cells have none. */
export function keepLinksFromSpreading(book: Book): void {
  let isInserted = false;
  book.model.on('command-dispatched', keepLinksFromSpreading, (command: object) => {
    if ((command as GridCommand).type === 'ADD_COLUMNS_ROWS') isInserted = true;
  });
  book.onSettle((command) => {
    if (!isInserted && command.type !== 'ADD_COLUMNS_ROWS') return;
    isInserted = false;
    for (const sheetId of book.getters.getSheetIds()) dropLinksOfBlanks(book, sheetId);
  });
}

function dropLinksOfBlanks(book: Book, sheetId: string): void {
  for (const cell of book.getters.getCells(sheetId)) {
    const look: CellLook | undefined = cell.style;
    if (look?.link === undefined || cell.isFormula || cell.content !== '') continue;
    const { row, col } = book.getters.getCellPosition(cell.id);
    const target = [{ left: col, right: col, top: row, bottom: row }];
    book.dispatch('SET_FORMATTING', { sheetId, target, style: NO_LINK });
  }
}

/** Takes a link away, with the look that it gave. */
export const NO_LINK = { link: undefined, textColor: undefined, underline: undefined };

export const linkOf = (book: Book, position: Position): CellLink | undefined =>
  book.lookAt(position).style?.link;

/** The grid's content for a text in a cell with a link. */
export function linkedContent(book: Book, text: string, link: CellLink): string {
  const url = urlOf(book, link);
  return url === undefined || /[[\]]/.test(text) || text === '' ? text : `[${text}](${url})`;
}

/** Where the grid goes: an address, or a sheet. */
function urlOf(book: Book, { address, documentReference }: CellLink): string | undefined {
  if (address !== undefined && address !== '') return address;
  const { sheetName } = splitSheetName(documentReference ?? '');
  const sheetId = sheetName === undefined ? undefined : book.findSheet(sheetName);
  return sheetId === undefined ? undefined : `o-spreadsheet://${sheetId}`;
}
