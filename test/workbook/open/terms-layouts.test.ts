import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { template } from '../../../src/terms/templates/template';
import { TERMS_LAYOUT } from '../../../src/terms/templates/layout';
import { refreshModel } from '../../../src/workbook/model-sheets/write/refresh-model';
import { cellsOf, partsOf, sheetNames } from '../../../packages/workbench/test/xlsx-faults';
import { contents } from '../hand-off/workbook-cells';
import { openHost, type Host } from '../host';
import { sheetCells } from '../model-sheets/sheet-cells';

const FOLDER = path.join(__dirname, 'terms-layouts');
const fileOf = (layout: number): string => `terms-layout-${layout}.xlsx`;
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));

const openFile = (name: string): Promise<Host> =>
  openHost({ file: new Uint8Array(readFileSync(path.join(FOLDER, name))) });

/** The numbers that a file holds, of formulas and of what they spill into, by sheet and address. */
function storedNumbers(name: string): Record<string, Record<string, number>> {
  const parts = partsOf(new Uint8Array(readFileSync(path.join(FOLDER, name))));
  return Object.fromEntries(
    sheetNames(parts).map((sheet, at) => [
      sheet,
      Object.fromEntries(
        cellsOf(parts[`xl/worksheets/sheet${at}.xml`] ?? '')
          .filter(({ type, value }) => type === 'n' && value !== undefined && value !== '')
          .map(({ address, value }) => [address, Number(value)]),
      ),
    ]),
  );
}

/** In another version of the grid a sum may end on another last digit. */
const isSame = (value: unknown, saved: number): boolean =>
  typeof value === 'number' && Math.abs(value - saved) <= 1e-9 * Math.max(1, Math.abs(saved));

test('there is a workbook of every layout up to the present one', () => {
  const layouts = Array.from({ length: TERMS_LAYOUT }, (_, index) => fileOf(index + 1));
  expect(FILES.sort()).toEqual(layouts.sort());
});

test('the present layout has the columns of its workbook; with other columns it is another layout', async () => {
  const host = await openFile(fileOf(TERMS_LAYOUT));
  try {
    const { table } = await host.run(async (context) => {
      const header = context.workbook.tables.getItem('TermsTable').getHeaderRowRange().load('values');
      await context.sync();
      return { table: header.values[0] };
    });
    expect(table).toEqual(template('commitment-decision')[0]);
  } finally {
    host.close();
  }
});

describe.each(FILES)('%s', (name) => {
  let host: Host;
  beforeAll(async () => {
    host = await openFile(name);
    await host.idle();
  });
  afterAll(() => host.close());

  test('opens with nothing left out, and every check passes', async () => {
    expect(host.workbench.leftOut).toEqual([]);
    const checks = await sheetCells(host, 'Checks');
    expect([checks.value('master.pass', 'E'), checks.value('sheet.state', 'G')]).toEqual([
      1,
      'All checks pass',
    ]);
  });

  test('computes every number that the file was saved with', async () => {
    const values = await contents(host, 'values');
    // A check shows the place where it holds least: among places where it holds exactly, that is no figure of the contract.
    const stored = Object.entries(storedNumbers(name)).filter(([sheet]) => sheet !== 'Checks');
    expect(stored.flatMap(([, cells]) => Object.keys(cells)).length).toBeGreaterThan(1000);
    const differing = stored.flatMap(([sheet, cells]) =>
      Object.entries(cells)
        .filter(([address, saved]) => !isSame(values[sheet]?.[address], saved))
        .map(([address, saved]) => `${sheet}!${address}: ${saved} → ${String(values[sheet]?.[address])}`),
    );
    expect(differing).toEqual([]);
  });

  test('is brought up to date by Refresh, and passes its checks after that', async () => {
    expect(await refreshModel()).toMatchObject({ kind: 'done' });
    expect((await sheetCells(host, 'Checks')).value('master.pass', 'E')).toBe(1);
  });
});
