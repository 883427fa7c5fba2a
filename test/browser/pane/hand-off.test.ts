import { insertTerms } from '../model-in-workbook';
import { openWorkbench, screenshot, type OpenWorkbench } from '../open-workbench';
import { cell, enter, looks, select, showView, SYSTEMS } from '../pane-checks';

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 2600 } });
  await insertTerms(opened.frame, 'transition');
  await enter(pane(), 'Sheet1', 'A1:C3', [
    [2_000_000, 3, '=METER.TOKEN_COST(A1,0,B1,0)'],
    [2_000_000, 4, '=METER.TOKEN_COST(A2,0,B2,0)'],
    [2_000_000, 5, '=METER.TOKEN_COST(A3,0,B3,0)'],
  ]);
  await showView(pane(), 'Share');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const button = (name: string | RegExp) => pane().getByRole('button', { name });
const said = (text: string | RegExp) => pane().getByRole('status').getByText(text).waitFor();

test('hands off by keyboard: shows what will happen, then does it and says what it did', async () => {
  await button('Show what hand off will do').focus();
  await opened.page.keyboard.press('Enter');
  await said(/^3 formulas need Meterbook: .*\. Nothing is written yet\.$/);
  expect((await cell(pane(), 'Sheet1', 'C1')).formula).toBe('=METER.TOKEN_COST(A1,0,B1,0)');
  const plan = pane().getByRole('region', { name: 'What hand off will do' });
  await plan.getByText(/^Sheet1: 3/).waitFor();
  await plan.getByLabel('Handed off by').fill('Ada');
  await plan.getByRole('checkbox').focus();
  await opened.page.keyboard.press('Space');
  await screenshot(opened.page, 'hand-off-plan');
  await plan.getByRole('button', { name: 'Hand off', exact: true }).focus();
  await opened.page.keyboard.press('Enter');
  await said(/the sheet Handoff lists each of them\.$/);
  await pane()
    .getByRole('list', { name: 'Removed besides' })
    .getByText(/settings/)
    .waitFor();
  const { formula, value } = await cell(pane(), 'Sheet1', 'C1');
  expect(String(formula)).not.toContain('METER');
  expect(value).toBe(6);
  expect((await cell(pane(), 'Handoff', 'A2')).value).toMatch(/^Handed off by Ada on /);
  expect((await cell(pane(), 'Handoff', 'D8')).value).toBe('=METER.TOKEN_COST(A1,0,B1,0)');
  await select(pane(), 'Handoff', 'A8');
  await opened.page.waitForTimeout(300);
  await screenshot(opened.page, 'hand-off-record');
  await select(pane(), 'Sheet1', 'E5');
  await opened.page.waitForTimeout(300);
  await screenshot(opened.page, 'hand-off-marks');
});

test('brings back, and asks about the cell that was typed over', async () => {
  await enter(pane(), 'Sheet1', 'C2', [[14]]);
  await button('Bring back').click();
  await said(/^2 formulas are back\. 1 formula waits for your decision/);
  await pane().getByText('Hand off left =(A2*B2+0*0)/10^6; now 14.').waitFor();
  expect((await cell(pane(), 'Sheet1', 'C1')).formula).toBe('=METER.TOKEN_COST(A1,0,B1,0)');
  expect((await cell(pane(), 'Sheet1', 'C2')).formula).toBe(14);
});

test.each(SYSTEMS)('looks as it should in $name, with a conflict open', async (system) => {
  await button('Show what hand off will do').click();
  await pane().getByRole('region', { name: 'What hand off will do' }).waitFor();
  for (const width of [320, 420]) expect(await looks(opened, 'hand-off', system, width)).toEqual([]);
  await button('Close').click();
});

test('restores what the person says, and removes the record when asked to', async () => {
  await button('Restore Sheet1!C2').click();
  await said('1 formula is back.');
  expect(await cell(pane(), 'Sheet1', 'C2')).toEqual({ formula: '=METER.TOKEN_COST(A2,0,B2,0)', value: 8 });
  await button('Remove the sheet').click();
  await said('Removed the sheet Handoff.');
});

test('repairs what Excel wrote without the add-in', async () => {
  await enter(pane(), 'Sheet1', 'E1', [['=_xldudf_METER_TOKEN_COST(A1,0,B1,0)']]);
  await button('Repair formulas').click();
  await said('1 formula was entered again.');
  expect(await cell(pane(), 'Sheet1', 'E1')).toEqual({ formula: '=METER.TOKEN_COST(A1,0,B1,0)', value: 6 });
});
