import { insertTerms } from '../model-in-workbook';
import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { cell, looks, showView, SYSTEMS } from '../pane-checks';
import { enterTerm, termsValues, termValue } from '../terms-in-workbook';
import { becomes } from '../waiting';

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 1100 } });
  await insertTerms(opened.frame, 'transition');
  await showView(opened.frame, 'Scenarios');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const press = (name: string | RegExp) => pane().getByRole('button', { name }).click();
const form = (name: string) => pane().getByRole('form', { name });
const header = async () => ((await termsValues(pane()))[0] ?? []).map(String);
const heading = (name: string) => pane().getByRole('heading', { name, exact: true }).waitFor();
const open = (scenario: string) =>
  pane().getByRole('list', { name: 'Scenarios' }).locator(`[data-scenario="${scenario}"]`).click();
const find = (text: string) => pane().getByLabel('Find a term').fill(text);
const focused = () => pane().evaluate(() => document.activeElement?.textContent);

test('the scenarios of the table, with what each changes', async () => {
  const names = pane().getByRole('list', { name: 'Scenarios' }).getByRole('button');
  const columns = await header();
  await becomes(
    () => names.evaluateAll((all) => all.map((each) => each.getAttribute('data-scenario'))),
    columns.slice(columns.indexOf('Base'), columns.indexOf('Low')),
  );
  expect(await looks(opened, 'scenarios', SYSTEMS[0], 320)).toEqual([]);
});

test('a name that is taken is refused; a new scenario is a blank column right of the others', async () => {
  const before = await header();
  await press('New scenario');
  const asked = form('New scenario');
  await asked.getByLabel('Name').fill(' denied ');
  await asked.getByRole('button', { name: 'Create' }).click();
  await asked.getByText(/"Denied"/).waitFor();
  expect(await header()).toEqual(before);
  await asked.getByLabel('Name').fill('Slow start');
  await opened.page.keyboard.press('Enter');
  await heading('Slow start');
  const low = before.indexOf('Low');
  expect(await header()).toEqual([...before.slice(0, low), 'Slow start', ...before.slice(low)]);
  expect(await termValue(pane(), 'Transition', '', 'Cutover', 'Slow start')).toBe('');
});

test('described and weighed', async () => {
  await press('Describe');
  const asked = form('Describe Slow start');
  await asked.getByLabel('Description', { exact: true }).fill('The meter starts late');
  await asked.getByLabel('Weight', { exact: true }).fill('0');
  await asked.getByRole('button', { name: 'Save' }).click();
  await pane().getByText('The meter starts late', { exact: true }).waitFor();
  expect(await termValue(pane(), 'Scenario', '', 'Description', 'Slow start')).toBe('The meter starts late');
  expect(await termValue(pane(), 'Scenario', '', 'Weight', 'Slow start')).toBe(0);
});

test('a date is written as this Excel writes dates; one that is none is told, and not written', async () => {
  await find('Cutover');
  await press(/^Cutover/);
  const asked = form('Edit Cutover');
  const cutover = asked.getByLabel('Cutover', { exact: true });
  await cutover.fill('soon');
  await asked.getByRole('button', { name: 'Save' }).click();
  await asked.getByText(/^Cutover is "soon"/).waitFor();
  expect(await termValue(pane(), 'Transition', '', 'Cutover', 'Slow start')).toBe('');
  await cutover.fill('4/1/2027');
  await asked.getByRole('button', { name: 'Save' }).click();
  await asked.waitFor({ state: 'detached' });
  // 2027-04-01
  expect(await termValue(pane(), 'Transition', '', 'Cutover', 'Slow start')).toBe(46478);
  await pane()
    .getByRole('button', { name: /^Cutover.*04\/01\/2027/ })
    .waitFor();
});

test('a number out of range, and a date that another term contradicts, are told, and not written', async () => {
  await find('Horizon');
  await press(/^Horizon/);
  const horizon = form('Edit Horizon');
  await horizon.getByLabel('Horizon', { exact: true }).fill('0');
  await horizon.getByRole('button', { name: 'Save' }).click();
  await horizon.getByText(/^Horizon is 0/).waitFor();
  await opened.page.keyboard.press('Escape');
  await horizon.waitFor({ state: 'detached' });
  expect(await termValue(pane(), 'Model', '', 'Horizon', 'Slow start')).toBe('');

  await find('Reserved End');
  await press(/^End/);
  const end = form('Edit End');
  // The reserved term begins later.
  await end.getByLabel('End', { exact: true }).fill('1/1/2020');
  await end.getByRole('button', { name: 'Save' }).click();
  await end
    .getByRole('alert')
    .getByText(/^Not written, because the table would not hold together\. .*Reserved \| End.*2020-01-01/)
    .waitFor();
  await opened.page.keyboard.press('Escape');
  await end.waitFor({ state: 'detached' });
  expect(await termValue(pane(), 'Reserved', '', 'End', 'Slow start')).toBe('');
});

