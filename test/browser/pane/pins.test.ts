import type { CDPSession } from 'playwright-core';
import { insertTerms } from '../model-in-workbook';
import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { activeCell, cell, enter, looks, showView, SYSTEMS } from '../pane-checks';
import { addTerms, enterTerm, termsValues } from '../terms-in-workbook';
import { becomes, eventually } from '../waiting';

const TIMES_SLOWER = 10;

let opened: OpenWorkbench;
let browser: CDPSession;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 3600 } });
  browser = await opened.page.context().newCDPSession(opened.page);
  await insertTerms(opened.frame, 'transition');
  await showView(opened.frame, 'Share');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const button = (name: string | RegExp) => pane().getByRole('button', { name });
const part = () => pane().getByRole('region', { name: 'Compare pins' });
const list = (label: string) => part().getByLabel(label, { exact: true });
const chosen = (label: string): Promise<string> =>
  list(label).evaluate((each) => (each as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
const result = () => part().getByRole('region', { name: /^From / });
/** The rows of the table of steps, as label and amount. */
const steps = (): Promise<string[][]> =>
  result()
    .getByRole('region', { name: 'Steps of the bridge' })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent)));

/** The entries of the list of terms: their names, and what stands at the right. */
const effects = (): Promise<string[]> =>
  result()
    .getByRole('region', { name: /terms? differs?$/ })
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => {
        const names = [...item.querySelectorAll('strong')].map(({ textContent }) => textContent);
        return `${names.join(' + ')} ${item.lastElementChild?.textContent ?? ''}`;
      }),
    );

/** Pins, and waits until the pin can be chosen. */
async function pin(name: string, row: number): Promise<void> {
  await button(`Pin ${name}`).click();
  await pane().getByText(`Pinned ${name} in the log, row ${row}.`).waitFor();
  const pins = list('From').locator('optgroup').first().locator('option');
  await pins.nth(row - 2).waitFor({ state: 'attached' });
}

test('before the first pin there is nothing to compare', async () => {
  await part().getByText('The workbook has no pins yet.').waitFor();
  await becomes(() => part().getByRole('button').count(), 0);
});

test('after a pin it is held against what stands now', async () => {
  await pin('Base', 2);
  await part().getByRole('button', { name: 'Compare' }).waitFor();
  await eventually(
    () => chosen('From'),
    (pinned) => expect(pinned).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d, Base$/),
  );
  await becomes(() => chosen('To'), 'Base now');
  await part().getByRole('button', { name: 'Compare' }).click();
  await result().getByRole('heading', { name: 'No term differs' }).waitFor();
  const [start, end, difference] = await steps();
  // The reference total of the base case.
  expect([start?.[1], end?.[1], difference?.[1]]).toEqual(['3,996,806,029.89', '3,996,806,029.89', '0.00']);
});

test('a term that has moved is named with both values and what it did; by keyboard alone', async () => {
  await enterTerm(pane(), 'Seat tool', 'Codex', 'Seats', 'Base', 100);
  await part().getByRole('button', { name: 'Compare' }).focus();
  await opened.page.keyboard.press('Enter');
  await result().getByRole('heading', { name: '1 term differs' }).waitFor();
  await pane()
    .getByRole('status')
    .getByText(/^Compared Base at .* with Base now: 1 term differs\.$/)
    .waitFor();
  await result().getByText('Seat tool | Codex | Seats', { exact: true }).waitFor();
  await result().getByText('0 → 100 seats', { exact: true }).waitFor();
  await becomes(() => effects(), ['Seat tool | Codex | Seats +1,200,000.00']);
  await result()
    .getByText(/^On the right, what each did to the figure Total billed, in USD\./)
    .waitFor();
  const [start, step, end, difference] = await steps();
  // 100 seats at 200 dollars over 60 months.
  expect(step).toEqual(['Seat tool: Codex Seats', '+1,200,000.00']);
  expect([start?.[1], end, difference?.[1]]).toEqual([
    '3,996,806,029.89',
    ['Base now', '3,998,006,029.89'],
    '+1,200,000.00',
  ]);
  await result()
    .getByText(/^Pinned at .* UTC with Meterbook 0\.1\.0$/)
    .waitFor();
});

test('the row of the pin is one press away', async () => {
  await result()
    .getByRole('button', { name: /^Go to Log!A2/ })
    .click();
  await pane().getByText('Log!A2 is selected.').waitFor();
  expect(await activeCell(pane())).toBe('Log!A2');
  expect((await cell(pane(), 'Log', 'L1')).value).toBe('Terms pinned');
});

