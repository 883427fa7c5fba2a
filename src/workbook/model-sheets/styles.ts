/**
 * How a cell of a model looks. A cell is an input, a calculation, a link to another sheet, an output, a check or a text,
 * and its style says which; the status column, the ids and the labels say the same in words.
 */
export interface ModelStyle {
  readonly font?: {
    readonly color?: string;
    readonly bold?: true;
    readonly italic?: true;
    readonly size?: number;
  };
  readonly fill?: string;
  readonly align?: 'Left' | 'Center' | 'Right';
  readonly wrap?: true;
  readonly topBorder?: string;
  readonly bottomBorder?: string;
}

const GREEN = '#0F6B4F';
const GREY = '#605E5C';
const INPUT_FILL = '#FFF9DB';
const INPUT_BLUE = '#0000FF';
const LINK_GREEN = '#006100';

export const MODEL_STYLES = {
  title: { font: { color: GREEN, bold: true, size: 16 } },
  lead: { font: { color: GREY } },
  state: { font: { bold: true }, fill: '#E3F1EB' },
  stateFigure: { font: { bold: true }, fill: '#E3F1EB', align: 'Left' },
  axisLabel: { font: { color: GREY, bold: true } },
  axis: { font: { color: GREY, bold: true }, align: 'Right' },
  axisEnd: { font: { color: GREY, bold: true }, align: 'Right', bottomBorder: '#8A8886' },
  axisLabelEnd: { font: { color: GREY, bold: true }, bottomBorder: '#8A8886' },
  section: { font: { color: '#FFFFFF', bold: true }, fill: GREEN },
  sectionId: { font: { color: '#FFFFFF', size: 8 }, fill: GREEN },
  /** What follows comes out of one formula of Meterbook. */
  engine: { font: { color: '#1F3864', italic: true } },
  tableHead: { font: { color: GREY, bold: true }, bottomBorder: '#C8C6C4', align: 'Left' },
  tableHeadOfNumbers: { font: { color: GREY, bold: true }, bottomBorder: '#C8C6C4', align: 'Right' },
  label: {},
  longLabel: { wrap: true },
  strong: { font: { bold: true } },
  id: { font: { color: '#767676', size: 8 } },
  unit: { font: { color: GREY } },
  note: { font: { color: GREY } },
  input: { font: { color: INPUT_BLUE }, fill: INPUT_FILL },
  inputText: { font: { color: INPUT_BLUE }, fill: INPUT_FILL, align: 'Left' },
  calculated: {},
  calculatedText: { align: 'Left' },
  link: { font: { color: LINK_GREEN } },
  linkText: { font: { color: LINK_GREEN }, align: 'Left' },
  hyperlink: { font: { color: '#0563C1' } },
  /** Looks back to the month before: the one reading against the flow. */
  counterflow: { fill: '#EDEBE9' },
  output: { font: { bold: true }, topBorder: '#8A8886' },
  outputLabel: { font: { bold: true }, topBorder: '#8A8886' },
  check: { font: { color: GREY, size: 8 }, align: 'Center' },
  checkTotal: { font: { bold: true }, align: 'Center', topBorder: '#8A8886' },
} as const satisfies Record<string, ModelStyle>;

export type StyleName = keyof typeof MODEL_STYLES;
