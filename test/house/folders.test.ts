import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const HOUSE = ['src', 'packages', 'test', 'scripts', 'build', 'docs'];
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage']);

/** More than a reader takes in at a glance: the folder wants rooms. */
const MOST_FILES = 22;

/** Still to be divided. */
const EXCUSED: ReadonlySet<string> = new Set(['packages/workbench/test']);

/** A name that stands in several folders of one floor because the files are about the same thing. A folder stands for those below it. */
interface SharedPurpose {
  readonly folders: readonly string[];
  /** The names that are shared; left out, any. */
  readonly names?: readonly string[];
  readonly why: string;
}

const SHARED: readonly SharedPurpose[] = [
  {
    folders: ['src/functions'],
    names: ['function.ts', 'body.ts', 'header.ts', 'texts.ts', 'native.ts'],
    why: 'Each function has a folder, with the same files in it.',
  },
  {
    folders: ['src/functions/framework'],
    names: ['options.ts'],
    why: 'How options are read, and how their native reading finds them.',
  },
  {
    folders: ['src/terms/catalogue/sections', 'src/terms/catalogue/texts', 'src/terms/checks'],
    why: 'The terms of a section, what is said about them, and what must hold between them.',
  },
  {
    folders: ['src/contract/lines', 'src/contract/rules'],
    why: 'A part of the contract as lines of the model, and the same rule on plain quantities.',
  },
  {
    folders: ['test/contract/lines', 'test/contract/rules'],
    why: 'As in src/contract.',
  },
];

interface Folder {
  readonly name: string;
  readonly files: readonly string[];
}

function foldersBelow(root: string, name: string): Folder[] {
  const entries = readdirSync(path.join(root, name), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const inside = entries.filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name));
  return [{ name, files }, ...inside.flatMap((entry) => foldersBelow(root, `${name}/${entry.name}`))];
}

const tooFull = (folders: readonly Folder[]): string[] =>
  folders
    .filter(({ name, files }) => files.length > MOST_FILES && !EXCUSED.has(name))
    .map(
      ({ name, files }) =>
        `${name} holds ${files.length} files; at most ${MOST_FILES}: divide them into folders by what they are about.`,
    );

/** A floor: src/terms, test/browser, and each layer of the workbench. */
const floorOf = (folder: string): string | undefined =>
  /^(src|test)\/[^/]+|^packages\/[^/]+\/src\/[^/]+/.exec(folder)?.[0];

const isBelow = (folder: string, parent: string): boolean =>
  folder === parent || folder.startsWith(`${parent}/`);

const covers = ({ folders, names }: SharedPurpose, file: string, where: readonly string[]): boolean =>
  (names?.includes(file) ?? true) &&
  where.every((folder) => folders.some((parent) => isBelow(folder, parent)));

/** Where each name stands, floor by floor, for names that stand in more than one folder of a floor. */
function sharedNames(folders: readonly Folder[]): { file: string; where: string[] }[] {
  const places = new Map<string, { file: string; where: string[] }>();
  for (const { name, files } of folders) {
    const floor = floorOf(name);
    if (floor === undefined) continue;
    for (const file of files.filter((each) => /\.tsx?$/.test(each))) {
      const key = `${floor} ${file.replace(/x$/, '')}`;
      const place = places.get(key) ?? { file, where: [] };
      place.where.push(name);
      places.set(key, place);
    }
  }
  return [...places.values()].filter(({ where }) => where.length > 1);
}

function badNames(folders: readonly Folder[], shared: readonly SharedPurpose[]): string[] {
  const names = sharedNames(folders);
  const fresh = names
    .filter(({ file, where }) => !shared.some((purpose) => covers(purpose, file, where)))
    .map(({ file, where }) => `${file} stands in ${where.join(' and ')}: name each after what it is about.`);
  const idle = shared
    .filter((purpose) => !names.some(({ file, where }) => covers(purpose, file, where)))
    .map((purpose) => `A shared purpose is gone; take it out of the list: ${purpose.folders.join(', ')}`);
  return [...fresh, ...idle];
}

const house = HOUSE.flatMap((name) => foldersBelow(ROOT, name));

test('no folder holds more files than a reader takes in', () => {
  expect(tooFull(house)).toEqual([]);
});

test('files of one floor share a name only where they share a purpose', () => {
  expect(badNames(house, SHARED)).toEqual([]);
});

describe('planted faults', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'folders-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function plant(...files: readonly string[]): readonly Folder[] {
    for (const file of files) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), '');
    }
    return foldersBelow(root, files[0]?.split('/')[0] ?? '');
  }
  const many = (folder: string, count: number) =>
    Array.from({ length: count }, (_none, number) => `${folder}/file-${number}.ts`);

  test('a folder that is too full, however deep it lies', () => {
    expect(tooFull(plant(...many('src/terms/deep', MOST_FILES)))).toEqual([]);
    expect(tooFull(plant('src/terms/deep/one-more.ts'))).toEqual([
      expect.stringMatching(/^src\/terms\/deep holds 23 files; at most 22/),
    ]);
    expect(tooFull(plant(...many('src/terms/node_modules', 100))).length).toBe(1);
  });

  test('one name in two folders of a floor', () => {
    expect(
      badNames(plant('src/terms/a/plan.ts', 'src/contract/plan.ts', 'src/terms/c/other.ts'), []),
    ).toEqual([]);
    expect(badNames(plant('src/terms/b/deep/plan.tsx'), [])).toEqual([
      'plan.ts stands in src/terms/a and src/terms/b/deep: name each after what it is about.',
    ]);
  });

  test('one name beyond the folders or the names of a shared purpose', () => {
    const purpose = { folders: ['src/terms/a', 'src/terms/b'], names: ['plan.ts'], why: '' };
    expect(badNames(plant('src/terms/a/plan.ts', 'src/terms/b/plan.ts'), [purpose])).toEqual([]);
    expect(badNames(plant('src/terms/ab/plan.ts'), [purpose])).toHaveLength(2);
    rmSync(path.join(root, 'src/terms/ab'), { recursive: true });
    expect(badNames(plant('src/terms/a/other.ts', 'src/terms/b/other.ts'), [purpose])).toHaveLength(1);
  });

  test('a shared purpose that nothing shares any more', () => {
    expect(badNames(plant('src/terms/a/plan.ts'), [{ folders: ['src/terms'], why: '' }])).toEqual([
      'A shared purpose is gone; take it out of the list: src/terms',
    ]);
  });
});
