import { zipped, type Parts } from '../small-workbook';

/** The parts of a workbook as a program would have written it, with the value that it computed for each formula. */

export interface FileCell {
  /** A constant, or what the formula came to; an error is `{ error: '#N/A' }`. */
  readonly value?: number | string | boolean | { readonly error: string };
  /** As stored, without a sign of equality. */
  readonly formula?: string;
  /** The cells of an array formula. */
  readonly array?: string;
  /** The array is a dynamic one. */
  readonly isDynamic?: boolean;
  /** A number format. */
  readonly format?: string;
}

type Content = FileCell | number | string | boolean;

export interface FileTable {
  readonly name: string;
  readonly ref: string;
  readonly columns: readonly string[];
  readonly totalsRow?: boolean;
  /** What stands in the part of the table before its columns. */
  readonly filter?: string;
}

export interface FileSheet {
  readonly name: string;
  readonly cells: Readonly<Record<string, Content>>;
  readonly tables?: readonly FileTable[];
  /** Attributes of rows, by their number. */
  readonly rows?: Readonly<Record<number, string>>;
  /** XML that stands behind the rows. */
  readonly after?: string;
  /** XML of the parts of charts. */
  readonly charts?: readonly string[];
}

export interface FileName {
  readonly name: string;
  readonly refersTo: string;
  /** The tab that it belongs to, from 0. */
  readonly sheet?: number;
}

