/** In this order a sheet's parts must stand. */
const ORDER =
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
  autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
  hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
  ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts
  extLst`.split(/\s+/);

/** The grid puts merged cells before the protection, and Excel calls such a file damaged. */
export function putInOrder(sheet: Document): void {
  const root = sheet.documentElement;
  const children = Array.from(root.childNodes).filter((child) => child.nodeType === 1);
  const place = (child: Node) => ORDER.indexOf(child.nodeName);
  for (const child of children.sort((a, b) => place(a) - place(b))) root.appendChild(child);
}

const ROWS = /<sheetData\b[^>]*?(?:\/>|>([^]*?)<\/sheetData>)/;

/** A sheet apart from its rows, and these: reading them as XML would take long. */
export function apart(sheet: string): { readonly frame: string; readonly rows: string } {
  const [all, rows = ''] = ROWS.exec(sheet) ?? [];
  if (all === undefined) throw new Error('A sheet has no place for rows.');
  return { frame: sheet.replace(all, () => '<sheetData/>'), rows };
}

export const together = (frame: string, rows: string): string =>
  frame.replace(ROWS, () => `<sheetData>${rows}</sheetData>`);
