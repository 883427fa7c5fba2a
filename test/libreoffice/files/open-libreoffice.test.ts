import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadXlsx } from '../../../packages/workbench/src/headless/download-xlsx';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { refreshModel } from '../../../src/workbook/model-sheets/write/refresh-model';
import { insertSample } from '../../../src/workbook/sample/insert-sample';
import { contents, type Contents } from '../../workbook/hand-off/workbook-cells';
import { openHost } from '../../workbook/host';
import { errorsOf, sheetCells } from '../../workbook/model-sheets/sheet-cells';
import { describeWithLibreOffice } from '../libre-office';

/** The file as LibreOffice opens it and saves it again. */
function savedByLibreOffice(file: Uint8Array): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'saved-'));
  try {
    const [from, to] = [path.join(folder, 'book.xlsx'), path.join(folder, 'out')];
    writeFileSync(from, file);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const run = spawnSync('soffice', [profile, '--headless', '--convert-to', 'xlsx', '--outdir', to, from], {
      encoding: 'utf8',
      timeout: 150_000,
    });
    if (run.status !== 0) throw new Error(`LibreOffice did not save the file: ${run.stderr}`);
    return readFileSync(path.join(to, 'book.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** LibreOffice saves 15 digits of a number; sums and differences of large amounts lose some of what is beyond. */
const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= A_HUNDREDTH_OF_A_CENT + Math.abs(a) * DIGITS_15
    : a === b;

const A_HUNDREDTH_OF_A_CENT = 1e-4;
const DIGITS_15 = 5e-15;

/** The cells that are not what they were. */
const differing = (before: Contents, after: Contents): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((sheet) => {
    const [was, is] = [before[sheet] ?? {}, after[sheet] ?? {}];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((address) => !isSame(was[address], is[address]))
      .map((address) => `${sheet}!${address}: ${String(was[address])} → ${String(is[address])}`);
  });

async function savedAnew(fill: () => Promise<unknown>) {
  const host = await openHost();
  await fill();
  const before = { formulas: await contents(host, 'formulas'), values: await contents(host, 'values') };
  const file = savedByLibreOffice(await downloadXlsx(host.workbench));
  host.close();
  return { before, file };
}

describeWithLibreOffice('a workbook that LibreOffice has saved opens', () => {
  test('the sample: every formula and every value', async () => {
    const { before, file } = await savedAnew(() => insertSample());
    const host = await openHost({ file });
    try {
      expect(host.workbench.leftOut).toEqual([]);
      expect(differing(before.formulas, await contents(host, 'formulas'))).toEqual([]);
      expect(differing(before.values, await contents(host, 'values'))).toEqual([]);
    } finally {
      host.close();
    }
  });

  test('a model: its checks pass, and Refresh knows it and finds nothing to change', async () => {
    const { before, file } = await savedAnew(() => newModel('transition'));
    const host = await openHost({ file });
    try {
      expect(host.workbench.leftOut).toEqual([]);
      const checks = await sheetCells(host, 'Checks');
      expect([checks.value('master.pass', 'E'), errorsOf(checks)]).toEqual([1, []]);
      expect(differing(before.values, await contents(host, 'values'))).toEqual([]);
      expect(await refreshModel()).toMatchObject({ kind: 'done', changed: [] });
      expect(differing(before.formulas, await contents(host, 'formulas'))).toEqual([]);
    } finally {
      host.close();
    }
  });
});
