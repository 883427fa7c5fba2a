import { bridgeBetween } from '../../src/analysis/bridge';
import { compareScenarios } from '../../src/analysis/comparison';
import { template } from '../../src/terms/templates/template';
import { NAMED_STYLES } from '../../src/workbook/cell-styles/named-styles';
import { writeComparison } from '../../src/workbook/comparison-sheet/write-comparison';
import { contractOf, placeOf, reference } from '../analysis/transition';
import { openHost, type Host } from './host';
import { undo } from './terms/terms-workbook';

/** The reference has six decimals; a cell keeps fifteen digits of billions. */
const TOLERANCE = 1e-5;
const expectReference = (actual: unknown, scenario: string, figure: string): void =>
  expect(Math.abs(Number(actual) - Number(reference(scenario, figure)))).toBeLessThan(TOLERANCE);

const values = template('transition');
const contract = contractOf(values);
const { table } = contract;
const NOW = new Date(2026, 10, 23, 5, 14);

const content = (names: readonly string[], against: number, from: string, to: string, figure?: string) => ({
  contract,
  values,
  comparison: compareScenarios(
    contract,
    names.map((name) => placeOf(table, name)),
    against,
  ),
  bridge: bridgeBetween(contract, placeOf(table, from), placeOf(table, to), figure),
  now: NOW,
});

const THREE = content(['Base', 'Delay 6 months', 'Denied'], 0, 'Base', 'Denied');
const TWO = content(['Base', 'Early exit'], 0, 'Base', 'Early exit');

let host: Host;
beforeEach(async () => {
  host = await openHost();
  await host.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.add('Terms');
    const range = sheet.getRangeByIndexes(2, 0, values.length, values[0]?.length ?? 0);
    range.values = values.map((row) => [...row]);
    sheet.tables.add(range, true).name = 'TermsTable';
    workbook.names.add('Terms', range);
    await context.sync();
  });
}, 60_000);
afterEach(() => host.close());

interface Cells {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  /** The row with an id in column D. */
  row(id: string): number;
  cell(id: string, column: string): unknown;
}

async function cellsOf(sheet: string): Promise<Cells> {
  await host.idle();
  return host.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange().getBoundingRect('A1');
    used.load('values,formulas');
    await context.sync();
    const cells = used.values as unknown[][];
    const row = (id: string) => {
      const at = cells.findIndex((line) => line[3] === id);
      if (at < 0) throw new Error(`No row ${id}.`);
      return at + 1;
    };
    return {
      values: cells,
      formulas: used.formulas as unknown[][],
      row,
      cell: (id, column) => cells[row(id) - 1]?.[column.charCodeAt(0) - 65],
    };
  });
}

const chartsOf = (sheet: string): Promise<string[][]> =>
  host.run(async (context) => {
    const { charts } = context.workbook.worksheets.getItem(sheet);
    charts.load('items/name,items/chartType');
    await context.sync();
    return charts.items.map(({ name, chartType }) => [name, chartType]);
  });

test('figures are formulas over the Terms, and equal the reference', async () => {
  expect(await writeComparison(THREE)).toEqual({
    kind: 'done',
    sheet: 'Comparison',
    sentence: 'Inserted the sheet Comparison.',
  });
  const sheet = await cellsOf('Comparison');
  const at = sheet.row('total.billed');
  expect(sheet.formulas[at - 1]?.[10]).toBe(`=METER.TOTAL(Terms,$D${at},K$${sheet.row('head.scenarios')})`);
  ['Base', 'Delay 6 months', 'Denied'].forEach((scenario, place) => {
    const column = 'JKL'.charAt(place);
    expect(sheet.cell('head.scenarios', column)).toBe(scenario);
    expectReference(sheet.cell('total.billed', column), scenario, 'total_billed');
    expectReference(sheet.cell('valuation.npv delta', column), scenario, 'npv_delta');
    expectReference(sheet.cell('price.effective', column), scenario, 'eff_per_m');
  });
  // 3896131503.890622 − 3996806029.890549, and as a part of the latter.
  expect(sheet.cell('absolute.total.billed', 'K')).toBeCloseTo(-100674525.999927, 5);
  expect(sheet.cell('relative.total.billed', 'K')).toBeCloseTo(-100674525.999927 / 3996806029.890549, 12);
  const errors = sheet.values.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('#'));
  expect(errors).toEqual([]);
});

