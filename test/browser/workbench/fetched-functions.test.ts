import { documentedFunction } from '../../../src/functions/catalogue/documentation';
import { openWorkbench, type OpenWorkbench } from '../open-workbench';

/** The functions whose scripts are fetched when they are first called, on a server that refuses them at first. */

const FETCHED = { EXPLAIN: 'A1', CHECK: 'G1' } as const;
const SCRIPTS = /\/(explain|check)\.\w+\.js$/;

let workbench: OpenWorkbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

/** Enters formulas by their addresses, and everything is calculated, as by Ctrl+Alt+F9. */
async function calculate(formulas: Readonly<Record<string, string>>): Promise<void> {
  await workbench.frame.evaluate(
    (given) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        for (const [address, formula] of Object.entries(given))
          sheet.getRange(address).formulas = [[formula]];
        context.workbook.application.calculate('Full');
        await context.sync();
      }),
    formulas,
  );
  await workbench.page.evaluate(() => window.workbench?.idle());
}

const value = (address: string): Promise<unknown> =>
  workbench.frame.evaluate(
    (given) =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getFirst().getRange(given).load('values');
        await context.sync();
        return cell.values[0]?.[0] as unknown;
      }),
    address,
  );

const sentence = (address: string): Promise<string | undefined> =>
  workbench.page.evaluate((given) => window.workbench?.cellError('Sheet1', given), address);

test('a script that the server refuses is one sentence in its cell, other functions go on, and later it is fetched', async () => {
  const { page } = workbench;
  await page.route(SCRIPTS, (route) => route.fulfill({ status: 503, body: 'Service Unavailable' }));
  const exampleOf = (id: string) => documentedFunction(id).examples[0]?.formula ?? '';
  await calculate({
    A1: exampleOf('EXPLAIN'),
    G1: exampleOf('CHECK'),
    O1: '=METER.TIERED_COST(150,{100,2;"",1})',
  });
  for (const [id, address] of Object.entries(FETCHED)) {
    expect(await value(address)).toBe('#N/A');
    expect(await sentence(address)).toMatch(
      new RegExp(`^${id} needs a part of Meterbook that could not be fetched from its server\\. Check`),
    );
  }
  expect(await value('O1')).toBe(250);

  await page.unroute(SCRIPTS);
  await calculate({});
  expect([await value(FETCHED.EXPLAIN), await value(FETCHED.CHECK), await value('O1')]).toEqual([
    'Step',
    'Check',
    250,
  ]);
  expect(workbench.failures).toEqual([]);
});
