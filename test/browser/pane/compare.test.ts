import { reference } from '../../analysis/transition';
import { insertTerms } from '../model-in-workbook';
import { openWorkbench, screenshot, type OpenWorkbench } from '../open-workbench';
import { cell, enter, looks, showView, SYSTEMS } from '../pane-checks';
import { becomes, eventually } from '../waiting';

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 2600 } });
  await insertTerms(opened.frame, 'transition');
  await showView(opened.frame, 'Compare');
});
afterAll(() => opened.close());

const pane = () => opened.frame;

/** The reference's figure to the cent, grouped, as en-US writes it. */
const money = (exact: string): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    // Text, so that no digit is lost on the way.
    exact as unknown as number,
  );

/** The reference's figures have six decimals each: as whole millionths they are held against each other exactly. */
const millionths = (exact: string): bigint => BigInt(exact.replace('.', ''));

function fromMillionths(count: bigint): string {
  const digits = String(count < 0n ? -count : count).padStart(7, '0');
  return `${count < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** An amount as it is shown, in cents. */
const cents = (shown: string): bigint => BigInt(shown.replaceAll(/[^\d-]/g, ''));

const table = () => pane().getByRole('region', { name: 'Scenarios side by side' });
const block = (figure: string) =>
  table()
    .locator('tbody')
    .filter({ has: pane().getByRole('rowheader', { name: figure }) })
    .first();

/** What stands beside a scenario's name in a figure's block. */
async function row(figure: string, scenario: string): Promise<string[]> {
  const found = block(figure)
    .getByRole('row')
    .filter({ has: pane().getByRole('rowheader', { name: scenario, exact: true }) });
  return found.getByRole('cell').allInnerTexts();
}

const waitForFigure = (text: string) => table().getByText(text, { exact: true }).first().waitFor();

/** Amounts as the bridge's table shows them, in cents. */
async function steps(): Promise<{ label: string; cents: bigint }[]> {
  const rows = await pane()
    .getByRole('region', { name: 'Steps of the bridge' })
    .locator('tbody')
    .getByRole('row')
    .allInnerTexts();
  return rows.map((text) => {
    const [label = '', amount = ''] = text.split('\t');
    return { label, cents: cents(amount) };
  });
}

const FIGURES = [
  { label: 'Total billed USD', column: 'total_billed' },
  { label: 'Total effective USD', column: 'total_effective' },
  { label: 'Present value of the total billed USD', column: 'npv_billed' },
  { label: 'Staying reserved USD', column: 'cf_cost' },
  { label: 'Delta to staying reserved USD', column: 'delta' },
  { label: 'Reserved capacity billed USD', column: 'reserved_billed' },
  { label: 'Token cost USD', column: 'token_cost' },
  { label: 'True-up to the commitment USD', column: 'true_up' },
  { label: 'Capital at most USD', column: 'capital_max' },
] as const;

test('scenarios stand side by side, absolute and less the one they are held against, to the cent', async () => {
  await waitForFigure(money(reference('Delay 6 months', 'total_billed')));
  await pane().getByRole('button', { name: 'Show all 17 figures' }).click();
  for (const { label, column } of FIGURES) {
    const [base, delay] = [reference('Base', column), reference('Delay 6 months', column)];
    await becomes(() => row(label, 'Base'), [money(base), 'reference']);
    const [value, difference = ''] = await row(label, 'Delay 6 months');
    expect(value).toBe(money(delay));
    const exact = millionths(delay) - millionths(base);
    const text = money(fromMillionths(exact));
    const [absolute, relative] = difference.split(/\s+/);
    if (exact === 0n) expect([absolute, relative]).toEqual(['0.00', undefined]);
    else {
      expect(absolute).toBe(exact > 0n ? `+${text}` : text);
      const part = (Number(exact) / Math.abs(Number(millionths(base)))) * 100;
      expect(relative).toBe(`${part > 0 ? '+' : ''}${part.toFixed(2)}%`);
    }
  }
});

test('unit prices and volumes carry their units and digits', async () => {
  expect(await row('Effective cost per million input-side tokens USD per million tokens', 'Base')).toEqual([
    Number(reference('Base', 'eff_per_m')).toFixed(4),
    'reference',
  ]);
  expect(await row('Input-side tokens used trillion tokens', 'Base')).toEqual([
    money(reference('Base', 'input_tokens')).slice(0, 5) + '.442',
    'reference',
  ]);
});

test('any scenarios can be chosen, and any of them to hold the others against', async () => {
  await pane().getByRole('checkbox', { name: 'Early exit' }).check();
  await pane().getByRole('checkbox', { name: 'Delay 6 months' }).uncheck();
  await pane().getByLabel('Held against').selectOption('Denied');
  await waitForFigure(money(reference('Early exit', 'total_billed')));
  await table().getByRole('columnheader', { name: 'less Denied' }).waitFor();
  const [value, difference = ''] = await row('Total billed USD', 'Early exit');
  expect(value).toBe(money(reference('Early exit', 'total_billed')));
  // 4010980794.095125 − 3945397653.114632
  expect(difference).toMatch(/^\+65,583,140\.98\s+\+1\.66%$/);
  await becomes(() => block('Total billed USD').getByRole('row').count(), 4);
});

test('fewer than two are said to be too few', async () => {
  for (const name of ['Early exit', 'Denied']) await pane().getByRole('checkbox', { name }).uncheck();
  await pane().getByText('Choose at least two scenarios.').waitFor();
  await becomes(() => table().count(), 0);
  await pane().getByRole('checkbox', { name: 'Delay 6 months' }).check();
  await waitForFigure(money(reference('Delay 6 months', 'total_billed')));
});

test('the steps of the bridge add up as they are shown, and lead from one total to the other', async () => {
  await pane().getByLabel('From', { exact: true }).selectOption('Base');
  for (const to of ['Denied', 'Early exit', 'Delay 6 months']) {
    await pane().getByLabel('To', { exact: true }).selectOption(to);
    await pane()
      .getByRole('rowheader', { name: `${to} less Base` })
      .waitFor();
    const shown = await steps();
    const [start, ...others] = shown;
    const [end, difference] = others.slice(-2);
    const between = others.slice(0, -2);
    expect(start?.cents).toBe(cents(money(reference('Base', 'total_billed'))));
    expect(end?.cents).toBe(cents(money(reference(to, 'total_billed'))));
    expect(between.length).toBeGreaterThan(0);
    const sum = between.reduce((total, step) => total + step.cents, 0n);
    expect(sum).toBe(difference?.cents);
    expect((start?.cents ?? 0n) + sum).toBe(end?.cents);
  }
  await pane().getByText('in the order of the Terms table').waitFor();
  const chart = pane().getByRole('img', { name: /^Total billed from Base to Delay 6 months, in USD: Base/ });
  expect(await chart.getAttribute('aria-label')).toContain('Transition -79,433,933.49');
});

test('choosing the other end’s scenario turns the bridge around', async () => {
  await pane().getByLabel('From', { exact: true }).selectOption('Delay 6 months');
  await pane().getByRole('rowheader', { name: 'Base less Delay 6 months' }).waitFor();
  const shown = await steps();
  expect(shown.at(-1)?.cents).toBe(10067452600n);
});

test('a bridge of another figure', async () => {
  await pane().getByLabel('Figure', { exact: true }).selectOption('Input-side tokens used');
  await pane()
    .getByRole('img', { name: /^Input-side tokens used .* in trillion tokens/ })
    .waitFor();
  await pane().getByLabel('Figure', { exact: true }).selectOption('Total billed');
  await pane().getByLabel('From', { exact: true }).selectOption('Base');
});

/** Changes the scenario's early end; gives what was there before. */
const changeEarlyEnd = (value: string | number): Promise<string | number> =>
  pane().evaluate(
    (given) =>
      Excel.run(async (context) => {
        const body = context.workbook.tables.getItem('TermsTable').getRange().load('values');
        await context.sync();
        const header = body.values[0] ?? [];
        const at = body.values.findIndex((cells) => cells[0] === 'Reserved' && cells[2] === 'Early end');
        const cell = body.getCell(at, header.indexOf('Early exit')).load('values');
        await context.sync();
        const before = cell.values[0]?.[0] as string | number;
        cell.values = [[given]];
        await context.sync();
        return before;
      }),
    value,
  );

test('a term changed in its cell changes what is compared', async () => {
  await pane().getByRole('checkbox', { name: 'Early exit' }).check();
  await waitForFigure(money(reference('Early exit', 'total_billed')));
  // Without its early end the scenario has nothing that Base has not.
  const before = await changeEarlyEnd('');
  await block('Total billed USD').getByText('0.00', { exact: true }).waitFor();
  await becomes(
    () => row('Total billed USD', 'Early exit'),
    [money(reference('Base', 'total_billed')), '0.00'],
  );
  await changeEarlyEnd(before);
  await waitForFigure(money(reference('Early exit', 'total_billed')));
});

test('what is not the headline can be folded away', async () => {
  await pane().getByRole('button', { name: 'Show fewer figures' }).click();
  await becomes(() => block('Token cost USD').count(), 0);
});

const WIDTHS = { light: [320, 420], dark: [320], 'forced-colours': [320] };

describe.each(SYSTEMS)('$name', (system) => {
  test.each(WIDTHS[system.name])('at %d px: axe finds nothing, nothing is clipped', async (width) => {
    await pane()
      .getByRole('img', { name: /^Total billed from Base/ })
      .waitFor();
    expect(await looks(opened, 'compare', system, width)).toEqual([]);
  });
});

test('the comparison goes to a sheet of its own, with a chart, and asks before it replaces what was changed', async () => {
  await opened.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await pane().getByRole('button', { name: 'Write to sheet' }).click();
  await pane().getByText('Inserted the sheet Comparison.').waitFor();
  const read = () =>
    pane().evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Comparison');
        const used = sheet.getUsedRange().load('values');
        const charts = sheet.charts.load('items/name');
        await context.sync();
        const row = used.values.find((cells) => cells[3] === 'total.billed') ?? [];
        return { billed: row.slice(9, 12) as unknown[], charts: charts.items.length };
      }),
    );
  // Cells are computed after they are written.
  await eventually(read, ({ billed: [base] }) =>
    expect(base).toBeCloseTo(Number(reference('Base', 'total_billed')), 5),
  );
  expect((await read()).charts).toBe(1);
  await screenshot(opened.page, 'sheet-comparison');

  await pane().getByRole('button', { name: 'Write to sheet' }).click();
  await pane().getByText('Brought the sheet Comparison up to date.').waitFor();
  await enter(pane(), 'Comparison', 'C6', [['My own words']]);
  await pane().getByRole('button', { name: 'Write to sheet' }).click();
  await pane()
    .getByText(/has been changed since it was written/)
    .waitFor();
  expect((await cell(pane(), 'Comparison', 'C6')).value).toBe('My own words');
  await pane().getByRole('button', { name: 'Replace' }).click();
  await pane()
    .getByText(/has been changed since it was written/)
    .waitFor({ state: 'detached' });
  await eventually(
    () => cell(pane(), 'Comparison', 'C6'),
    ({ value }) => expect(value).not.toBe('My own words'),
  );
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
