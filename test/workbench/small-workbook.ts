import { strToU8, zipSync } from 'fflate';
import { partsOf, type BookCell } from '../native/workbook-parts';

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
