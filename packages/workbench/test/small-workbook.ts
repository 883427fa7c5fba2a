import { strToU8, zipSync } from 'fflate';
import { partsOf, type BookCell } from './workbook-parts';

export type Parts = Record<string, string>;

/** The parts of a workbook with one sheet, by the addresses in its first column: A1, A2, … */
export function smallParts(contents: readonly (string | number)[] = ['a', 1]): Parts {
  const cells = contents.map((content, index): BookCell => ({ row: index + 1, column: 0, content }));
  return { ...partsOf({ sheets: [{ name: 'Data', cells }], names: {} }) };
}

export const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );

/** With other text in one part. */
export function changed(parts: Parts, path: string, change: (text: string) => string): Parts {
  const text = parts[path];
  if (text === undefined) throw new Error(`There is no part ${path}.`);
  const after = change(text);
  if (after === text) throw new Error(`Nothing was changed in ${path}.`);
  return { ...parts, [path]: after };
}

export const SHEET = 'xl/worksheets/sheet1.xml';
export const WORKBOOK = 'xl/workbook.xml';

/** With these rows instead of what the sheet holds. */
export const withRows = (rows: string, parts = smallParts()): Parts =>
  changed(parts, SHEET, (text) =>
    text.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`),
  );

export interface StyleLists {
  readonly fonts: string;
  readonly fills: string;
  readonly borders: string;
  readonly styleFormats: string;
  readonly names: string;
}

const STANDARD: StyleLists = {
  fonts: '<font/>',
  fills: '<fill><patternFill/></fill>',
  borders: '<border/>',
  styleFormats: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
  names: '<cellStyle name="Normal" xfId="0" builtinId="0"/>',
};

const OFFICE = 'openxmlformats.org/officeDocument/2006/relationships';

/** With these looks, which cells refer to by their places. */
export function withStyles(looks: string, lists: Partial<StyleLists> = {}): Parts {
  const { fonts, fills, borders, styleFormats, names } = { ...STANDARD, ...lists };
  const typed = changed(smallParts(), '[Content_Types].xml', (text) =>
    text.replace(
      '</Types>',
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    ),
  );
  const related = changed(typed, 'xl/_rels/workbook.xml.rels', (text) =>
    text.replace(
      '</Relationships>',
      `<Relationship Id="looks" Type="http://schemas.${OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>`,
    ),
  );
  return {
    ...related,
    'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts>${fonts}</fonts><fills>${fills}</fills><borders>${borders}</borders><cellStyleXfs>${styleFormats}</cellStyleXfs><cellXfs>${looks}</cellXfs><cellStyles>${names}</cellStyles></styleSheet>`,
  };
}
