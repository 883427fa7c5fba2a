import { annotate, annotationsOf } from './annotations';
import type { Book } from './book';

/** How a sheet is printed: kept for reading and for export, since the grid does not print. */
export interface PageSetup {
  /** Members of Excel's PageLayout by their names on the wire. */
  readonly members: Readonly<Record<string, unknown>>;
  /** Texts of headers and footers: `DefaultForAllPages.CenterHeader`. */
  readonly texts: Readonly<Record<string, unknown>>;
  /** References to cells, `A1:F40`, which follow inserted rows and columns. */
  readonly areas: Readonly<Partial<Record<PrintArea, readonly string[]>>>;
}

export type PrintArea = 'area' | 'titleRows' | 'titleColumns';

const NO_SETUP: PageSetup = { members: {}, texts: {}, areas: {} };

export const pageSetupOf = (book: Book, sheetId: string): PageSetup =>
  annotationsOf(book).pageSetups[sheetId] ?? NO_SETUP;

export function changePageSetup(book: Book, sheetId: string, change: Partial<PageSetup>): void {
  annotate(book, 'pageSetups', sheetId, { ...pageSetupOf(book, sheetId), ...change });
}
