/** Cell addresses as Excel writes them, and zones: rectangles of 0-based, inclusive indices. */

export interface Zone {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const WHOLE_SHEET: Zone = { left: 0, top: 0, right: MAX_COLUMNS - 1, bottom: MAX_ROWS - 1 };

export const rowCount = (zone: Zone) => zone.bottom - zone.top + 1;
export const columnCount = (zone: Zone) => zone.right - zone.left + 1;

/** Whole columns: every row of them. */
export const isEntireColumn = (zone: Zone) => zone.top === 0 && zone.bottom === MAX_ROWS - 1;
export const isEntireRow = (zone: Zone) => zone.left === 0 && zone.right === MAX_COLUMNS - 1;
export const isUnbounded = (zone: Zone) => isEntireColumn(zone) || isEntireRow(zone);

export const cellZone = (row: number, column: number): Zone => ({
  left: column,
  right: column,
  top: row,
  bottom: row,
});

export const isInSheet = (zone: Zone) =>
  zone.left >= 0 && zone.top >= 0 && zone.right < MAX_COLUMNS && zone.bottom < MAX_ROWS;

export function intersection(a: Zone, b: Zone): Zone | undefined {
  const zone = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return zone.left <= zone.right && zone.top <= zone.bottom ? zone : undefined;
}

export const union = (a: Zone, b: Zone): Zone => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export const cellAddress = (row: number, column: number) => `${columnLetters(column)}${row + 1}`;

/** "A1", "A1:B3", "A:C", "2:4". */
export function formatZone(zone: Zone): string {
  if (isEntireColumn(zone)) return `${columnLetters(zone.left)}:${columnLetters(zone.right)}`;
  if (isEntireRow(zone)) return `${zone.top + 1}:${zone.bottom + 1}`;
  const first = cellAddress(zone.top, zone.left);
  const last = cellAddress(zone.bottom, zone.right);
  return first === last ? first : `${first}:${last}`;
}

/** "$A$1:$B$3": how a defined name refers. */
export function formatAbsoluteZone(zone: Zone): string {
  return formatZone(zone).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** Quotes where Excel would: blanks, signs, a leading digit, or a look-alike of a cell. */
export function quoteSheetName(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseZone(name) === undefined && !/^[rc]\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export const sheetAddress = (sheetName: string, zone: Zone) =>
  `${quoteSheetName(sheetName)}!${formatZone(zone)}`;

const CORNER = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([1-9]\d{0,6})$/;

/** @returns undefined when the text is no address, or one outside a sheet */
export function parseZone(text: string): Zone | undefined {
  const [first = '', second = first, ...rest] = text.trim().split(':');
  if (rest.length > 0) return undefined;
  const zone = cornersZone(first, second) ?? (text.includes(':') ? linesZone(first, second) : undefined);
  return zone !== undefined && isInSheet(zone) ? zone : undefined;
}

function cornersZone(first: string, second: string): Zone | undefined {
  const a = CORNER.exec(first);
  const b = CORNER.exec(second);
  if (a === null || b === null) return undefined;
  return union(cellZone(Number(a[2]) - 1, columnIndex(a[1])), cellZone(Number(b[2]) - 1, columnIndex(b[1])));
}

function linesZone(first: string, second: string): Zone | undefined {
  const [a, b] = [COLUMN.exec(first), COLUMN.exec(second)];
  if (a !== null && b !== null) {
    const [left, right] = ordered(columnIndex(a[1]), columnIndex(b[1]));
    return { ...WHOLE_SHEET, left, right };
  }
  const [c, d] = [ROW.exec(first), ROW.exec(second)];
  if (c === null || d === null) return undefined;
  const [top, bottom] = ordered(Number(c[1]) - 1, Number(d[1]) - 1);
  return { ...WHOLE_SHEET, top, bottom };
}

const ordered = (a: number, b: number): [number, number] => (a <= b ? [a, b] : [b, a]);

function columnIndex(letters = ''): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Splits "'My Sheet'!A1:B2" into sheet name and the rest; no sheet name where there is no "!". */
export function splitSheetName(text: string): { readonly sheetName?: string; readonly address: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted !== null)
    return { sheetName: (quoted[1] ?? '').replaceAll("''", "'"), address: quoted[2] ?? '' };
  const at = text.lastIndexOf('!');
  return at < 0 ? { address: text } : { sheetName: text.slice(0, at), address: text.slice(at + 1) };
}
