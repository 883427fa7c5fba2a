import * as o from '@odoo/o-spreadsheet';

/**
 * Excel's number formats on a grid that knows fewer of them. A format that the grid cannot parse would turn the
 * cell's value into an error, so it is simplified on the way in; reading gives back what was written.
 *
 * Two Excel formats may simplify to the same grid format. An empty literal (`""`) at its end, which shows nothing,
 * keeps them apart, so that the original travels with the cell through copy, sort, insert and undo.
 */
export class NumberFormats {
  private readonly toGrid = new Map<string, string>();
  private readonly toExcel = new Map<string, string>();

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
}

/** Nearest to General for a format of which nothing can be shown. */
const PLAIN_NUMBER = '0.##########';

function simplified(excel: string): string {
  if (/^general$/i.test(excel) || excel === '') return '';
  if (isKnown(excel)) return excel;
  const plain = sectionsOf(excel)
    .map((section) => simplifiedSection(section))
    .join(';');
  if (isKnown(plain)) return plain;
  const [first = ''] = plain.split(';');
  return isKnown(first) ? first : PLAIN_NUMBER;
}

const CONDITION = /\[[<>=]/;

/** The grid knows no conditions: of sections with them, the one for all other values stays. */
function sectionsOf(format: string): readonly string[] {
  const sections = format.split(';').slice(0, 4);
  const others = sections.filter((section) => !CONDITION.test(section));
  return others.length > 0 && others.length < sections.length ? others.slice(-1) : sections;
}

/** Colours, conditions, padding and elapsed-time brackets go; bare signs that the grid does not read are quoted. */
function simplifiedSection(section: string): string {
  return section
    .replace(/\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+)\]/gi, '')
    .replace(/\[[<>=]+[^\]]*\]/g, '')
    .replace(/\[\$([^\]-]*)-[^\]]*\]/g, '[$$$1]')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\bh(?=:)/gi, 'hh')
    .replace(/AM\/PM/gi, 'a')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/General/gi, PLAIN_NUMBER)
    .replace(/\\(.)/g, '"$1"')
    .replace(/\?/g, '#')
    .replace(/E[+-]0+/gi, '')
    .replace(/([€£¥–—−])(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '"$1"');
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
