/** Names that the workbook gives to what the model reads. Whatever a person calls the sheet, these stay. */
export const TABLE_NAME = 'TermsTable';
export const TERMS_NAME = 'Terms';
export const SCENARIO_NAME = 'Scenario';

export const NO_TABLE =
  'This workbook has no table TermsTable and no name Terms. Insert a model from the view Start, or undo the removal of the table.';

/** Where the Terms table stands, loaded. */
export interface LocatedTerms {
  /** The header and the rows of data, without a row of totals; values and formulas are loaded. */
  readonly range: Excel.Range;
  readonly sheet: Excel.Worksheet;
  /** Missing where the name Terms stands for a plain range. */
  readonly table: Excel.Table | undefined;
  /** The cell of the scenario in force, where there is one; its values are loaded. */
  readonly scenarioCell: Excel.Range | undefined;
}

const LOADED = 'values,formulas,numberFormat,address,rowIndex,columnIndex,rowCount,columnCount';

/** Finds the table by its name, else by what the name Terms stands for. */
export async function locateTerms(context: Excel.RequestContext): Promise<LocatedTerms | undefined> {
  const { workbook } = context;
  const table = workbook.tables.getItemOrNullObject(TABLE_NAME);
  const named = workbook.names.getItemOrNullObject(TERMS_NAME);
  const chosen = workbook.names.getItemOrNullObject(SCENARIO_NAME);
  await context.sync();
  const scenarioCell = chosen.isNullObject ? undefined : chosen.getRangeOrNullObject().load('values,address');
  const range = table.isNullObject
    ? named.isNullObject
      ? undefined
      : named.getRangeOrNullObject()
    : table.getHeaderRowRange().getBoundingRect(table.getDataBodyRange());
  if (range === undefined) return undefined;
  range.load(LOADED);
  range.worksheet.load('name,id');
  await context.sync();
  if (range.isNullObject) return undefined;
  return {
    range,
    sheet: range.worksheet,
    table: table.isNullObject ? undefined : table,
    scenarioCell: scenarioCell?.isNullObject ? undefined : scenarioCell,
  };
}
