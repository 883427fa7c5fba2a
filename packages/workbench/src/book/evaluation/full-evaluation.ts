import type { CellPosition, Zone } from '@odoo/o-spreadsheet';
import { union } from '../address';
import type { Evaluator, SheetZone } from './evaluator';

/** Where as many cells changed, looking for all that depends on them takes longer than computing everything. */
const MANY_CELLS = 2000;

interface Cells {
  getCells(sheetId: string): readonly { readonly id: number }[];
  getCellPosition(id: number): CellPosition;
}

/**
 * To compute every cell, the grid visits every place of every sheet: tens of thousands on an empty one. A formula fills
 * its spill itself, so the places that hold something are enough.
 */
export function evaluateFully(evaluator: Evaluator, cells: Cells): void {
  const evaluate = evaluator.evaluate.bind(evaluator);
  const evaluateAllCells = evaluator.evaluateAllCells.bind(evaluator);
  let isFull = false;
  evaluator.evaluate = (ranges) => {
    const wanted = isFull ? [...ranges].flatMap(({ sheetId }) => occupied(cells, sheetId)) : ranges;
    // What follows from it is no more than what it asks for.
    isFull = false;
    evaluate(wanted);
  };
  evaluator.evaluateAllCells = () => {
    isFull = true;
    try {
      evaluateAllCells();
    } finally {
      isFull = false;
    }
  };
  const evaluateCells = evaluator.evaluateCells.bind(evaluator);
  evaluator.evaluateCells = (positions) =>
    positions.length > MANY_CELLS ? evaluator.evaluateAllCells() : evaluateCells(positions);
}

/** The smallest zone that holds all cells of a sheet; none for an empty one. */
function occupied(cells: Cells, sheetId: string): SheetZone[] {
  let zone: Zone | undefined;
  for (const { id } of cells.getCells(sheetId)) {
    const { row, col } = cells.getCellPosition(id);
    const cell = { left: col, right: col, top: row, bottom: row };
    zone = zone === undefined ? cell : union(zone, cell);
  }
  return zone === undefined ? [] : [{ sheetId, zone }];
}
