import { LEVERS } from '../../../src/analysis/levers/levers';
import { reference } from '../../analysis/transition';
import { insertTerms } from '../model-in-workbook';
import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { cell, looks, showView, SYSTEMS } from '../pane-checks';
import { enterTerm, termsValues, termValue } from '../terms-in-workbook';
import { becomes } from '../waiting';

const CUTOVER = 'What if the cutover moves?';
const DELAYED = 'Cutover 6 months later';
/** As a serial. */
const FIRST_OF_JULY_2027 = 46569;

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 1100 } });
  await insertTerms(opened.frame, 'transition');
  await showView(opened.frame, 'Levers');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const ask = (question: string) => pane().getByRole('button', { name: question, exact: true }).click();
const apply = () => pane().getByRole('button', { name: 'Apply' }).click();
const back = () => pane().getByRole('button', { name: 'All questions' }).click();
const changes = () => pane().getByRole('region', { name: 'Terms that change' });
const headline = () => pane().getByRole('region', { name: 'Headline, before and after' });

/** The reference's figure to the cent, grouped, as en-US writes it. */
const money = (scenario: string, figure: string): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    // Text, so that no digit is lost on the way.
    reference(scenario, figure) as unknown as number,
  );

test('the eight questions', async () => {
  const questions = pane().getByRole('list', { name: 'Questions' }).getByRole('button');
  await becomes(
    () => questions.allInnerTexts(),
    LEVERS.map(({ question }) => question),
  );
});

test('the cutover moves by six months: what would change, and to which figures', async () => {
  await ask(CUTOVER);
  await changes().getByText('This changes 3 terms:').waitFor();
  // Dates as this Excel writes them: month, day, year. The terms are those of the reference's own delayed case.
  await becomes(
    () => changes().getByRole('listitem').allInnerTexts(),
    [
      'Transition | Cutover: 01/01/2027 → 07/01/2027',
      'Reserved | End: 04/01/2027 → 10/01/2027',
      'Reserved | 2027-07-01 | Units: none → 1800 units',
    ],
  );
  for (const figure of ['total_billed', 'npv_billed', 'delta']) {
    const moved = `${money('Base', figure)} → ${money('Delay 6 months', figure)}`;
    await headline().getByText(moved).waitFor();
  }
  // A preview: the table is as it was.
  expect((await termsValues(pane()))[0]).not.toContain(DELAYED);
});

test('an answer out of range is told, and nothing is written', async () => {
  const months = pane().getByLabel('Months later');
  await months.fill('1.5');
  await pane().getByText('Months later is 1.5: it must be a whole number').waitFor();
  await apply();
  await pane()
    .getByRole('alert')
    .getByText(/^Nothing was written\. Months later is 1\.5/)
    .waitFor();
  await months.fill('80');
  await pane()
    .getByText(/^The cutover would move to .* after the last month of the model/)
    .waitFor();
  await months.fill('6');
  await pane().getByLabel('Its name').fill('Denied');
  await pane()
    .getByText(/^There is a scenario "Denied" already/)
    .waitFor();
  await pane().getByLabel('Its name').fill(DELAYED);
  await changes().getByText('This changes 3 terms:').waitFor();
  expect((await termsValues(pane()))[0]).not.toContain(DELAYED);
});

test('applied, a new scenario is in force whose headline is the reference to the cent, as one step of undo', async () => {
  const before = await termsValues(pane());
  await apply();
  await pane().getByText(`Added the scenario ${DELAYED}, a copy of Base.`).waitFor();
  await pane().getByText(`${DELAYED} is in force.`).waitFor();
  expect((await cell(pane(), 'Terms', 'B1')).value).toBe(DELAYED);
  expect(await termValue(pane(), 'Transition', '', 'Cutover', DELAYED)).toBe(FIRST_OF_JULY_2027);
  expect(await termValue(pane(), 'Reserved', FIRST_OF_JULY_2027, 'Units', DELAYED)).toBe(1800);
  expect(await termValue(pane(), 'Scenario', '', 'Description', DELAYED)).toContain('Months later: 6');
  expect(await termsValues(pane())).toHaveLength(before.length);
  // Back at the question that was asked.
  await becomes(() => pane().evaluate(() => document.activeElement?.textContent), CUTOVER);
  await showView(pane(), 'Model');
  await pane()
    .getByRole('region', { name: 'Headline', exact: true })
    .getByText(money('Delay 6 months', 'total_billed'), { exact: true })
    .waitFor();

  await opened.page.locator('[title^="Undo"]').click();
  await becomes(() => termsValues(pane()), before);
  expect((await cell(pane(), 'Terms', 'B1')).value).toBe('Base');
  await showView(pane(), 'Levers');
});

test('a scenario that is there, left out of force', async () => {
  await ask('What if a price war breaks out?');
  await pane().getByLabel('Scenario that changes').selectOption('Denied');
  await changes().getByText('This changes one term:').waitFor();
  await pane().getByLabel('Price decline').fill('40%');
  await changes().getByText('Token price | Price decline: 15% per year → 40% per year').waitFor();
  await pane().getByRole('checkbox').uncheck();
  await apply();
  await pane().getByText('Token price | Price decline in Denied is now 40%.').waitFor();
  expect(await termValue(pane(), 'Token price', '', 'Price decline', 'Denied')).toBe(0.4);
  expect((await cell(pane(), 'Terms', 'B1')).value).toBe('Base');
});

test('a formula is replaced only when told to', async () => {
  await enterTerm(pane(), 'Token price', '', 'Price decline', 'Denied', '=0.1+0.1');
  await ask('What if a price war breaks out?');
  await pane().getByLabel('Scenario that changes').selectOption('Denied');
  await changes().getByText('Token price | Price decline: 20% per year → 30% per year').waitFor();
  await apply();
  const alert = pane().getByRole('alert');
  await alert.getByText('Token price | Price decline in Denied: =0.1+0.1').waitFor();
  expect(await termValue(pane(), 'Token price', '', 'Price decline', 'Denied')).toBe(0.2);
  await alert.getByRole('button', { name: 'Replace the formulas' }).click();
  await pane().getByText('Denied is in force.').waitFor();
  expect(await termValue(pane(), 'Token price', '', 'Price decline', 'Denied')).toBe(0.3);
});

test('a lever that has nothing to move says so', async () => {
  await ask('What if the meter never comes?');
  await pane().getByText('The meter of Denied never starts as it is').waitFor();
  await back();
});

test('accessible, and nothing clipped: the list, a question with its answers, a refusal', async () => {
  expect(await looks(opened, 'levers-list', SYSTEMS[0], 320)).toEqual([]);
  await ask('What if a regulator holds a model?');
  await pane().getByLabel('It starts as').selectOption('Base');
  await changes().waitFor();
  for (const system of SYSTEMS.slice(1)) {
    expect(await looks(opened, 'lever', system, 320)).toEqual([]);
  }
  await headline().getByText('Delta to staying reserved').waitFor();
  await headline().scrollIntoViewIfNeeded();
  expect(await looks(opened, 'lever-effect', SYSTEMS[0], 320)).toEqual([]);
  await pane().getByLabel('Held share').fill('4');
  await pane().getByText('Held share is 4').waitFor();
  expect(await looks(opened, 'lever-refused', SYSTEMS[0], 420)).toEqual([]);
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
