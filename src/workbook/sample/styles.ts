/** How a cell of the sample looks; numbers stand right by themselves. Colour is never alone: the status column and the labels say the same in words. */
export interface CellStyle {
  readonly font?: {
    readonly color?: string;
    readonly bold?: true;
    readonly italic?: true;
    readonly size?: number;
  };
  readonly fill?: string;
  readonly align?: 'Left' | 'Center' | 'Right';
  readonly topBorder?: string;
  readonly bottomBorder?: string;
}

const GREEN = '#0F6B4F';
const GREY = '#605E5C';

export const STYLES = {
  title: { font: { color: GREEN, bold: true, size: 16 } },
  lead: { font: { color: GREY } },
  header: { font: { color: '#FFFFFF', bold: true }, fill: GREEN, align: 'Left' },
  headerOfNumbers: { font: { color: '#FFFFFF', bold: true }, fill: GREEN, align: 'Right' },
  section: { font: { color: GREEN, bold: true }, fill: '#E3F1EB' },
  tableHead: { font: { color: GREY, bold: true }, bottomBorder: '#C8C6C4', align: 'Left' },
  tableHeadOfNumbers: { font: { color: GREY, bold: true }, bottomBorder: '#C8C6C4', align: 'Right' },
  label: {},
  unit: { font: { color: GREY } },
  note: { font: { color: GREY } },
  illustrative: { font: { color: '#8A4B00', italic: true } },
  reported: { font: { color: GREEN } },
  input: { font: { color: '#0000FF' }, fill: '#FFF9DB' },
  inputText: { font: { color: '#0000FF' }, fill: '#FFF9DB', align: 'Left' },
  calculated: {},
  reference: { font: { color: '#3B3A39' } },
  output: { font: { bold: true }, topBorder: '#8A8886' },
  check: { font: { color: GREEN, bold: true } },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;
