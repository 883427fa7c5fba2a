import { nativeReading } from '../../../src/functions/catalogue/native-formula';
import { bringBack } from '../../../src/workbook/hand-off/bring-back/bring-back';
import { handOff, previewHandOff } from '../../../src/workbook/hand-off/hand-off';
import { nativeByCalls } from '../../../src/workbook/hand-off/native-calls';
import { besideModel } from '../../../src/workbook/hand-off/hand-off-plan';
import { modelForm } from '../../../src/workbook/model-sheets/write/change-form';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { chooseScenario, sheetCells } from '../model-sheets/sheet-cells';
import { openHost, type Host } from '../host';
import { undo } from '../terms/terms-workbook';
import { contents, edit, ownFormulas } from './workbook-cells';

const NOW = new Date(Date.UTC(2027, 0, 2, 3, 4, 5));
const LONG = 240_000;
const TEMPLATE = 'commitment-decision';
const SHEETS = ['Cover', 'Schedule', 'Summary', 'Tranches', 'Checks'];
/** A cell of a person's that asks Meterbook, and has no formula of Excel in its place. */
const OWN = '=METER.TOTAL(Terms,"total.billed")';

const native = nativeByCalls(nativeReading);

const billed = async (host: Host): Promise<number> =>
  Number((await sheetCells(host, 'Schedule')).value('total.billed', 'G'));

describe('a model with a cell of a person beside it', () => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost();
    await newModel(TEMPLATE);
    await edit(host, 'Sheet1', (sheet) => {
      sheet.getRange('B2').formulas = [[OWN]];
    });
  }, LONG);
  afterAll(() => host.close());

  test('is shown first: the sheets as a whole, the cell by itself; nothing is written', async () => {
    const before = await contents(host, 'formulas');
    const plan = await previewHandOff(native);
    expect(plan.model).toMatchObject({ form: 'live', sheets: SHEETS, refusal: undefined });
    expect(besideModel(plan).cells.map(({ area, formula }) => [area.sheet, formula])).toEqual([
      ['Sheet1', OWN],
    ]);
    expect(plan.cells.length).toBeGreaterThan(10);
    expect(await contents(host, 'formulas')).toEqual(before);
  });

  test(
    'is handed off in one step of undo, with every scenario to choose, and brought back with every formula',
    async () => {
      const formulas = await contents(host, 'formulas');
      const before = await billed(host);
      const outcome = await handOff({ by: 'Ada', now: NOW, native, turnModel: true });
      expect(outcome).toMatchObject({
        kind: 'done',
        sheet: 'Handoff',
        left: [],
        sentence: `${SHEETS.join(', ')} now stand in formulas of Excel, 1 formula became a value; the sheet Handoff lists each of them.`,
      });
      expect(ownFormulas(await contents(host, 'formulas'))).toEqual([]);
      expect(Math.abs((await billed(host)) - before)).toBeLessThan(1e-4);
      const listed = (await contents(host, 'values'))['Handoff'] ?? {};
      expect(['B8', 'E8', 'J8', 'K8', 'L8'].map((address) => listed[address])).toEqual([
        'Cover',
        'Formulas of Excel, the whole sheet',
        '2027-01-02 03:04',
        'Ada',
        'Handed off',
      ]);

      await undo(host);
      expect(await contents(host, 'formulas')).toEqual(formulas);

      await handOff({ by: 'Ada', now: NOW, native, turnModel: true });
      const [first] = (await scenarios(host)).slice(1);
      await chooseScenario(host, first ?? '');
      const other = await billed(host);
      expect(Math.abs(other - before)).toBeGreaterThan(1);
      const back = await bringBack({ now: NOW });
      expect(back).toMatchObject({
        kind: 'done',
        conflicts: [],
        isComplete: true,
        sentence: 'The sheets of the model ask Meterbook for their figures. 1 formula is back.',
      });
      await host.idle();
      expect(Math.abs((await billed(host)) - other)).toBeLessThan(1e-4);
      await chooseScenario(host, 'Base');
      const { Handoff: record, ...restored } = await contents(host, 'formulas');
      expect(record?.['L8']).toBe('Restored 2027-01-02 03:04 UTC');
      expect(restored).toEqual(formulas);
      expect(await bringBack()).toMatchObject({ kind: 'refused' });
    },
    LONG,
  );

  test(
    'stays whole when it is stopped after its sheets were written',
    async () => {
      const before = await contents(host, 'formulas');
      let isFar = false;
      const outcome = await handOff({
        native,
        turnModel: true,
        onProgress: ({ done }) => (isFar ||= done > 0.7),
        isCancelled: () => isFar,
      });
      expect(outcome).toEqual({ kind: 'cancelled', sentence: 'Stopped. Nothing was changed.' });
      expect((await modelForm())?.form).toBe('live');
      expect(await contents(host, 'formulas')).toEqual(before);
    },
    LONG,
  );

  test(
    'keeps what somebody typed over a figure while it was away, and says so',
    async () => {
      await handOff({ native, turnModel: true });
      const schedule = await sheetCells(host, 'Schedule');
      const address = `L${schedule.row('tools.cost')}`;
      await edit(host, 'Schedule', (sheet) => {
        sheet.getRange(address).values = [[12345]];
      });
      const back = await bringBack();
      expect(back).toMatchObject({
        kind: 'done',
        sentence:
          'The sheets of the model ask Meterbook for their figures. One cell that somebody changed stays as it is: Refresh lists it. 1 formula is back.',
      });
      const now = await sheetCells(host, 'Schedule');
      expect(now.value('tools.cost', 'L')).toBe(12345);
    },
    LONG,
  );

  test(
    'is refused where one of its sheets is protected: its formulas change together',
    async () => {
      await edit(host, 'Summary', (sheet) => sheet.protection.protect());
      const before = await contents(host, 'formulas');
      expect((await previewHandOff(native)).model?.refusal?.sentence).toMatch(
        /^The sheet Summary is protected/,
      );
      expect(await handOff({ native, turnModel: true })).toMatchObject({
        kind: 'refused',
        sentence: expect.stringMatching(/^The sheet Summary is protected/) as string,
      });
      expect(await contents(host, 'formulas')).toEqual(before);
    },
    LONG,
  );
});

const scenarios = (host: Host): Promise<string[]> =>
  host.run(async (context) => {
    const header = context.workbook.tables.getItem('TermsTable').getHeaderRowRange().load('values');
    await context.sync();
    const names = (header.values[0] ?? []).map(String);
    return names.slice(names.indexOf('Base'), names.indexOf('Low'));
  });
