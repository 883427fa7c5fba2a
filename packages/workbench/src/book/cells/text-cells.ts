import type { Book } from '../book';
import type { GridCommand } from '../changes';
import { NUMBER_IN_TEXT_FORMAT } from './number-format';

/** What a person types into a cell of text format is text, also where a number of a file stands in it. */
export function keepTypedTexts(book: Book): void {
  book.onSettle((command) => {
    const { type, content, sheetId, row, col }: GridCommand = command;
    if (type !== 'UPDATE_CELL' || content === undefined || content === '' || content.startsWith('=')) return;
    if (sheetId === undefined || row === undefined || col === undefined) return;
    if (book.state.getCell({ sheetId, row, col })?.format !== NUMBER_IN_TEXT_FORMAT) return;
    book.dispatch('UPDATE_CELL', { sheetId, row, col, content, format: '@' });
  });
}
