import type { Frame } from 'playwright-core';

/** The cells of the Terms table with its header. */
export const termsValues = (frame: Frame): Promise<unknown[][]> =>
  frame.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.tables.getItem('TermsTable').getRange().load('values');
      await context.sync();
      return range.values as unknown[][];
    }),
  );

/** An item that is a date stands in the table as its serial. */
type Item = string | number;

const at = (values: unknown[][], section: string, item: Item, term: string, column: string) => ({
  row: values.findIndex((cells) => cells[0] === section && cells[1] === item && cells[2] === term),
  column: (values[0] ?? []).indexOf(column),
});

/** What a cell of the table holds; undefined where the table has no such row or column. */
export async function termValue(
  frame: Frame,
  section: string,
  item: Item,
  term: string,
  column: string,
): Promise<unknown> {
  const values = await termsValues(frame);
  const place = at(values, section, item, term, column);
  return values[place.row]?.[place.column];
}

/** Changes a cell of the table, as somebody at the sheet would. */
export async function enterTerm(
  frame: Frame,
  section: string,
  item: Item,
  term: string,
  column: string,
  content: string | number,
): Promise<void> {
  const place = at(await termsValues(frame), section, item, term, column);
  if (place.row < 0 || place.column < 0)
    throw new Error(`No cell for ${section} | ${item} | ${term} in ${column}.`);
  await frame.evaluate(
    (given) =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('TermsTable').getRange();
        table.getCell(given.place.row, given.place.column).formulas = [[given.content]];
        await context.sync();
      }),
    { place, content },
  );
}

/** Adds rows below the table, as somebody at the sheet would: section, item, term, and the value of Base. */
export async function addTerms(
  frame: Frame,
  terms: readonly (readonly [section: string, item: Item, term: string, base: string | number])[],
): Promise<void> {
  const [header = []] = await termsValues(frame);
  const base = header.indexOf('Base');
  const rows = terms.map(([section, item, term, value]) =>
    header.map((_name, place) => [section, item, term][place] ?? (place === base ? value : '')),
  );
  await frame.evaluate(
    (given) =>
      Excel.run(async (context) => {
        context.workbook.tables.getItem('TermsTable').rows.add(undefined, given);
        await context.sync();
      }),
    rows,
  );
}
