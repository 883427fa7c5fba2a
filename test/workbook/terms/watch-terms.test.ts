import { template } from '../../../src/terms/templates/template';
import { addScenario } from '../../../src/workbook/terms/scenario-columns';
import { watchTerms } from '../../../src/workbook/terms/watch-terms';
import { writeEdits } from '../../../src/workbook/terms/write-edits';
import { type Host, openHost } from '../host';
import { undo, writeTerms } from './terms-workbook';

const QUIET = 40;
const settled = () => new Promise((resolve) => setTimeout(resolve, 4 * QUIET));

let host: Host;
let stop: () => Promise<void>;
let calls: number;

beforeEach(async () => {
  host = await openHost();
  await writeTerms(host, { block: template('commitment-decision') });
  calls = 0;
  stop = await watchTerms(() => {
    calls += 1;
  }, QUIET);
  await settled();
  calls = 0;
});
afterEach(async () => {
  await stop();
  host.close();
});

/** Calls back since the last time asked. */
async function told(): Promise<number> {
  await host.idle();
  await settled();
  const count = calls;
  calls = 0;
  return count;
}

const horizon = {
  section: 'Model',
  item: '',
  term: 'Horizon',
  column: 'Base',
  value: 36,
  seen: 24,
};

test('tells of edits by the pane, by hand and by undo, once each', async () => {
  await writeEdits([horizon]);
  expect(await told()).toBe(1);
  await host.write('Terms', 'B1', [['Reserve']]);
  expect(await told()).toBe(1);
  await undo(host);
  expect(await told()).toBe(1);
  await addScenario('New');
  expect(await told()).toBe(1);
});

test('tells of a table that came or went with its sheet', async () => {
  await host.run(async (context) => {
    context.workbook.worksheets.add('Other');
    context.workbook.worksheets.getItem('Terms').delete();
    await context.sync();
  });
  expect(await told()).toBe(1);
});

test('tells of a term whose formula comes out otherwise', async () => {
  await host.write('Rates', 'A1', [[0.1]]);
  await host.run(async (context) => {
    const range = context.workbook.tables.getItem('TermsTable').getRange().load('values');
    await context.sync();
    const row = range.values.findIndex(([, , term]) => term === 'Discount rate');
    range.getCell(row, 5).formulas = [['=Rates!A1']];
    await context.sync();
  });
  await told();
  await host.write('Rates', 'A1', [[0.2]]);
  expect(await told()).toBe(1);
});

test('says nothing any more once stopped', async () => {
  await stop();
  await writeEdits([horizon]);
  expect(await told()).toBe(0);
  stop = () => Promise.resolve();
});
