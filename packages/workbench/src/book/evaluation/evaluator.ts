import type { CellPosition, EvaluatedCell, FunctionResultObject, Matrix, Zone } from '@odoo/o-spreadsheet';

/** Cells of a sheet. */
export interface SheetZone {
  readonly sheetId: string;
  readonly zone: Zone;
}

/** The part of the grid's evaluation that computes cells, which its typings leave out. */
export interface Evaluator {
  readonly evaluatedCells: {
    get(position: CellPosition): EvaluatedCell | undefined;
    set(position: CellPosition, cell: EvaluatedCell): void;
    delete(position: CellPosition): void;
  };
  /** The cells under way, by their ids. */
  readonly cellsBeingComputed: ReadonlySet<number>;
  /** All that depends on cells, directly or not. */
  getCellsDependingOn(ranges: Iterable<SheetZone>): Iterable<SheetZone>;
  evaluate(ranges: Iterable<SheetZone>): void;
  evaluateAllCells(): void;
  evaluateCells(positions: readonly CellPosition[]): void;
  computeCell(position: CellPosition): EvaluatedCell;
  /** @returns writes one value of a result that spills, by its place in the result */
  spreadValues(
    from: CellPosition,
    matrix: Matrix<FunctionResultObject>,
  ): (column: number, row: number) => void;
}
