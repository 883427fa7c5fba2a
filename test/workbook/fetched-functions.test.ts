import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { template } from '../../src/terms/templates/template';
import { readAddin } from '../../packages/workbench/src/headless/headless';
import { ADDIN_AS_BUILT, openHost, type Host } from './host';

/** The add-in as built, on a server that lacks the scripts of EXPLAIN and CHECK at first. */

const BUILT = ADDIN_AS_BUILT.folder;
const FETCHED = readdirSync(BUILT).filter((file) => /^(explain|check)\.\w+\.js$/.test(file));

const server = mkdtempSync(path.join(tmpdir(), 'addin-'));
let host: Host;

beforeAll(async () => {
  cpSync(BUILT, server, { recursive: true });
  for (const file of FETCHED) rmSync(path.join(server, file));
  host = await openHost({ addin: readAddin({ ...ADDIN_AS_BUILT, folder: server }) });
  const terms = template('transition');
  const last = String.fromCharCode(64 + (terms[0]?.length ?? 0));
  await host.write('Terms', `A1:${last}${terms.length}`, terms);
  await host.run(async (context) => {
    context.workbook.names.add(
      'Terms',
      context.workbook.worksheets.getItem('Terms').getRange(`A1:${last}${terms.length}`),
    );
    await context.sync();
  });
});
afterAll(() => {
  host.close();
  rmSync(server, { recursive: true });
});

const CALLS = {
  B1: '=METER.EXPLAIN(Terms,"reserved.rate","2027-08-15")',
  H1: '=METER.CHECK(Terms)',
  A1: '=METER.TIERED_COST(150,{100,2;"",1})',
};

const answers = () => Promise.all(Object.keys(CALLS).map((address) => host.value('Calls', address)));

/** Ctrl+Alt+F9. */
const recalculate = () =>
  host.run(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });

test('a script that the server does not deliver is one sentence in its cell; other functions go on; later it is there', async () => {
  for (const [address, formula] of Object.entries(CALLS)) await host.write('Calls', address, [[formula]]);
  expect(await answers()).toEqual(['#N/A', '#N/A', 250]);
  for (const [id, address] of [
    ['EXPLAIN', 'B1'],
    ['CHECK', 'H1'],
  ] as const) {
    expect(host.workbench.cellError('Calls', address)).toMatch(
      new RegExp(
        `^${id} needs a part of Meterbook that could not be fetched from its server\\. Check the connection`,
      ),
    );
  }
  for (const file of FETCHED) copyFileSync(path.join(BUILT, file), path.join(server, file));
  await recalculate();
  expect(await answers()).toEqual(['Step', 'Check', 250]);
});
