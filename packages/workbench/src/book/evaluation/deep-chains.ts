import * as o from '@odoo/o-spreadsheet';
import type { CellPosition, EvaluatedCell } from '@odoo/o-spreadsheet';
import type { Evaluator } from './evaluator';

/** How many cells may wait for each other at once: each takes several calls, and the stack of a browser is small. */
const DEEPEST = 250;

/** A cell that has to be computed first: what is under way is given up and done again afterwards. */
class TooDeep extends o.EvaluationError {}

/**
 * To compute a cell, the grid computes what it reads, and what that reads in turn. A balance that is carried on over
 * thousands of rows from the last to the first would fill the stack: a chain is computed piece by piece from its end.
 */
export function computeDeepChains(evaluator: Evaluator): void {
  const computeCell = evaluator.computeCell.bind(evaluator);
  let depth = 0;
  let first: CellPosition | undefined;

  const compute = (position: CellPosition): EvaluatedCell => {
    depth += 1;
    try {
      const cell = computeCell(position);
      // The grid makes an error of a cell of what was thrown.
      if (first !== undefined) throw new TooDeep('', '#ERROR');
      return cell;
    } finally {
      depth -= 1;
    }
  };

  const computeChain = (wanted: CellPosition): EvaluatedCell => {
    const waiting = [wanted];
    for (;;) {
      const position = waiting.at(-1) ?? wanted;
      try {
        const cell = compute(position);
        if (waiting.length === 1) return cell;
        evaluator.evaluatedCells.set(position, cell);
        waiting.pop();
      } catch (failure) {
        if (!(failure instanceof TooDeep) || first === undefined) throw failure;
        const next = first;
        first = undefined;
        if (waiting.some((each) => isSame(each, next))) evaluator.evaluatedCells.set(next, circle(next));
        else waiting.push(next);
      }
    }
  };

  evaluator.computeCell = (position) => {
    const known = evaluator.evaluatedCells.get(position);
    if (known !== undefined) return known;
    if (depth === 0) return computeChain(position);
    if (depth < DEEPEST) return compute(position);
    first = position;
    throw new TooDeep('', '#ERROR');
  };
}

const isSame = (a: CellPosition, b: CellPosition): boolean =>
  a.row === b.row && a.col === b.col && a.sheetId === b.sheetId;

const circle = (position: CellPosition): EvaluatedCell => ({
  type: 'error' as EvaluatedCell['type'] & 'error',
  value: '#CYCLE',
  formattedValue: '#CYCLE',
  message: 'Circular reference',
  isAutoSummable: false,
  defaultAlign: 'center',
  position,
  errorOriginPosition: position,
});
