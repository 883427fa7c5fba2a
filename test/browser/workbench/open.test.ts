import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { addinFrames, openWorkbench, screenshot, type OpenWorkbench } from '../open-workbench';
import { showView } from '../pane-checks';
import { becomes } from '../waiting';

let opened: OpenWorkbench;
let folder: string;
let saved: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'open-'));
  opened = await openWorkbench();
  await opened.page.evaluate(() => window.workbench?.runCommand('insertSample', 'sample'));
  await opened.page.evaluate(() => window.workbench?.idle());
});
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

const title = () => opened.page.locator('[data-part="book"]').textContent();
const said = () => opened.page.locator('[data-part="dialog-text"]').textContent();
const dialog = () => opened.page.locator('dialog[open]');

/** Every cell with what it shows, by sheet. */
const shown = () =>
  opened.page.evaluate(() => {
    const { getters } = window.workbench?.book ?? {};
    if (getters === undefined) throw new Error('There is no book.');
    return getters.getSheetIds().map((sheetId) => [
      getters.getSheetName(sheetId),
      getters.getEvaluatedCellsPositions(sheetId).flatMap((position) => {
        const { value, formattedValue } = getters.getEvaluatedCell(position);
        return value === null ? [] : [[position.row, position.col, value, formattedValue] as const];
      }),
    ]);
  });

/** Chooses a file as a person does. */
async function choose(file: string): Promise<void> {
  const waiting = opened.page.waitForEvent('filechooser');
  await opened.page.getByRole('button', { name: 'Open', exact: true }).click();
  await (await waiting).setFiles(file);
}

const isReady = () =>
  opened.page
    .getByRole('button', { name: 'Open', exact: true })
    .and(opened.page.locator(':enabled'))
    .waitFor();

const typeIntoSheet = async (text: string) => {
  await opened.page.locator('.o-grid-overlay').click({ position: { x: 700, y: 400 } });
  await opened.page.keyboard.type(text);
  await opened.page.keyboard.press('Enter');
};

test('what Download saved opens under the name of its file, with the same cells, and the functions compute', async () => {
  const before = await shown();
  const waiting = opened.page.waitForEvent('download');
  await opened.page.getByRole('button', { name: 'Download' }).click();
  saved = path.join(folder, 'From a colleague.xlsx');
  await copyFile(await (await waiting).path(), saved);
  await opened.page.getByRole('button', { name: 'Download' }).and(opened.page.locator(':enabled')).waitFor();

  await choose(saved);
  await isReady();

  await becomes(() => title(), 'From a colleague');
  // The add-in starts anew with the book: until it has, nobody computes its functions.
  await becomes(shown, before);
  await screenshot(opened.page, 'opened');
});

test('the pane works on the opened book', async () => {
  const [frame] = await addinFrames(opened.page, opened.server, 1);
  const name = await frame?.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.load('name');
      const sheet = context.workbook.worksheets.add('From the pane');
      sheet.getRange('A1').formulas = [['=METER.RESERVED_COST(1000,33,DATE(2026,7,1),DATE(2026,8,1))']];
      await context.sync();
      return context.workbook.name;
    }),
  );
  expect(name).toBe('From a colleague.xlsx');
  await opened.page.evaluate(() => window.workbench?.idle());
  const sheets = await shown();
  const hours = 31 * 24;
  expect(sheets.at(-1)).toEqual(['From the pane', [[0, 0, 1000 * 33 * hours, expect.any(String)]]]);
});

const FIXTURE = path.join(__dirname, '../../workbook/open/terms-layouts/terms-layout-1.xlsx');

