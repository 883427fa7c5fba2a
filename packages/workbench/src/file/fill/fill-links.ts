import { intersection } from '../../book/address';
import type { Book } from '../../book/book';
import { linkedContent } from '../../book/cells/hyperlinks';
import type { ReadLink } from '../read/read-links';

/** Makes the cells of a sheet links again, and their texts such that a person can follow. */
export function fillLinks(sheetId: string, links: readonly ReadLink[], book: Book): void {
  for (const { zone, link } of links) {
    const inside = intersection(zone, book.extent(sheetId));
    if (inside === undefined) continue;
    for (let row = inside.top; row <= inside.bottom; row += 1) {
      for (let col = inside.left; col <= inside.right; col += 1) {
        const cell = book.state.getCell({ sheetId, row, col });
        if (cell === undefined) continue;
        book.setStyle(sheetId, { left: col, right: col, top: row, bottom: row }, { link });
        if (cell.isFormula || typeof cell.parsedValue !== 'string' || cell.content.startsWith("'")) continue;
        const content = linkedContent(book, cell.content, link);
        if (content !== cell.content) book.dispatch('UPDATE_CELL', { sheetId, row, col, content });
      }
    }
  }
}
