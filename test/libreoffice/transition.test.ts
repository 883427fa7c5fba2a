import type { Decimal } from '../../src/base/decimal';
import { totalValue } from '../../src/contract/buckets';
import { MODEL_SHEETS } from '../../src/workbook/model-sheets/plan/outcome';
import { COMPARED_LINES } from '../../src/workbook/model-sheets/sheets/summary-lines';
import { compareLines } from './compare';
import {
  type Computed,
  type Step,
  type StepResult,
  describeWithLibreOffice,
  recalculate,
} from './libre-office';
import { NativeBook, contractOf } from './native-book';
import { CHANGES, type Change, TRANSITION, changed, original } from './transition-changes';

const READ = ['Schedule', 'Tranches', 'Summary', 'Checks', 'Cover'];
const RELATIVE = 1e-12;
const FIRST_SCENARIO = 9;
const VALUE = 4;

const book = new NativeBook(TRANSITION);
const scenarios = book.contract.table.scenarios;

const choose = (scenario: string): Step['set'][number] => ['Terms', NativeBook.scenario, scenario];

test('no cell of any sheet in native form asks Meterbook for anything', () => {
  const asking = MODEL_SHEETS.flatMap((key) =>
    book.rendered(key).filter(({ content }) => /METER\./.test(String(content))),
  );
  expect(asking).toEqual([]);
});

test('every row has one formula, copied right unchanged', () => {
  const relative = (content: string | number | undefined, column: number): string =>
    String(content).replaceAll(/(?<![$A-Z])([A-Z]{1,3})\$/g, (_all, letters: string) => {
      const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      return `C[${place - column}]$`;
    });
  const uneven = (['Schedule', 'Tranches'] as const).flatMap((key) => {
    const rows = new Map<string, Set<string>>();
    for (const { id, column, content } of book.rendered(key)) {
      if (column < FIRST_SCENARIO || !book.contract.model.line(id)) continue;
      rows.set(id, (rows.get(id) ?? new Set()).add(relative(content, column)));
    }
    return [...rows].filter(([, forms]) => forms.size !== 1).map(([id]) => id);
  });
  expect(uneven).toEqual([]);
});

describeWithLibreOffice('the Transition template in native form', () => {
  let results: readonly StepResult[];
  beforeAll(() => {
    const asIs = scenarios.map((name): Step => ({ set: [choose(name)], read: READ }));
    const edits = CHANGES.map((change, place): Step => ({
      set: [
        ...CHANGES.slice(0, place).map((before) => setting(before, original(before))),
        setting(change, change.value),
        choose(change.scenario),
      ],
      read: READ,
    }));
    [results = []] = recalculate([{ parts: book.parts(), steps: [...asIs, ...edits] }]);
  });

  const setting = ({ section, item, term, column }: Change, value: number | string): Step['set'][number] => [
    'Terms',
    book.cellOf(section, item, term, column),
    value,
  ];
  const cell = (
    result: StepResult | undefined,
    sheet: 'Summary' | 'Checks',
    id: string,
    column: number,
  ): Computed | undefined => result?.[sheet]?.[book.places.row(sheet, id) - 1]?.[column];

  describe.each(scenarios.map((name, place) => [name, place] as const))('%s', (_name, place) => {
    test('every cell of every line is that of the engine', () => {
      const evaluation = book.contract.evaluation(place);
      const { cells, differences } = compareLines(
        book.places,
        evaluation,
        results[place] ?? {},
        RELATIVE,
        book.contract.model,
      );
      expect(differences.slice(0, 20)).toEqual([]);
      expect(cells).toBeGreaterThan(10_000);
    });

    test('every check passes: the native lines are those that the engine found', () => {
      expect(cell(results[place], 'Checks', 'master.native', VALUE)).toBe(0);
      expect(cell(results[place], 'Checks', 'master.pass', VALUE)).toBe(1);
      expect(cell(results[place], 'Checks', 'engine.inputs', VALUE)).toBe(0);
    });

    test('the Summary shows it beside the others', () => {
      for (const id of COMPARED_LINES) {
        const line = book.contract.model.line(id);
        if (!line) continue;
        scenarios.forEach((_other, scenario) => {
          const found = cell(results[place], 'Summary', id, FIRST_SCENARIO + scenario);
          const wanted: Decimal | undefined = totalValue(book.contract.evaluation(scenario), line);
          if (wanted === undefined || wanted.isNaN()) expect(found).toBe('');
          else
            expect(Math.abs(Number(found) - wanted.toNumber())).toBeLessThanOrEqual(
              Math.max(1e-4, Math.abs(wanted.toNumber()) * RELATIVE),
            );
        });
      }
    });
  });

  describe.each(CHANGES.map((change, place) => [change.what, place, change] as const))(
    'after a change in LibreOffice: %s',
    (_what, place, change) => {
      test('every cell is that of the engine with the same change', () => {
        const contract = contractOf(changed(change));
        const evaluation = contract.evaluation(scenarios.indexOf(change.scenario));
        const result = results[scenarios.length + place] ?? {};
        const { differences } = compareLines(book.places, evaluation, result, RELATIVE, contract.model);
        expect(differences.slice(0, 20)).toEqual([]);
        expect(cell(result, 'Checks', 'engine.inputs', VALUE)).toBeGreaterThan(0);
      });
    },
  );
});
