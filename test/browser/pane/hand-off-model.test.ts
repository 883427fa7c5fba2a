import { REFERENCE } from '../../analysis/transition';
import { openWorkbench, screenshot, type OpenWorkbench } from '../open-workbench';
import { enter, looks, select, showView, SYSTEMS } from '../pane-checks';
import { eventually } from '../waiting';

const SHEETS = 'Cover, Schedule, Summary, Tranches, Checks';
const HALF_A_CENT = 0.005;

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 2600 } });
  await pane()
    .getByRole('radio', { name: /^Transition/ })
    .click();
  await button('New model').click();
  await pane().getByRole('region', { name: 'Headline' }).waitFor();
  await showView(pane(), 'Share');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const button = (name: string) => pane().getByRole('button', { name, exact: true });
const said = (text: string | RegExp) => pane().getByRole('status').getByText(text).waitFor();

/** The total billed as the Summary shows it, and how many cells of the workbook ask Meterbook for something. */
const workbook = (): Promise<{ billed: number; asking: number }> =>
  pane().evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      const read = worksheets.items.map((sheet) => ({
        name: sheet.name,
        used: sheet.getUsedRange(true).load('values,formulas'),
      }));
      await context.sync();
      const isAsking = (cell: unknown) => /^=.*METER\./.test(String(cell));
      const cells = read
        .filter(({ name }) => name !== 'Handoff')
        .flatMap(({ used }) => (used.formulas as unknown[][]).flat());
      const summary: unknown[][] = read.find(({ name }) => name === 'Summary')?.used.values ?? [];
      const headline = summary.find((row) => row.includes('headline.billed'));
      const billed = headline?.find((value) => typeof value === 'number');
      return { billed: Number(billed), asking: cells.filter(isAsking).length };
    }),
  );

const isReference = (billed: number, scenario: string): boolean =>
  Math.abs(billed - Number(REFERENCE.get(scenario)?.['total_billed'])) < HALF_A_CENT;

test('shows that the sheets of the model become formulas of Excel, unless the person wants values', async () => {
  await button('Show what hand off will do').click();
  await said('The sheets of the model can be written as formulas of Excel. Nothing is written yet.');
  const plan = pane().getByRole('region', { name: 'What hand off will do' });
  await plan.getByText(`${SHEETS}: formulas of Excel, every line and month`).waitFor();
  const choice = plan.getByRole('checkbox', { name: "Write the model's sheets as formulas of Excel" });
  await choice.uncheck();
  await plan.getByText(/^Schedule: \d+ formulas become their values/).waitFor();
  await choice.check();
  await screenshot(opened.page, 'hand-off-model-plan');
  for (const system of SYSTEMS) {
    for (const width of [320, 420]) expect(await looks(opened, 'hand-off-model', system, width)).toEqual([]);
  }
  expect((await workbook()).asking).toBeGreaterThan(30);
});

test('the workbook computes every scenario without Meterbook, and comes back', async () => {
  await button('Hand off').click();
  await said(`${SHEETS} now stand in formulas of Excel; the sheet Handoff lists each of them.`);
  const base = await workbook();
  expect(base.asking).toBe(0);
  await expectBilled('Base');
  await enter(pane(), 'Terms', 'B2', [['Delay 6 months']]);
  await expectBilled('Delay 6 months');
  await select(pane(), 'Schedule', 'A1');
  await opened.page.waitForTimeout(300);
  await screenshot(opened.page, 'hand-off-model-schedule');

  await button('Bring back').click();
  await said('The sheets of the model ask Meterbook for their figures.');
  expect((await workbook()).asking).toBeGreaterThan(30);
  await expectBilled('Delay 6 months');
});

test('the formulas of the model change without a hand off as well', async () => {
  await button('Write as formulas of Excel').click();
  await said('The sheets of the model stand in formulas of Excel, which compute without Meterbook.');
  expect((await workbook()).asking).toBe(0);
  await button('Make live').click();
  await said('The sheets of the model ask Meterbook for their figures.');
  await expectBilled('Delay 6 months');
});

/** Figures come a moment after the formulas that ask for them. */
async function expectBilled(scenario: string): Promise<void> {
  await eventually(workbook, ({ billed }) =>
    expect([billed, isReference(billed, scenario)]).toEqual([billed, true]),
  );
}
