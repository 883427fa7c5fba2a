import { plain } from '../../base/nearest';
import { cellAt } from './cell-address';
import { readBatch } from './excel-batch';
import { sheetNameOf } from '../model-sheets/plan/names';
import { Refusal } from '../../base/refusal';
import { done, type Outcome } from '../step-outcome';

const NO_SHEET = new Refusal(
  'The workbook has no sheet of checks: refresh the model under Start to have it back.',
);

/** Shows the row of a check on the sheet of checks, and selects it. @param check its name, as the sheet says it */
export function goToCheck(check: string): Promise<Outcome> {
  return readBatch(async (context) => {
    const name = context.workbook.names.getItemOrNullObject(sheetNameOf('Checks'));
    await context.sync();
    if (name.isNullObject) return NO_SHEET;
    const cell = name.getRangeOrNullObject();
    await context.sync();
    if (cell.isNullObject) return NO_SHEET;
    const sheet = cell.worksheet.load('name');
    const used = sheet.getUsedRange(true).load('values,rowIndex,columnIndex');
    await context.sync();
    const block: unknown[][] = used.values;
    const row = block.findIndex((cells) => cells.some((each) => plain(String(each)) === plain(check)));
    const column = block[row]?.findIndex((each) => plain(String(each)) === plain(check)) ?? -1;
    sheet.activate();
    if (column < 0) {
      await context.sync();
      return new Refusal(`${sheet.name} has no row for this check: refresh the model under Start.`);
    }
    const address = cellAt(used.rowIndex + row, used.columnIndex + column);
    sheet.getRange(address).select();
    await context.sync();
    return done(`${sheet.name}!${address} is selected.`);
  });
}
