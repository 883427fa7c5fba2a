/** What LibreOffice lets pass and Excel refuses, or reads otherwise. */

const MOST_CHARACTERS = 8192;
const DEEPEST = 64;
const MOST_ARGUMENTS = 255;
const ALLOWED = new Set(
  'ABS AND COUNT DAY EDATE EOMONTH EXP IF IFERROR INDEX INT LN MATCH MAX MIN MONTH NORMSDIST OR ROW SUM SUMIFS SUMPRODUCT YEAR'.split(
    ' ',
  ),
);

/** Sentences on what is wrong with a formula of a line; none where it is in order. */
export function lintFormula(formula: string): string[] {
  const bare = formula.replaceAll(/"(?:[^"]|"")*"/g, '""').replaceAll(/'(?:[^']|'')*'!/g, '');
  const found: string[] = [];
  if (!/^=[^=]/.test(formula)) found.push('does not begin with one sign of equality');
  if (formula.length > MOST_CHARACTERS) found.push('is too long');
  for (const [, name = ''] of bare.matchAll(/([A-Z][A-Z0-9.]*)\(/g)) {
    if (!ALLOWED.has(name)) found.push(`calls ${name}`);
  }
  for (const [, number = ''] of bare.matchAll(/(?<![\w$.:\]])(\d+(?:\.\d+)?)(?![\w.])/g)) {
    if (number !== '0' && number !== '1') found.push(`holds the number ${number}`);
  }
  return [...found, ...nesting(bare)];
}

function nesting(bare: string): string[] {
  const open: { name: string; arguments: number }[] = [];
  const found: string[] = [];
  for (const [token, name = ''] of bare.matchAll(/([A-Z]*)\(|\)|,/g)) {
    if (token.endsWith('(')) {
      if (name === 'IF' && open.some((outer) => outer.name === 'SUMPRODUCT'))
        found.push('has IF inside SUMPRODUCT');
      open.push({ name, arguments: 1 });
      if (open.length === DEEPEST + 1) found.push('is nested too deep');
      continue;
    }
    const last = open.at(-1);
    if (!last) return [...found, 'closes a bracket that is not open'];
    if (token === ',') last.arguments += 1;
    else if ((open.pop()?.arguments ?? 0) > MOST_ARGUMENTS) found.push('passes too many arguments');
  }
  return open.length > 0 ? [...found, 'leaves a bracket open'] : found;
}

/** What formulas may speak of. */
export interface Speakable {
  readonly names: readonly string[];
  /** Columns of the tables, by their names. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** Whether a cell holds anything; the column as letters. */
  readonly isFilled: (sheet: string, column: string, row: number) => boolean;
}

const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;
const LONGEST_NAME = 255;
const REFERENCE =
  /(?<![\p{L}\d_.$!'])(?:('(?:[^']|'')+'|[\p{L}_][\w.]*)!)?\$?([A-Za-z]{1,3})\$?(\d+)(?![\w.([])(?::\$?([A-Za-z]{1,3})\$?(\d+))?/gu;
const TABLE = /([A-Za-z_]\w*)?\[((?:[^[\]]|\[[^[\]]*\])*)\]/g;
const LITERALS = ['TRUE', 'FALSE'];

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** What Excel does not take as a name: it would be a cell, in one of its two ways of writing them, or no name at all. */
export function lintName(name: string): string[] {
  const [, letters = '', digits = ''] = /^([A-Za-z]{1,3})(\d+)$/.exec(name) ?? [];
  const isCell =
    letters !== '' &&
    columnNumber(letters) <= LAST_COLUMN &&
    Number(digits) >= 1 &&
    Number(digits) <= LAST_ROW;
  const found: string[] = [];
  if (isCell) found.push(`calls ${name} what is a cell`);
  if (/^(?:r\d*)?(?:c\d*)?$/i.test(name)) found.push(`calls ${name} what is a row or a column`);
  if (!/^[\p{L}_\\][\p{L}\d_.\\?]*$/u.test(name) || name.length > LONGEST_NAME)
    found.push(`calls ${name} what is no name`);
  return found;
}

/** What a formula on a sheet speaks of and the workbook does not have: names, columns of tables, cells. */
export function lintSpeech(formula: string, sheet: string, workbook: Speakable): string[] {
  const found: string[] = [];
  const isFilled = (on: string, column: string, row: string): void => {
    if (!workbook.isFilled(on, column.toUpperCase(), Number(row)))
      found.push(`reads the empty cell ${on}!${column}${row}`);
  };
  const rest = formula
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .replaceAll(TABLE, (_all, table: string | undefined, inner: string) => {
      found.push(...tableFaults(table, inner, workbook));
      return '';
    })
    .replaceAll(REFERENCE, (_all, on: string | undefined, ...ends: string[]) => {
      const named = on?.replaceAll(/^'|'$/g, '').replaceAll("''", "'") ?? sheet;
      const [column = '', row = '', lastColumn, lastRow] = ends;
      isFilled(named, column, row);
      if (lastColumn !== undefined && lastRow !== undefined) isFilled(named, lastColumn, lastRow);
      return '';
    });
  for (const [name] of rest.matchAll(/(?<![\p{L}\d_.\\?])[\p{L}_\\][\p{L}\d_.\\?]*(?![\p{L}\d_.\\?]|\()/gu)) {
    if (!LITERALS.includes(name) && !isAmong(workbook.names, name)) found.push(`speaks of ${name}`);
  }
  return found;
}

const isAmong = (names: readonly string[], name: string): boolean =>
  names.some((known) => known.toLowerCase() === name.toLowerCase());

function tableFaults(table: string | undefined, inner: string, { tables }: Speakable): string[] {
  const known = Object.keys(tables).find((name) => name.toLowerCase() === table?.toLowerCase());
  if (known === undefined) return [`speaks of the table ${table ?? 'that it stands in'}`];
  const columns = inner.includes('[')
    ? [...inner.matchAll(/\[([^\]]*)\]/g)].map(([, column]) => column)
    : [inner];
  return columns
    .filter((column = '') => !column.startsWith('#') && !isAmong(tables[known] ?? [], column))
    .map((column) => `speaks of the column ${column} of ${known}`);
}
