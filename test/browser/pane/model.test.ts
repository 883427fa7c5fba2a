import { REFERENCE } from '../../analysis/transition';
import { shareOfMachine } from '../machine-share';
import { insertTerms } from '../model-in-workbook';
import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { activeCell, cell, enter, showView, violations } from '../pane-checks';
import { becomes } from '../waiting';

/** The reference's figure to the cent, grouped, as en-US writes it. */
const money = (exact: string): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    // Text, so that no digit is lost on the way.
    exact as unknown as number,
  );

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 1100 } });
  await insertTerms(opened.frame, 'transition');
  await showView(opened.frame, 'Model');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const headline = () => pane().getByRole('region', { name: 'Headline' });
const figure = async (label: string): Promise<string> => {
  const row = headline()
    .getByRole('row')
    .filter({ has: pane().getByRole('rowheader', { name: label }) });
  return row.first().getByRole('cell').innerText();
};

/** Its figures come one after the other. */
async function holdsAgainst(scenario: string): Promise<void> {
  const reference = REFERENCE.get(scenario);
  if (!reference) throw new Error(`The reference has no scenario ${scenario}.`);
  await headline()
    .getByText(money(reference['total_billed'] ?? ''), { exact: true })
    .waitFor();
  const shown = async () => ({
    npv: await figure('Net present value of the total billed'),
    reserved: await figure('Staying reserved'),
    delta: await figure('Delta to staying reserved'),
    npvDelta: await figure('Net present value of the delta'),
    expected: await figure('Capital, expected'),
    maximum: await figure('Capital, at most'),
  });
  const withUnit = (name: string) => `${money(reference[name] ?? '')}\nUSD`;
  await becomes(shown, {
    npv: withUnit('npv_billed'),
    reserved: withUnit('cf_cost'),
    delta: withUnit('delta'),
    npvDelta: withUnit('npv_delta'),
    expected: withUnit('capital_expected'),
    maximum: withUnit('capital_max'),
  });
}

test('the headline is the reference model to the cent', async () => {
  await holdsAgainst('Base');
  // The reference: 2027-01-07 dearer, 2030-08-11 cheaper, and 1.340562 per million.
  await becomes(
    () => figure('Crossover, effective'),
    '01/07/2027\ndearer from then\n08/11/2030\ncheaper from then',
  );
  await becomes(() => figure('Effective price'), '1.3406\nUSD per million');
});

test('another scenario comes into force by the list, in the cell and in the headline', async () => {
  await pane().getByLabel('Scenario in force').selectOption('Delay 6 months');
  const begun = Date.now();
  await holdsAgainst('Delay 6 months');
  const elapsed = Date.now() - begun;
  // The limit is for a machine that does nothing else.
  expect(elapsed * (await shareOfMachine())).toBeLessThan(10_000);
  expect((await cell(pane(), 'Terms', 'B1')).value).toBe('Delay 6 months');
});

test('a scenario that is typed into the cell shows in the pane', async () => {
  await enter(pane(), 'Terms', 'B1', [['Denied']]);
  await holdsAgainst('Denied');
  await becomes(() => pane().getByLabel('Scenario in force').inputValue(), 'Denied');
  await becomes(() => figure('Crossover, billed'), 'none in the horizon');
});

test('a scenario that the table does not have is said, not guessed', async () => {
  await enter(pane(), 'Terms', 'B1', [['Delya']]);
  await pane().getByText('The cell Scenario says Delya, which the table does not have.').waitFor();
  await pane().getByLabel('Scenario in force').selectOption('Base');
  await holdsAgainst('Base');
});

test('every error check holds; alerts lead to the sheet of checks, or say why not', async () => {
  await pane()
    .getByText(/^all \d+ hold$/)
    .waitFor();
  await pane()
    .getByRole('button', { name: /^Alert: Utilisation of reserved capacity/ })
    .click();
  await pane().getByText('The workbook has no sheet of checks').waitFor();
});

test('the chart can be read as words and as a table', async () => {
  const chart = pane().getByRole('img', { name: /^Billed cost from 2026-07 to 2031-06/ });
  await chart.waitFor();
  await pane().getByText('The same as a table').click();
  const months = pane().getByRole('table').filter({ hasText: 'Month' }).getByRole('row');
  await becomes(() => months.count(), 61);
});

test('a broken term is named, with the way to its cell; mended, the figures are back', async () => {
  const at = await pane().evaluate(() =>
    Excel.run(async (context) => {
      const body = context.workbook.tables.getItem('TermsTable').getRange().load('values,address');
      await context.sync();
      const header = body.values[0] ?? [];
      const row = body.values.findIndex((cells) => cells[0] === 'Transition' && cells[2] === 'Cutover');
      const target = body.getCell(row, header.indexOf('Base')).load('address,values');
      await context.sync();
      const before = target.values[0]?.[0] as number;
      target.values = [['soon']];
      await context.sync();
      return { address: target.address, before };
    }),
  );
  const problems = pane().getByRole('region', { name: 'One thing in the Terms table needs you' });
  await problems
    .getByText(/Cutover/)
    .first()
    .waitFor();
  expect(await violations(pane())).toEqual([]);
  await problems.getByRole('button', { name: `Go to ${at.address}` }).click();
  await pane().getByText('is selected').waitFor();
  expect(await activeCell(pane())).toBe(at.address);
  await enter(pane(), 'Terms', at.address.replace('Terms!', ''), [[at.before]]);
  await holdsAgainst('Base');
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
