import { source as axeSource, type AxeResults } from 'axe-core';
import path from 'node:path';
import { ROOT } from './command-line';
import { openWorkbench, screenshot, type OpenWorkbench } from './open-workbench';

const SCREENSHOTS = path.join(ROOT, 'dist/screenshots');

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench();
});
afterAll(() => opened.close());

/** Enters a formula and selects its cell, as an add-in would; typing into the grid is tested with the workbench. */
const enter = (sheet: string, address: string, formula: string) =>
  opened.frame.evaluate(
    (given) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(given.sheet).getRange(given.address);
        range.formulas = [[given.formula]];
        range.select();
        await context.sync();
      }),
    { sheet, address, formula },
  );

const select = (sheet: string, address: string) =>
  opened.frame.evaluate(
    (given) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(given.sheet).getRange(given.address).select();
        await context.sync();
      }),
    { sheet, address },
  );

const pane = () => opened.frame;
const section = () => pane().getByRole('region', { name: 'Selected cell' });

/** The argument table, row by row, as read aloud. */
const argumentRows = async () => {
  const rows = await section().getByRole('row').all();
  return Promise.all(
    rows.slice(1).map(async (row) => ({
      name: await row.getByRole('rowheader').innerText(),
      value: await row.getByRole('cell').innerText(),
    })),
  );
};

