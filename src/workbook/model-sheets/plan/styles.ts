import type { NamedStyle } from '../../cell-styles/named-styles';

/**
 * How a cell of a model looks: its named style says what it is, and how it aligns, wraps and is ruled off goes with its place.
 * The status column, the ids and the labels say the same in words.
 */
export interface ModelStyle {
  readonly named: NamedStyle;
  readonly align?: 'Left' | 'Center' | 'Right';
  readonly wrap?: true;
  readonly topBorder?: string;
  readonly bottomBorder?: string;
}

const RULE = '#8A8886';
const LIGHT_RULE = '#C8C6C4';

export const MODEL_STYLES = {
  title: { named: 'Meterbook Title' },
  lead: { named: 'Meterbook Note' },
  state: { named: 'Meterbook State' },
  stateFigure: { named: 'Meterbook State', align: 'Left' },
  axisLabel: { named: 'Meterbook Heading' },
  axis: { named: 'Meterbook Heading', align: 'Right' },
  axisEnd: { named: 'Meterbook Heading', align: 'Right', bottomBorder: RULE },
  axisLabelEnd: { named: 'Meterbook Heading', bottomBorder: RULE },
  section: { named: 'Meterbook Section' },
  sectionId: { named: 'Meterbook Section Id' },
  engine: { named: 'Meterbook Engine' },
  longEngine: { named: 'Meterbook Engine', wrap: true },
  tableHead: { named: 'Meterbook Heading', bottomBorder: LIGHT_RULE, align: 'Left' },
  tableHeadOfNumbers: { named: 'Meterbook Heading', bottomBorder: LIGHT_RULE, align: 'Right' },
  /** Names that a person chose may be long. */
  tableHeadWrapped: { named: 'Meterbook Heading', bottomBorder: LIGHT_RULE, align: 'Right', wrap: true },
  label: { named: 'Meterbook Text' },
  longLabel: { named: 'Meterbook Text', wrap: true },
  strong: { named: 'Meterbook Strong Text' },
  id: { named: 'Meterbook Id' },
  unit: { named: 'Meterbook Note' },
  longUnit: { named: 'Meterbook Note', wrap: true },
  note: { named: 'Meterbook Note' },
  input: { named: 'Meterbook Input' },
  inputText: { named: 'Meterbook Input', align: 'Left' },
  calculated: { named: 'Meterbook Calculation' },
  calculatedText: { named: 'Meterbook Calculation', align: 'Left' },
  link: { named: 'Meterbook Link' },
  linkText: { named: 'Meterbook Link', align: 'Left' },
  hyperlink: { named: 'Meterbook Hyperlink' },
  counterflow: { named: 'Meterbook Counterflow' },
  output: { named: 'Meterbook Output', topBorder: RULE },
  outputLabel: { named: 'Meterbook Strong Text', topBorder: RULE },
  check: { named: 'Meterbook Check', align: 'Center' },
  checkTotal: { named: 'Meterbook Check Total', align: 'Center', topBorder: RULE },
} as const satisfies Record<string, ModelStyle>;

export type StyleName = keyof typeof MODEL_STYLES;

/** The named styles of a model's sheets, each once. */
export const STYLES_OF_MODEL: readonly NamedStyle[] = [
  ...new Set(Object.values(MODEL_STYLES).map(({ named }) => named)),
];
