import type { WorkbookStyles } from '../../cell-styles/workbook-styles';
import type { Places } from './places';
import type { NumberFormat } from './number-formats';
import { MODEL_STYLES, type StyleName } from './styles';

interface Verdict {
  readonly color: string;
  readonly fill?: string;
  readonly bold?: true;
}

/** Colours of what a figure or a word of the cell, or one beside it, says as well: never colour alone. */
const VERDICTS = {
  pass: { color: '#006100', fill: '#C6EFCE' },
  fail: { color: '#FFFFFF', fill: '#C00000', bold: true },
  alert: { color: '#7F6000', fill: '#FFEB9C' },
  cheaper: { color: '#006100' },
  dearer: { color: '#C00000' },
} as const satisfies Record<string, Verdict>;

/** Looks of an area that follow its values. */
export interface ConditionalLook {
  /** Letters of the first and the last column. */
  readonly columns: readonly [first: string, last: string];
  /** Numbers of the first and the last row. */
  readonly rows: (places: Places) => readonly [first: number, last: number];
  readonly verdict: keyof typeof VERDICTS;
  /** What must hold, said of the first row of the area; without the equals sign. */
  readonly when: (row: number) => string;
}

/** Looks of rows that a formula will fill, however many they turn out to be. */
export interface SpillLook {
  readonly columns: readonly [first: string, last: string];
  readonly rows: (places: Places) => readonly [first: number, last: number];
  readonly style: StyleName;
  readonly format?: NumberFormat;
}

/** What a sheet says of areas, beside what it says of its cells. */
export interface AreaLooks {
  /** Looks that follow values. */
  readonly conditional?: readonly ConditionalLook[];
  readonly spillLooks?: readonly SpillLook[];
}

/** For a sheet that is new; on one that is there, Excel moves them with their rows. */
export function writeAreaLooks(
  sheet: Excel.Worksheet,
  plan: AreaLooks,
  places: Places,
  styles: WorkbookStyles,
): void {
  for (const { columns, rows, verdict, when } of plan.conditional ?? []) {
    const [first, last] = rows(places);
    const { color, fill, bold }: Verdict = VERDICTS[verdict];
    const area = sheet.getRange(`${columns[0]}${first}:${columns[1]}${last}`);
    const { custom } = area.conditionalFormats.add('Custom');
    custom.rule.formula = `=${when(first)}`;
    custom.format.font.color = color;
    if (bold) custom.format.font.bold = true;
    if (fill) custom.format.fill.color = fill;
  }
  for (const { columns, rows, style, format } of plan.spillLooks ?? []) {
    const [first, last] = rows(places);
    const range = sheet.getRange(`${columns[0]}${first}:${columns[1]}${last}`);
    styles.give(range, MODEL_STYLES[style].named);
    // One value for all cells, which the typings leave out.
    const area: { numberFormat: unknown } = range;
    if (format) area.numberFormat = format;
  }
}