test('None is no value, Back to Base a blank cell', async () => {
  await find('Cutover');
  await press(/^Cutover/);
  const asked = form('Edit Cutover');
  await asked.getByRole('button', { name: 'Cutover: None, no value' }).click();
  await asked.getByRole('button', { name: 'Save' }).click();
  await asked.waitFor({ state: 'detached' });
  expect(await termValue(pane(), 'Transition', '', 'Cutover', 'Slow start')).toBe('None');
  await press(/^Cutover.*None/);
  await asked.getByRole('button', { name: 'Cutover: back to Base' }).click();
  await asked.getByRole('button', { name: 'Save' }).click();
  await asked.waitFor({ state: 'detached' });
  expect(await termValue(pane(), 'Transition', '', 'Cutover', 'Slow start')).toBe('');
});

/** Opens a term's form again in the moment in which it closes: quicker than any person. */
const reopensAtOnce = (term: string) =>
  pane().evaluate((name) => {
    const row = document
      .querySelector(`form[aria-label="Edit ${name}"]`)
      ?.closest('[id]')?.previousElementSibling;
    if (!(row instanceof HTMLElement)) throw new Error(`${name} has no row with an open form.`);
    new MutationObserver((_changes, observer) => {
      if (row.getAttribute('aria-expanded') === 'true') return;
      observer.disconnect();
      row.click();
    }).observe(row, { attributes: true, attributeFilter: ['aria-expanded'] });
  }, term);

test('what was just saved may be edited again at once; what somebody else wrote is told', async () => {
  await find('Cutover');
  await press(/^Cutover/);
  const asked = form('Edit Cutover');
  const cutover = asked.getByLabel('Cutover', { exact: true });
  await cutover.fill('5/1/2027');
  await reopensAtOnce('Cutover');
  await asked.getByRole('button', { name: 'Save' }).click();
  await asked.locator('input[value="05/01/2027"]').waitFor();
  await cutover.fill('6/1/2027');
  await asked.getByRole('button', { name: 'Save' }).click();
  await asked.waitFor({ state: 'detached' });
  // 2027-06-01
  expect(await termValue(pane(), 'Transition', '', 'Cutover', 'Slow start')).toBe(46539);

  await press(/^Cutover.*06\/01\/2027/);
  await cutover.fill('8/1/2027');
  await enterTerm(pane(), 'Transition', '', 'Cutover', 'Slow start', 46569);
  await asked.getByRole('button', { name: 'Save' }).click();
  await asked.getByText(/it was 2027-06-01, it is now 2027-07-01/).waitFor();
  expect(await termValue(pane(), 'Transition', '', 'Cutover', 'Slow start')).toBe(46569);
  await asked.getByRole('button', { name: 'Write mine' }).click();
  await asked.waitFor({ state: 'detached' });
  // 2027-08-01
  expect(await termValue(pane(), 'Transition', '', 'Cutover', 'Slow start')).toBe(46600);
  await press(/^Cutover.*08\/01\/2027/);
  await asked.getByRole('button', { name: 'Cutover: back to Base' }).click();
  await asked.getByRole('button', { name: 'Save' }).click();
  await asked.waitFor({ state: 'detached' });
});

test('a formula is replaced only when told to', async () => {
  await enterTerm(pane(), 'Behaviour', '', 'Efficiency cut', 'Slow start', '=0.1+0.2');
  await find('Efficiency cut');
  await pane()
    .getByRole('button', { name: /^Efficiency cut.*30%/ })
    .click();
  const asked = form('Edit Efficiency cut');
  await asked.getByLabel('Efficiency cut', { exact: true }).fill('25%');
  await asked.getByRole('button', { name: 'Save' }).click();
  await asked.getByText('Behaviour | Efficiency cut in Slow start: =0.1+0.2').waitFor();
  expect(await termValue(pane(), 'Behaviour', '', 'Efficiency cut', 'Slow start')).toBeCloseTo(0.3, 12);
  await asked.getByRole('button', { name: 'Replace the formulas' }).click();
  await asked.waitFor({ state: 'detached' });
  expect(await termValue(pane(), 'Behaviour', '', 'Efficiency cut', 'Slow start')).toBe(0.25);
});

