import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withTables } from '../../src/functions/catalogue/docs-page';
import { documentation } from '../../src/functions/catalogue/documentation';
import {
  exportOfFolder,
  folderOfId,
  idOfFolder,
  inOrder,
  registryFiles,
} from '../../src/functions/catalogue/registry-source';
import { lockedId, UNWRITTEN } from '../../src/functions/catalogue/released';

const root = path.join(__dirname, '..', '..');
const functions = path.join(root, 'src', 'functions');
const folders = readdirSync(functions).filter((name) =>
  existsSync(path.join(functions, name, 'function.ts')),
);
const released = readFileSync(path.join(__dirname, 'ids.lock'), 'utf8').trim().split(/\r?\n/).map(lockedId);

test.each(registryFiles(inOrder(folders, released)).map(({ name, source }) => [name, source] as const))(
  '%s holds the folders of today (npm run generate)',
  (name, source) => {
    expect(readFileSync(path.join(functions, 'catalogue', name), 'utf8')).toBe(source);
  },
);

test('README.md lists the functions of today (npm run generate)', () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  expect(withTables(readme, documentation)).toBe(readme);
});

test('a README without a place for the functions is refused', () => {
  expect(() => withTables('# Meterbook', documentation)).toThrow('README.md has no place for the functions.');
});

test('released functions keep their order; new ones stand behind them by name', () => {
  expect(inOrder(['a-new', 'total', 'b-new', 'check'], ['TOTAL', 'CHECK'])).toEqual([
    'total',
    'check',
    'a-new',
    'b-new',
  ]);
});

test('folder, id and export of a function are one name in three spellings', () => {
  for (const folder of folders) expect(folderOfId(idOfFolder(folder))).toBe(folder);
  expect(idOfFolder('take-or-pay')).toBe('TAKE_OR_PAY');
  expect(exportOfFolder('take-or-pay')).toBe('takeOrPay');
  expect(exportOfFolder('price-2x')).toBe('price2x');
});

/** The three stay apart so that Excel reads no text before a cell computes. */
test('the list of the functions leads to no texts and no native formulas', () => {
  const [list, ...others] = registryFiles(folders);
  expect(list?.source).not.toMatch(/\/(texts|native)'/);
  expect(others.map(({ source }) => /\/(texts|native)'/.test(source))).toEqual([true, true]);
});

/** Files of a function that npm run new:function wrote, and their lines that nobody has written since. */
const unwritten = (folder: string): string[] =>
  [
    ...['function.ts', 'texts.ts', 'native.ts'].map((file) => `src/functions/${folder}/${file}`),
    `test/functions/${folder}.test.ts`,
  ]
    .filter((file) => existsSync(path.join(root, file)))
    .flatMap((file) =>
      readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => (line.includes(UNWRITTEN) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
    );

test('nothing of the scaffold is left to be written', () => {
  expect(folders.flatMap(unwritten)).toEqual([]);
});
