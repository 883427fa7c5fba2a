import { load } from '@odoo/o-spreadsheet';
import { relationsOf, relationsPath, type Package } from '../package/package-parts';
import type { ReadWorkbook, SheetPlace } from '../read/read-workbook';
import { UnreadableFile } from '../package/unreadable-file';
import { escaped, type Xml } from '../package/xml';

/** What the grid is made from, as far as it is changed here. */
export interface GridData {
  readonly sheets: readonly GridSheet[];
  formats: Record<string, string>;
  /** The grid's names, and the cells that each stands for. */
  namedRanges?: Record<string, string>;
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

/** By the kind of relation that leads to a part. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  officeDocument: `${OFFICE}.spreadsheetml.sheet.main+xml`,
  worksheet: `${OFFICE}.spreadsheetml.worksheet+xml`,
  sharedStrings: `${OFFICE}.spreadsheetml.sharedStrings+xml`,
  styles: `${OFFICE}.spreadsheetml.styles+xml`,
  theme: `${OFFICE}.theme+xml`,
  table: `${OFFICE}.spreadsheetml.table+xml`,
  drawing: `${OFFICE}.drawing+xml`,
  chart: `${OFFICE}.drawingml.chart+xml`,
};

/** What the import fails without. */
const STANDARD: Readonly<Record<string, string>> = { styles: NO_STYLES, theme: OFFICE_THEME };

const NO_TEXTS = '<sst/>';

/** What the grid made of a file. */
export interface GridImport {
  readonly data: GridData;
  /** What it could not read, in words that follow "Left out:". */
  readonly lost: readonly string[];
}

/** Kinds of parts that a book can do without, the most valuable last. */
const DISPENSABLE: readonly (readonly [kind: string, what: string])[] = [
  ['drawing', 'charts and pictures'],
  ['table', 'tables'],
  ['conditionalFormatting', 'conditional formats'],
  ['styles', 'the looks of cells'],
];

/**
 * The grid's own import: sheets, looks, sizes, merged cells, tables, conditional formats, charts and pictures. What it
 * would read wrongly or not at all is not shown to it: see `open-file.ts`. Neither is the file's own list of what its
 * parts are, which may be said in ways that the import does not know. Where it fails nevertheless, it goes without the
 * kind of part because of which it fails: the cells are what counts.
 * @param bare  the parts of the sheets without what their cells hold, and others that are changed for the import
 */
export function importIntoGrid(
  file: Package,
  workbook: ReadWorkbook,
  bare: ReadonlyMap<string, string>,
  xml: Xml,
): GridImport {
  const attempts = [[], ...DISPENSABLE.map((part) => [part]), DISPENSABLE.slice(0, 3), DISPENSABLE];
  let failure: unknown;
  for (const without of attempts) {
    try {
      const data = importWithout(new Set(without.map(([kind]) => kind)), file, workbook, bare, xml);
      return { data, lost: without.map(([, what]) => what) };
    } catch (problem) {
      failure ??= problem;
    }
  }
  const reason = failure instanceof Error ? failure.message.split('\n')[0] : String(failure);
  throw new UnreadableFile(`is damaged: its sheets cannot be read (${reason}).`);
}

function importWithout(
  without: ReadonlySet<string>,
  file: Package,
  workbook: ReadWorkbook,
  bare: ReadonlyMap<string, string>,
  xml: Xml,
): GridData {
  const { parts, images } = file;
  const files = new Map<string, unknown>();
  const kinds = new Map([...kindsOf(file, workbook)].filter(([, kind]) => !without.has(kind)));
  for (const [path, kind] of kinds) {
    const text = kind === 'sharedStrings' ? NO_TEXTS : (bare.get(path) ?? parts.get(path));
    const isSheet = kind === 'worksheet' && without.has('conditionalFormatting');
    files.set(path, isSheet ? text?.replace(CONDITIONAL_FORMATS, '') : text);
    const relations = relationsPath(path);
    if (parts.has(relations)) files.set(relations, parts.get(relations));
  }
  for (const [path, imageSrc] of images) files.set(path, { imageSrc });
  for (const [kind, text] of Object.entries(STANDARD)) {
    if ([...kinds.values()].includes(kind)) continue;
    kinds.set(`xl/standard/${kind}.xml`, kind);
    files.set(`xl/standard/${kind}.xml`, text);
  }
  files.set('[Content_Types].xml', contentTypes(kinds));
  const data = xml.importing(() => load(Object.fromEntries(files)) as unknown as GridData);
  return { ...data, sheets: inOrder(data.sheets, workbook.sheets) };
}

const CONDITIONAL_FORMATS = /<conditionalFormatting\b[^]*?<\/conditionalFormatting>|<extLst>[^]*?<\/extLst>/g;

/** The parts that are for the grid, with the kind of relation that leads to each. */
function kindsOf(file: Package, { path, sheets }: ReadWorkbook): Map<string, string> {
  const kinds = new Map([[path, 'officeDocument']]);
  const follow = (from: string, wanted: readonly string[]): void => {
    for (const { type, target } of relationsOf(file, from)) {
      if (!wanted.includes(type) || !file.parts.has(target) || kinds.has(target)) continue;
      kinds.set(target, type);
      if (type === 'drawing') follow(target, ['chart']);
    }
  };
  follow(path, ['sharedStrings', 'styles', 'theme']);
  for (const sheet of sheets) {
    kinds.set(sheet.path, 'worksheet');
    follow(sheet.path, ['table', 'drawing']);
  }
  return kinds;
}

const contentTypes = (kinds: ReadonlyMap<string, string>): string =>
  `<Types>${[...kinds]
    .map(
      ([path, kind]) => `<Override PartName="/${escaped(path)}" ContentType="${CONTENT_TYPES[kind] ?? ''}"/>`,
    )
    .join('')}</Types>`;

/** The grid sorts sheets by the paths of their parts. */
function inOrder(sheets: readonly GridSheet[], places: readonly SheetPlace[]): GridSheet[] {
  return places.map(({ name }) => {
    const found = sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new UnreadableFile(`is damaged: its sheet "${name}" cannot be read.`);
    return found;
  });
}
