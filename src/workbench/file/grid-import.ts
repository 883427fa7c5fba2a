import { load } from '@odoo/o-spreadsheet';
import type { Package } from './package-parts';
import type { SheetPlace } from './read-workbook';
import { UnreadableFile } from './unreadable-file';
import type { Xml } from './xml';

/** What the grid is made from, as far as it is changed here. */
export interface GridData {
  readonly sheets: readonly GridSheet[];
  formats: Record<string, string>;
  readonly styles: Record<string, GridStyle>;
}

export interface GridStyle {
  wrapping?: string;
  fontSize?: number;
}

export interface GridSheet {
  id: string;
  readonly name: string;
  cells: Record<string, string>;
  /** By address, the number of a format. */
  formats: Record<string, number>;
  readonly styles: Record<string, number>;
  colNumber: number;
  rowNumber: number;
  readonly rows: Record<string, { size?: number; isHidden?: boolean } | undefined>;
  readonly conditionalFormats?: readonly { readonly rule: { readonly style?: GridStyle } }[];
  readonly figures: readonly { readonly id: string; readonly tag: string; readonly data: object }[];
}

const CONTENT_TYPES = '[Content_Types].xml';
const NO_TEXTS = '<sst/>';
/** One look, which is the standard one. */
const NO_STYLES =
  '<styleSheet><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellXfs><xf fontId="0" fillId="0" borderId="0" numFmtId="0"/></cellXfs></styleSheet>';

/**
 * The grid's own import: sheets, looks, sizes, merged cells, tables, conditional formats, charts and pictures. What it
 * would read wrongly or not at all is not shown to it: see `open-file.ts`.
 * @param bare  the parts of the sheets without what their cells hold
 */
export function importIntoGrid(
  { parts, images }: Package,
  workbook: { readonly sheets: readonly SheetPlace[]; part(type: string): string | undefined },
  bare: ReadonlyMap<string, string>,
  xml: Xml,
): GridData {
  const files: Record<string, unknown> = {};
  for (const [path, text] of parts) if (isForGrid(path)) files[path] = bare.get(path) ?? text;
  for (const [path, imageSrc] of images) files[path] = { imageSrc };
  const texts = workbook.part('sharedStrings');
  if (texts !== undefined) files[texts] = NO_TEXTS;
  if (workbook.part('styles') === undefined) {
    files['xl/styles.xml'] = NO_STYLES;
    files[CONTENT_TYPES] = String(files[CONTENT_TYPES]).replace('</Types>', `${STYLES_TYPE}</Types>`);
  }
  const data = xml.importing(() => loaded(files));
  return { ...data, sheets: inOrder(data.sheets, workbook.sheets) };
}

const STYLES_TYPE =
  '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>';

/** Not what the grid would make tables or values of, and nobody asks for. */
const isForGrid = (path: string) => !/\/(?:pivotTables|pivotCache|externalLinks)\//.test(path);

function loaded(files: Readonly<Record<string, unknown>>): GridData {
  try {
    return load(files) as unknown as GridData;
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message.split('\n')[0] : String(failure);
    throw new UnreadableFile(`is damaged: its sheets or looks cannot be read (${reason}).`);
  }
}

/** The grid sorts sheets by the paths of their parts. */
function inOrder(sheets: readonly GridSheet[], places: readonly SheetPlace[]): GridSheet[] {
  return places.map(({ name }) => {
    const found = sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new UnreadableFile(`is damaged: its sheet "${name}" cannot be read.`);
    return found;
  });
}
