import { annotate, annotationsOf, followRanges } from './annotations';
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

declare module './annotations' {
  interface AnnotationSections {
    /** By sheet id. */
    readonly pageSetups: PageSetup;
  }
}

const NO_SETUP: PageSetup = { members: {}, texts: {}, areas: {} };

export const pageSetupOf = (book: Book, sheetId: string): PageSetup =>
  annotationsOf(book, 'pageSetups')[sheetId] ?? NO_SETUP;

export function changePageSetup(book: Book, sheetId: string, change: Partial<PageSetup>): void {
  annotate(book, 'pageSetups', sheetId, { ...pageSetupOf(book, sheetId), ...change });
}

followRanges('pageSetups', (setup, sheetId, adapt) => {
  const areas = Object.entries(setup.areas).map(
    ([kind, texts]) => [kind, texts.map((text) => adapt.formula(sheetId, `=${text}`).slice(1))] as const,
  );
  const moved: PageSetup['areas'] = Object.fromEntries(areas);
  return JSON.stringify(moved) === JSON.stringify(setup.areas) ? setup : { ...setup, areas: moved };
});
