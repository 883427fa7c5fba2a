import { readBatch } from './excel-batch';

export interface Target {
  readonly sheet: string;
  /** Without the sheet: B4 or B4:C9. */
  readonly address: string;
}

/** What came of it, in a sentence. */
export interface GoneTo {
  readonly done: boolean;
  readonly sentence: string;
}

/** Shows a place in the workbook and selects it. */
export function goTo({ sheet: name, address }: Target): Promise<GoneTo> {
  return readBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('name');
    await context.sync();
    if (sheet.isNullObject) {
      return {
        done: false,
        sentence: `The sheet ${name} is not there any more: undo its removal, or refresh the model.`,
      };
    }
    sheet.activate();
    sheet.getRange(address).select();
    await context.sync();
    return { done: true, sentence: `${name}!${address} is selected.` };
  });
}
