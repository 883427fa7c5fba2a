import { blockSize } from '../excel/value-format';
import { cellAt, splitAddress } from '../excel/cell-address';
import { runBatch } from '../excel/excel-batch';
import type { Target } from '../excel/go-to';
import { Refusal } from '../../base/refusal';

export interface BlockSize {
  readonly rows: number;
  readonly columns: number;
}

export type Insertion =
  | { readonly kind: 'done'; readonly sentence: string }
  /** Nothing was written: the cell holds something. Ask, then insert with `replace`. */
  | { readonly kind: 'filled'; readonly question: string }
  | Refusal;

/**
 * Writes a formula into a cell. A cell that holds something is left alone unless it is to be replaced; so is a formula
 * whose block would not find room, since Excel would show #SPILL! in its place.
 * @param size of the result, where it is a block and known
 * @param format for a cell that has no number format of its own
 */
export function insertFormula(
  target: Target,
  formula: string,
  { size, format, replace }: { size?: BlockSize; format?: string; replace: boolean },
): Promise<Insertion> {
  return runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(target.sheet).load('name');
    await context.sync();
    if (sheet.isNullObject) {
      return new Refusal(`The sheet ${target.sheet} is not there any more: select another cell.`);
    }
    const cell = sheet
      .getRange(target.address)
      .load('formulas,values,text,numberFormat,rowIndex,columnIndex,address');
    const parent = cell.getSpillParentOrNullObject().load('address');
    await context.sync();
    const place = `${target.sheet}!${target.address}`;
    const held = String(cell.formulas[0]?.[0] ?? '');
    const isSpill = !parent.isNullObject && parent.address !== cell.address;
    if (isSpill) {
      const anchor = splitAddress(parent.address);
      return new Refusal(
        `${place} shows a part of the result in ${anchor.sheet}!${anchor.address}: select a cell outside of it.`,
      );
    }
    if (!replace) {
      if (held !== '') {
        const shown = held.startsWith('=') ? `the formula ${held}` : String(cell.text[0]?.[0] ?? held);
        return { kind: 'filled', question: `${place} holds ${shown}. Replace it?` };
      }
    }
    const obstacle = size && held === '' ? await obstacleIn(context, sheet, cell, size) : undefined;
    if (obstacle !== undefined && size) {
      return new Refusal(
        `The result takes ${blockSize(size.rows, size.columns)} from ${place}, and ${obstacle} is filled: clear the cells or select another one.`,
      );
    }
    cell.formulas = [[formula]];
    if (format !== undefined && cell.numberFormat[0]?.[0] === 'General') cell.numberFormat = [[format]];
    sheet.activate();
    cell.select();
    cell.load('formulasLocal');
    await context.sync();
    return { kind: 'done', sentence: `${place} now holds ${String(cell.formulasLocal[0]?.[0] ?? formula)}` };
  });
}

/** The first filled cell where the block would go, the cell of the formula apart. */
async function obstacleIn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { rowIndex, columnIndex }: Excel.Range,
  { rows, columns }: BlockSize,
): Promise<string | undefined> {
  const block = sheet.getRangeByIndexes(rowIndex, columnIndex, rows, columns).load('values');
  await context.sync();
  const values: unknown[][] = block.values;
  for (const [row, cells] of values.entries()) {
    const column = cells.findIndex((value, at) => value !== '' && (row > 0 || at > 0));
    if (column >= 0) return cellAt(rowIndex + row, columnIndex + column);
  }
  return undefined;
}
