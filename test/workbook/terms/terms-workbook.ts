import type { Host } from '../host';

/** A Terms table in a workbook as a person may have it, and what a test asks of it. */

export interface TermsWorkbookOptions {
  readonly block: readonly (readonly unknown[])[];
  readonly sheet?: string;
  /** Rows of the sheet above the header. */
  readonly above?: number;
  readonly scenario?: string;
}

/** The formula of the column Live: the scenario in force, or Base where that is blank. */
const NAMES = 'TermsTable[[#Headers],[Base]:[Low]]';
const VALUES = 'TermsTable[@[Base]:[Low]]';
const PLACE = `MATCH(Scenario,${NAMES},0)`;
export const LIVE = `=IF(INDEX(${VALUES},1,${PLACE})="",TermsTable[@Base],INDEX(${VALUES},1,${PLACE}))`;

const isDate = (row: readonly unknown[], header: readonly unknown[]): boolean =>
  row[header.indexOf('Unit')] === 'date' || ['Start', 'End', 'Cutover', 'Early end'].includes(String(row[2]));

/** Writes the table with its names, its Live formulas and the list of scenarios. */
export async function writeTerms(
  host: Host,
  { block, sheet = 'Terms', above = 4, scenario = 'Base' }: TermsWorkbookOptions,
): Promise<void> {
  const [header = [], ...rows] = block;
  const live = header.indexOf('Live');
  await host.run(async (context) => {
    const { worksheets, names, tables } = context.workbook;
    const target = worksheets.add(sheet);
    target.getRange('A1:B1').values = [['Scenario', scenario]];
    names.add('Scenario', target.getRange('B1'));
    const range = target.getRangeByIndexes(above, 0, block.length, header.length);
    range.values = block.map((row, at) =>
      row.map((cell, column) =>
        column === 1 && at > 0 && typeof cell === 'string' && /^\d/.test(cell) ? `'${cell}` : cell,
      ),
    ) as string[][];
    range.getOffsetRange(1, 0).getResizedRange(-1, 0).numberFormat = rows.map((row) =>
      row.map((cell, column) =>
        column > 4 && isDate(row, header) && (typeof cell === 'number' || cell === '')
          ? 'yyyy-mm-dd'
          : 'General',
      ),
    );
    const table = tables.add(range, true);
    table.name = 'TermsTable';
    names.add('Terms', '=TermsTable[#All]');
    const headers = range.getRow(0);
    const last = header.indexOf('Low') - 1;
    target.getRange('B1').dataValidation.rule = {
      list: {
        inCellDropDown: true,
        source: headers.getCell(0, header.indexOf('Base')).getBoundingRect(headers.getCell(0, last)),
      },
    };
    await context.sync();
    if (live >= 0) {
      range.getCell(1, live).getResizedRange(rows.length - 1, 0).formulas = rows.map(() => [LIVE]);
    }
    await context.sync();
  });
  await host.idle();
}

/** The whole table as it stands, with its header. */
export async function tableCells(host: Host): Promise<{
  values: unknown[][];
  formulas: unknown[][];
  numberFormat: string[][];
  address: string;
}> {
  await host.idle();
  return host.run(async (context) => {
    const range = context.workbook.tables.getItem('TermsTable').getRange();
    range.load('values,formulas,numberFormat,address');
    await context.sync();
    const { values, formulas, numberFormat, address } = range;
    return { values, formulas, numberFormat: numberFormat as string[][], address };
  });
}

/** The same rows by the text of another column: what a person's sort leaves. Formulas and formats go with their row. */
export async function sortBy(host: Host, column: string): Promise<void> {
  const { formulas, numberFormat } = await tableCells(host);
  const [header = { cells: [] as unknown[] }, ...rows] = formulas.map((cells, at) => ({
    cells,
    formats: numberFormat[at] ?? [],
  }));
  const at = header.cells.indexOf(column);
  const sorted = [...rows].sort((a, b) => String(b.cells[at]).localeCompare(String(a.cells[at])));
  await host.run(async (context) => {
    const body = context.workbook.tables.getItem('TermsTable').getDataBodyRange();
    body.numberFormat = sorted.map(({ formats }) => formats);
    body.formulas = sorted.map(({ cells }) => cells.map(kept)) as string[][];
    await context.sync();
  });
  await host.idle();
}

/** Item dates are text and stay it. */
const kept = (cell: unknown): unknown => (typeof cell === 'string' && /^\d/.test(cell) ? `'${cell}` : cell);

/** Steps back once, as Ctrl+Z does. */
export async function undo(host: Host): Promise<void> {
  (host.workbench.book.model.dispatch as (type: string) => unknown)('REQUEST_UNDO');
  await host.idle();
}

export const scenarioCell = (host: Host): Promise<unknown> =>
  host.run(async (context) => {
    const range = context.workbook.names.getItem('Scenario').getRange().load('values');
    await context.sync();
    return range.values[0]?.[0];
  });

/** The table as rows that a test can look up, whatever their order. */
export async function lookUp(
  host: Host,
): Promise<(section: string, item: string, term: string, column: string) => unknown> {
  const { values } = await tableCells(host);
  const [header = [], ...rows] = values;
  return (section, item, term, column) => {
    const row = rows.find((cells) => cells[0] === section && String(cells[1]) === item && cells[2] === term);
    return row?.[header.indexOf(column)];
  };
}
