import { bringBack, removeRecord } from '../../../src/workbook/hand-off/bring-back';
import { handOff, previewHandOff } from '../../../src/workbook/hand-off/hand-off';
import { newModel } from '../../../src/workbook/model-sheets/new-model';
import { insertSample } from '../../../src/workbook/sample/insert-sample';
import { openHost, type Host } from '../host';
import { undo } from '../terms/terms-workbook';
import { contents, ownFormulas } from './workbook-cells';

const NOW = new Date(Date.UTC(2027, 0, 2, 3, 4, 5));

const WORKBOOKS: [string, () => Promise<unknown>][] = [
  ['the Transition model', () => newModel('transition')],
  ['the sample', () => insertSample()],
];

describe.each(WORKBOOKS)('%s', (_name, insert) => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost();
    await insert();
    await host.idle();
  });
  afterAll(() => host.close());

  test('is handed off with every number as it was, and brought back with every formula', async () => {
    const formulas = await contents(host, 'formulas');
    const values = await contents(host, 'values');
    const own = ownFormulas(formulas);
    expect(own.length).toBeGreaterThan(5);

    const plan = await previewHandOff();
    expect(plan.cells).toHaveLength(own.length);
    expect(plan.left).toEqual([]);
    expect(await contents(host, 'formulas')).toEqual(formulas);

    const outcome = await handOff({ by: 'Ada', now: NOW });

    expect(outcome).toMatchObject({ kind: 'done', sheet: 'Handoff', left: [] });
    const { Handoff, ...frozen } = await contents(host, 'values');
    expect(frozen).toEqual(values);
    expect(ownFormulas(await contents(host, 'formulas'))).toEqual([]);
    expect(Handoff?.['A2']).toMatch(/^Handed off by Ada on 2027-01-02 03:04 UTC with Meterbook \d/);
    expect(await previewHandOff()).toEqual({ cells: [], left: [] });

    const back = await bringBack();

    expect(back).toMatchObject({ kind: 'done', conflicts: [], isComplete: true });
    const { Handoff: record, ...restored } = await contents(host, 'formulas');
    expect(restored).toEqual(formulas);
    expect(record).toBeDefined();
    expect(await contents(host, 'values')).toMatchObject(values);

    expect(await removeRecord()).toMatchObject({ done: true });
    expect(await contents(host, 'formulas')).toEqual(formulas);
  });

  test('is one step of undo', async () => {
    const formulas = await contents(host, 'formulas');
    expect(await handOff({ now: NOW })).toMatchObject({ kind: 'done' });
    await undo(host);
    expect(await contents(host, 'formulas')).toEqual(formulas);
    expect(await host.sheetNames()).not.toContain('Handoff');
  });
});
