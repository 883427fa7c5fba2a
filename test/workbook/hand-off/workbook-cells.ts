import type { Host } from '../host';

/** A workbook with what stands in it, for tests to compare. */
export type Contents = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);

/** What every cell that is not blank holds, by sheet and address. */
export async function contents(host: Host, what: 'formulas' | 'values'): Promise<Contents> {
  await host.idle();
  return host.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const used = sheets.items.map((sheet) => ({
      name: sheet.name,
      range: sheet.getUsedRangeOrNullObject(true).load('values,formulas,rowIndex,columnIndex'),
    }));
    await context.sync();
    return Object.fromEntries(
      used.map(({ name, range }) => [
        name,
        range.isNullObject
          ? {}
          : Object.fromEntries(
              (range[what] as unknown[][]).flatMap((cells, row) =>
                cells.flatMap((cell, column) =>
                  cell === ''
                    ? []
                    : [[`${letterOf(range.columnIndex + column)}${range.rowIndex + row + 1}`, cell] as const],
                ),
              ),
            ),
      ]),
    );
  });
}

/** Formulas that call a function of the add-in. */
export const ownFormulas = (all: Contents): string[] =>
  Object.entries(all).flatMap(([sheet, cells]) =>
    Object.entries(cells).flatMap(([address, formula]) =>
      sheet !== 'Handoff' && typeof formula === 'string' && /^=.*\bMETER\./.test(formula)
        ? [`${sheet}!${address} ${formula}`]
        : [],
    ),
  );

export async function edit(
  host: Host,
  sheet: string,
  change: (sheet: Excel.Worksheet) => void,
): Promise<void> {
  await host.run(async (context) => {
    change(context.workbook.worksheets.getItem(sheet));
    await context.sync();
  });
  await host.idle();
}

/** Where the cells of a sheet carry the mark of a hand-off, in order. */
export const marksOf = (host: Host, sheet: string): Promise<string[]> =>
  host.run(async (context) => {
    const formats = context.workbook.worksheets.getItem(sheet).getRange('A1:Z99').conditionalFormats;
    formats.load('items/id');
    await context.sync();
    const areas = formats.items.map((format) => format.getRange().load('address'));
    await context.sync();
    return areas.map(({ address }) => address).sort();
  });