test('a tranche more: what it needs is asked for, and only this scenario has it', async () => {
  const rows = (await termsValues(pane())).length;
  await find('');
  await press(/^Tranche/);
  await press('Add a tranche');
  const asked = form('New tranche');
  await asked.getByLabel(/^Tranche/).fill('K9');
  await asked.getByLabel('Amount', { exact: true }).fill('2,500,000,000');
  await asked.getByRole('button', { name: 'Add the tranche' }).click();
  await asked.getByText(/^A tranche needs/).waitFor();
  expect(await termsValues(pane())).toHaveLength(rows);
  await asked.getByLabel('Date', { exact: true }).fill('6/30/2028');
  await asked.getByLabel('Kind', { exact: true }).selectOption('Firm');
  await asked.getByRole('button', { name: 'Add the tranche' }).click();
  await asked.waitFor({ state: 'detached' });
  expect(await termValue(pane(), 'Tranche', 'K9', 'Amount', 'Slow start')).toBe(2_500_000_000);
  expect(await termValue(pane(), 'Tranche', 'K9', 'Amount', 'Base')).toBe('');
  await becomes(focused, 'Add a tranche');
  await pane()
    .getByRole('button', { name: /^K9.*only here/ })
    .waitFor();
});

test('only what differs from Base', async () => {
  await pane().getByRole('switch', { name: 'Only differences to Base' }).check();
  await pane()
    .getByText(/^\d+ found in 2 sections\.$/)
    .waitFor();
  await pane()
    .getByRole('button', { name: /^Efficiency cut.*25%/ })
    .waitFor();
  expect(await looks(opened, 'scenario', SYSTEMS[1], 320)).toEqual([]);
  expect(await looks(opened, 'scenario', SYSTEMS[0], 420)).toEqual([]);
  await pane().getByRole('switch', { name: 'Only differences to Base' }).uncheck();
});

test('tiers are changed together', async () => {
  await press(/^Discount tier/);
  await press('Edit tiers');
  const asked = form('Edit Discount tier: tiers');
  await asked.waitFor();
  expect(await looks(opened, 'scenario-tiers', SYSTEMS[2], 320)).toEqual([]);
  await press('Add a tier');
  await asked.getByRole('button', { name: 'Discard this tier' }).click();
  await opened.page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
});

test('put in force, renamed, copied, deleted: the cell follows, and only the one column goes', async () => {
  await press('Put in force');
  await pane().getByText('Slow start is in force.').waitFor();
  await press('Rename');
  await form('Rename Slow start').getByLabel('Name').fill('Late meter');
  await opened.page.keyboard.press('Enter');
  await heading('Late meter');
  expect((await cell(pane(), 'Terms', 'B1')).value).toBe('Late meter');

  await press('Duplicate');
  await form('Duplicate Late meter').getByRole('button', { name: 'Duplicate' }).click();
  await heading('Late meter copy');
  expect(await termValue(pane(), 'Tranche', 'K9', 'Amount', 'Late meter copy')).toBe(2_500_000_000);

  const before = await termsValues(pane());
  const gone = (before[0] ?? []).indexOf('Late meter copy');
  await press('Delete');
  await press('Keep it');
  expect(await termsValues(pane())).toEqual(before);
  await press('Delete');
  await press('Delete Late meter copy');
  await heading('Scenarios');
  expect(await termsValues(pane())).toEqual(
    before.map((cells) => cells.filter((_cell, column) => column !== gone)),
  );
  expect((await cell(pane(), 'Terms', 'B1')).value).toBe('Late meter');
});

test('Base is locked until it is unlocked', async () => {
  await open('Base');
  await heading('Base');
  await find('Cutover');
  await press(/^Cutover/);
  await becomes(() => form('Edit Cutover').count(), 0);
  await press('Unlock Base');
  await form('Edit Cutover').waitFor();
  expect(await looks(opened, 'scenario-base', SYSTEMS[0], 320)).toEqual([]);
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
