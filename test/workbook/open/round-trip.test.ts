import { nativeReading } from '../../../src/functions/catalogue/native-formula';
import { downloadXlsx } from '../../../packages/workbench/src/headless/download-xlsx';
import { bringBack } from '../../../src/workbook/hand-off/bring-back/bring-back';
import { handOff } from '../../../src/workbook/hand-off/hand-off';
import { nativeByCalls } from '../../../src/workbook/hand-off/native-calls';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { refreshModel } from '../../../src/workbook/model-sheets/write/refresh-model';
import { insertSample } from '../../../src/workbook/sample/insert-sample';
import { faultsBeyondSchema, faultsOf, partsOf } from '../../../packages/workbench/test/xlsx-faults';
import { contents, ownFormulas } from '../hand-off/workbook-cells';
import { openHost, type Host } from '../host';
import { errorsOf, sheetCells } from '../model-sheets/sheet-cells';
import { features } from './features';

/** The parts of a file, where a reference with and without $ means the same. */
const comparable = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(partsOf(bytes)).map(([path, text]) => [
      path,
      path.startsWith('xl/charts/')
        ? text.replace(/<c:f>[^<]*<\/c:f>/g, (reference) => reference.replaceAll('$', ''))
        : text,
    ]),
  );

describe.each([
  ['the sample', () => insertSample()],
  ['the Transition model', () => newModel('transition')],
])('%s, downloaded and opened', (_name, insert) => {
  let host: Host;
  let file: Uint8Array;
  let before: readonly unknown[];

  beforeAll(async () => {
    const first = await openHost();
    await insert();
    before = [await contents(first, 'formulas'), await contents(first, 'values'), await features(first)];
    file = await downloadXlsx(first.workbench);
    first.close();
    host = await openHost({ file });
    await host.idle();
  });
  afterAll(() => host.close());

  test('has the same formulas, and the functions compute the same values', async () => {
    const formulas = await contents(host, 'formulas');
    expect(ownFormulas(formulas).length).toBeGreaterThan(5);
    expect([formulas, await contents(host, 'values')]).toEqual(before.slice(0, 2));
  });

  test('has the same names, tables, looks, rules, panes, widths and charts', async () => {
    expect(await features(host)).toEqual(before[2]);
  });

  test('lost nothing, and there is nothing to undo', () => {
    expect(host.workbench.leftOut).toEqual([]);
    expect(host.workbench.book.getters.canUndo()).toBe(false);
  });

  test('is downloaded as the same file, without faults', async () => {
    const again = await downloadXlsx(host.workbench);
    expect(comparable(again)).toEqual(comparable(file));
    expect([faultsOf(again), faultsBeyondSchema(partsOf(again))]).toEqual([[], []]);
  });
});

describe('a model that was opened', () => {
  let host: Host;

  beforeAll(async () => {
    const first = await openHost();
    await newModel('transition');
    const file = await downloadXlsx(first.workbench);
    first.close();
    host = await openHost({ file });
    await host.idle();
  });
  afterAll(() => host.close());

  test('passes all its checks', async () => {
    expect((await sheetCells(host, 'Checks')).value('master.pass', 'E')).toBe(1);
    for (const sheet of ['Cover', 'Schedule', 'Summary', 'Tranches', 'Checks']) {
      const cells = await sheetCells(host, sheet);
      expect([sheet, cells.value('sheet.state', 'G'), errorsOf(cells)]).toEqual([
        sheet,
        'All checks pass',
        [],
      ]);
    }
  });

  test('is known as a model: Refresh finds nothing to change and nothing that a person changed', async () => {
    const before = await downloadXlsx(host.workbench);
    expect(await refreshModel()).toMatchObject({ kind: 'done', changed: [] });
    expect(comparable(await downloadXlsx(host.workbench))).toEqual(comparable(before));
  });

  test('follows a term that is changed', async () => {
    const billed = async () => (await sheetCells(host, 'Summary')).value('headline.billed', 'E');
    const before = await billed();
    const terms = await sheetCells(host, 'Terms');
    const row = terms.values.findIndex(([section, , term]) => section === 'Reserved' && term === 'Rate') + 1;
    const rate = Number(terms.values[row - 1]?.[5]);
    await host.write('Terms', `F${row}`, [[rate * 2]]);
    expect(Number(await billed())).toBeGreaterThan(Number(before));
    await host.write('Terms', `F${row}`, [[rate]]);
    expect(await billed()).toBe(before);
  });
});

test('a workbook that was handed off, downloaded and opened gets its formulas back', async () => {
  const first = await openHost();
  await insertSample();
  await first.idle();
  const formulas = await contents(first, 'formulas');
  await handOff({ by: 'Ada', now: new Date(Date.UTC(2027, 0, 2)), native: nativeByCalls(nativeReading) });
  const frozen = await contents(first, 'formulas');
  const file = await downloadXlsx(first.workbench);
  first.close();
  const host = await openHost({ file });
  try {
    expect(await contents(host, 'formulas')).toEqual(frozen);
    expect(ownFormulas(frozen)).toEqual([]);
    expect(await bringBack()).toMatchObject({ kind: 'done' });
    await host.idle();
    const { Handoff, ...back } = await contents(host, 'formulas');
    expect(Handoff).toBeDefined();
    expect(back).toEqual(formulas);
    expect(ownFormulas(back).length).toBeGreaterThan(5);
  } finally {
    host.close();
  }
});
