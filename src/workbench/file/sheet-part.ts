import { pageSetupOf } from '../book/page-setup';
import type { FileSource } from './sheet-cells';
import { node } from './xml';

/** In this order a sheet's parts must stand. */
const ORDER =
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
  autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
  hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
  ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts
  extLst`.split(/\s+/);

const ORIENTATIONS: Readonly<Record<string, string>> = { Landscape: 'landscape', Portrait: 'portrait' };

/** How the sheet is printed, which the grid does not keep. */
export function addPageSetup(sheet: Document, sheetId: string, { book }: FileSource): void {
  const { members } = pageSetupOf(book, sheetId);
  const root = sheet.documentElement;
  const zoom = (members['Zoom'] ?? {}) as Readonly<Record<string, number | undefined>>;
  const fits = zoom['horizontalFitToPages'] !== undefined || zoom['verticalFitToPages'] !== undefined;
  if (fits) propertiesOf(sheet).appendChild(node(sheet, 'pageSetUpPr', { fitToPage: 1 }));
  const orientation = ORIENTATIONS[String(members['Orientation'] ?? '')];
  if (fits || orientation !== undefined || zoom['scale'] !== undefined) {
    root.appendChild(
      node(sheet, 'pageSetup', {
        scale: zoom['scale'],
        fitToWidth: fits ? (zoom['horizontalFitToPages'] ?? 0) : undefined,
        fitToHeight: fits ? (zoom['verticalFitToPages'] ?? 0) : undefined,
        orientation,
      }),
    );
  }
}

function propertiesOf(sheet: Document): Element {
  const [known] = Array.from(sheet.getElementsByTagName('sheetPr'));
  return known ?? (sheet.documentElement.appendChild(node(sheet, 'sheetPr')) as Element);
}

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
