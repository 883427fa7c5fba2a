/** What a cell style says. How a cell aligns, wraps, is ruled off and shows its number is the cell's own. */
export interface NamedLook {
  readonly font?: {
    readonly color?: string;
    readonly bold?: true;
    readonly italic?: true;
    readonly size?: number;
  };
  readonly fill?: string;
}

const GREEN = '#0F6B4F';
const GREY = '#605E5C';
const WHITE = '#FFFFFF';

/**
 * The cell styles of generated sheets, as Excel's gallery lists them. A cell's style says what it is: an input, a calculation, a
 * link to another sheet, an output, a check or a text. Whoever changes a style in the gallery changes all its cells.
 */
export const NAMED_STYLES = {
  'Meterbook Title': { font: { color: GREEN, bold: true, size: 16 } },
  'Meterbook Section': { font: { color: WHITE, bold: true }, fill: GREEN },
  'Meterbook Section Id': { font: { color: WHITE, size: 8 }, fill: GREEN },
  'Meterbook Subsection': { font: { color: GREEN, bold: true }, fill: '#E3F1EB' },
  'Meterbook State': { font: { bold: true }, fill: '#E3F1EB' },
  'Meterbook Heading': { font: { color: GREY, bold: true } },
  'Meterbook Text': {},
  'Meterbook Strong Text': { font: { bold: true } },
  'Meterbook Note': { font: { color: GREY } },
  'Meterbook Id': { font: { color: '#767676', size: 8 } },
  'Meterbook Hyperlink': { font: { color: '#0563C1' } },
  'Meterbook Input': { font: { color: '#0000FF' }, fill: '#FFF9DB' },
  'Meterbook Calculation': {},
  'Meterbook Link': { font: { color: '#006100' } },
  /** Looks back to the month before, against the direction in which everything else is read. */
  'Meterbook Counterflow': { fill: '#EDEBE9' },
  /** What follows comes out of one formula of Meterbook. */
  'Meterbook Engine': { font: { color: '#1F3864', italic: true } },
  'Meterbook Output': { font: { bold: true } },
  'Meterbook Check': { font: { color: GREY, size: 8 } },
  'Meterbook Check Total': { font: { bold: true } },
  'Meterbook Reported': { font: { color: GREEN } },
  'Meterbook Illustrative': { font: { color: '#8A4B00', italic: true } },
  /** A figure from another source, to compare with. */
  'Meterbook Reference': { font: { color: '#3B3A39' } },
  /** A check that says its verdict in a word. */
  'Meterbook Verdict': { font: { color: GREEN, bold: true } },
} as const satisfies Readonly<Record<string, NamedLook>>;

export type NamedStyle = keyof typeof NAMED_STYLES;
