import { nativeReading } from '../../../src/functions/catalogue/native-formula';
import { bringBack, removeRecord } from '../../../src/workbook/hand-off/bring-back/bring-back';
import { handOff, previewHandOff } from '../../../src/workbook/hand-off/hand-off';
import { nativeByCalls } from '../../../src/workbook/hand-off/native-calls';
import { type NativeReader, valuesOnly } from '../../../src/workbook/hand-off/native-reading';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { insertSample } from '../../../src/workbook/sample/insert-sample';
import { openHost, type Host } from '../host';
import { undo } from '../terms/terms-workbook';
import { contents, ownFormulas } from './workbook-cells';

const NOW = new Date(Date.UTC(2027, 0, 2, 3, 4, 5));

const asFormulas = nativeByCalls(nativeReading);

/** Where they stay values, every number stays to the last digit. */
const WORKBOOKS: [string, () => Promise<unknown>, NativeReader, Tolerance][] = [
  ['the Transition model', () => newModel('transition'), valuesOnly, { absolute: 0, relative: 0 }],
  ['the sample as values', () => insertSample(), valuesOnly, { absolute: 0, relative: 0 }],
  // Cells are doubles: differences of amounts of some ten millions are off by some of their last digit, 2e-9.
  ['the sample as formulas', () => insertSample(), asFormulas, { absolute: 1e-7, relative: 1e-12 }],
];

interface Tolerance {
  readonly absolute: number;
  readonly relative: number;
}

type Sheets = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The cells that are not what they were. */
const changedCells = (now: Sheets, before: Sheets, { absolute, relative }: Tolerance): unknown[] =>
  Object.entries(before).flatMap(([sheet, cells]) =>
    Object.entries(cells).flatMap(([address, was]) => {
      const is = now[sheet]?.[address];
      const isNear =
        typeof is === 'number' &&
        typeof was === 'number' &&
        Math.abs(is - was) <= absolute + relative * Math.abs(was);
      return is === was || isNear ? [] : [{ sheet, address, was, is }];
    }),
  );

describe.each(WORKBOOKS)('%s', (_name, insert, native, tolerance) => {
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

    const plan = await previewHandOff(native);
    expect(plan.cells).toHaveLength(own.length);
    expect(plan.left).toEqual([]);
    expect(await contents(host, 'formulas')).toEqual(formulas);

    const outcome = await handOff({ by: 'Ada', now: NOW, native });

    expect(outcome).toMatchObject({ kind: 'done', sheet: 'Handoff', left: [] });
    const { Handoff, ...frozen } = await contents(host, 'values');
    expect(changedCells(frozen, values, tolerance)).toEqual([]);
    expect(ownFormulas(await contents(host, 'formulas'))).toEqual([]);
    expect(Handoff?.['A2']).toMatch(/^Handed off by Ada on 2027-01-02 03:04 UTC with Meterbook \d/);
    expect(await previewHandOff()).toEqual({ cells: [], left: [] });

    const back = await bringBack();

    expect(back).toMatchObject({ kind: 'done', conflicts: [], isComplete: true });
    const { Handoff: record, ...restored } = await contents(host, 'formulas');
    expect(restored).toEqual(formulas);
    expect(record).toBeDefined();
    expect(await contents(host, 'values')).toMatchObject(values);

    expect(await removeRecord()).toMatchObject({ kind: 'done' });
    expect(await contents(host, 'formulas')).toEqual(formulas);
  });

  test('is one step of undo', async () => {
    const formulas = await contents(host, 'formulas');
    expect(await handOff({ now: NOW, native })).toMatchObject({ kind: 'done' });
    await undo(host);
    expect(await contents(host, 'formulas')).toEqual(formulas);
    expect(await host.sheetNames()).not.toContain('Handoff');
  });
});
