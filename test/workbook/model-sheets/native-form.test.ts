import { totalValue } from '../../../src/contract/buckets';
import { Contract } from '../../../src/contract/contract';
import { parseTerms } from '../../../src/terms/table/parse';
import { template } from '../../../src/terms/templates/template';
import { modelForm, turnLive, turnNative } from '../../../src/workbook/model-sheets/write/change-form';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import type { ModelOutcome } from '../../../src/workbook/model-sheets/plan/outcome';
import { refreshModel } from '../../../src/workbook/model-sheets/write/refresh-model';
import { type Host, openHost } from '../host';
import { type SheetCells, chooseScenario, errorsOf, sheetCells } from './sheet-cells';

const SHEETS = ['Cover', 'Schedule', 'Summary', 'Tranches', 'Checks'];
const TEMPLATE = 'commitment-decision';
const OTHER = 'Usage doubles';
const LONG = 240_000;

const done = (outcome: ModelOutcome): Extract<ModelOutcome, { kind: 'done' }> => {
  if (outcome.kind !== 'done') throw new Error(outcome.sentence);
  return outcome;
};

/** What the exact engine makes of the template. */
function billed(scenario: string): number {
  const { table } = parseTerms(template(TEMPLATE));
  const contract = table && Contract.of(table);
  const line = contract?.model.line('total.billed');
  if (!contract || !line) throw new Error('The template is in order and has a total.');
  const total = totalValue(contract.evaluation(contract.table.scenarios.indexOf(scenario)), line);
  return Number(total);
}

const all = async (host: Host): Promise<Map<string, SheetCells>> => {
  const found = new Map<string, SheetCells>();
  for (const sheet of SHEETS) found.set(sheet, await sheetCells(host, sheet));
  return found;
};

/** Formulas, as they were written. */
const written = (cells: SheetCells | undefined): unknown[] =>
  cells?.formulas.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('=')) ?? [];

const asking = (sheets: ReadonlyMap<string, SheetCells>): string[] =>
  [...sheets.values()].flatMap(({ formulas }) =>
    formulas
      .flat()
      .filter((cell) => /METER\./i.test(String(cell)))
      .map(String),
  );

describe('the sheets of a model change their form', () => {
  let host: Host;
  let live: Map<string, SheetCells>;
  let native: Map<string, SheetCells>;

  beforeAll(async () => {
    host = await openHost();
    done(await newModel(TEMPLATE));
    live = await all(host);
    expect((await modelForm())?.form).toBe('live');
    expect(done(await turnNative()).changed).toEqual([]);
    native = await all(host);
  }, LONG);
  afterAll(() => host.close());

  test('natively no cell asks Meterbook for anything, and none shows an error', async () => {
    expect((await modelForm())?.form).toBe('native');
    expect(asking(live).length).toBeGreaterThan(10);
    expect(asking(native)).toEqual([]);
    for (const cells of native.values()) expect(errorsOf(cells)).toEqual([]);
    expect(native.get('Checks')?.value('master.pass', 'E')).toBe(1);
  });

  test.each(['Schedule', 'Tranches', 'Summary'])(
    '%s: every row is there and shows the same figures',
    (name) => {
      const [before, after] = [live.get(name), native.get(name)];
      const rows = [...(before?.rows.keys() ?? [])].filter(
        (id) => id.includes('.') && id !== 'total.scenarios',
      );
      expect(rows.length).toBeGreaterThan(20);
      const different: unknown[] = [];
      for (const id of rows) {
        const was = before?.values[before.row(id) - 1] ?? [];
        const is = after?.values[after.row(id) - 1] ?? [];
        was.forEach((value, column) => {
          if (typeof value !== 'number') return;
          const there = is[column];
          const isSame = Math.abs(Number(there) - value) <= Math.max(1e-4, Math.abs(value) * 1e-10);
          if (!isSame) different.push({ id, column, value, there });
        });
      }
      expect(different).toEqual([]);
    },
  );

  test(
    'a refresh keeps the form and finds nothing to change',
    async () => {
      expect(done(await refreshModel()).changed).toEqual([]);
      expect((await modelForm())?.form).toBe('native');
      const again = await all(host);
      for (const sheet of SHEETS) expect(again.get(sheet)?.formulas).toEqual(native.get(sheet)?.formulas);
    },
    LONG,
  );

  test(
    'the scenario selector keeps working',
    async () => {
      await chooseScenario(host, OTHER);
      const schedule = await sheetCells(host, 'Schedule');
      const wanted = billed(OTHER);
      expect(wanted).not.toBeCloseTo(billed('Base'), 0);
      expect(schedule.value('total.billed', 'G')).toBeCloseTo(wanted, 4);
      expect((await sheetCells(host, 'Checks')).value('master.pass', 'E')).toBe(1);
      await chooseScenario(host, 'Base');
    },
    LONG,
  );

  test(
    'what a person typed over a native cell stays, and is listed',
    async () => {
      const schedule = await sheetCells(host, 'Schedule');
      const address = `L${schedule.row('tools.cost')}`;
      await host.write('Schedule', address, [[12345]]);
      const outcome = done(await refreshModel());
      expect(outcome.changed.map(({ there }) => there)).toEqual([12345]);
      done(await refreshModel({ overwrite: outcome.changed }));
      expect((await sheetCells(host, 'Schedule')).formulas).toEqual(native.get('Schedule')?.formulas);
    },
    LONG,
  );

  test(
    'back in live form every sheet has the rows and the formulas that it had',
    async () => {
      expect(done(await turnLive()).changed).toEqual([]);
      expect((await modelForm())?.form).toBe('live');
      const back = await all(host);
      for (const sheet of SHEETS) {
        const [was, is] = [live.get(sheet), back.get(sheet)];
        expect([...(is?.rows.keys() ?? [])]).toEqual([...(was?.rows.keys() ?? [])]);
        expect(written(is)).toEqual(written(was));
      }
    },
    LONG,
  );
});