export interface FileBook {
  readonly sheets: readonly FileSheet[];
  readonly names?: readonly FileName[];
  /** Attributes of `calcPr`. */
  readonly calculation?: string;
  readonly activeTab?: number;
  /** Lists of `styles.xml` in place of the standard ones. */
  readonly fonts?: string;
  /** More parts, with the relation from the workbook. */
  readonly more?: Parts;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FIRST_OWN_FORMAT = 164;

export const fileOf = (book: FileBook): Uint8Array => zipped(partsOf(book));

export function partsOf(book: FileBook): Parts {
  const { sheets } = book;
  const formats = [
    ...new Set(
      sheets.flatMap(({ cells }) =>
        Object.values(cells).flatMap((cell) =>
          typeof cell === 'object' && cell.format !== undefined ? [cell.format] : [],
        ),
      ),
    ),
  ];
  const tables = sheets.flatMap(({ tables: own = [] }, sheet) => own.map((table) => ({ table, sheet })));
  const parts: Parts = {
    '[Content_Types].xml': contentTypes(book),
    '_rels/.rels': relations([['office', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookPart(book),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => [`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['looks', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesPart(formats, book.fonts),
    ...book.more,
  };
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetPart(sheet, formats);
    const own = tables.flatMap(({ sheet: of }, index) => (of === at ? [index] : []));
    const links = own.map((index) => [`t${index}`, 'table', `../tables/table${index + 1}.xml`] as const);
    const drawing = sheet.charts === undefined ? [] : [['d', 'drawing', `../drawings/d${at}.xml`] as const];
    if (links.length + drawing.length > 0)
      parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations([...links, ...drawing]);
    if (sheet.charts !== undefined) Object.assign(parts, chartParts(sheet.charts, at));
  });
  tables.forEach(({ table }, index) => {
    parts[`xl/tables/table${index + 1}.xml`] = tablePart(table, index + 1);
  });
  return parts;
}

function contentTypes({ sheets }: FileBook): string {
  const kind = 'application/vnd.openxmlformats-officedocument';
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${kind}.${type}+xml"/>`;
  const tables = sheets.flatMap(({ tables: own = [] }) => own);
  const charts = sheets.flatMap(({ charts: own = [] }, at) =>
    own.map((_, index) => override(`charts/c${at}_${index}.xml`, 'drawingml.chart')),
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('workbook.xml', 'spreadsheetml.sheet.main'),
    override('styles.xml', 'spreadsheetml.styles'),
    ...sheets.map((_, at) => override(`worksheets/sheet${at + 1}.xml`, 'spreadsheetml.worksheet')),
    ...sheets.flatMap((sheet, at) => (sheet.charts ? [override(`drawings/d${at}.xml`, 'drawing')] : [])),
    ...tables.map((_, at) => override(`tables/table${at + 1}.xml`, 'spreadsheetml.table')),
    ...charts,
  ].join('')}</Types>`;
}

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

function workbookPart({ sheets, names = [], calculation, activeTab = 0 }: FileBook): string {
  const tabs = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at}"/>`,
  );
  const defined = names.map(
    ({ name, refersTo, sheet }) =>
      `<definedName name="${name}"${sheet === undefined ? '' : ` localSheetId="${sheet}"`}>${escaped(refersTo)}</definedName>`,
  );
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="${activeTab}"/></bookViews><sheets>${tabs.join('')}</sheets>${defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''}${calculation === undefined ? '' : `<calcPr ${calculation}/>`}</workbook>`;
}

function stylesPart(formats: readonly string[], fonts = '<font/>'): string {
  const own = formats.map(
    (code, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${escaped(code)}"/>`,
  );
  const looks = formats.map(
    (_, at) => `<xf numFmtId="${FIRST_OWN_FORMAT + at}" fontId="0" fillId="0" borderId="0"/>`,
  );
  return `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><fonts>${fonts}</fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${looks.join('')}</cellXfs><cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function sheetPart(
  { cells, tables = [], rows = {}, after = '', charts }: FileSheet,
  formats: readonly string[],
): string {
  const byRow = new Map<number, string[]>(Object.keys(rows).map((row) => [Number(row), []]));
  for (const [address, content] of Object.entries(cells)) {
    const row = Number(/\d+$/.exec(address)?.[0]);
    byRow.set(row, [...(byRow.get(row) ?? []), cellXml(address, content, formats)]);
  }
  const lines = [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, own]) => `<row r="${row}" ${rows[row] ?? ''}>${own.join('')}</row>`);
  const drawing = charts === undefined ? '' : '<drawing r:id="d"/>';
  const parts =
    tables.length === 0
      ? ''
      : `<tableParts>${tables.map((_, at) => `<tablePart r:id="t${at}"/>`).join('')}</tableParts>`;
  return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${lines.join('')}</sheetData>${after}${drawing}${parts}</worksheet>`;
}

function cellXml(address: string, content: Content, formats: readonly string[]): string {
  const cell: FileCell = typeof content === 'object' ? content : { value: content };
  const { value, formula, array, isDynamic, format } = cell;
  const style = format === undefined ? '' : ` s="${formats.indexOf(format) + 1}"`;
  const kind = array === undefined ? '' : ` t="array" ref="${array}"`;
  const written = formula === undefined ? '' : `<f${kind}>${escaped(formula)}</f>`;
  const dynamic = isDynamic === true ? ' cm="1"' : '';
  const [type, text] = storedAs(value);
  return `<c r="${address}"${style}${dynamic}${type}>${written}${text}</c>`;
}

function storedAs(value: FileCell['value']): readonly [type: string, text: string] {
  switch (typeof value) {
    case 'undefined':
      return ['', ''];
    case 'number':
      return ['', `<v>${value}</v>`];
    case 'boolean':
      return [' t="b"', `<v>${value ? 1 : 0}</v>`];
    case 'string':
      return [' t="str"', `<v>${escaped(value)}</v>`];
    default:
      return [' t="e"', `<v>${value.error}</v>`];
  }
}

const tablePart = ({ name, ref, columns, totalsRow, filter }: FileTable, id: number): string =>
  `<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}"${totalsRow === true ? ' totalsRowCount="1"' : ''}>${filter ?? `<autoFilter ref="${ref}"/>`}<tableColumns count="${columns.length}">${columns.map((column, at) => `<tableColumn id="${at + 1}" name="${escaped(column)}"/>`).join('')}</tableColumns></table>`;

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

function chartParts(charts: readonly string[], sheet: number): Parts {
  const anchors = charts.map(
    (_, at) =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at * 20}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at * 20 + 15}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${at + 2}" name="Chart ${at + 1}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="c${at}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  );
  return {
    [`xl/drawings/d${sheet}.xml`]: `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">${anchors.join('')}</xdr:wsDr>`,
    [`xl/drawings/_rels/d${sheet}.xml.rels`]: relations(
      charts.map((_, at) => [`c${at}`, 'chart', `../charts/c${sheet}_${at}.xml`] as const),
    ),
    ...Object.fromEntries(charts.map((xml, at) => [`xl/charts/c${sheet}_${at}.xml`, xml])),
  };
}

/** A chart of columns with one series. */
export const columnChart = (values: string, categories?: string, name?: string): string =>
  `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>${name === undefined ? '' : `<c:tx><c:strRef><c:f>${escaped(name)}</c:f></c:strRef></c:tx>`}${categories === undefined ? '' : `<c:cat><c:strRef><c:f>${escaped(categories)}</c:f></c:strRef></c:cat>`}<c:val><c:numRef><c:f>${escaped(values)}</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
