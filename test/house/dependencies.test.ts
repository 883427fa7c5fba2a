import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

interface Package {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  allowScripts?: Record<string, boolean>;
  hasInstallScript?: boolean;
  version?: string;
  license?: string;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const own = readJson('package.json') as Package;
const workbench = readJson('packages/workbench/package.json') as Package;
const lock = (readJson('package-lock.json') as { packages: Record<string, Package> }).packages;
const nameOf = (place: string): string =>
  place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('dependencies', () => {
  test('every one is pinned exactly', () => {
    const wanted = [own, workbench]
      .flatMap(({ dependencies, devDependencies }) => [dependencies, devDependencies])
      .flatMap((each) => Object.entries(each ?? {}));
    const loose = wanted.filter(
      ([, range]) => !/^(npm:typescript@)?\d+\.\d+\.\d+$|^file:tools\//.test(range),
    );
    expect(loose).toEqual([]);
  });

  test('what the add-in and the workbench both name, they name in one version', () => {
    const ours = { ...own.dependencies, ...own.devDependencies };
    const theirs = { ...workbench.dependencies, ...workbench.devDependencies };
    const apart = Object.entries(theirs).filter(
      ([name, version]) => ours[name] !== undefined && ours[name] !== version,
    );
    expect(apart).toEqual([]);
  });

  test("Microsoft's office.js, the workbench and its grid serve development only", () => {
    for (const name of ['@microsoft/office-js', 'office-js-workbench']) {
      expect(own.devDependencies).toHaveProperty([name]);
      expect(own.dependencies).not.toHaveProperty([name]);
    }
    for (const name of ['@odoo/o-spreadsheet', '@odoo/owl']) {
      expect(workbench.dependencies).toHaveProperty([name]);
      expect(own).not.toHaveProperty(['dependencies', name]);
      expect(own).not.toHaveProperty(['devDependencies', name]);
    }
    expect(workbench.peerDependencies).toHaveProperty(['@microsoft/office-js']);
    expect(workbench.dependencies).not.toHaveProperty(['@microsoft/office-js']);
  });

  test('no install script runs', () => {
    expect(readFileSync(path.join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
    const withScript = Object.entries(lock)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([place]) => nameOf(place));
    expect(withScript.filter((name) => own.allowScripts?.[name] !== false && name !== 'fsevents')).toEqual(
      [],
    );
  });

  test('the lock file has every platform build that a package offers', () => {
    const places = new Set(Object.keys(lock).map(nameOf));
    const holes = Object.entries(lock).flatMap(([place, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !places.has(name))
        .map((name) => `${nameOf(place)} → ${name}`),
    );
    expect(holes).toEqual([]);
  });

  test('nothing is under the GPL, and the LGPL only in the workbench', () => {
    const copyleft = Object.entries(lock)
      // "BSD OR GPL" leaves the choice to us.
      .filter(([, entry]) => /GPL/i.test(entry.license ?? '') && !/ OR /.test(entry.license ?? ''))
      .map(([place]) => nameOf(place));
    const chosen = new Set(['@odoo/o-spreadsheet', '@odoo/owl']);
    expect(copyleft.filter((name) => !chosen.has(name))).toEqual([]);
    expect(Object.keys(own.dependencies ?? {}).filter((name) => copyleft.includes(name))).toEqual([]);
  });
});
