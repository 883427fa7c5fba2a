import type { NamedStyle } from '../cell-styles/named-styles';

/** How a cell of the sample looks; numbers stand right by themselves. Colour is never alone: the status column and the labels say the same in words. */
export interface CellStyle {
  readonly named: NamedStyle;
  readonly align?: 'Left' | 'Center' | 'Right';
  readonly topBorder?: string;
  readonly bottomBorder?: string;
}

export const STYLES = {
  title: { named: 'Meterbook Title' },
  lead: { named: 'Meterbook Note' },
  header: { named: 'Meterbook Section', align: 'Left' },
  headerOfNumbers: { named: 'Meterbook Section', align: 'Right' },
  section: { named: 'Meterbook Subsection' },
  tableHead: { named: 'Meterbook Heading', bottomBorder: '#C8C6C4', align: 'Left' },
  tableHeadOfNumbers: { named: 'Meterbook Heading', bottomBorder: '#C8C6C4', align: 'Right' },
  label: { named: 'Meterbook Text' },
  unit: { named: 'Meterbook Note' },
  note: { named: 'Meterbook Note' },
  illustrative: { named: 'Meterbook Illustrative' },
  reported: { named: 'Meterbook Reported' },
  input: { named: 'Meterbook Input' },
  inputText: { named: 'Meterbook Input', align: 'Left' },
  calculated: { named: 'Meterbook Calculation' },
  reference: { named: 'Meterbook Reference' },
  output: { named: 'Meterbook Output', topBorder: '#8A8886' },
  check: { named: 'Meterbook Verdict' },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof STYLES;

/** The named styles of the sample's sheets, each once. */
export const STYLES_OF_SAMPLE: readonly NamedStyle[] = [
  ...new Set(Object.values(STYLES).map(({ named }) => named)),
];
