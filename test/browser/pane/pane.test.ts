import { insertTerms } from '../model-in-workbook';
import { openWorkbench, screenshot, type OpenWorkbench } from '../open-workbench';
import { enter, looks, showView, SYSTEMS, violations } from '../pane-checks';
import { becomes } from '../waiting';

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 1100 } });
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const tabs = () => pane().getByRole('tab');
const selected = () => pane().getByRole('tab', { selected: true }).innerText();
/** The view that is shown. */
const panel = () => pane().getByRole('tabpanel');
const focused = () => pane().evaluate(() => document.activeElement?.getAttribute('id') ?? '');

test('says which workbook it is in, and begins with what there is to start from', async () => {
  await pane().getByRole('heading', { name: 'Meterbook' }).waitFor();
  await pane().getByText('in Book1').waitFor();
  await becomes(
    () => tabs().allInnerTexts(),
    ['Start', 'Model', 'Scenarios', 'Levers', 'Compare', 'Insert', 'Why?', 'Share'].map((name) =>
      expect.stringContaining(name),
    ),
  );
  await becomes(selected, expect.stringContaining('Start'));
  expect(await violations(pane())).toEqual([]);
  await screenshot(opened.page, 'workbench-first-run');
});

test('only the first view is fetched with the pane; the others when they are first shown', async () => {
  const fetched = (chunk: string) =>
    opened.requests.some((address) => address.startsWith(`${opened.server.addinOrigin}/${chunk}`));
  expect(fetched('view-insert')).toBe(false);
  expect(fetched('chart')).toBe(false);
  await showView(pane(), 'Insert');
  await pane().getByRole('heading', { name: 'Insert a function' }).waitFor();
  expect(fetched('view-insert')).toBe(true);
  expect(fetched('view-compare')).toBe(false);
});

test('the arrow keys go along the tabs, Enter chooses, the focus stays on the tab', async () => {
  await pane().getByRole('tab', { name: 'Insert' }).focus();
  await opened.page.keyboard.press('ArrowRight');
  await opened.page.keyboard.press('Enter');
  await becomes(selected, expect.stringContaining('Why?'));
  await becomes(() => focused(), 'tab-why');
  await pane().getByRole('region', { name: 'Selected cell' }).waitFor();
});

test('a view that was left keeps what was typed in it', async () => {
  await showView(pane(), 'Insert');
  await pane().getByRole('searchbox').fill('commit');
  await showView(pane(), 'Why?');
  await showView(pane(), 'Insert');
  await becomes(() => pane().getByRole('searchbox').inputValue(), 'commit');
  await pane().getByRole('searchbox').fill('');
});

test('a link to another view takes the focus there', async () => {
  await showView(pane(), 'Model');
  await pane().getByRole('button', { name: 'Choose a template' }).click();
  await becomes(selected, expect.stringContaining('Start'));
  await becomes(() => focused(), 'tab-start');
});

test('the ribbon leads to views, and opens the pane where it is closed', async () => {
  const ribbon = (name: string) => opened.page.getByRole('button', { name, exact: true });
  await ribbon('Why?').click();
  await pane().getByRole('region', { name: 'Selected cell' }).waitFor();
  await becomes(selected, expect.stringContaining('Why?'));
  await opened.page.locator('[data-part="pane-close"]').click();
  await ribbon('New model').click();
  await pane().getByRole('button', { name: 'New model' }).waitFor();
  await becomes(selected, expect.stringContaining('Start'));
});

test('a view of the model says that there is none, with the way on', async () => {
  for (const name of ['Model', 'Scenarios']) {
    await showView(pane(), name);
    await panel().getByRole('button', { name: 'Choose a template' }).waitFor();
  }
});

test('whatever can be pressed shows where the focus is', async () => {
  await showView(pane(), 'Start');
  const button = pane().getByRole('button', { name: 'New model' });
  await button.focus();
  await opened.page.keyboard.press('Shift');
  const ring = await button.evaluate((element) => {
    const own = getComputedStyle(element);
    const after = getComputedStyle(element, '::after');
    return [own.outlineStyle, own.boxShadow, after.outlineStyle, after.borderTopStyle];
  });
  expect(ring.some((style) => style !== 'none')).toBe(true);
});

/** What each view shows when it is there. */
const READY: Readonly<Record<string, string>> = {
  Start: 'What do you want to know?',
  Model: 'Billed by month',
  Insert: 'Insert a function',
  'Why?': 'Total billed',
};

describe('with a model', () => {
  beforeAll(async () => {
    await insertTerms(pane(), 'transition');
    await enter(pane(), 'Sheet1', 'B2', [['=METER.TOTAL(Terms,"total.billed")']]);
    for (const [name, text] of Object.entries(READY)) {
      await showView(pane(), name);
      await panel().getByText(text).first().waitFor();
    }
    await showView(pane(), 'Model');
    await panel()
      .getByText(/^all \d+ hold$/)
      .waitFor();
  });

  describe.each(SYSTEMS)('$name', (system) => {
    test.each(Object.keys(READY).flatMap((view) => [320, 420].map((width) => [view, width] as const)))(
      '%s at %d px: axe finds nothing, nothing is clipped',
      async (view, width) => {
        await showView(pane(), view);
        await panel()
          .getByText(READY[view] ?? '')
          .first()
          .waitFor();
        expect(await looks(opened, view.replace('?', '').toLowerCase(), system, width)).toEqual([]);
      },
    );
  });
});

test('nobody else was asked for anything, and nothing failed', () => {
  const own = [opened.server.addinOrigin, opened.server.workbenchOrigin];
  const foreign = opened.requests.filter((address) => !own.some((origin) => address.startsWith(origin)));
  expect(foreign.filter((address) => !/^(data|blob|about):/.test(address))).toEqual([]);
  expect(opened.failures).toEqual([]);
});