test('every cell has a named style, and has one when it is written again', async () => {
  const unnamed = () => {
    const { book } = host.workbench;
    const sheetId = book.findSheet('Comparison') ?? '';
    return book.getters.getCells(sheetId).flatMap((cell): string[] => {
      const { styleName = 'Normal' } = (cell.style ?? {}) as { styleName?: string };
      const { row, col } = book.getters.getCellPosition(cell.id);
      const isShown = cell.isFormula || cell.content !== '';
      return isShown && !(styleName in NAMED_STYLES) ? [`R${row + 1}C${col + 1} ${styleName}`] : [];
    });
  };
  await writeComparison(THREE);
  await host.idle();
  expect(unnamed()).toEqual([]);
  await writeComparison(TWO);
  await host.idle();
  expect(unnamed()).toEqual([]);
});

test('the bridge adds up, says what it is a picture of, and has a native chart', async () => {
  await writeComparison(THREE);
  const sheet = await cellsOf('Comparison');
  expectReference(sheet.cell('bridge.start', 'G'), 'Base', 'total_billed');
  expectReference(sheet.cell('bridge.end', 'G'), 'Denied', 'total_billed');
  const [first, last] = [sheet.row('bridge.start'), sheet.row('bridge.end')];
  const amounts = sheet.values.slice(first - 1, last).map((row) => Number(row[6]));
  expect(amounts.length).toBeGreaterThan(3);
  const sum = amounts.slice(0, -1).reduce((total, amount) => total + amount, 0);
  expect(Math.abs(sum - (amounts.at(-1) ?? NaN))).toBeLessThan(TOLERANCE);
  expect(sheet.cell('bridge.start', 'H')).toBe(0);
  expect(sheet.cell('bridge.end', 'H')).toBe(0);
  expect(sheet.cell('bridge.stamp', 'E')).toMatch(
    /^2026-11-23 05:14 \(terms, SHA-256: Base [0-9a-f]{12}; Denied [0-9a-f]{12}\)/,
  );
  // What is stacked comes back to the levels: not seen, rise and fall of a step lie between its two ends.
  for (let row = first + 1; row < last; row += 1) {
    const cells = sheet.values[row - 1] ?? [];
    const [before, amount] = [Number(cells[8]), Number(cells[6])];
    const [hidden, , rise, , fall] = cells.slice(10, 15).map(Number);
    expect(hidden).toBeCloseTo(Math.min(before, before + amount), 3);
    expect((rise ?? 0) + (fall ?? 0)).toBeCloseTo(Math.abs(amount), 3);
  }
  expect(await chartsOf('Comparison')).toEqual([['Meterbook bridge', 'ColumnStacked']]);
});

test('steps across 0 are drawn on both sides of it', async () => {
  const crossing = {
    ...TWO,
    bridge: {
      ...TWO.bridge,
      start: TWO.bridge.start.times(0).plus(-50),
      end: TWO.bridge.start.times(0).plus(20),
      steps: [
        { ...TWO.bridge.steps[0], amount: TWO.bridge.start.times(0).plus(70) },
      ] as typeof TWO.bridge.steps,
    },
  };
  await writeComparison(crossing);
  const sheet = await cellsOf('Comparison');
  const row = sheet.values[sheet.row('bridge.step 1') - 1] ?? [];
  expect(row.slice(10, 16)).toEqual([0, 0, 20, -50, 0, 0]);
});

