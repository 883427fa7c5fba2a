import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a cell holds after recalculation; null for an error. */
export type Computed = number | string | null;

export interface Step {
  readonly set: readonly (readonly [sheet: string, address: string, value: number | string])[];
  readonly read: readonly string[];
}

export interface Job {
  readonly parts: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** Rows from the top of each sheet that a step asked for. */
export type StepResult = Readonly<Record<string, readonly (readonly Computed[])[]>>;

const PYTHON = '/usr/bin/python3';

export const isInstalled = (): boolean =>
  spawnSync('soffice', ['--version']).status === 0 && spawnSync(PYTHON, ['-c', 'import uno']).status === 0;

/** Tests that need LibreOffice: skipped, and said to be, on a machine without it; on one that checks changes they fail. */
export function describeWithLibreOffice(name: string, tests: () => void): void {
  if (isInstalled() || process.env['CI']) describe(name, tests);
  else describe.skip(`${name} (skipped: LibreOffice with python3-uno is not installed)`, tests);
}

/** Recalculates workbooks in one run of LibreOffice. */
export function recalculate(jobs: readonly Job[]): StepResult[][] {
  const folder = mkdtempSync(path.join(tmpdir(), 'meterbook-native-'));
  try {
    const [jobsFile, resultsFile] = [path.join(folder, 'jobs.json'), path.join(folder, 'results.json')];
    writeFileSync(jobsFile, JSON.stringify(jobs));
    execFileSync(PYTHON, [path.join(__dirname, 'recalculate.py'), jobsFile, resultsFile], { stdio: 'pipe' });
    return JSON.parse(readFileSync(resultsFile, 'utf8')) as StepResult[][];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
