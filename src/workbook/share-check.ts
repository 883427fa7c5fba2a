import { readBatch } from './excel-batch';
import { readCalls } from './formula';
import { findFunction } from './function-names';

/** Cells of one sheet that compute with Meterbook. */
export interface SheetUse {
  readonly sheet: string;
  readonly cells: number;
}

export interface ShareCheck {
  readonly sentence: string;
  readonly uses: readonly SheetUse[];
}

/** What somebody trips over who opens this workbook without Meterbook. Reads only. */
export const shareCheck = (): Promise<ShareCheck> =>
  readBatch(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const used = sheets.items.map((sheet) => ({
      sheet: sheet.name,
      range: sheet.getUsedRangeOrNullObject().load('formulas'),
    }));
    await context.sync();
    const uses = used.flatMap(({ sheet, range }) => {
      const cells = range.isNullObject ? 0 : countOurs(range.formulas);
      return cells === 0 ? [] : [{ sheet, cells }];
    });
    return { sentence: describeUses(uses), uses };
  });

const countOurs = (formulas: readonly (readonly unknown[])[]): number =>
  formulas.flat().filter((formula) => typeof formula === 'string' && isOurs(formula)).length;

const isOurs = (formula: string): boolean =>
  readCalls(formula).some(({ name }) => findFunction(name) !== undefined);

/** What a recipient sees, in sentences. */
export function describeUses(uses: readonly SheetUse[]): string {
  if (uses.length === 0) {
    return 'No cell of this workbook needs Meterbook: it computes the same in any Excel.';
  }
  const cells = uses.reduce((sum, use) => sum + use.cells, 0);
  const listed = uses.map((use) => `${use.sheet} (${use.cells})`).join(', ');
  return (
    `${cells} ${cells === 1 ? 'formula needs' : 'formulas need'} Meterbook: ${listed}. ` +
    'Whoever opens the workbook without it sees the last figures until Excel calculates them again, and #NAME? from then on; in LibreOffice #NAME? at once.'
  );
}
