import { type StepOptions, goOn } from './step';

/** One sheet as the steps of handing off read it. */
export interface SheetCells {
  readonly name: string;
  readonly isProtected: boolean;
  /** Row and column of the first cell below, from 0. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  /** Some formula on it fills other cells. */
  readonly hasSpill: boolean;
}

/** As much as one answer of Excel on the web may hold, with room to spare. */
const MOST_CELLS_AT_ONCE = 40_000;

/** Every sheet with all that it holds, in blocks. @param without names of sheets to leave out */
export async function readSheets(
  context: Excel.RequestContext,
  options: StepOptions = {},
  without: ReadonlySet<string> = new Set(),
): Promise<SheetCells[]> {
  const worksheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const wanted = worksheets.items.filter(({ name }) => !without.has(name));
  const used = wanted.map((sheet) => ({
    sheet,
    range: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount,hasSpill'),
    protection: sheet.protection.load('protected'),
  }));
  await context.sync();
  const sheets: SheetCells[] = [];
  for (const [at, { sheet, range, protection }] of used.entries()) {
    goOn(options, `Reading ${sheet.name}`, at / used.length);
    const isEmpty = range.isNullObject;
    sheets.push({
      name: sheet.name,
      isProtected: protection.protected,
      top: isEmpty ? 0 : range.rowIndex,
      left: isEmpty ? 0 : range.columnIndex,
      hasSpill: !isEmpty && range.hasSpill !== false,
      ...(isEmpty ? { values: [], formulas: [] } : await readCells(context, range)),
    });
  }
  return sheets;
}

type Contents = Pick<SheetCells, 'values' | 'formulas'>;

async function readCells(context: Excel.RequestContext, range: Excel.Range): Promise<Contents> {
  const { rowCount, columnCount } = range;
  const rowsAtOnce = Math.max(1, Math.floor(MOST_CELLS_AT_ONCE / columnCount));
  const values: (readonly unknown[])[] = [];
  const formulas: (readonly unknown[])[] = [];
  for (let row = 0; row < rowCount; row += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, rowCount - row);
    const part = range.getCell(row, 0).getResizedRange(rows - 1, columnCount - 1);
    const read = await readPart(context, part);
    values.push(...read.values);
    formulas.push(...read.formulas);
  }
  return { values, formulas };
}

async function readPart(context: Excel.RequestContext, part: Excel.Range): Promise<Contents> {
  part.load('values,formulas');
  await context.sync();
  return { values: part.values, formulas: part.formulas };
}

/** A cell's formula; a text that only looks like one is none. */
export function formulaAt({ formulas, values }: SheetCells, row: number, column: number): string | undefined {
  const formula = formulas[row]?.[column];
  return typeof formula === 'string' && formula.startsWith('=') && formula !== values[row]?.[column]
    ? formula
    : undefined;
}

/** Calls back for every cell with a formula. @param visit row and column within the sheet, from 0 */
export function eachFormula(
  sheet: SheetCells,
  visit: (formula: string, row: number, column: number) => void,
): void {
  sheet.formulas.forEach((cells, row) => {
    cells.forEach((_cell, column) => {
      const formula = formulaAt(sheet, row, column);
      if (formula !== undefined) visit(formula, sheet.top + row, sheet.left + column);
    });
  });
}

/** What cells of the sheet hold; blank beyond what it uses. */
export function valuesIn(
  { values, top, left }: SheetCells,
  zone: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
): unknown[][] {
  return Array.from({ length: zone.rows }, (_row, row) =>
    Array.from(
      { length: zone.columns },
      (_cell, column) => values[zone.row + row - top]?.[zone.column + column - left] ?? '',
    ),
  );
}
