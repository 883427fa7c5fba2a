import { readFile } from 'node:fs/promises';
import {
  cellsOf,
  faultsBeyondSchema,
  faultsOf,
  partsOf,
  sheetNames,
} from '../../../packages/workbench/test/xlsx-faults';
import { openWorkbench, screenshot, type OpenWorkbench } from '../open-workbench';

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench();
  const { page } = opened;
  // Not by the page's address: that command is still running when the workbench is ready.
  await page.evaluate(() => window.workbench?.runCommand('insertSample', 'sample'));
  await page.evaluate(() => window.workbench?.idle());
});
afterAll(() => opened.close());

/** What the grid shows as number in a cell. */
const numberIn = (sheetName: string, address: string): Promise<unknown> =>
  opened.page.evaluate(
    ([name, xc]) => {
      const book = window.workbench?.book;
      const sheetId = book?.findSheet(name ?? '');
      if (book === undefined || sheetId === undefined) throw new Error(`There is no sheet ${name}.`);
      const { left, top } = book.getters.getRangeFromSheetXC(sheetId, xc ?? '').zone;
      return book.getters.getEvaluatedCell({ sheetId, col: left, row: top }).value;
    },
    [sheetName, address],
  );

test('a press of Download saves the book, which has no faults and shows what the grid shows', async () => {
  const button = opened.page.getByRole('button', { name: 'Download' });
  const waiting = opened.page.waitForEvent('download');
  await button.click();
  const saved = await waiting;
  expect(saved.suggestedFilename()).toBe('Book1.xlsx');
  const bytes = new Uint8Array(await readFile(await saved.path()));
  const parts = partsOf(bytes);
  expect(faultsOf(bytes)).toEqual([]);
  expect(faultsBeyondSchema(parts)).toEqual([]);
  const sheets = sheetNames(parts);
  const numbers = sheets.flatMap((sheet, at) =>
    cellsOf(parts[`xl/worksheets/sheet${at}.xml`] ?? '')
      .filter(({ type, formula }) => type === 'n' && formula !== undefined)
      .map((cell) => ({ sheet, ...cell })),
  );
  expect(numbers.length).toBeGreaterThan(0);
  for (const { sheet, address, value } of numbers) {
    expect([sheet, address, Number(value)]).toEqual([sheet, address, await numberIn(sheet, address)]);
  }
  await button.and(opened.page.locator(':enabled')).waitFor();
  await screenshot(opened.page, 'download');
  expect(opened.failures).toEqual([]);
});
