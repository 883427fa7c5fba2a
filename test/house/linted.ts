import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** The rules of lint that each snippet breaks, as if it were all that its file holds; by one run of the linter. */
export function brokenRules(snippets: readonly (readonly [file: string, code: string])[]): string[][] {
  const result = spawnSync(process.execPath, ['test/house/lint-texts.mjs'], {
    cwd: ROOT,
    input: JSON.stringify(snippets),
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as string[][];
}
