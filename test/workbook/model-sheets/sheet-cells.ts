import type { Host } from '../host';

/** A sheet as it is, with its rows by the ids in column D. */
export interface SheetCells {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
  /** Row numbers from 1; the first of an id that stands twice. */
  readonly rows: ReadonlyMap<string, number>;
  row(id: string): number;
  value(id: string, column: string): unknown;
  /** Figures from J on. */
  series(id: string): unknown[];
}

const ID_COLUMN = 3;
const FIRST_SERIES = 9;

const placeOf = (letters: string): number =>
  [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export async function sheetCells(host: Host, sheet: string): Promise<SheetCells> {
  await host.idle();
  const range = await host.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange(true);
    const all = used.getBoundingRect('A1').load('values,formulas,text');
    await context.sync();
    return { values: all.values, formulas: all.formulas, text: all.text };
  });
  const rows = new Map<string, number>();
  range.values.forEach((row, index) => {
    const id = String(row[ID_COLUMN] ?? '');
    if (id !== '' && !rows.has(id)) rows.set(id, index + 1);
  });
  const rowOf = (id: string): number => {
    const row = rows.get(id);
    if (row === undefined) throw new Error(`${sheet} has no row ${id}.`);
    return row;
  };
  return {
    ...range,
    rows,
    row: rowOf,
    value: (id, column) => range.values[rowOf(id) - 1]?.[placeOf(column)],
    series: (id) => (range.values[rowOf(id) - 1] ?? []).slice(FIRST_SERIES),
  };
}

/** Every cell that shows an error, as Sheet!row:column with what it shows. */
export const errorsOf = (cells: SheetCells): string[] =>
  cells.values.flatMap((row, at) =>
    row.flatMap((value, column) =>
      typeof value === 'string' && /^#[A-Z/0!?]+/.test(value)
        ? [`row ${at + 1}, column ${column + 1}: ${value}`]
        : [],
    ),
  );

export const chooseScenario = (host: Host, name: string): Promise<void> =>
  host.run(async (context) => {
    context.workbook.names.getItem('Scenario').getRange().values = [[name]];
    await context.sync();
  });
