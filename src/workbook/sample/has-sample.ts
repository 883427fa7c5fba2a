import { readBatch } from '../excel/excel-batch';
import { nameOf } from './draft-places';
import { sampleDrafts } from './insert-sample';

/** Whether any sheet of the sample is in the workbook. */
export function hasSample(): Promise<boolean> {
  return readBatch(async (context) => {
    const names = sampleDrafts().map((draft) => context.workbook.names.getItemOrNullObject(nameOf(draft)));
    await context.sync();
    const ranges = names.filter((name) => !name.isNullObject).map((name) => name.getRangeOrNullObject());
    await context.sync();
    return ranges.some((range) => !range.isNullObject);
  });
}
