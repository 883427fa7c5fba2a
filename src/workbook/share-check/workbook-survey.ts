import { type Pin, readPins } from '../log/pins';
import { type LocatedTerms, locateTerms } from '../terms/terms-sheet';

export interface SurveyedSheet {
  readonly name: string;
  readonly isVisible: boolean;
  /** Row and column of the first cell below, from 0. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  /** Cells with a formula that protecting the sheet would not protect; row and column within the cells above. */
  readonly unlocked: readonly { readonly row: number; readonly column: number }[];
}

export interface WorkbookSurvey {
  readonly sheets: readonly SurveyedSheet[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly terms: LocatedTerms | undefined;
  readonly pins: readonly Pin[];
}

/** All that the share check looks at. Reads only. */
export async function surveyWorkbook(context: Excel.RequestContext): Promise<WorkbookSurvey> {
  const worksheets = context.workbook.worksheets.load('items/name,items/visibility');
  const names = context.workbook.names.load('items/name,items/formula');
  await context.sync();
  const used = worksheets.items.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject().load('values,formulas,rowIndex,columnIndex');
    return { sheet, range, protection: range.format.protection.load('locked') };
  });
  await context.sync();
  const sheets: SurveyedSheet[] = [];
  for (const { sheet, range, protection } of used) {
    const isVisible = sheet.visibility === 'Visible';
    const { name } = sheet;
    if (range.isNullObject) {
      sheets.push({ name, isVisible, top: 0, left: 0, values: [], formulas: [], unlocked: [] });
      continue;
    }
    const formulas: readonly (readonly unknown[])[] = range.formulas;
    // Where some cells are locked and others are not, Excel says null.
    const unlocked = protection.locked === true ? [] : await unlockedFormulas(context, range, formulas);
    const { rowIndex: top, columnIndex: left, values } = range;
    sheets.push({ name, isVisible, top, left, values, formulas, unlocked });
  }
  const terms = await locateTerms(context);
  return {
    sheets,
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    terms,
    pins: await readPins(context),
  };
}

/** Asks row by row, and cell by cell only in rows that are not all alike. */
async function unlockedFormulas(
  context: Excel.RequestContext,
  range: Excel.Range,
  formulas: readonly (readonly unknown[])[],
): Promise<{ row: number; column: number }[]> {
  const rows = formulas.flatMap((cells, row) =>
    cells.some(isFormula) ? [{ row, protection: range.getRow(row).format.protection.load('locked') }] : [],
  );
  await context.sync();
  const cells = rows
    .filter(({ protection }) => protection.locked !== true)
    .flatMap(({ row }) =>
      (formulas[row] ?? []).flatMap((formula, column) =>
        isFormula(formula)
          ? [{ row, column, protection: range.getCell(row, column).format.protection.load('locked') }]
          : [],
      ),
    );
  await context.sync();
  return cells
    .filter(({ protection }) => protection.locked === false)
    .map(({ row, column }) => ({ row, column }));
}

/** A text that begins with an equals sign comes the same way; it is rare, and should be looked at as well. */
export const isFormula = (formula: unknown): formula is string =>
  typeof formula === 'string' && formula.startsWith('=');
