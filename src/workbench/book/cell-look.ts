import type { Style } from '@odoo/o-spreadsheet';

/**
 * What Excel keeps of a cell's format and the grid does not know. It rides with the style that the grid keeps for the
 * cell, so that it moves, copies and is undone with it.
 */
export interface CellMarks {
  /** In a protected sheet the cell can be changed; without the mark it cannot, as in Excel. */
  readonly unlocked?: boolean;
  readonly formulaHidden?: boolean;
}

export type CellLook = Style & CellMarks;
