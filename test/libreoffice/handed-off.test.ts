import type { Line } from '../../src/calc/line';
import { nativeReading } from '../../src/functions/catalogue/native-formula';
import { downloadXlsx } from '../../packages/workbench/src/headless/download-xlsx';
import { handOff } from '../../src/workbook/hand-off/hand-off';
import { nativeByCalls } from '../../src/workbook/hand-off/native-calls';
import { newModel } from '../../src/workbook/model-sheets/write/new-model';
import type { ModelSheetKey } from '../../src/workbook/model-sheets/plan/outcome';
import { Places } from '../../src/workbook/model-sheets/plan/places';
import { placeFrom } from '../../src/workbook/model-sheets/write/survey';
import { openHost, type Host } from '../workbook/host';
import { compareLines } from './compare';
import { type Step, type StepResult, describeWithLibreOffice, recalculate } from './libre-office';
import { contractOf } from './native-book';
import { CHANGES, type Change, TRANSITION, changed, original } from './transition-changes';
import { printedPages, testPrinted } from './printed';
import { faultsOf, partsOf } from '../../packages/workbench/test/xlsx-faults';

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

/** What is printed, in the order of the tabs, and no more pages than this, in fonts that run wide. */
const PRINTED = [
  { sheet: 'Cover', title: 'Meterbook', heads: ['Scenario: Base'], most: 4 },
  { sheet: 'Terms', title: 'Terms', heads: ['Scenario in force', 'Section'], most: 8 },
  {
    sheet: 'Schedule',
    title: 'Schedule',
    heads: ['Scenario: Base', 'Period start', 'Contract year'],
    most: 75,
  },
  { sheet: 'Summary', title: 'Summary', heads: ['Scenario: Base'], most: 3 },
  {
    sheet: 'Tranches',
    title: 'Tranches',
    heads: ['Scenario: Base', 'Period start', 'Contract year'],
    most: 30,
  },
  { sheet: 'Checks', title: 'Checks', heads: ['Scenario: Base'], most: 8 },
  { sheet: 'Handoff', title: 'Handoff', heads: ['Handed off by Ada', 'No.'], most: 1 },
];
const YEARS = [2026, 2027, 2028, 2029, 2030, 2031];

describeWithLibreOffice('the Transition workbook, handed off and opened in LibreOffice', () => {
  const contract = contractOf(TRANSITION);
  const { scenarios } = contract.table;
  const lineOf = (id: string): Line => {
    const line = contract.model.line(id);
    if (line === undefined) throw new Error(`The model has no line ${id}.`);
    return line;
  };
  let results: readonly StepResult[];
  let live: readonly (readonly unknown[])[];
  let file: Uint8Array;

  beforeAll(async () => {
    const host = await openHost();
    try {
      await newModel('transition');
      await host.idle();
      live = await summaryOf(host);
      const outcome = await handOff({ turnModel: true, native: nativeByCalls(nativeReading), by: 'Ada' });
      if (outcome.kind !== 'done') throw new Error(outcome.sentence);
      file = await downloadXlsx(host.workbench);
      const parts = partsOf(file);
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

  testPrinted(
    'on paper, every page has its heads and its number, nothing is blank, and no figure is cut',
    () => {
      const pages = printedPages(file);
      const footers = pages.map((lines) => /^\s*(\S.*?)\s{2,}(\d+) of (\d+)$/.exec(lines.at(-1) ?? ''));
      const sheets = footers.map((footer) => footer?.[1] ?? '');
      expect(footers.map((footer) => [footer?.[2], footer?.[3]])).toEqual(
        pages.map((_lines, at) => [String(at + 1), String(pages.length)]),
      );
      // Each sheet in one piece, in the order of the tabs.
      const turns = sheets.filter((sheet, at) => sheet !== sheets[at - 1]);
      expect(turns).toEqual(PRINTED.map(({ sheet }) => sheet));
      for (const { sheet, title, heads, most } of PRINTED) {
        const own = pages.filter((_lines, at) => sheets[at] === sheet);
        expect([sheet, own.length <= most]).toEqual([sheet, true]);
        const cut = own.flat().filter((line) => line.includes('###'));
        expect([sheet, cut]).toEqual([sheet, []]);
        // Rows and columns that repeat, and more below them.
        const bare = own.filter(
          (lines) =>
            !lines[0]?.trim().startsWith(title) ||
            !heads.every((head) => lines.some((line) => line.trim().startsWith(head))) ||
            lines.length < heads.length + 3,
        );
        expect([sheet, bare]).toEqual([sheet, []]);
      }
    },
  );

  test('the charts name their months, show millions, and hold the values of their cells', () => {
    const parts = partsOf(file);
    expect(faultsOf(file)).toEqual([]);
    const charts = Object.entries(parts).filter(([path]) => path.startsWith('xl/charts/'));
    expect(charts).toHaveLength(4);
    for (const [, chart] of charts) {
      const isByYear = chart.includes('Cost by calendar year');
      const [, categories = ''] = /<c:cat>([^]*?)<\/c:cat>/.exec(chart) ?? [];
      const points = [...categories.matchAll(/<c:v>(\d+)<\/c:v>/g)].map(([, value]) => Number(value));
      expect(points).toEqual(
        isByYear ? YEARS : contract.evaluation(0).series(lineOf('time.start')).map(Number),
      );
      const [, ofCategories, ofValues] =
        /<c:catAx>[^]*?<c:numFmt formatCode="([^"]*)"[^]*?<c:valAx>[^]*?<c:numFmt formatCode="([^"]*)"/.exec(
          chart,
        ) ?? [];
      expect([ofCategories, ofValues]).toEqual([isByYear ? 'General' : 'yyyy-mm', '#,##0,,&quot;M&quot;']);
      expect(chart).not.toContain('<a:t/>');
    }
    const billed = /<c:val>[^]*?<\/c:val>/.exec(charts[0]?.[1] ?? '')?.[0] ?? '';
    const values = [...billed.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value));
    const expected = contract.evaluation(0).series(lineOf('total.billed')).map(Number);
    expect(values).toHaveLength(expected.length);
    values.forEach((value, month) => expect(value / (expected[month] ?? NaN)).toBeCloseTo(1, 9));
  });
});
