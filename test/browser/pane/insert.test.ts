import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { cell, enter, select, showView } from '../pane-checks';
import { becomes } from '../waiting';

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 1100 } });
  await enter(opened.frame, 'Sheet1', 'D1:E3', [
    [7, 20],
    [20, 15],
    ['', 5],
  ]);
  await select(opened.frame, 'Sheet1', 'B2');
  await showView(opened.frame, 'Insert');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const field = (name: string) => pane().getByRole('textbox', { name: new RegExp(`^${name} \\(`) });
const result = () => pane().getByRole('status', { name: 'Result' });
const button = (name: string) => pane().getByRole('button', { name, exact: true });
const choose = async (name: string) => {
  if ((await button('All functions').count()) > 0) await button('All functions').click();
  await button(`METER.${name}`).click();
};
const target = () => pane().getByText(/^into /);

test('a function is found by a word of what it does', async () => {
  await pane().getByRole('searchbox').fill('break even');
  await pane()
    .getByText(/^\d+ of \d+ functions$/)
    .waitFor();
  await pane().getByRole('searchbox').fill('prompt caching');
  await becomes(
    () => pane().getByRole('listitem').allInnerTexts(),
    [expect.stringMatching(/^METER\.TOKEN_COST/)],
  );
  await pane().getByRole('searchbox').fill('');
});

test('by keyboard: chosen, filled in, computed while it is typed, inserted', async () => {
  await button('METER.TOKEN_COST').focus();
  await opened.page.keyboard.press('Enter');
  await field('input_tokens').waitFor();
  await result().getByText('Still needed: input_tokens, output_tokens, input_price, output_price').waitFor();
  await field('input_tokens').focus();
  for (const text of ['1,000,000', '500000', '3', '15']) {
    await opened.page.keyboard.type(text);
    // Past the button that takes cells from the sheet.
    await opened.page.keyboard.press('Tab');
    await opened.page.keyboard.press('Tab');
  }
  // 1 × 3 + 0.5 × 15
  await result().getByText('10.50', { exact: true }).waitFor();
  await pane().getByText('=METER.TOKEN_COST(1000000,500000,3,15)', { exact: true }).waitFor();
  await button('Insert').focus();
  await opened.page.keyboard.press('Enter');
  await pane().getByText('Sheet1!B2 now holds =METER.TOKEN_COST(1000000,500000,3,15)').waitFor();
  expect(await cell(pane(), 'Sheet1', 'B2')).toEqual({
    formula: '=METER.TOKEN_COST(1000000,500000,3,15)',
    value: 10.5,
  });
});

test('a filled cell is asked about, and kept', async () => {
  await button('Insert').click();
  const question = pane().getByRole('alert');
  await question.getByText('Sheet1!B2 holds the formula').waitFor();
  await becomes(() => pane().evaluate(() => document.activeElement?.textContent), 'Keep the cell');
  await button('Keep the cell').click();
  await field('input_price').fill('4');
  await result().getByText('11.50', { exact: true }).waitFor();
  expect((await cell(pane(), 'Sheet1', 'B2')).value).toBe(10.5);
  await button('Insert').click();
  await button('Replace').click();
  await pane().getByText('Sheet1!B2 now holds =METER.TOKEN_COST(1000000,500000,4,15)').waitFor();
  expect((await cell(pane(), 'Sheet1', 'B2')).value).toBe(11.5);
});

test("an argument out of range is refused at its field, in the function's own words", async () => {
  await field('input_price').fill('-3');
  await pane().getByText('input_price is -3: it must be 0 or more.').first().waitFor();
  await becomes(() => field('input_price').getAttribute('aria-invalid'), 'true');
  await field('input_price').fill('3');
  await result().getByText('10.50', { exact: true }).waitFor();
});

test('options typed here become an array; per cent is a share', async () => {
  await pane()
    .getByText(/^Type options here/)
    .click();
  await field('Batch share').fill('50%');
  // (1 × 3 + 0.5 × 15) × (1 − 0.5 × 0.5)
  await result().getByText('7.88', { exact: true }).waitFor();
  await pane()
    .getByText('=METER.TOKEN_COST(1000000,500000,3,15,{"Batch share",0.5})', { exact: true })
    .waitFor();
});

test('cells are taken from the sheet while the formula keeps its place', async () => {
  await choose('TIERED_COST');
  await select(pane(), 'Sheet1', 'B4');
  await target()
    .getByText('into Sheet1!B4')
    .or(target().filter({ hasText: 'Sheet1!B4' }))
    .first()
    .waitFor();
  await button('Select cells for quantity').click();
  await select(pane(), 'Sheet1', 'D1');
  await pane().waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value === 'D1'),
  );
  await button('Select cells for tiers').click();
  await select(pane(), 'Sheet1', 'D2:E3');
  // 7 units, all within the first tier at 15
  await result().getByText('105.00', { exact: true }).waitFor();
  await button('Insert').click();
  await pane().getByText('Sheet1!B4 now holds =METER.TIERED_COST(D1,D2:E3)').waitFor();
  expect((await cell(pane(), 'Sheet1', 'B4')).value).toBe(105);
});

test('an example goes into the cell, and into the form', async () => {
  await choose('TOKEN_COST');
  await select(pane(), 'Sheet1', 'B6');
  await pane().getByText('into Sheet1!B6').waitFor();
  await button('Insert example').first().click();
  await pane().getByText('Sheet1!B6 now holds').waitFor();
  // 8.4 × 5 + 2.1 × 25
  expect((await cell(pane(), 'Sheet1', 'B6')).value).toBe(94.5);
  await button('Fill in').nth(1).click();
  await becomes(() => field('Cache read tokens').inputValue(), '8000000');
  // 0.5 × 3 + 1.5 × 15 + 8 × 0.30 + 2 × 3.75
  await result().getByText('33.90', { exact: true }).waitFor();
});

test('a block that would not find room is not inserted', async () => {
  await enter(pane(), 'Sheet1', 'G9', [['mine']]);
  await choose('TRANCHE_SCHEDULE');
  await select(pane(), 'Sheet1', 'G8');
  await pane().getByText('into Sheet1!G8').waitFor();
  await button('Insert example').first().click();
  await pane()
    .getByText(/and G9 is filled: clear the cells or select another one\./)
    .waitFor();
  expect((await cell(pane(), 'Sheet1', 'G8')).formula).toBe('');
  expect((await cell(pane(), 'Sheet1', 'G9')).value).toBe('mine');
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
