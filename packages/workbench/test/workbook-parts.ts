/** A workbook for LibreOffice to read: the parts of an .xlsx file, without looks and without cached values. */

export interface BookCell {
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  /** A formula begins with a sign of equality. */
  readonly content: string | number;
}

export interface BookSheet {
  readonly name: string;
  readonly cells: readonly BookCell[];
  readonly table?: { readonly name: string; readonly ref: string; readonly columns: readonly string[] };
}

export interface Book {
  readonly sheets: readonly BookSheet[];
  /** What each name stands for. */
  readonly names: Readonly<Record<string, string>>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RADIX = 26;
const CODE_OF_A = 65;

export function partsOf({ sheets, names }: Book): Record<string, string> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relations([['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets, names),
    'xl/_rels/workbook.xml.rels': relations(
      sheets.map((_sheet, index) => [
        `rId${index + 1}`,
        `${OFFICE}/worksheet`,
        `worksheets/sheet${index + 1}.xml`,
      ]),
    ),
  };
  sheets.forEach((sheet, index) => {
    const number = index + 1;
    parts[`xl/worksheets/sheet${number}.xml`] = worksheet(sheet);
    if (!sheet.table) return;
    parts[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relations([
      ['rId1', `${OFFICE}/table`, `../tables/table${number}.xml`],
    ]);
    parts[`xl/tables/table${number}.xml`] = tablePart(number, sheet.table);
  });
  return parts;
}

function contentTypes(sheets: readonly BookSheet[]): string {
  const override = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SPREADSHEET}.${kind}+xml"/>`;
  const overrides = sheets.flatMap(({ table }, index) => [
    override(`worksheets/sheet${index + 1}`, 'worksheet'),
    ...(table ? [override(`tables/table${index + 1}`, 'table')] : []),
  ]);
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${overrides.join('')}</Types>`;
}

const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;

function workbook(sheets: readonly BookSheet[], names: Book['names']): string {
  const tabs = sheets.map(
    ({ name }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const defined = Object.entries(names).map(
    ([name, target]) => `<definedName name="${name}">${escape(target)}</definedName>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tabs.join('')}</sheets><definedNames>${defined.join('')}</definedNames></workbook>`;
}

function worksheet({ cells, table }: BookSheet): string {
  const rows = new Map<number, BookCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const written = [...rows]
    .sort(([a], [b]) => a - b)
    .map(
      ([row, own]) =>
        `<row r="${row}">${own
          .sort((a, b) => a.column - b.column)
          .map(cellXml)
          .join('')}</row>`,
    );
  const parts = table ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : '';
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${written.join('')}</sheetData>${parts}</worksheet>`;
}

function cellXml({ row, column, content }: BookCell): string {
  const at = `${letterOf(column)}${row}`;
  if (typeof content === 'number') return `<c r="${at}"><v>${content}</v></c>`;
  if (content.startsWith('=')) return `<c r="${at}"><f>${escape(content.slice(1))}</f></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(content)}</t></is></c>`;
}

function tablePart(id: number, { name, ref, columns }: NonNullable<BookSheet['table']>): string {
  const own = columns.map((column, index) => `<tableColumn id="${index + 1}" name="${escape(column)}"/>`);
  return `${XML}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${own.join('')}</tableColumns></table>`;
}

/** @param column from 0 */
export const letterOf = (column: number): string =>
  (column < RADIX ? '' : letterOf(Math.floor(column / RADIX) - 1)) +
  String.fromCharCode(CODE_OF_A + (column % RADIX));

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
