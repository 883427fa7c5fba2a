import { readBatch } from './excel-batch';
import { Refusal } from '../../base/refusal';
import { done, type Outcome } from '../step-outcome';

export interface Target {
  readonly sheet: string;
  /** Without the sheet: B4 or B4:C9. */
  readonly address: string;
}

/** Shows a place in the workbook and selects it. */
export function goTo({ sheet: name, address }: Target): Promise<Outcome> {
  return readBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('name');
    await context.sync();
    if (sheet.isNullObject) {
      return new Refusal(`The sheet ${name} is not there any more: undo its removal, or refresh the model.`);
    }
    sheet.activate();
    sheet.getRange(address).select();
    await context.sync();
    return done(`${name}!${address} is selected.`);
  });
}
