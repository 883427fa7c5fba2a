import type { CellPosition, EvaluatedCell } from '@odoo/o-spreadsheet';
import type { Evaluator, SheetZone } from './evaluator';

/** How a book computes formulas that lead in a circle, where it allows them. */
export interface Iteration {
  /** How often at most. */
  readonly count: number;
  /** The change from which on it is enough. */
  readonly delta: number;
}

/** What each cell of a circle came to the last time, by its place; a file says it of its own. */
export type LastValues = Map<string, number>;

export const placeKey = ({ sheetId, row, col }: CellPosition): string => `${sheetId} ${row} ${col}`;

/** Computes circles from the values of the time before, again and again until they change no more. */
export function iterateCircles(
  evaluator: Evaluator,
  cellId: (position: CellPosition) => number | undefined,
  iteration: () => Iteration | undefined,
  last: LastValues,
): void {
  const circle = new Map<string, CellPosition>();
  const computeCell = evaluator.computeCell.bind(evaluator);
  evaluator.computeCell = (position) => {
    if (iteration() === undefined) return computeCell(position);
    const id = cellId(position);
    if (id === undefined || !evaluator.cellsBeingComputed.has(id)) return computeCell(position);
    const key = placeKey(position);
    circle.set(key, position);
    return numberAt(position, last.get(key) ?? 0);
  };
  const evaluate = evaluator.evaluate.bind(evaluator);
  evaluator.evaluate = (ranges) => {
    circle.clear();
    evaluate(ranges);
    const settings = iteration();
    if (settings === undefined) return;
    for (let round = 1; round < settings.count && circle.size > 0; round += 1) {
      const positions = [...circle.values()];
      if (remember(positions, evaluator, last) < settings.delta) return;
      const own = positions.map(zoneOf);
      evaluate([...own, ...evaluator.getCellsDependingOn(own)]);
    }
  };
}

const zoneOf = ({ sheetId, row, col }: CellPosition): SheetZone => ({
  sheetId,
  zone: { left: col, right: col, top: row, bottom: row },
});

/** @returns the greatest change since the time before */
function remember(positions: readonly CellPosition[], evaluator: Evaluator, last: LastValues): number {
  let change = 0;
  for (const position of positions) {
    const { value } = evaluator.evaluatedCells.get(position) ?? {};
    const number = typeof value === 'number' ? value : 0;
    const key = placeKey(position);
    change = Math.max(change, Math.abs(number - (last.get(key) ?? 0)));
    last.set(key, number);
  }
  return change;
}

const numberAt = (position: CellPosition, value: number): EvaluatedCell => ({
  type: 'number' as EvaluatedCell['type'] & 'number',
  value,
  formattedValue: String(value),
  isAutoSummable: true,
  defaultAlign: 'right',
  position,
});
