import { nativeReading } from '../../src/functions/native/native-functions';
import { downloadXlsx } from '../../src/workbench/headless/download-xlsx';
import { handOff } from '../../src/workbook/hand-off/hand-off';
import { nativeByCalls } from '../../src/workbook/hand-off/native-calls';
import { newModel } from '../../src/workbook/model-sheets/new-model';
import type { ModelSheetKey } from '../../src/workbook/model-sheets/outcome';
import { Places } from '../../src/workbook/model-sheets/places';
import { placeFrom } from '../../src/workbook/model-sheets/survey';
import { openHost, type Host } from '../workbook/host';
import { compareLines } from './compare';
import { type Step, type StepResult, describeWithLibreOffice, recalculate } from './libre-office';
import { contractOf } from './native-book';
import { CHANGES, type Change, TRANSITION, changed, original } from './transition-changes';
import { partsOf } from './xlsx-faults';

const READ = ['Schedule', 'Tranches', 'Summary', 'Checks'];
const RELATIVE = 1e-12;
const VALUE = 4;
const LONG = 240_000;

const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${letterOf(Math.floor(column / 26) - 1)}${letterOf(column % 26)}`;

/** Where the Terms table and the cell of the scenario stand. */
async function termsIn(host: Host) {
  return host.run(async (context) => {
    const table = context.workbook.tables
      .getItem('TermsTable')
      .getRange()
      .load('values,rowIndex,columnIndex');
    const scenario = context.workbook.names.getItem('Scenario').getRange().load('address');
    await context.sync();
    const values = table.values as unknown[][];
    const cellOf = ({ section, item, term, column }: Change): string => {
      const row = values.findIndex(([s, i, t]) => s === section && String(i) === item && t === term);
      const place = values[0]?.indexOf(column) ?? -1;
      return `${letterOf(table.columnIndex + place)}${table.rowIndex + row + 1}`;
    };
    return { cellOf, scenario: scenario.address.split('!').at(-1)?.replaceAll('$', '') ?? '' };
  });
}

const summaryOf = (host: Host): Promise<unknown[][]> =>
  host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Summary');
    const used = sheet.getUsedRange(true).getBoundingRect('A1').load('values');
    await context.sync();
    return used.values as unknown[][];
  });

/** Rows as they stand in the file: found by the ids in column D, as a reader would. */
const placesIn = (result: StepResult): Places =>
  new Places(new Map(READ.map((name) => [name as ModelSheetKey, placeFrom(name, result[name] ?? [])])));

describeWithLibreOffice('the Transition workbook, handed off and opened in LibreOffice', () => {
  const contract = contractOf(TRANSITION);
  const { scenarios } = contract.table;
  let results: readonly StepResult[];
  let live: readonly (readonly unknown[])[];

  beforeAll(async () => {
    const host = await openHost();
    try {
      await newModel('transition');
      await host.idle();
      live = await summaryOf(host);
      const outcome = await handOff({ turnModel: true, native: nativeByCalls(nativeReading), by: 'Ada' });
      if (outcome.kind !== 'done') throw new Error(outcome.sentence);
      const parts = partsOf(await downloadXlsx(host.workbench));
      expect(
        Object.values(parts)
          .join('')
          .match(/_xldudf_|METER\.[A-Z]/g),
      ).toBeNull();
      const { cellOf, scenario } = await termsIn(host);
      const choose = (name: string): Step['set'][number] => ['Terms', scenario, name];
      const set = (change: Change, value: number | string): Step['set'][number] => [
        'Terms',
        cellOf(change),
        value,
      ];
      const steps = [
        ...scenarios.map((name): Step => ({ set: [choose(name)], read: READ })),
        ...CHANGES.map((change, at): Step => {
          const before = CHANGES.slice(0, at).map((each) => set(each, original(each)));
          return { set: [...before, set(change, change.value), choose(change.scenario)], read: READ };
        }),
      ];
      [results = []] = recalculate([{ parts, steps }]);
    } finally {
      host.close();
    }
  }, LONG);

  const check = (result: StepResult, id: string): unknown =>
    result['Checks']?.[placesIn(result).row('Checks', id) - 1]?.[VALUE];

  test.each(scenarios.map((name, at) => [name, at] as const))(
    '%s: every cell of every line is that of the engine, and every check passes',
    (_name, at) => {
      const result = results[at] ?? {};
      const compared = compareLines(
        placesIn(result),
        contract.evaluation(at),
        result,
        RELATIVE,
        contract.model,
      );
      expect(compared.differences.slice(0, 20)).toEqual([]);
      expect(compared.cells).toBeGreaterThan(10_000);
      expect(check(result, 'master.pass')).toBe(1);
    },
  );

  test('the Summary shows in every row what it showed with Meterbook', () => {
    const [result = {}] = results;
    const [before, after] = [placeFrom('Summary', live), placesIn(result).sheet('Summary')];
    const figures = [...before.rows].flatMap(([id, row]) =>
      (live[row - 1] ?? []).flatMap((value, column) => {
        const now = result['Summary']?.[(after.rows.get(id) ?? 0) - 1]?.[column];
        return typeof value === 'number' ? [{ id, column, value, now }] : [];
      }),
    );
    const isSame = ({ value, now }: (typeof figures)[number]): boolean =>
      Math.abs(Number(now) - value) <= Math.max(1e-4, Math.abs(value) * RELATIVE);
    expect(figures.length).toBeGreaterThan(200);
    expect(figures.filter((figure) => !isSame(figure))).toEqual([]);
  });

  test.each(CHANGES.map((change, at) => [change.what, change, at] as const))(
    'after a change in LibreOffice, %s, every cell is that of the engine with the same change',
    (_what, change, at) => {
      const other = contractOf(changed(change));
      const result = results[scenarios.length + at] ?? {};
      const evaluation = other.evaluation(scenarios.indexOf(change.scenario));
      const { differences } = compareLines(placesIn(result), evaluation, result, RELATIVE, other.model);
      expect(differences.slice(0, 20)).toEqual([]);
    },
  );
});