test('the pane reads the model of a workbook that is opened, and its sheets are drawn with their charts', async () => {
  await choose(FIXTURE);
  await dialog().getByRole('button', { name: 'OK' }).click();
  await dialog().waitFor({ state: 'hidden' });
  await isReady();
  const [frame] = await addinFrames(opened.page, opened.server, 1);
  if (frame === undefined) throw new Error('The add-in is not there.');
  await showView(frame, 'Model');
  const billed = frame.getByRole('region', { name: 'Headline' }).getByRole('row').first();
  await billed.waitFor();
  const [, total = 'nothing'] = /([\d,]+\.\d\d)/.exec(await billed.innerText()) ?? [];
  await opened.page.evaluate(() => window.workbench?.idle());
  const summary = (await shown()).find(([name]) => name === 'Summary')?.[1];
  const values = (Array.isArray(summary) ? summary : []).flatMap(([, , value]) =>
    typeof value === 'number' ? [Math.round(value * 100)] : [],
  );
  expect(values).toContain(Math.round(Number(total.replaceAll(',', '')) * 100));
  await opened.page.locator('.o-sheet', { hasText: 'Summary' }).click();
  await opened.page.locator('.o-figure canvas').first().waitFor({ state: 'attached' });
  await screenshot(opened.page, 'opened-model');
});

test('a book with changes is left only when the person says so', async () => {
  await choose(saved);
  await isReady();
  await opened.page.evaluate(() =>
    window.workbench?.book.dispatch('CREATE_SHEET', { sheetId: 'mine', name: 'Mine', position: 1 }),
  );
  await choose(saved);
  await dialog().waitFor();
  expect(await said()).toMatch(
    /^From a colleague\.xlsx takes the place of From a colleague, which has changes/,
  );
  await screenshot(opened.page, 'open-with-changes');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await isReady();
  expect((await shown()).map(([name]) => name)).toContain('Mine');

  await choose(saved);
  await dialog().getByRole('button', { name: 'OK' }).click();
  await dialog().waitFor({ state: 'hidden' });
  await isReady();
  expect((await shown()).map(([name]) => name)).not.toContain('Mine');
});

test('typing into a cell is a change, and Download makes it saved', async () => {
  await typeIntoSheet('mine');
  await choose(saved);
  await dialog().waitFor();
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await isReady();
  const waiting = opened.page.waitForEvent('download');
  await opened.page.getByRole('button', { name: 'Download' }).click();
  expect((await waiting).suggestedFilename()).toBe('From a colleague.xlsx');
  await opened.page.getByRole('button', { name: 'Download' }).and(opened.page.locator(':enabled')).waitFor();
  await choose(saved);
  await isReady();
  expect(JSON.stringify(await shown())).not.toContain('"mine"');
});

test('a file that is no workbook is named, and the book stays', async () => {
  const before = await shown();
  const wrong = path.join(folder, 'notes.xlsx');
  await writeFile(wrong, 'Dear all, the figures are in the other file.');
  await choose(wrong);
  await dialog().waitFor();
  expect(await said()).toBe(
    'notes.xlsx is a text file such as a .csv, and no Excel workbook (.xlsx). Open it in Excel or LibreOffice, save it as "Excel Workbook (*.xlsx)", and open that file. From a colleague is still open.',
  );
  await screenshot(opened.page, 'open-wrong-file');
  await dialog().getByRole('button', { name: 'OK' }).click();
  await isReady();
  expect(await shown()).toEqual(before);
  await becomes(() => title(), 'From a colleague');
});

/** The workbook that a pane works on. */
const bookOf = (frame: Frame): Promise<string> =>
  frame.evaluate(() =>
    Excel.run(async (context) => {
      const { workbook } = context;
      workbook.load('name');
      await context.sync();
      return workbook.name;
    }),
  );

test('with two people at the book, both have the one that is opened', async () => {
  const together = await openWorkbench({ panes: 2 });
  try {
    const waiting = together.page.waitForEvent('filechooser');
    await together.page.getByRole('button', { name: 'Open', exact: true }).click();
    await (await waiting).setFiles(FIXTURE);
    await together.page.locator('.wb-title-book', { hasText: 'terms-layout-1' }).waitFor();
    // The pages of the book before go on for a while.
    await becomes(
      async () => Promise.all((await addinFrames(together.page, together.server, 2)).map(bookOf)),
      ['terms-layout-1.xlsx', 'terms-layout-1.xlsx'],
    );
    expect(together.failures).toEqual([]);
  } finally {
    await together.close();
  }
});

test('nothing failed on the way', () => {
  expect(opened.failures).toEqual([]);
});
