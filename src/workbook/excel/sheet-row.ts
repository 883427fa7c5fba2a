import type { SheetFigure } from '../inspect/figure';
import { COLUMNS, FIRST_SERIES } from '../model-sheets/plan/columns';

interface CellOfSheet {
  readonly sheet: Excel.Worksheet;
  /** From 0. */
  readonly rowIndex: number;
  readonly columnIndex: number;
}

interface Head {
  readonly id: string;
  readonly kind: 'month' | 'year' | 'contract year';
}

/** The row that says what the columns of a row are: months on most sheets, years on the Summary. */
const headOf = (id: string): Head => {
  if (id.startsWith('year.')) return { id: 'head.year', kind: 'year' };
  if (id.startsWith('contract year.')) return { id: 'head.contract year', kind: 'contract year' };
  return { id: 'axis.start', kind: 'month' };
};

/** What the row of a cell shows, by the ids that generated sheets carry; undefined on other sheets. */
export async function readSheetRow(
  context: Excel.RequestContext,
  { sheet, rowIndex, columnIndex }: CellOfSheet,
): Promise<SheetFigure | undefined> {
  const column = `${COLUMNS.id}:${COLUMNS.id}`;
  const ids = sheet.getRange(column).getUsedRangeOrNullObject(true).load('values,rowIndex');
  await context.sync();
  if (ids.isNullObject) return undefined;
  const block: unknown[][] = ids.values;
  const id = block[rowIndex - ids.rowIndex]?.[0];
  if (typeof id !== 'string' || !id.includes('.')) return undefined;
  const total: SheetFigure = { id, column: { kind: 'total' } };
  if (columnIndex < FIRST_SERIES) return total;
  const head = headOf(id);
  const headRow = block.findIndex(([each]) => each === head.id);
  if (headRow < 0) return total;
  const cell = sheet.getCell(ids.rowIndex + headRow, columnIndex).load('values');
  await context.sync();
  const value: unknown = cell.values[0]?.[0];
  return typeof value === 'number' ? { id, column: { kind: head.kind, value } } : undefined;
}
