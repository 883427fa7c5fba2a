import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { name } from '../../package.json';

const ROOT = path.resolve(__dirname, '../..');
const NOT_OURS = new Set(['node_modules', 'dist']);

const manifest = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
const namespace = /id="\w+\.Namespace" DefaultValue="(\w+)"/.exec(manifest)?.[1] ?? '';

/** The add-in's name in any case, and its namespace as formulas and files write it. */
const OURS = new RegExp(`${name}|(?<![A-Za-z])${namespace}(?![A-Za-z])`);
const OUR_NAME = new RegExp(name, 'i');

/** Files and folders that name this add-in, in their own name or within. */
function mentions(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    if (OUR_NAME.test(entry.name)) return [at];
    if (entry.isDirectory()) return mentions(at);
    const text = readFileSync(at, 'latin1');
    return OURS.test(text) || OUR_NAME.test(text) ? [at] : [];
  });
}

test('the workbench names no add-in', () => {
  expect(namespace).toBe('METER');
  expect(mentions(path.join(ROOT, 'packages/workbench'))).toEqual([]);
});

describe('a name that is planted is found', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'names-'));
    mkdirSync(path.join(folder, 'src/book'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ['src/book/cell.ts', '// Formulas of Meterbook'],
    ['src/book/cell.ts', "const formula = '=METER.VERSION()';"],
    ['src/book/cell.ts', "const stored = '_xldudf_METER_VERSION()';"],
    ['meterbook.json', '{}'],
  ])('%s: %s', (file, text) => {
    writeFileSync(path.join(folder, file), text);
    expect(mentions(folder)).toEqual([path.join(folder, file)]);
  });

  test('a parameter is no name', () => {
    writeFileSync(path.join(folder, 'src/book/cell.ts'), 'const PARAMETER = { parameters: [] };');
    expect(mentions(folder)).toEqual([]);
  });
});
