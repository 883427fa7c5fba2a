import { readBatch } from '../../workbook/excel/excel-batch';
import { locateTerms } from '../../workbook/terms/terms-sheet';

/** Shows a cell of the Terms table. @param row and column within the table with its header, from 1 */
export const selectTermsCell = (row: number, column: number): Promise<void> =>
  readBatch(async (context) => {
    const located = await locateTerms(context);
    if (!located) return;
    located.sheet.activate();
    located.range.getCell(row - 1, column - 1).select();
    await context.sync();
  });
