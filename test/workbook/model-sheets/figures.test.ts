import { dayFromIso } from '../../../src/base/calendar';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import type { ModelOutcome, Progress } from '../../../src/workbook/model-sheets/plan/outcome';
import { expectClose, referenceRows } from '../../functions/terms/reference';
import columns from '../../oracle/columns.json';
import { REFERENCE_CASES, REFERENCE_SCENARIOS, referenceColumns } from '../../terms/oracle';
import { openHost, type Host } from '../host';
import { chooseScenario, errorsOf, sheetCells } from './sheet-cells';

const lineIds = columns as Readonly<Record<string, string>>;
const SHEETS = ['Cover', 'Terms', 'Schedule', 'Summary', 'Tranches', 'Checks'];
const MONTHS = 60;

/** Rows of the comparison and headline, by the columns of scenarios.csv. */
const TOTALS: Readonly<Record<string, string>> = {
  reserved_billed: 'reserved.billed',
  reserved_effective: 'reserved.effective',
  overage_cost: 'reserved.overflow cost',
  net_a: 'token.net',
  cost_b_total: 'vendor.cost',
  true_up: 'commitment.true-up',
  token_cost: 'token.cost',
  total_billed: 'total.billed',
  total_effective: 'total.effective',
  cf_cost: 'counterfactual.cost',
  cs_cost: 'same volume.cost',
  reserved_unused: 'reserved.unused',
  etf: 'reserved.termination fee',
  delta: 'comparison.delta',
  behaviour_effect: 'comparison.behaviour',
  tariff_effect: 'comparison.tariff',
  input_tokens: 'usage.tokens',
  iet: 'usage.iet',
  eff_per_m: 'price.effective',
};
const HEADLINES: Readonly<Record<string, string>> = {
  total_billed: 'headline.billed',
  npv_billed: 'headline.npv',
  cf_cost: 'headline.reserved',
  delta: 'headline.delta',
  npv_delta: 'headline.npv delta',
  eff_per_m: 'headline.price',
  capital_expected: 'headline.capital expected',
  capital_max: 'headline.capital maximum',
};
const COMPARED: Readonly<Record<string, string>> = {
  total_billed: 'total.billed',
  total_effective: 'total.effective',
  cf_cost: 'counterfactual.cost',
  delta: 'comparison.delta',
  npv_billed: 'valuation.npv billed',
  npv_delta: 'valuation.npv delta',
  eff_per_m: 'price.effective',
  input_tokens: 'usage.tokens',
  reserved_unused: 'reserved.unused',
  true_up: 'commitment.true-up',
  capital_expected: 'capital.flow[expected]',
  capital_max: 'capital.flow[maximum]',
  capital_to_spend_expected: 'capital.to spend expected',
};

let host: Host;
let outcome: ModelOutcome;
const progress: Progress[] = [];

beforeAll(async () => {
  host = await openHost();
  outcome = await newModel('transition', { onProgress: (step) => progress.push(step) });
}, 120_000);
afterAll(() => host.close());

test('says which sheets it inserted, in the order of their tabs, and shows the Cover', async () => {
  expect(outcome).toEqual({
    kind: 'done',
    sheets: SHEETS,
    computed: SHEETS.filter((name) => name !== 'Terms'),
    asking: [],
    formBefore: 'live',
    changed: [],
    sentence: 'Inserted the sheets Cover, Terms, Schedule, Summary, Tranches and Checks.',
  });
  expect(await host.sheetNames()).toEqual(['Sheet1', ...SHEETS]);
  const active = await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    return sheet.name;
  });
  expect(active).toBe('Cover');
});

test('reports its progress from nothing to done', () => {
  const shares = progress.map(({ done }) => done);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  expect(progress.map(({ text }) => text)).toContain('Writing Schedule');
});

test.each(SHEETS)('%s: no cell shows an error', async (sheet) => {
  expect(errorsOf(await sheetCells(host, sheet))).toEqual([]);
});

test('every check passes, and every sheet says so', async () => {
  const checks = await sheetCells(host, 'Checks');
  expect(checks.value('master.pass', 'E')).toBe(1);
  for (const sheet of ['Cover', 'Schedule', 'Summary', 'Tranches', 'Checks']) {
    expect((await sheetCells(host, sheet)).value('sheet.state', 'G')).toBe('All checks pass');
  }
});