test('two pins, and a figure in the log that its terms do not give', async () => {
  await pin('Base', 3);
  // The new pin is the last one now, and the one before it is chosen by hand.
  const before = await list('From').locator('option').nth(1).getAttribute('value');
  const last = await list('From').locator('option').nth(0).getAttribute('value');
  await list('From').selectOption(before);
  await list('To').selectOption(last);
  await enter(pane(), 'Log', 'E2', [[3_996_000_000]]);
  await part().getByRole('button', { name: 'Compare' }).click();
  await result().getByText('Recomputed: same terms, by Meterbook 0.1.0', { exact: true }).waitFor();
  await result()
    .getByText(
      /^The log has 3,996,000,000\.00 USD as the total billed of Base at .*, pinned with Meterbook 0\.1\.0; from the same terms this version computes 3,996,806,029\.89 USD\./,
    )
    .waitFor();
  const amounts = (await steps()).map(([, amount]) => amount);
  expect(amounts).toEqual([
    '3,996,000,000.00',
    '+806,029.89',
    '+1,200,000.00',
    '3,998,006,029.89',
    '+2,006,029.89',
  ]);
});

test('terms that somebody typed into are left out, and the pane says so', async () => {
  const text = String((await cell(pane(), 'Log', 'L2')).value);
  await enter(pane(), 'Log', 'L2', [[text.replace('"USD"', '"EUR"')]]);
  await part().getByRole('button', { name: 'Compare' }).click();
  await result()
    .getByText(/^The terms in Log!L2 are not those of the hash in K2: /)
    .waitFor();
  const totals = result().getByRole('region', { name: 'Totals of the two' });
  await totals.getByText('+2,006,029.89 USD').waitFor();
  for (const system of SYSTEMS.slice(0, 2)) {
    for (const width of [320, 420]) expect(await looks(opened, 'pins-left-out', system, width)).toEqual([]);
  }
  await enter(pane(), 'Log', 'L2', [[text]]);
  await enter(pane(), 'Log', 'E2', [[3_996_806_029.890549]]);
});

test('each term of a section has its own amount, and an item that was added has one', async () => {
  await addTerms(pane(), [
    ['Seat tool', 'Helper', 'Seats', 10],
    ['Seat tool', 'Helper', 'Price per seat-month', 50],
  ]);
  await enterTerm(pane(), 'Seat tool', 'Codex', 'Price per seat-month', 'Base', 150);
  await list('To').selectOption('Base now');
  await part().getByRole('button', { name: 'Compare' }).click();
  await result().getByRole('heading', { name: '4 terms differ' }).waitFor();
  // Over 60 months 100 seats at 200 dollars, then 50 dollars less for each; and 10 seats at 50 dollars.
  await becomes(
    () => effects(),
    [
      'Seat tool | Codex | Seats +1,200,000.00',
      'Seat tool | Codex | Price per seat-month -300,000.00',
      'Seat tool | Helper | Seats + Seat tool | Helper | Price per seat-month +30,000.00',
    ],
  );
  await result().getByText('Together, these 2', { exact: true }).waitFor();
  expect((await steps()).map(([, amount]) => amount)).toEqual([
    '3,996,806,029.89',
    '+930,000.00',
    '3,997,736,029.89',
    '+930,000.00',
  ]);
});

test.each(SYSTEMS)('looks as it should in $name', async (system) => {
  await enterTerm(pane(), 'Reserved', '', 'Rate', 'Base', 35);
  await enterTerm(pane(), 'Usage', 'Kiro', 'Growth rate', 'Base', 0.5);
  await list('To').selectOption('Base now');
  await part().getByRole('button', { name: 'Compare' }).click();
  await result().getByRole('heading', { name: '6 terms differ' }).waitFor();
  for (const width of [320, 420]) expect(await looks(opened, 'pins', system, width)).toEqual([]);
});

const slowDown = (rate: number) => browser.send('Emulation.setCPUThrottlingRate', { rate });

/** Presses Cancel as soon as it is there. From within the page: on a machine so slow, the test's own clicks come too late. */
const cancelAtOnce = (): Promise<void> =>
  pane().evaluate(
    () =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          const cancel = document.querySelector<HTMLElement>('[aria-label="Cancel: Comparing the pins"]');
          if (!cancel) return;
          observer.disconnect();
          cancel.click();
          resolve();
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );

test('a long comparison is told, cancelled, and begun again; nothing is written', async () => {
  await enterTerm(pane(), 'Model', '', 'Horizon', 'Base', 600);
  const before = await termsValues(pane());
  await slowDown(TIMES_SLOWER);
  const cancelled = cancelAtOnce();
  await part().getByRole('button', { name: 'Compare' }).click();
  await cancelled;
  await pane().getByText('Stopped. Nothing was compared.').waitFor();
  await slowDown(1);
  // The last result stays, under its own name.
  await becomes(() => result().getByRole('heading', { name: '6 terms differ' }).count(), 1);
  await part().getByRole('button', { name: 'Compare' }).click();
  await result().getByRole('heading', { name: '7 terms differ' }).waitFor();
  expect(await termsValues(pane())).toEqual(before);
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
