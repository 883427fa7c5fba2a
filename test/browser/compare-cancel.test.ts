import { insertTerms } from './model-in-workbook';
import { openWorkbench, type OpenWorkbench } from './open-workbench';
import { showView } from './pane-checks';
import { enterTerm } from './terms-in-workbook';

/** Long enough that every scenario takes a good part of a second. */
const MONTHS = 600;

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench();
  await insertTerms(opened.frame, 'transition');
  await enterTerm(opened.frame, 'Model', '', 'Horizon', 'Base', MONTHS);
  await showView(opened.frame, 'Compare');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const figures = () => pane().getByRole('rowheader', { name: 'Total billed USD' });
const stopped = () => pane().getByText('Stopped before it was done.', { exact: true });

test('a long comparison is told, cancelled, and begun again', async () => {
  const cancel = pane().getByRole('button', { name: 'Cancel: Comparing the scenarios' });
  await cancel.waitFor();
  expect(await pane().getByRole('progressbar', { name: 'Comparing the scenarios' }).count()).toBe(1);
  await cancel.click();
  await stopped().first().waitFor();
  expect(await figures().count()).toBe(0);
  expect(await pane().evaluate(() => document.activeElement?.getAttribute('role'))).toBe('tabpanel');

  await pane().getByRole('button', { name: 'Compute: Comparing the scenarios' }).click();
  await figures().first().waitFor({ timeout: 60_000 });
  expect(await pane().getByRole('button', { name: 'Compute: Comparing the scenarios' }).count()).toBe(0);
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
