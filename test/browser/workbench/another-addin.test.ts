import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CONTOSO } from '../../../packages/workbench/test/excel';
import { runToEnd } from '../command-line';
import { openWorkbench, screenshot, type OpenWorkbench } from '../open-workbench';
import { becomes } from '../waiting';

/** An add-in that is not ours, by the workbench's own command. */

const PROGRAM = ['packages/workbench/bin/office-js-workbench.mjs'];
const ADDIN = ['--manifest', CONTOSO.manifest, '--folder', CONTOSO.folder];

describe('in a browser', () => {
  let opened: OpenWorkbench;
  beforeAll(async () => {
    opened = await openWorkbench({ program: [...PROGRAM, 'start', ...ADDIN] });
  });
  afterAll(() => opened.close());

  const values = (address: string): Promise<unknown> =>
    opened.frame.evaluate(
      (where) =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getFirst().getRange(where).load('values');
          await context.sync();
          return range.values as unknown;
        }),
      address,
    );
  const write = (address: string, formula: string): Promise<void> =>
    opened.frame.evaluate(
      (given) =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getFirst().getRange(given.address).formulas = [[given.formula]];
          await context.sync();
        }),
      { address, formula },
    );
  const LIST = [
    [10, 2],
    ['', 1],
  ];

  test('page, pane and ribbon bear its names and its icon', async () => {
    const { page, frame } = opened;
    expect(await page.title()).toBe('Book1 · Contoso Prices · Workbench');
    await becomes(() => page.locator('.wb-pane-title').innerText(), 'Contoso Prices');
    await becomes(() => page.locator('.wb-button-label').allInnerTexts(), ['Open prices', 'Write the list']);
    const icon = page.locator('.wb-title-icon');
    await becomes(() => icon.evaluate((image) => (image as HTMLImageElement).naturalWidth), 32);
    await frame.getByRole('heading', { name: 'Prices' }).waitFor();
  });

  test('its functions compute in cells', async () => {
    await write('D1', '=CONTOSO.TIERED(12,CONTOSO.LIST())');
    // Ten at 2, two at 1.
    await becomes(() => values('D1'), [[10 * 2 + 2 * 1]]);
    await write('D2', '=CONTOSO.TIERED(-1,CONTOSO.LIST())');
    await becomes(() => values('D2'), [['#VALUE!']]);
  });

  test('its ribbon button, its pane and its shortcut do what they say', async () => {
    const { page, frame } = opened;
    const clear = () => write('A1', '');
    await page.getByRole('button', { name: 'Write the list' }).click();
    await becomes(() => values('A1:B2'), LIST);
    await clear();
    await frame.getByRole('button', { name: 'Write the list' }).click();
    await becomes(() => values('A1:B2'), LIST);
    await clear();
    await page.locator('.o-grid-overlay').click({ position: { x: 400, y: 300 } });
    await page.keyboard.press('Control+Alt+P');
    await becomes(() => values('A1:B2'), LIST);
    await screenshot(page, 'another-addin');
  });

  test('nobody else is asked for anything, and nothing failed', () => {
    const own = [opened.server.addinOrigin, opened.server.workbenchOrigin];
    const foreign = opened.requests.filter((address) => /^(https?|wss?):/.test(address));
    expect(foreign.filter((address) => !own.some((origin) => address.startsWith(origin)))).toEqual([]);
    expect(opened.failures).toEqual([]);
  });
});

describe('at the command line', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'another-addin-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (...args: string[]) => runToEnd([...PROGRAM, ...args]);

  test('formulas of its functions are evaluated', async () => {
    const input = path.join(folder, 'input.json');
    writeFileSync(
      input,
      JSON.stringify({ sheets: { S: { A1: '=CONTOSO.TIERED(12,CONTOSO.LIST())' } }, read: ['S!A1'] }),
    );
    const { code, output, errors } = await run('cells', ...ADDIN, input);
    expect([code, errors]).toEqual([0, '']);
    expect(JSON.parse(output)).toEqual({ 'S!A1': [[22]] });
  });

  test.each([
    [[], 'Name a command.'],
    [['serve'], 'There is no command "serve".'],
    [['start'], 'Name the add-in: --manifest FILE --folder FOLDER.'],
    [['start', '--manifest', CONTOSO.manifest], 'Name both --manifest and --folder'],
    [['start', '--manifest', 'nowhere.xml', '--folder', CONTOSO.folder], 'There is nothing at nowhere.xml.'],
    [['start', ...ADDIN, '--prot', '1'], "Unknown option '--prot'"],
    [['start', ...ADDIN, '--port', '70000'], '--port is "70000"'],
  ])('%j: %s', async (args, sentence) => {
    const { code, output, errors } = await run(...args);
    expect(code).not.toBe(0);
    expect(output).toBe('');
    expect(errors).toContain(sentence);
  });
});
