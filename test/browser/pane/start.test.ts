import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { cell, enter, select, showView } from '../pane-checks';
import { becomes } from '../waiting';

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 1000 } });
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const status = () => pane().getByRole('status');
const button = (name: string) => pane().getByRole('button', { name, exact: true });
const sheetNames = () =>
  pane().evaluate(() =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      return sheets.items.map(({ name }) => name);
    }),
  );

test('a first run is explained in three lines and one button', async () => {
  const lines = pane()
    .getByRole('region', { name: 'Reserved capacity or a token meter?' })
    .getByRole('listitem');
  await becomes(() => lines.count(), 3);
  await becomes(() => button('New model').count(), 1);
});

test('each template says what it answers, and one is chosen by the arrow keys', async () => {
  const choices = pane().getByRole('radio');
  await becomes(() => choices.count(), 3);
  await pane()
    .getByRole('radio', { name: /^Transition/ })
    .focus();
  await opened.page.keyboard.press('ArrowDown');
  await becomes(
    () =>
      pane()
        .getByRole('radio', { name: /^Commitment decision/ })
        .isChecked(),
    true,
  );
  await opened.page.keyboard.press('ArrowUp');
  await becomes(
    () =>
      pane()
        .getByRole('radio', { name: /^Transition/ })
        .isChecked(),
    true,
  );
});

test('what takes long shows its progress and can be broken off, and then nothing is left of it', async () => {
  const before = await sheetNames();
  await button('New model').click();
  await pane().getByRole('progressbar', { name: 'Writing the model' }).waitFor();
  await button('Cancel').focus();
  await opened.page.keyboard.press('Enter');
  await status().getByText(/\w/).first().waitFor();
  expect(await sheetNames()).toEqual(before);
  await becomes(() => pane().evaluate(() => document.activeElement !== document.body), true);
});

test('Enter on the button puts the model in, says what it did, and shows it', async () => {
  await button('New model').focus();
  await opened.page.keyboard.press('Enter');
  await status()
    .getByText('Inserted the sheets Cover, Terms, Schedule, Summary, Tranches and Checks.')
    .waitFor();
  expect(await sheetNames()).toEqual(
    expect.arrayContaining(['Cover', 'Terms', 'Schedule', 'Summary', 'Tranches', 'Checks']),
  );
  await becomes(
    () => pane().getByRole('tab', { selected: true }).innerText(),
    expect.stringContaining('Model'),
  );
  // The reference model's Base, see test/oracle/scenarios.csv.
  await pane().getByRole('region', { name: 'Headline' }).getByText('3,996,806,029.89').waitFor();
});

test('an alert leads to its row on the sheet of checks', async () => {
  await pane()
    .getByRole('button', { name: /^Alert: Utilisation of reserved capacity/ })
    .click();
  await status()
    .getByText(/^Checks!\w+ is selected\.$/)
    .waitFor();
});

const rowOf = (sheet: string, id: string) =>
  pane().evaluate(
    (given) =>
      Excel.run(async (context) => {
        const used = context.workbook.worksheets.getItem(given.sheet).getUsedRange().load('values');
        await context.sync();
        return used.values.findIndex((cells) => cells[3] === given.id) + 1;
      }),
    { sheet, id },
  );

test.each([
  ['Schedule', 'total.billed', 'G', 'total.billed · Base · 2026-07 to 2031-06', '3,996,806,029.89'],
  // base-annual.csv of the reference: what 2027 comes to.
  ['Summary', 'year.total.billed', 'K', 'total.billed · Base · 2027', '604,130,800.16'],
])(
  'a native figure of %s is explained as the line that it is: %s in column %s',
  async (sheet, id, column, title, value) => {
    await showView(pane(), 'Why?');
    await select(pane(), sheet, `${column}${await rowOf(sheet, id)}`);
    const cellOnSheet = pane().getByRole('region', { name: 'Selected cell' });
    await cellOnSheet.getByText(title, { exact: true }).waitFor();
    await cellOnSheet.getByText(value, { exact: true }).first().waitFor();
  },
);

test('a cell that was changed by hand is asked about before it is put back', async () => {
  const label = `C${await rowOf('Schedule', 'total.billed')}`;
  const { value: ours } = await cell(pane(), 'Schedule', label);
  await enter(pane(), 'Schedule', label, [['My own words']]);
  await showView(pane(), 'Start');
  await button('Refresh sheets').click();
  const question = pane().getByRole('region', { name: 'One cell was changed by hand' });
  await question.waitFor();
  await question.getByText('is My own words').waitFor();
  await button('Keep mine').click();
  expect((await cell(pane(), 'Schedule', label)).value).toBe('My own words');
  await becomes(() => pane().evaluate(() => document.activeElement !== document.body), true);
  await button('Refresh sheets').click();
  await question.waitFor();
  await button("Put the model's back").click();
  await question.waitFor({ state: 'detached' });
  await pane().getByRole('region', { name: 'Headline' }).waitFor();
  expect((await cell(pane(), 'Schedule', label)).value).toBe(ours);
});

test('the sample is at hand too', async () => {
  await showView(pane(), 'Start');
  await button('Insert sample').click();
  await status().getByText('Inserted the sheets Sample prices, Sample month and Sample tranches.').waitFor();
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
