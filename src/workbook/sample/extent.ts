import type { DraftCell, SheetDraft } from './draft';

export interface PlacedCell {
  readonly cell: DraftCell;
  /** From 0. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly address: string;
}

/** The rectangle from A1 that a draft fills. */
export interface Extent {
  readonly address: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PlacedCell[];
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const columnLetter = (column: number): string => LETTERS.charAt(column);

export function extentOf(draft: SheetDraft): Extent {
  const cells = draft.rows.flatMap((cellsOfRow, row) =>
    Object.entries(cellsOfRow).flatMap(([letter, cell]) =>
      cell ? [{ cell, row, column: LETTERS.indexOf(letter), address: `${letter}${row + 1}` }] : [],
    ),
  );
  const columns = Math.max(...cells.map((each) => each.column)) + 1;
  return {
    address: `A1:${columnLetter(columns - 1)}${draft.rows.length}`,
    rows: draft.rows.length,
    columns,
    cells,
  };
}
