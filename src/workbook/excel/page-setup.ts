/** How a generated sheet goes onto paper. */
export interface PageSetup {
  /** Rows from the top that every page repeats. */
  readonly titleRows: number;
  /** Letter of the last column, from A on, that every page repeats; left out, none. */
  readonly titleColumns?: string;
  /** Pages beside each other; left out, as many as it takes in the usual size. */
  readonly pagesAcross?: number;
}

/** Every printer can print as close to the edge as this. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };

/** Sideways, with the heads on each page, and below which sheet and which page it is. */
export function setUpPages(
  { pageLayout }: Excel.Worksheet,
  { titleRows, titleColumns, pagesAcross }: PageSetup,
): void {
  pageLayout.orientation = 'Landscape';
  if (pagesAcross !== undefined)
    pageLayout.zoom = { horizontalFitToPages: pagesAcross, verticalFitToPages: 0 };
  pageLayout.setPrintMargins('Inches', MARGINS);
  pageLayout.setPrintTitleRows(`$1:$${titleRows}`);
  if (titleColumns !== undefined) pageLayout.setPrintTitleColumns(`$A:$${titleColumns}`);
  const texts = pageLayout.headersFooters.defaultForAllPages;
  texts.leftFooter = '&A';
  texts.rightFooter = '&P of &N';
}
