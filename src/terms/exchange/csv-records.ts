import { type FileProblem, problemAt } from './file-problem';

/** One record of a CSV file: its fields as texts. */
export interface CsvRecord {
  /** On which it begins, from 1; a field may hold line ends. */
  readonly line: number;
  readonly fields: readonly string[];
}

export type CsvReading = { readonly records: readonly CsvRecord[] } | { readonly problem: FileProblem };

/** A field in quotes with what follows it, or one without quotes. */
const FIELD = /"((?:[^"]|"")*)"([^,\r\n]*)|([^,\r\n]*)/y;
const END_OF_LINE = /\r\n|\r|\n/y;

/** Reads CSV by RFC 4180, with any of the line ends in use, and with or without a byte order mark. */
export function readCsvRecords(text: string): CsvReading {
  const source = text.replace(/^\uFEFF/, '');
  const records: CsvRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < source.length) {
    const fields: string[] = [];
    const first = line;
    for (;;) {
      FIELD.lastIndex = at;
      const [whole = '', quoted, after = '', plain = ''] = FIELD.exec(source) ?? [];
      if (quoted === undefined && plain.startsWith('"')) {
        return {
          problem: problemAt(
            line,
            'a quotation mark is opened and never closed. Close it, or double it inside a text.',
          ),
        };
      }
      if (after.trim() !== '') {
        return {
          problem: problemAt(
            line,
            `"${after.slice(0, 20)}" stands behind a closed quotation mark. Double the marks inside a text.`,
          ),
        };
      }
      fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
      line += lineEnds(quoted ?? '');
      at += whole.length;
      if (source[at] !== ',') break;
      at += 1;
    }
    END_OF_LINE.lastIndex = at;
    at += END_OF_LINE.exec(source)?.[0].length ?? 0;
    line += 1;
    records.push({ line: first, fields });
  }
  return { records };
}

const lineEnds = (text: string): number => text.split(/\r\n|\r|\n/).length - 1;

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

const field = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Records as RFC 4180 has them, after the byte order mark without which Excel takes the letters for others. */
export const writeCsvRecords = (records: readonly (readonly string[])[]): string =>
  `\uFEFF${records.map((fields) => `${fields.map(field).join(',')}\r\n`).join('')}`;
