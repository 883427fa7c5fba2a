import { insertTerms } from '../model-in-workbook';
import { referenceColumns } from '../../terms/oracle';
import { openWorkbench, type OpenWorkbench } from '../open-workbench';
import { activeCell, enter, select, showView } from '../pane-checks';
import { becomes } from '../waiting';

let opened: OpenWorkbench;
beforeAll(async () => {
  opened = await openWorkbench({ viewport: { width: 1440, height: 1100 } });
  await insertTerms(opened.frame, 'transition');
  await enter(opened.frame, 'Sheet1', 'A1', [['=METER.SCHEDULE(Terms,Scenario,"total.*","Month",FALSE)']]);
  await enter(opened.frame, 'Sheet1', 'A20:A26', [
    ['=METER.TOTAL(Terms,"total.billed")'],
    ['=METER.TOTAL(Terms,"total.bild")'],
    ['=A21+1'],
    ['=METER.TOKEN_COST(1000000,500000,3,15,{"Batch share",0.5})'],
    ['=METER.TOKEN_COST(-5,1,3,15)'],
    ['=METER.TIERED_COST(E20,{20,15;"",5})'],
    ['=A20/0'],
  ]);
  await showView(opened.frame, 'Why?');
});
afterAll(() => opened.close());

const pane = () => opened.frame;
const section = () => pane().getByRole('region', { name: 'Selected cell' });
const link = (name: string | RegExp) => section().getByRole('button', { name, exact: true });
const parts = () => section().getByRole('table', { name: 'What it is made of' });
const look = (address: string, sheet = 'Sheet1') => select(pane(), sheet, address);

/** The reference's figure to the cent, grouped. */
const money = (exact: string): string =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    exact as unknown as number,
  );

const billed = referenceColumns('base').get('total_billed') ?? [];

test('a total: its years, their months, the month by its formula, back again', async () => {
  await look('A20');
  await section().getByText('total.billed · Base · 2026-07 to 2031-06').waitFor();
  // The reference model's total, see test/oracle/scenarios.csv.
  await section().getByText('3,996,806,029.89', { exact: true }).waitFor();
  await link('2028').click();
  await link('2028-03').click();
  // The model starts in July 2026, so March 2028 is its 21st month.
  await section()
    .getByText(money(billed[20] ?? ''), { exact: true })
    .waitFor();
  await section()
    .getByText(/^= Invoice: /)
    .first()
    .waitFor();
  await becomes(() => pane().evaluate(() => document.activeElement?.textContent), 'Total billed');
  await link('Back to Total billed, 2028').click();
  await section().getByText('total.billed · Base · 2028', { exact: true }).waitFor();
});

test('a cell inside a spill: the line of its row in the month of its column', async () => {
  await look('E1');
  await section()
    .getByText(/^total\..* · Base · 2026-11$/)
    .waitFor();
  await section().getByText('spill from Sheet1!A1, which holds the formula').waitFor();
});

test('down to a term: status, source, and its row in the table with one click; and back', async () => {
  await enter(pane(), 'Sheet1', 'A28', [['=METER.EXPLAIN(Terms,"reserved.capacity",DATE(2026,9,1))']]);
  await section().getByText('reserved.capacity · Base · 2026-09').waitFor();
  await parts()
    .getByText(/^Terms row \d+, Base · Illustrative/)
    .first()
    .waitFor();
  await parts().getByRole('button', { name: 'Reserved | Maximum utilisation' }).click();
  await section().getByRole('heading', { name: 'Reserved | Maximum utilisation' }).waitFor();
  await section().getByRole('table', { name: 'Value by scenario' }).getByText('Base (in force)').waitFor();
  expect(await activeCell(pane())).toMatch(/^Terms!/);
  await link('Back to Sheet1!A28').click();
  await section().getByText('reserved.capacity · Base · 2026-09').waitFor();
});

test('a function of plain cells: value with unit, arguments by name', async () => {
  await look('A23');
  // (1 × 3 + 0.5 × 15) × (1 − 0.5 × 0.5)
  await section().getByText('7.88', { exact: true }).waitFor();
  const names = await section().getByRole('rowheader').allInnerTexts();
  expect(names.map((name) => name.split('\n')[0])).toEqual([
    'input_tokens',
    'output_tokens',
    'input_price',
    'output_price',
    'options',
    'Batch share',
  ]);
});

test('follows a change of the cells that it refers to', async () => {
  await look('A25');
  await enter(pane(), 'Sheet1', 'E20', [[10]]);
  await look('A25');
  await section().getByText('150.00', { exact: true }).waitFor();
  await pane().evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('E20').values = [[20]];
      await context.sync();
    }),
  );
  await section().getByText('300.00', { exact: true }).waitFor();
});

test.each([
  ['A24', '#VALUE!', 'input_tokens is -5: it must be 0 or more.'],
  ['A21', '#VALUE!', 'there is no line "total.bild". Did you mean total.billed'],
  ['A26', '#DIV/0!', 'A number is divided by zero or by a blank cell'],
  ['A22', '#VALUE!', 'A21, to which the formula refers, holds an error: go there for the reason.'],
])('an error in %s is a sentence with its remedy', async (address, code, sentence) => {
  await look(address);
  await section().getByText(code).first().waitFor();
  await section().getByText(sentence).waitFor();
});

test('an error that came from another cell leads there', async () => {
  await look('A22');
  await link('Sheet1!A21').click();
  await section().getByText('there is no line "total.bild"').waitFor();
  expect(await activeCell(pane())).toBe('Sheet1!A21');
});

test('an empty cell and a typed one say what to select instead', async () => {
  await look('H40');
  await section().getByText('This cell is empty.').waitFor();
  await look('E20');
  await section().getByText('This cell holds a typed value.').waitFor();
});

test('nothing failed', () => {
  expect(opened.failures).toEqual([]);
});