describe.each(REFERENCE_CASES)('the scenario of the reference table %s in force', (name) => {
  const reference = referenceColumns(name);
  const place = REFERENCE_CASES.indexOf(name);

  beforeAll(async () => {
    await chooseScenario(host, REFERENCE_SCENARIOS[name]);
    await host.idle();
  });

  test('the Schedule has every figure of every month', async () => {
    const schedule = await sheetCells(host, 'Schedule');
    const tranches = await sheetCells(host, 'Tranches');
    for (const [column, printed] of reference) {
      const id = lineIds[column] ?? '';
      const sheet = id.startsWith('capital.') ? tranches : schedule;
      const series = sheet.series(id);
      expect(printed).toHaveLength(MONTHS);
      const isAmount = Math.max(...printed.map((text) => Math.abs(Number(text)))) > 1000;
      printed.forEach((text, month) => {
        const expected = /^\d{4}-/.test(text) ? (dayFromIso(text) ?? NaN) : Number(text);
        expectClose(series[month], expected, `${column} in month ${month}`, isAmount ? 1e-6 : 1e-12);
      });
    }
    expect(schedule.series('axis.start').slice(0, MONTHS)).toEqual(reference.get('start')?.map(dayFromIso));
  });

  test('native totals, the headline and the comparison equal the reference totals', async () => {
    const totals = referenceRows('scenarios.csv')[place] ?? {};
    const schedule = await sheetCells(host, 'Schedule');
    const summary = await sheetCells(host, 'Summary');
    for (const [column, id] of Object.entries(TOTALS)) {
      expectClose(schedule.value(id, 'G'), Number(totals[column]), `${column}, column G`);
    }
    for (const [column, id] of Object.entries(HEADLINES)) {
      expectClose(summary.value(id, 'E'), Number(totals[column]), `${column}, headline`);
    }
    const scenarios = summary.series('head.scenarios');
    const at = scenarios.indexOf(REFERENCE_SCENARIOS[name] ?? 'Base');
    for (const [column, id] of Object.entries(COMPARED)) {
      expectClose(summary.series(id)[at], Number(totals[column]), `${column}, compared`);
    }
    for (const basis of ['effective', 'billed']) {
      const [date = ''] = /\d{4}-\d\d-\d\d/.exec(totals[`crossover_${basis}`] ?? '') ?? [];
      const first = dayFromIso(date);
      expect(summary.value(`headline.crossing ${basis}`, 'E')).toBe(first ?? 'none');
    }
  });

  test('all checks pass', async () => {
    expect((await sheetCells(host, 'Checks')).value('master.pass', 'E')).toBe(1);
  });
});

describe('in Base', () => {
  beforeAll(async () => {
    await chooseScenario(host, '');
    await host.idle();
  });

  test('the calendar years equal the reference table of years', async () => {
    const summary = await sheetCells(host, 'Summary');
    const heads = summary.series('head.year');
    for (const year of referenceRows('base-annual.csv')) {
      for (const [column, text] of Object.entries(year)) {
        const id = `year.${lineIds[column] ?? ''}`;
        if (!summary.rows.has(id)) continue;
        const actual =
          year['year'] === 'total'
            ? summary.value(id, 'G')
            : summary.series(id)[heads.indexOf(Number(year['year']))];
        expectClose(actual, Number(text), `${column} in ${year['year'] ?? ''}`);
      }
    }
    const covered = Object.keys(referenceRows('base-annual.csv')[0] ?? {}).filter((column) =>
      summary.rows.has(`year.${lineIds[column] ?? ''}`),
    );
    expect(covered.length).toBeGreaterThanOrEqual(11);
  });

  test('each tranche equals the reference table of tranches', async () => {
    const tranches = await sheetCells(host, 'Tranches');
    const rows = referenceRows('tranches.csv').filter(({ mode }) => mode === 'unconditional');
    expect(rows.map(({ id }) => id)).toEqual(['C1', 'C2', 'K1', 'K2', 'K3', 'K4']);
    for (const row of rows) {
      const id = row['id'] ?? '';
      expect(tranches.value(`tranche.date[${id}]`, 'E')).toBe(dayFromIso(row['date'] ?? ''));
      expectClose(tranches.value(`tranche.amount[${id}]`, 'E'), Number(row['amount']), `${id} amount`);
      expectClose(tranches.value(`tranche.expected[${id}]`, 'G'), Number(row['expected']), `${id} expected`);
      // The reference table prints the factor with twelve decimals and the present value with all its digits.
      expectClose(
        tranches.value(`tranche.present value[${id}]`, 'G'),
        Number(row['pv_expected']),
        `${id} present value`,
      );
    }
  });

  test('one formula fills a block; everything else is native', async () => {
    const schedule = await sheetCells(host, 'Schedule');
    const ours = schedule.formulas.flat().filter((cell) => String(cell).startsWith('=METER.'));
    const blocks = [...schedule.rows.keys()].filter((id) => id.startsWith('months.'));
    expect(ours).toHaveLength(blocks.length);
    expect(ours.length).toBeLessThan(16);
  });

  test('a row of formulas is one formula, copied right unchanged', async () => {
    for (const sheet of ['Schedule', 'Summary', 'Tranches']) {
      const { formulas, rows } = await sheetCells(host, sheet);
      for (const [id, row] of rows) {
        const cells = (formulas[row - 1] ?? [])
          .slice(9)
          .map(String)
          .filter((cell) => cell.startsWith('='));
        if (cells.length < 2 || id.startsWith('head.')) continue;
        const relative = cells.map((cell, place) => relativeTo(cell, 9 + place));
        expect([sheet, id, new Set(relative).size]).toEqual([sheet, id, 1]);
      }
    }
  });
});

/** A formula with its relative columns counted from its own: two copies of one formula read the same. */
const relativeTo = (formula: string, column: number): string =>
  formula.replaceAll(/(?<![A-Za-z$."_])([A-Z]{1,3})(?=\$?\d+\b(?!\())/g, (letters) => {
    const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return `C[${place - column}]`;
  });
