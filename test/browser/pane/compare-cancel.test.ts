import type { CDPSession } from 'playwright-core';
import { insertTerms } from '../model-in-workbook';
import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { showView } from '../pane-checks';
import { enterTerm } from '../terms-in-workbook';
import { becomes } from '../waiting';

/** A long model on a slow machine: every scenario takes seconds, and a person changes their mind. */
const MONTHS = 600;
const TIMES_SLOWER = 10;

let opened: OpenWorkbench;
let browser: CDPSession;
beforeAll(async () => {
  opened = await openWorkbench();
  browser = await opened.page.context().newCDPSession(opened.page);
  await insertTerms(opened.frame, 'transition');
  await enterTerm(opened.frame, 'Model', '', 'Horizon', 'Base', MONTHS);
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const button = (name: string) => pane().getByRole('button', { name, exact: true });
const figures = () => pane().getByRole('rowheader', { name: 'Total billed USD' });
const slowDown = (rate: number) => browser.send('Emulation.setCPUThrottlingRate', { rate });

/** Presses Cancel as soon as it is there. From within the page: on a machine so slow, the test's own clicks come too late. */
const cancelAtOnce = (): Promise<void> =>
  pane().evaluate(
    () =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          const cancel = document.querySelector<HTMLElement>(
            '[aria-label="Cancel: Comparing the scenarios"]',
          );
          if (!cancel) return;
          observer.disconnect();
          cancel.focus();
          cancel.click();
          resolve();
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );

test('a long comparison is told, cancelled, and begun again', async () => {
  await slowDown(TIMES_SLOWER);
  const cancelled = cancelAtOnce();
  await showView(pane(), 'Compare');
  await cancelled;
  await button('Compute: Comparing the scenarios').waitFor();
  await slowDown(1);
  await pane().getByText('Stopped before it was done.').first().waitFor();
  expect(await figures().count()).toBe(0);
  // The way back in stands where the way out was, and has its focus.
  await becomes(
    () => pane().evaluate(() => document.activeElement?.getAttribute('aria-label')),
    'Compute: Comparing the scenarios',
  );

  await button('Compute: Comparing the scenarios').click();
  await figures().first().waitFor();
  await becomes(() => button('Compute: Comparing the scenarios').count(), 0);
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
