import { REFERENCE } from '../../analysis/transition';
import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { showView } from '../pane-checks';
import { becomes } from '../waiting';

/** More than a person does here; each is one step of undo. */
const MOST_STEPS = 20;

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 1100 } });
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const headline = () => pane().getByRole('region', { name: 'Headline' });

const money = (name: string, scenario: string): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    // Text, so that no digit is lost on the way.
    REFERENCE.get(scenario)?.[name] as unknown as number,
  );

const sheetNames = (): Promise<string[]> =>
  pane().evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    }),
  );

const definedNames = (): Promise<string[]> =>
  pane().evaluate(() =>
    Excel.run(async (context) => {
      const { names } = context.workbook;
      names.load('items/name');
      await context.sync();
      return names.items.map(({ name }) => name);
    }),
  );

/** Tab, until the control has the focus that a reader would call by this name. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < MOST_STEPS; presses += 1) {
    await opened.page.keyboard.press('Tab');
    const reached = await pane().evaluate(() => {
      const active = document.activeElement;
      const labels = active instanceof HTMLSelectElement ? [...(active.labels ?? [])] : [];
      return [active?.textContent, ...labels.map((label) => label.textContent)];
    });
    if (reached.includes(name)) return;
  }
  throw new Error(`${name} was not reached by Tab.`);
}

test('a model by the keyboard alone: from the template to a scenario in force and its headline', async () => {
  const { keyboard } = opened.page;
  await pane()
    .getByRole('radio', { name: /^Transition/ })
    .focus();
  await tabTo('New model');
  await keyboard.press('Enter');
  await headline().waitFor();
  expect(await sheetNames()).toEqual([
    'Sheet1',
    'Cover',
    'Terms',
    'Schedule',
    'Summary',
    'Tranches',
    'Checks',
  ]);
  await headline().getByText(money('total_billed', 'Base'), { exact: true }).waitFor();

  await tabTo('Scenario in force');
  await keyboard.type('Delay');
  await headline().getByText(money('total_billed', 'Delay 6 months'), { exact: true }).waitFor();
  await becomes(() => headline().getByText(money('npv_delta', 'Delay 6 months'), { exact: true }).count(), 1);
});

test('undone step by step, the workbook is empty again', async () => {
  await showView(pane(), 'Start');
  for (let step = 0; step < MOST_STEPS && (await sheetNames()).length > 1; step += 1) {
    await opened.page.locator('[title^="Undo"]').click();
  }
  expect(await sheetNames()).toEqual(['Sheet1']);
  expect(await definedNames()).toEqual([]);
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
