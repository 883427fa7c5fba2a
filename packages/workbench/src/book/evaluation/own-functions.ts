import * as o from '@odoo/o-spreadsheet';
import type { Arg, CellPosition, EvalContext, FunctionResultObject, Matrix, Zone } from '@odoo/o-spreadsheet';
import { intersection, union } from '../address';

/*
 * What Excel's formulas say by signs and the grid has no words for, as functions of the grid. A person sees the signs.
 */

export type Cell = FunctionResultObject;
type Result = Cell | Matrix<Cell>;

/** Names of the functions. */
export const OWN = {
  /** `@A1:A3`: the cell of a range in the row or column of the formula. */
  single: 'SINGLE',
  /** `#N/A` in a formula. */
  error: 'ERROR.LITERAL',
  /** `A1:INDEX(B:B,3)` */
  between: 'RANGE.BETWEEN',
  /** `A1:C3 B2:D4` */
  shared: 'RANGE.SHARED',
  /** A function that the grid does not have. */
  unknown: 'UNKNOWN.FUNCTION',
  /** Cells of another workbook. */
  otherBook: 'OTHER.WORKBOOK',
  /** What an array formula of a fixed size shows in its cells. */
  fitted: 'ARRAY.FITTED',
} as const;

export function addOwnFunctions(): void {
  const { arg } = o.helpers;
  const any = (name: string) => arg(`${name} (any, range<any>)`, '');
  add(OWN.single, [any('value')], function (value) {
    return singleOf(value, this.__originCellPosition);
  });
  add(OWN.error, [arg('code (string)', '')], (code) => ({ value: String(first(code)?.value ?? '#N/A') }));
  add(
    OWN.unknown,
    [arg('name (string)', ''), arg('argument (any, range<any>, optional, repeating)', '')],
    (name) => ({
      value: '#NAME?',
      message: `The grid has no function ${String(first(name)?.value)}.`,
    }),
  );
  add(OWN.otherBook, [arg('reference (string)', '')], (reference) => ({
    value: '#REF!',
    message: `${String(first(reference)?.value)} lies in another workbook.`,
  }));
  add(OWN.between, [any('from'), any('to')], function (from, to) {
    return cellsOf(this, from, to, union);
  });
  add(OWN.shared, [any('one'), any('other')], function (one, other) {
    return cellsOf(this, one, other, intersection);
  });
  add(
    OWN.fitted,
    [any('value'), arg('rows (number)', ''), arg('columns (number)', '')],
    (value, rows, columns) =>
      fitted(matrixOf(value), Number(first(rows)?.value ?? 1), Number(first(columns)?.value ?? 1)),
  );
}

function add(
  name: string,
  args: o.AddFunctionDescription['args'],
  compute: (this: EvalContext, ...args: Arg[]) => Result,
): void {
  o.registries.functionRegistry.replace(name, {
    description: '',
    category: 'Excel',
    args,
    compute,
    isExported: false,
  });
}

export const first = (arg: Arg): Cell | undefined => (Array.isArray(arg) ? arg[0]?.[0] : arg);

const matrixOf = (arg: Arg): Matrix<Cell> => (Array.isArray(arg) ? arg : [[arg ?? { value: null }]]);

const REF: Cell = { value: '#REF!', message: 'The formula refers to cells that are not there.' };
const WRONG: Cell = {
  value: '#VALUE!',
  message: 'The formula needs one cell, and none of the range lies in its row or column.',
};

/** The cell of a range in the row or column of a formula; of other arrays the first value. */
export function singleOf(value: Arg, at: CellPosition | undefined): Cell {
  const matrix = matrixOf(value);
  const only = matrix[0]?.[0] ?? { value: null };
  if (matrix.length === 1 && matrix[0]?.length === 1) return only;
  const zone = zoneOf(matrix);
  if (zone === undefined || at === undefined) return only;
  const cell = sharedCell(zone.zone, at);
  return cell === undefined
    ? WRONG
    : (matrix[cell.col - zone.zone.left]?.[cell.row - zone.zone.top] ?? WRONG);
}

/** Which cell of a zone lies in the row or column of a position; undefined for none. */
export function sharedCell(zone: Zone, { row, col }: CellPosition): { row: number; col: number } | undefined {
  const { left, right, top, bottom } = zone;
  const inColumn = col >= left && col <= right;
  const inRow = row >= top && row <= bottom;
  if (left === right && top === bottom) return { row: top, col: left };
  if (left === right) return inRow ? { row, col: left } : undefined;
  if (top === bottom) return inColumn ? { row: top, col } : undefined;
  return inRow && inColumn ? { row, col } : undefined;
}

interface Placed {
  readonly position?: CellPosition;
}

interface SheetCells {
  readonly sheetId: string;
  readonly zone: Zone;
}

/** Where the cells of a range lie; undefined for values that are in no cells. */
function zoneOf(arg: Arg): SheetCells | undefined {
  const matrix = matrixOf(arg);
  const position = (matrix[0]?.[0] as Placed | undefined)?.position;
  if (position === undefined) return undefined;
  const { sheetId, col, row } = position;
  const zone = {
    left: col,
    right: col + matrix.length - 1,
    top: row,
    bottom: row + (matrix[0]?.length ?? 1) - 1,
  };
  return { sheetId, zone };
}

/** The cells of a range that two others make together. */
function cellsOf(
  context: EvalContext,
  one: Arg,
  other: Arg,
  combine: (a: Zone, b: Zone) => Zone | undefined,
): Result {
  for (const each of [first(one), first(other)])
    if (o.helpers.isEvaluationError(each?.value ?? null) && (each as Placed).position === undefined)
      return each ?? REF;
  const [a, b] = [zoneOf(one), zoneOf(other)];
  if (a === undefined || b === undefined || a.sheetId !== b.sheetId) return REF;
  const zone = combine(a.zone, b.zone);
  if (zone === undefined) return { value: '#NULL!', message: 'The ranges have no cell in common.' };
  const { sheetId } = a;
  const origin = context.__originCellPosition;
  if (origin !== undefined)
    context.addDependencies?.(origin, [context.getters.getRangeFromZone(sheetId, zone)]);
  const { left, right, top, bottom } = zone;
  return Array.from({ length: right - left + 1 }, (_column, x) =>
    Array.from({ length: bottom - top + 1 }, (_row, y) =>
      context.getFormulaResult({ sheetId, col: left + x, row: top + y }),
    ),
  );
}

const NOT_AVAILABLE: Cell = { value: '#N/A', message: 'The array is smaller than the cells that it fills.' };

/** One row or column is repeated, what is too much is cut off, and what is missing is #N/A. */
function fitted(matrix: Matrix<Cell>, rows: number, columns: number): Matrix<Cell> {
  const width = matrix.length;
  const height = matrix[0]?.length ?? 1;
  return Array.from({ length: columns }, (_column, x) =>
    Array.from(
      { length: rows },
      (_row, y) => matrix[width === 1 ? 0 : x]?.[height === 1 ? 0 : y] ?? NOT_AVAILABLE,
    ),
  );
}
