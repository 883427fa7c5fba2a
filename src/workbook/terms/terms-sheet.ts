/** Names that the workbook gives to what the model reads. Whatever a person calls the sheet, these stay. */
export const TABLE_NAME = 'TermsTable';
export const TERMS_NAME = 'Terms';
export const SCENARIO_NAME = 'Scenario';

export const NO_TABLE =
  'This workbook has no table TermsTable and no name Terms. Insert a model from the view Start, or undo the removal of the table.';

/** The Terms table as it stands now, loaded. */
export interface LocatedTerms {
  /** The header and the rows of data, without a row of totals. */
  readonly range: Excel.Range;
  /** With the header, as `termsOf` takes them; dates as serials, blank cells as empty text. */
  readonly values: readonly (readonly unknown[])[];
  /** The same with formulas where cells have them. */
  readonly formulas: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly string[])[];
  readonly sheet: Excel.Worksheet;
  /** The sheet is protected: at least some of its cells cannot be written. */
  readonly isProtected: boolean;
  /** Missing where the name Terms stands for a plain range. */
  readonly table: Excel.Table | undefined;
  /** The cell of the scenario in force, where there is one; its values, formulas and address are loaded. */
  readonly scenarioCell: Excel.Range | undefined;
}

const LOADED = 'values,formulas,numberFormat,address,rowIndex,columnIndex';

/**
 * Finds the table by its name, else by what the name Terms stands for. Sorting, filtering, moving and renaming its sheet
 * change neither.
 */
export async function locateTerms(context: Excel.RequestContext): Promise<LocatedTerms | undefined> {
  const { workbook } = context;
  const table = workbook.tables.getItemOrNullObject(TABLE_NAME).load('showHeaders');
  const named = workbook.names.getItemOrNullObject(TERMS_NAME);
  const chosen = workbook.names.getItemOrNullObject(SCENARIO_NAME);
  await context.sync();
  const range = rangeOf(table, named);
  if (range === undefined) return undefined;
  range.load(LOADED);
  const scenarioCell = chosen.isNullObject ? undefined : chosen.getRangeOrNullObject();
  scenarioCell?.load('values,formulas,address');
  await context.sync();
  if (range.isNullObject) return undefined;
  const sheet = range.worksheet;
  sheet.load('name,id');
  sheet.protection.load('protected');
  await context.sync();
  return {
    range,
    values: range.values as unknown[][],
    formulas: range.formulas as unknown[][],
    numberFormats: range.numberFormat as string[][],
    sheet,
    isProtected: sheet.protection.protected,
    table: table.isNullObject ? undefined : table,
    scenarioCell: scenarioCell?.isNullObject ? undefined : scenarioCell,
  };
}

function rangeOf(table: Excel.Table, named: Excel.NamedItem): Excel.Range | undefined {
  if (table.isNullObject) return named.isNullObject ? undefined : named.getRangeOrNullObject();
  return table.showHeaders
    ? table.getHeaderRowRange().getBoundingRect(table.getDataBodyRange())
    : table.getRange();
}

export const protectedSentence = ({ sheet }: Pick<LocatedTerms, 'sheet'>): string =>
  `The sheet ${sheet.name} is protected, and nothing was written. Choose Review > Unprotect Sheet, then try again.`;