test('a term changed afterwards changes the figures, and the bridge says that it is old', async () => {
  await writeComparison(THREE);
  const header = values[0] ?? [];
  const row = values.findIndex((cells) => cells[0] === 'Behaviour' && cells[2] === 'Efficiency cut');
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Terms');
    sheet.getRange('A3').getCell(row, header.indexOf('Base')).values = [[0]];
    await context.sync();
  });
  const sheet = await cellsOf('Comparison');
  expect(Number(sheet.cell('total.billed', 'J'))).toBeGreaterThan(3996806029.890549);
  expect(sheet.cell('bridge.start', 'H')).toBe(1);
  expect(sheet.cell('bridge.start', 'G')).toBeCloseTo(3996806029.890549, 5);
  expect(sheet.values[1]?.[2]).toBe('A check is not 0');
});

test('written again it is brought up to date where it stands, whatever it is called by then', async () => {
  await writeComparison(THREE);
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Comparison');
    sheet.name = 'For the board';
    sheet.getRange('1:2').insert('Down');
    await context.sync();
    sheet.getRange('A1').values = [['My heading']];
    await context.sync();
  });
  expect(await writeComparison(TWO)).toEqual({
    kind: 'done',
    sheet: 'For the board',
    sentence: 'Brought the sheet For the board up to date.',
  });
  expect(await host.sheetNames()).toEqual(['Sheet1', 'Terms', 'For the board']);
  const sheet = await cellsOf('For the board');
  expect(sheet.values[0]?.[0]).toBe('My heading');
  expect(sheet.row('sheet.title')).toBe(3);
  expectReference(sheet.cell('total.billed', 'K'), 'Early exit', 'total_billed');
  expect(sheet.cell('total.billed', 'L')).toBe('');
  expect(sheet.cell('bridge.end', 'H')).toBe(0);
  expect(await writeComparison(TWO)).toMatchObject({ kind: 'done' });
  expect(await chartsOf('For the board')).toHaveLength(1);
});

test('a sheet of that name that is somebody’s own is not touched', async () => {
  await host.write('Comparison', 'A1:B1', [['My own', '=1+1']]);
  expect(await writeComparison(TWO)).toMatchObject({ sheet: 'Comparison (2)' });
  expect((await host.read('Comparison', 'A1:B1')).formulas).toEqual([['My own', '=1+1']]);
});

test('what a person changed inside it is asked about first; what stands in the way is never overwritten', async () => {
  await writeComparison(TWO);
  const written = await cellsOf('Comparison');
  const at = `K${written.row('head.scenarios')}`;
  await host.write('Comparison', at, [['Denied']]);
  expect(await writeComparison(TWO)).toEqual({
    kind: 'changed',
    sheet: 'Comparison',
    sentence: 'The sheet Comparison has been changed since it was written. Nothing was written.',
  });
  expect(await host.value('Comparison', at)).toBe('Denied');
  expect(await writeComparison(TWO, { overwrite: true })).toMatchObject({ kind: 'done' });
  expect(await host.value('Comparison', at)).toBe('Early exit');

  const below = written.row('bridge.end') + 23;
  await host.write('Comparison', `C${below}`, [['My note']]);
  const refused = await writeComparison(THREE, { overwrite: true });
  expect(refused).toEqual({
    kind: 'refused',
    sentence: `The sheet Comparison has something of yours in C${below}, where the comparison needs room. Move it, then try again.`,
  });
  expect(await host.value('Comparison', `C${below}`)).toBe('My note');
});

test('a protected sheet stays as it is', async () => {
  await writeComparison(TWO);
  await host.run(async (context) => {
    context.workbook.worksheets.getItem('Comparison').protection.protect();
    await context.sync();
  });
  expect(await writeComparison(THREE)).toEqual({
    kind: 'refused',
    sentence:
      'The sheet Comparison is protected, and nothing was written. Choose Review > Unprotect Sheet, then try again.',
  });
});

test('one step of undo takes all of it away', async () => {
  await writeComparison(THREE);
  await host.idle();
  await undo(host);
  expect(await host.sheetNames()).toEqual(['Sheet1', 'Terms']);
});
