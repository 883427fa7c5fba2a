import { calculated, reference } from './draft';
import { TABLE, type Line, type MonthSheet, type PanelIndex } from './month-sheet';

/** An unfilled promise of a line further down, for the results on top. */
export interface Later {
  fee?: Line;
  share?: Line;
  tolerance?: Line;
  tokenCosts: Line[];
  metered: Line[];
  differences: Line[];
}

export interface MonthLines {
  readonly start: Line;
  readonly end: Line;
  readonly share: Line;
  readonly vendorShare: Line;
}

/** A figure of the reference table below the computed one, and how far they are apart. */
export function compare(
  sheet: MonthSheet,
  later: Later,
  ours: Line,
  unit: string,
  format: string,
  figure: (panel: PanelIndex) => number,
): void {
  const theirs = sheet.line('Reference figure', unit, (panel) => reference(figure(panel), format), TABLE);
  const difference = sheet.line('Difference', unit, (panel) =>
    calculated(`=ABS(${ours.value(panel)}-${theirs.value(panel)})`, format),
  );
  later.differences.push(difference);
}
