import type { Style } from '@odoo/o-spreadsheet';

/**
 * What Excel keeps of a cell's format and the grid does not know. It rides with the style that the grid keeps for the
 * cell, so that it moves, copies and is undone with it.
 */
export interface CellMarks {
  /** In a protected sheet the cell can be changed; without the mark it cannot, as in Excel. */
  readonly unlocked?: boolean;
  readonly formulaHidden?: boolean;
  readonly indent?: number;
  /** Of the named style that the cell was given. */
  readonly styleName?: string;
  readonly link?: CellLink;
}

/** A hyperlink, to an address or to a place in the workbook. */
export interface CellLink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
}

export type CellLook = Style & CellMarks;
