import { dayFromIso } from '../../src/base/calendar';
import { template } from '../../src/terms/templates/template';
import { openHeadless, type Headless } from '../../packages/workbench/src/headless/headless';
import about from '../../package.json';
import columns from '../oracle/columns.json';
import { REFERENCE_CASES, REFERENCE_SCENARIOS, referenceColumns } from '../terms/oracle';
import { read, write, type Value } from '../../packages/workbench/test/excel';
import { addinAsBuilt } from './host';

/** The add-in as built, over a Terms table in a sheet. */

const HEADERS = 4;
const MONTHS = 60;
const lineIds: Readonly<Record<string, string>> = columns;

let excel: Headless;
beforeAll(async () => {
  excel = await openHeadless({ addin: addinAsBuilt() });
  const terms = template('transition');
  await write(excel, `A1:${letters(terms[0]?.length ?? 0)}${terms.length}`, terms);
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.names.add(
      'Terms',
      sheet.getRange(`A1:${letters(terms[0]?.length ?? 0)}${terms.length}`),
    );
    context.workbook.worksheets.add('Schedule');
    await context.sync();
  });
});
afterAll(() => excel.close());

/** A column by its number: 27 is AA. */
const letters = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);

test.each(REFERENCE_CASES)(
  '=METER.SCHEDULE(Terms) in a cell is the reference table %s, every month',
  async (name) => {
    await write(excel, 'A1', `=METER.SCHEDULE(Terms,"${REFERENCE_SCENARIOS[name]}")`, 'Schedule');
    const block = await read(excel, `A1:${letters(HEADERS + MONTHS)}400`, 'Schedule');
    const [header = []] = block;
    expect(header.slice(0, HEADERS)).toEqual(['Line', 'Label', 'Unit', 'Total']);
    const byId = new Map(block.map((row) => [row[0], row]));
    const reference = referenceColumns(name);
    expect(header.slice(HEADERS)).toEqual(reference.get('start')?.map(dayFromIso));
    for (const [column, printed] of reference) {
      const row = byId.get(lineIds[column] ?? '') ?? [];
      const isAmount = row[2] === 'USD' || row[2] === 'tokens';
      for (const [month, text] of printed.entries()) {
        const expected = /^\d{4}-/.test(text) ? (dayFromIso(text) ?? NaN) : Number(text);
        expectCell(row[HEADERS + month], expected, isAmount ? 1e-6 : 1e-12, `${column}, month ${month}`);
      }
    }
  },
);

/** Amounts to a millionth or 1e-12 of their size, factors to the twelve decimals that the table prints. */
function expectCell(actual: Value | undefined, expected: number, digits: number, what: string): void {
  const allowed = Math.max(digits, Math.abs(expected) * 1e-12);
  if (typeof actual !== 'number' || !(Math.abs(actual - expected) <= allowed)) {
    throw new Error(`${what}: ${String(actual)} is not within ${allowed} of ${expected}`);
  }
}

test('TOTAL, EXPLAIN, CHECK and VERSION answer in cells', async () => {
  await write(excel, 'BA1', '=METER.TOTAL(Terms,"total.billed")');
  await write(excel, 'BC1', '=METER.EXPLAIN(Terms,"reserved.rate","2027-08-15")');
  await write(excel, 'BI1', '=METER.CHECK(Terms)');
  await write(excel, 'BA2', '=METER.VERSION()');
  const [[total], [version]] = (await read(excel, 'BA1:BA2')) as [Value[], Value[]];
  // Meterbook reference table, base case: total billed of all years.
  expectCell(total, 3996806029.890549, 1e-5, 'total billed');
  expect(version).toBe(about.version);
  expect((await read(excel, 'BC1:BG1'))[0]).toEqual(['Step', 'Formula', 'Value', 'Unit', 'Source']);
  const checks = (await read(excel, 'BI1:BO40')).filter(([name]) => name !== '');
  expect(checks[0]).toEqual(['Check', 'Kind', 'Value', 'Expected', 'Difference', 'Pass', 'Where']);
  expect(checks.filter((row) => row[1] === 'Error' && row[5] !== true)).toEqual([]);
  expect(checks.length).toBeGreaterThan(15);
});

test('a term that changes reaches the cells, and a mistake says where it is', async () => {
  const [header = []] = template('transition');
  const row = template('transition').findIndex((cells) => cells[2] === 'Horizon') + 1;
  const cell = `${letters(header.indexOf('Base') + 1)}${row}`;
  await write(excel, 'BA4', '=METER.TOTAL(Terms,"time.days")');
  expect(await read(excel, 'BA4')).toEqual([[1826]]);
  await write(excel, cell, 12);
  expect(await read(excel, 'BA4')).toEqual([[365]]);
  await write(excel, cell, 0);
  expect(await read(excel, 'BA4')).toEqual([['#VALUE!']]);
  expect(excel.workbench.cellError('Sheet1', 'BA4')).toMatch(
    new RegExp(
      `Terms, row ${row}, Base \\(Model \\| Horizon\\) is 0: it must be a whole number, from 1 to 600`,
    ),
  );
});
