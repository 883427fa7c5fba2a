import { load } from '@odoo/o-spreadsheet';
import type { Package } from './package-parts';
import type { SheetPlace } from './read-workbook';
import { UnreadableFile } from './unreadable-file';
import type { Xml } from './xml';
import { attributesOf } from './xml-text';

/** What the grid is made from, as far as it is changed here. */
export interface GridData {
  readonly sheets: readonly GridSheet[];
  formats: Record<string, string>;
  readonly styles: Record<string, GridStyle>;
  readonly borders?: Readonly<
    Record<string, Readonly<Record<string, { readonly style: string; readonly color: string } | undefined>>>
  >;
}

export interface GridStyle {
  wrapping?: string;
  fontSize?: number;
  verticalAlign?: string;
}

export interface GridSheet {
  id: string;
  readonly name: string;
  isLocked: boolean;
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

/** One look, which is the standard one. */
const NO_STYLES =
  '<styleSheet><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellXfs><xf fontId="0" fillId="0" borderId="0" numFmtId="0"/></cellXfs></styleSheet>';
/** The colours of Office, which looks may refer to without the file having them. */
const OFFICE_THEME = `<a:theme><a:clrScheme>${[
  ['dk1', '000000'],
  ['lt1', 'FFFFFF'],
  ['dk2', '44546A'],
  ['lt2', 'E7E6E6'],
  ['accent1', '4472C4'],
  ['accent2', 'ED7D31'],
  ['accent3', 'A5A5A5'],
  ['accent4', 'FFC000'],
  ['accent5', '5B9BD5'],
  ['accent6', '70AD47'],
  ['hlink', '0563C1'],
  ['folHlink', '954F72'],
]
  .map(([name, color]) => `<a:${name}><a:srgbClr val="${color}"/></a:${name}>`)
  .join('')}</a:clrScheme></a:theme>`;

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What the import fails without, by the kind of part. */
const STANDARD: Readonly<Record<string, { readonly contentType: string; readonly text: string }>> = {
  styles: { contentType: `${OFFICE}.spreadsheetml.styles+xml`, text: NO_STYLES },
  theme: { contentType: `${OFFICE}.theme+xml`, text: OFFICE_THEME },
};

const CONTENT_TYPES = '[Content_Types].xml';
const NO_TEXTS = '<sst/>';

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
  const files = new Map<string, unknown>();
  for (const [path, text] of parts) if (isForGrid(path)) files.set(path, bare.get(path) ?? text);
  for (const [path, imageSrc] of images) files.set(path, { imageSrc });
  const texts = workbook.part('sharedStrings');
  if (texts !== undefined && files.has(texts)) files.set(texts, NO_TEXTS);
  const missing = Object.entries(STANDARD).filter(([type]) => !files.has(workbook.part(type) ?? ''));
  const added = missing.map(([type, { contentType, text }]) => {
    files.set(`xl/standard/${type}.xml`, text);
    return `<Override PartName="/xl/standard/${type}.xml" ContentType="${contentType}"/>`;
  });
  const types = (parts.get(CONTENT_TYPES) ?? '').replace(OVERRIDE, (tag) =>
    files.has((attributesOf(tag)['PartName'] ?? '').replace(/^\//, '')) ? tag : '',
  );
  files.set(CONTENT_TYPES, types.replace('</Types>', `${added.join('')}</Types>`));
  const data = xml.importing(() => loaded(Object.fromEntries(files)));
  return { ...data, sheets: inOrder(data.sheets, workbook.sheets) };
}

/** Says of what kind a part is; one that is not there stops the import. */
const OVERRIDE = /<Override\b[^>]*?(?:\/>|>\s*<\/Override>)/g;

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
