import * as o from '@odoo/o-spreadsheet';
import type { Locale } from '@odoo/o-spreadsheet';
import { addLocale, format as textOf, isDateFormat } from 'numfmt';

/**
 * Excel's number formats on a grid that knows fewer of them. A format that the grid cannot parse would turn the
 * cell's value into an error, so it is simplified on the way in; reading gives back what was written, and what a cell
 * shows is printed by Excel's rules.
 *
 * Two Excel formats may simplify to the same grid format. An empty literal (`""`) at its end, which shows nothing,
 * keeps them apart, so that the original travels with the cell through copy, sort, insert and undo.
 */
export class NumberFormats {
  private readonly toGrid = new Map<string, string>();
  private readonly toExcel = new Map<string, string>([
    [STATED_GENERAL, 'General'],
    [NUMBER_IN_TEXT_FORMAT, '@'],
  ]);

  gridFormat(excel: string): string {
    const known = this.toGrid.get(excel);
    if (known !== undefined) return known;
    let grid = simplified(excel);
    // Also one that the grid knows as it is: another format may have been simplified to it before.
    while (grid !== '' && this.toExcel.has(grid)) grid += '""';
    this.toGrid.set(excel, grid);
    if (grid !== '') this.toExcel.set(grid, excel);
    return grid;
  }

  excelFormat(grid: string | undefined): string {
    if (grid === undefined || grid === '') return 'General';
    return this.toExcel.get(grid) ?? grid;
  }

  /** Whether a cell with the format shows something else in Excel than the grid would. */
  isPrintedHere(grid: string): boolean {
    const excel = this.toExcel.get(grid);
    return excel !== undefined && (excel !== grid || !SAME_IN_BOTH.test(excel));
  }

  /**
   * What a cell shows.
   * @param filled  puts a sign that a format repeats as often as there is room; without it the sign is left out
   */
  shown(value: number | string, grid: string, locale: Locale, filled?: Filling): string {
    const code = withoutLanguageOfNumbers(this.excelFormat(grid));
    const general = { locale: separatorsOf(locale) };
    // The library's types say yes or no; it takes the sign.
    const options = filled === undefined ? general : { ...general, fillChar: FILL as unknown as boolean };
    try {
      const text = textOf(code, value, options);
      const at = filled === undefined ? -1 : text.indexOf(FILL);
      if (filled === undefined || at < 0) return text;
      return filled(text.slice(0, at), text.charAt(at + 1), text.slice(at + 2));
    } catch {
      // A format that not even Excel can read.
      return typeof value === 'string' ? value : textOf('General', value, general);
    }
  }
}

/** Repeats a sign between two parts of a text, as often as there is room. */
export type Filling = (before: string, sign: string, after: string) => string;

/** Stands for General in a cell with a formula: without a format the grid would take over that of what the formula reads. */
export const STATED_GENERAL = '0.##########""';

/** A number, or a formula, in a cell with the text format: in such a cell the grid would make a text of it. */
export const NUMBER_IN_TEXT_FORMAT = '0.##########""""';

/** Stands before a sign that is to be repeated. */
const FILL = '\u0001';

/** Formats that the grid shows as Excel does. */
const SAME_IN_BOTH = /^(?:[#0,]*0(?:\.0+)?%?|(?:d{1,4}|m{1,4}|yyyy|yy|hh|ss|[/: -])+)$/;

/** Nearest to General for a format of which nothing can be shown. */
const PLAIN_NUMBER = '0.##########';
const PLAIN_DATE = 'm/d/yyyy';

const localeTags = new Map<string, string>();

/** A locale of the library with the person's signs between digits. */
function separatorsOf({ decimalSeparator, thousandsSeparator = '' }: Locale): string {
  const key = `${decimalSeparator}${thousandsSeparator}`;
  const known = localeTags.get(key);
  if (known !== undefined) return known;
  // Codes of three letters from qaa on are for private use.
  const tag = `qa${String.fromCharCode('a'.charCodeAt(0) + localeTags.size)}`;
  addLocale({ decimal: decimalSeparator, group: thousandsSeparator }, tag);
  localeTags.set(key, tag);
  return tag;
}

const CURRENCY = /\[\$([^\]-]*)(?:-[^\]]*)?\]/g;

/** `[$£-809]` is a sign of currency with a language; the language concerns names of days and months only. */
const withoutLanguage = (format: string): string =>
  format.replace(CURRENCY, (_all, sign: string) => (sign === '' ? '' : `[$${sign}]`));

/** Numbers have the separators of the person in Excel, whatever language their format names. */
const withoutLanguageOfNumbers = (format: string): string =>
  format.includes('[$') && !isDate(format) ? withoutLanguage(format) : format;

function isDate(format: string): boolean {
  try {
    return isDateFormat(format);
  } catch {
    return false;
  }
}

function simplified(excel: string): string {
  if (/^general$/i.test(excel) || excel === '') return '';
  const plain = withoutLanguage(excel);
  if (isKnown(plain)) return plain;
  const sections = sectionsOf(plain)
    .map((section) => simplifiedSection(section))
    .join(';');
  if (isKnown(sections)) return sections;
  const [first = ''] = sections.split(';');
  if (isKnown(first)) return first;
  return isDate(excel) ? PLAIN_DATE : PLAIN_NUMBER;
}

const CONDITION = /\[[<>=]/;

/** The grid knows no conditions: of sections with them, the one for all other values stays. */
function sectionsOf(format: string): readonly string[] {
  const sections = format.split(';').slice(0, 4);
  const others = sections.filter((section) => !CONDITION.test(section));
  return others.length > 0 && others.length < sections.length ? others.slice(-1) : sections;
}

/** A quoted text, a sign of currency, or anything between these. */
const PIECES = /"[^"]*"|\[\$[^\]]*\]|\\.|[^"[\\]+|./gs;

/** Colours, conditions, padding and elapsed-time brackets go; bare signs that the grid does not read are quoted. */
function simplifiedSection(section: string): string {
  return section
    .replace(/\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)\]/gi, '')
    .replace(/\[[<>=]+[^\]]*\]/g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(PIECES, (piece) => (/^(?:"|\[\$)/.test(piece) ? piece : simplifiedPiece(piece)));
}

function simplifiedPiece(piece: string): string {
  if (piece.startsWith('\\')) return piece === '\\"' ? '' : `"${piece.slice(1)}"`;
  return piece
    .replace(/\bh(?=:)/gi, 'hh')
    .replace(/AM\/PM/gi, 'a')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/General/gi, PLAIN_NUMBER)
    .replace(/\?/g, '#')
    .replace(/E[+-]0+/gi, '')
    .replace(/[€£¥₹–—−]/g, '"$&"');
}

function isKnown(format: string): boolean {
  try {
    o.helpers.formatValue(1, { format, locale: o.DEFAULT_LOCALE });
    o.helpers.formatValue(-1.5, { format, locale: o.DEFAULT_LOCALE });
    return true;
  } catch {
    return false;
  }
}
