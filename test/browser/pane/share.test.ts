import { Refusal } from '../../../src/base/refusal';
import { readFile } from 'node:fs/promises';
import { template } from '../../../src/terms/templates/template';
import { fileOf } from '../../../src/terms/exchange/table-file';
import { writeCsv } from '../../../src/terms/exchange/write-csv';
import { insertTerms } from '../model-in-workbook';
import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { activeCell, cell, enter, looks, showView, SYSTEMS } from '../pane-checks';

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 2600 } });
  await insertTerms(opened.frame, 'transition');
  await showView(opened.frame, 'Share');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const button = (name: string | RegExp) => pane().getByRole('button', { name });

async function download(name: string): Promise<string> {
  const waiting = opened.page.waitForEvent('download');
  await button(name).click();
  return readFile(await (await waiting).path(), 'utf8');
}

const choose = (name: string, text: string): Promise<void> =>
  pane()
    .getByLabel('File of scenarios')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('the check lists what a recipient trips over, and leads to the cell', async () => {
  await enter(pane(), 'Sheet1', 'C4', [['=1/0']]);
  await enter(pane(), 'Sheet1', 'A1', [['=METER.VERSION()']]);
  await cell(pane(), 'Sheet1', 'A1');
  await button('Check this workbook').click();
  const findings = pane().getByRole('list', { name: 'Findings' });
  await findings.getByText('1 cell shows #DIV/0!.').waitFor();
  await findings.getByText(/^1 formula needs Meterbook/).waitFor();
  await button('Go to Sheet1!C4').click();
  await pane().getByText('Sheet1!C4 is selected.').waitFor();
  expect(await activeCell(pane())).toBe('Sheet1!C4');
});

test('an export holds the table, and importing it again changes nothing', async () => {
  const exported = await download('Export as CSV');
  const expected = fileOf(template('transition'));
  expect(exported).toBe(expected instanceof Refusal ? expected.sentence : writeCsv(expected));
  await choose('scenarios.csv', exported);
  await pane().getByText('scenarios.csv says what the table says.').waitFor();
  await button('Close').click();
  await choose('scenarios.json', await download('Export as JSON'));
  await pane().getByText('scenarios.json says what the table says.').waitFor();
  await button('Close').click();
});

test('a file is compared first, written when told to, and hostile texts stay texts', async () => {
  await choose('wrong.csv', 'Section,Item,Term,Base\r\nModel,,Horizon,many\r\n');
  await pane().getByText('wrong.csv cannot be imported', { exact: true }).waitFor();
  await pane()
    .getByText(/^Line 2: Model \| Horizon, Base is "many"/)
    .waitFor();
  await choose(
    'new.csv',
    'Section,Item,Term,Base,Mine,Note\r\nModel,,Horizon,12,24,"=HYPERLINK(""https://example.com"")"\r\n',
  );
  const differences = pane().getByRole('region', { name: 'Differences of new.csv' });
  await differences.getByText('New scenarios: Mine.').waitFor();
  await differences.getByText(/Model \| Horizon, Mine: blank → 24/).waitFor();
  await button(/^Import$/).click();
  await pane()
    .getByText(/^Imported \d cells and added Mine\./)
    .waitFor();
  const row = await pane().evaluate(() =>
    Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('TermsTable').getRange().load('values');
      await context.sync();
      const header = table.values[0] ?? [];
      const at = table.values.findIndex((cells) => cells[0] === 'Model' && cells[2] === 'Horizon');
      const note = header.indexOf('Note');
      return {
        mine: table.values[at]?.[header.indexOf('Mine')] as unknown,
        note: table.values[at]?.[note] as unknown,
      };
    }),
  );
  // A formula would show the name of its link.
  expect(row).toEqual({ mine: 24, note: '=HYPERLINK("https://example.com")' });
});

test('a pin is a row of the log', async () => {
  await button('Pin Base').click();
  await pane().getByText('Pinned Base in the log, row 2.').waitFor();
  expect((await cell(pane(), 'Log', 'C2')).value).toBe('Base');
});

test.each(SYSTEMS)('looks as it should in $name', async (system) => {
  await button('Check this workbook').click();
  await pane().getByRole('list', { name: 'Findings' }).getByText(/#DIV/).waitFor();
  for (const width of [320, 420]) expect(await looks(opened, 'share', system, width)).toEqual([]);
});
