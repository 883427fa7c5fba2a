import { strToU8, zipSync, type Zippable } from 'fflate';
import { CellFormats } from './cell-formats';
import { completeChart } from './chart-looks';
import { nameCharts, writtenCharts } from './chart-names';
import { putChartInOrder } from './chart-order';
import { APP_PART, APP_PROPERTIES, withAppRelation, withAppType } from './document-properties';
import { withFilter, withTableFilter } from './filter-part';
import { mendAttributes } from './mend-export';
import { relationsOf } from '../package/package-parts';
import { addPageSetup } from './page-setup';
import { withRowHeights } from './row-heights';
import { SharedStrings } from './shared-strings';
import { withCells, type FileSource } from './sheet-cells';
import { apart, putInOrder, together } from '../package/sheet-part';
import { addNamedStyles, mergeEqualFormats, restoreNumberFormats } from './style-part';
import { nameTable } from './table-part';
import { printValidations, replaceValidations } from './validation-part';
import { completeWorkbook } from './workbook-part';
import { elementsOf, withDeclaration, type Xml } from '../package/xml';

type Parts = Map<string, string>;

const STYLES_PART = 'xl/styles.xml';

/** The book as an .xlsx file: the grid's own export, completed by what it lacks. */
export async function writeXlsx(
  source: FileSource,
  idle: () => Promise<void>,
  xml: Xml,
): Promise<Uint8Array> {
  const { files } = await xml.exporting(() => source.book.model.exportXLSX());
  // The export computes everything anew, custom functions too.
  await idle();
  const parts: Parts = new Map();
  const images: Record<string, Uint8Array> = {};
  for (const file of files) {
    if ('imageSrc' in file) images[file.path] = imageBytes(file.imageSrc);
    else parts.set(file.path, withDeclaration(file.content));
  }
  complete(parts, source, xml);
  const packed: Zippable = { ...images };
  for (const [path, text] of parts) packed[path] = strToU8(text);
  return zipSync(packed);
}

function complete(parts: Parts, source: FileSource, xml: Xml): void {
  const strings = new SharedStrings();
  const styles = xml.parse(parts.get(STYLES_PART) ?? '');
  restoreNumberFormats(styles, source);
  const formats = new CellFormats(mergeEqualFormats(styles));
  const change = (path: string, work: (part: Document) => void): void =>
    edit(parts, path, (text) => {
      const part = xml.parse(text);
      work(part);
      return mendAttributes(withDeclaration(xml.print(part)));
    });
  const sheetIds = source.book.state.getSheetIds();
  sheetIds.forEach((sheetId, at) => {
    const path = `xl/worksheets/sheet${at}.xml`;
    let cells = '';
    edit(parts, path, (text) => {
      const { frame, rows } = apart(text);
      cells = withRowHeights(withCells(rows, sheetId, source, strings, formats), sheetId, source);
      return frame;
    });
    change(path, (sheet) => {
      addPageSetup(sheet, sheetId, source);
      putInOrder(sheet);
    });
    edit(parts, path, (frame) =>
      together(withFilter(withRules(frame, sheetId, source), sheetId, source), cells),
    );
    completeCharts(parts, at, sheetId, source, change);
    for (const table of tablesOfSheet(parts, at, xml)) {
      change(table, (part) => nameTable(part, sheetId, source));
      edit(parts, table, (part) => withTableFilter(part, sheetId, source));
    }
  });
  parts.set('xl/sharedStrings.xml', strings.print());
  const isCustom = [...parts].some(
    ([path, text]) => path.includes('/worksheets/') && text.includes('_xldudf_'),
  );
  change('xl/workbook.xml', (workbook) => completeWorkbook(workbook, source, isCustom));
  addNamedStyles(styles, formats, source);
  parts.set(STYLES_PART, mendAttributes(withDeclaration(xml.print(styles))));
  parts.set(APP_PART, APP_PROPERTIES);
  edit(parts, '_rels/.rels', withAppRelation);
  edit(parts, '[Content_Types].xml', withAppType);
}

/** The rules of data validation in place of those that the grid writes. */
function withRules(frame: string, sheetId: string, { validations, isCustom }: FileSource): string {
  const rules = printValidations(validations.inSheet(sheetId), isCustom);
  return /<dataValidations\b/.test(frame) ? replaceValidations(frame, rules) : frame;
}

function completeCharts(
  parts: Parts,
  at: number,
  sheetId: string,
  source: FileSource,
  change: (path: string, work: (part: Document) => void) => void,
): void {
  const drawing = `xl/drawings/drawing${at}.xml`;
  if (!parts.has(drawing)) return;
  const chartIds = writtenCharts(sheetId, source);
  change(drawing, (part) => nameCharts(part, chartIds, source));
  const paths = relationsOf({ parts }, drawing).filter(({ type }) => type === 'chart');
  const isKnown = paths.length === chartIds.length;
  paths.forEach(({ target }, index) =>
    change(target, (part) => {
      if (isKnown) completeChart(part, source.chart(chartIds[index] ?? ''), source);
      putChartInOrder(part);
    }),
  );
}

function tablesOfSheet(parts: Parts, at: number, xml: Xml): string[] {
  const rels = parts.get(`xl/worksheets/_rels/sheet${at}.xml.rels`);
  if (rels === undefined) return [];
  return elementsOf(xml.parse(rels), 'Relationship')
    .map((relation) => relation.getAttribute('Target') ?? '')
    .filter((target) => target.startsWith('../tables/'))
    .map((target) => target.replace('..', 'xl'));
}

function edit(parts: Parts, path: string, work: (text: string) => string): void {
  const text = parts.get(path);
  if (text === undefined) throw new Error(`The grid's export has no ${path}.`);
  parts.set(path, work(text));
}

/** Charts that Excel has no kind for are pictures, given as data addresses. */
function imageBytes(address: string): Uint8Array {
  const base64 = address.slice(address.indexOf(',') + 1);
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