async function violations(): Promise<string[]> {
  await pane().evaluate(axeSource);
  const found = await pane().evaluate(() => {
    const { axe } = window as unknown as { axe: { run(context: object): Promise<AxeResults> } };
    // Fluent's focus sentinels are hidden from readers on purpose.
    return axe.run({ exclude: [['[data-tabster-dummy]']] });
  });
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html}`),
  );
}

/** What sticks out of its box at the side, so that a reader of a narrow pane would miss it. */
const clipped = () =>
  pane().evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#pane *')]
      .filter((each) => each.children.length === 0 && each.textContent !== '')
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .map((each) => each.textContent)
      .concat(document.documentElement.scrollWidth > innerWidth ? ['the pane scrolls sideways'] : []),
  );

test('says which workbook it is in, and lists the functions while none is selected', async () => {
  await pane().getByRole('heading', { name: 'Meterbook' }).waitFor();
  await pane().getByText('in Book1').waitFor();
  await section().getByText('This cell is empty').waitFor();
  const names = await section().getByRole('listitem').allInnerTexts();
  expect(names.map((text) => text.split('\n')[0])).toEqual([
    'METER.RESERVED_COST',
    'METER.RESERVED_UNITS',
    'METER.TOKEN_COST',
    'METER.TIERED_COST',
    'METER.CUTOVER_SHARE',
    'METER.TRANCHE_SCHEDULE',
    'METER.COMMITTED_COST',
    'METER.TAKE_OR_PAY',
    'METER.DRAWDOWN',
    'METER.TRANCHE_EXPOSURE',
    'METER.BREAKEVEN_TOKENS',
    'METER.SCHEDULE',
    'METER.TOTAL',
    'METER.EXPLAIN',
    'METER.CHECK',
    'METER.VERSION',
  ]);
  expect(await violations()).toEqual([]);
  await screenshot(opened.page, 'workbench-first-run');
});

test('reads the selected cell: value with unit, arguments by name', async () => {
  await enter('Sheet1', 'B2', '=METER.TOKEN_COST(1000000,500000,3,15,{"Batch share",0.5})');
  // (1 × 3 + 0.5 × 15) × (1 − 0.5 × 0.5)
  await section().getByText('7.88', { exact: true }).waitFor();
  await section().getByText('Sheet1!B2').waitFor();
  const rows = await argumentRows();
  expect(rows[0]).toEqual({ name: 'input_tokens\ntokens', value: expect.stringContaining('1,000,000') });
  expect(rows.map(({ name }) => name.split('\n')[0])).toEqual([
    'input_tokens',
    'output_tokens',
    'input_price',
    'output_price',
    'options',
    'Batch share',
  ]);
  expect(rows[5]?.value).toBe('0.5');
});

test('follows a change of the cells that it refers to', async () => {
  await enter('Sheet1', 'D1', '10');
  await enter('Sheet1', 'D2', '=METER.TIERED_COST(D1,{20,15;"",5})');
  await section().getByText('150.00', { exact: true }).waitFor();
  await opened.frame.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('D1').values = [[20]];
      await context.sync();
    }),
  );
  await section().getByText('300.00', { exact: true }).waitFor();
});

test('says in words why a cell shows an error', async () => {
  await enter('Sheet1', 'B4', '=METER.TOKEN_COST(-5,1,3,15)');
  await section().getByText('#VALUE!').waitFor();
  await section().getByText('input_tokens is -5: it must be 0 or more.').waitFor();
  expect(await violations()).toEqual([]);
});

test('inserts the sample at its button, by keyboard, and says what it did', async () => {
  const button = pane().getByRole('button', { name: 'Insert sample' });
  await button.focus();
  await opened.page.keyboard.press('Enter');
  await pane()
    .getByRole('status')
    .getByText('Inserted the sheets Sample prices, Sample month and Sample tranches.')
    .waitFor();
  await section().getByText('33.90', { exact: true }).waitFor();
  await pane().getByRole('button', { name: 'Insert sample again' }).waitFor();
  expect(await button.count()).toBe(1);
  expect(await violations()).toEqual([]);
});

test('what can be pressed can be reached by keyboard, in reading order, and shows where the focus is', async () => {
  const button = pane().getByRole('button', { name: 'Insert sample again' });
  const reachable = await pane().evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, [tabindex]')]
      .filter((each) => each.tabIndex >= 0 && !each.hasAttribute('data-tabster-dummy'))
      .map((each) => each.textContent),
  );
  expect(reachable).toEqual(['Insert sample again']);
  await button.focus();
  await opened.page.keyboard.press('Shift');
  const ring = await button.evaluate((element) => {
    const { outlineStyle, boxShadow, borderTopColor } = getComputedStyle(element);
    const before = getComputedStyle(element, '::after');
    return [outlineStyle, boxShadow, before.outlineStyle, before.borderTopStyle, borderTopColor];
  });
  expect(ring.slice(0, 4).some((style) => style !== 'none')).toBe(true);
});

/** What the person chose for the whole system. */
const SYSTEMS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced-colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

describe.each(SYSTEMS)('$name, at 320 px', ({ name, colorScheme, forcedColors }) => {
  beforeAll(async () => {
    await opened.page.setViewportSize({ width: 1440, height: 1100 });
    await opened.page.emulateMedia({ colorScheme, forcedColors });
    await opened.page.evaluate(() => document.body.style.setProperty('--pane-width', '320px'));
    await enter('Sheet1', 'B6', '=METER.RESERVED_COST(1000,33,DATE(2026,7,1),DATE(2026,8,1),{"Discount",5})');
    await enter('Sheet1', 'F6', '');
  });

  test.each([
    ['cell', 'Sample month', 'F33', 'METER.RESERVED_COST'],
    ['spill', 'Sample tranches', 'G24', 'METER.TRANCHE_SCHEDULE'],
    ['error', 'Sheet1', 'B6', 'options, row 1 (Discount) is 5'],
    ['list', 'Sheet1', 'F6', 'This cell is empty'],
  ])('%s: axe finds nothing, nothing is clipped', async (view, sheet, address, shows) => {
    await select(sheet, address);
    await section().getByText(`${sheet}!${address}`).waitFor();
    await section().getByText(shows).first().waitFor();
    // Colours fade in; axe would measure a shade between.
    await opened.page.waitForTimeout(300);
    expect(await pane().evaluate(() => innerWidth)).toBe(320);
    expect(await violations()).toEqual([]);
    expect(await clipped()).toEqual([]);
    await opened.page.locator('iframe').screenshot({ path: `${SCREENSHOTS}/pane-${view}-${name}.png` });
  });
});

test('the sample as it shows at 1440 × 900', async () => {
  await opened.page.setViewportSize({ width: 1440, height: 900 });
  await opened.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  const views = [
    ['Sample prices', 'B17'],
    ['Sample month', 'B9'],
    ['Sample month', 'B63'],
    ['Sample tranches', 'A22'],
  ] as const;
  for (const [sheet, address] of views) {
    await select(sheet, address);
    await section().getByText(`${sheet}!${address}`).waitFor();
    await screenshot(opened.page, `${sheet}-${address}`.toLowerCase().replace(' ', '-'));
  }
});

test('nobody else was asked for anything, and nothing failed', () => {
  const own = [opened.server.addinOrigin, opened.server.workbenchOrigin];
  const foreign = opened.requests.filter((address) => !own.some((origin) => address.startsWith(origin)));
  expect(foreign.filter((address) => !/^(data|blob|about):/.test(address))).toEqual([]);
  expect(opened.failures).toEqual([]);
});
