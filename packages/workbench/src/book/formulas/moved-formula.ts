import { columnLetters, MAX_COLUMNS, MAX_ROWS, parseZone } from '../address';

/*
 * A formula that is the same in many cells is written once in a file, as it reads in the first of them.
 */

/** A text, a quoted sheet, brackets of a table, a name before a parenthesis or a sign, whole columns or rows, a cell. */
const PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|[\p{L}_\\][\p{L}\p{N}_.\\]*(?=[(![])|(?<![\p{L}\p{N}_.$\\])(?:(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d+):(\$?)(\d+)|(\$?)([A-Za-z]{1,3})(\$?)(\d+))(?![\p{L}\p{N}_.\\])/gu;

type Groups = readonly (string | undefined)[];

/** The formula some rows and columns further: what is not fixed by a $ moves along. */
export const movedFormula = (formula: string, rows: number, columns: number): string =>
  formula.replace(PARTS, (all: string, ...groups: unknown[]) => {
    const [c1, from, c2, to, r1, top, r2, bottom, fixedColumn, letters, fixedRow, row] = groups as Groups;
    if (from !== undefined) return `${column(c1, from, columns)}:${column(c2, to, columns)}`;
    if (top !== undefined) return `${line(r1, top, rows)}:${line(r2, bottom, rows)}`;
    return letters === undefined ? all : column(fixedColumn, letters, columns) + line(fixedRow, row, rows);
  });

/** Beyond the end of the sheet Excel goes on at its beginning. */
const wrapped = (index: number, count: number) => ((index % count) + count) % count;

function column(fixed = '', letters = '', by: number): string {
  if (fixed === '$') return `$${letters}`;
  const index = parseZone(`${letters}1`)?.left;
  return index === undefined ? letters : columnLetters(wrapped(index + by, MAX_COLUMNS));
}

const line = (fixed = '', row = '', by: number): string =>
  fixed === '$' ? `$${row}` : String(wrapped(Number(row) - 1 + by, MAX_ROWS) + 1);
