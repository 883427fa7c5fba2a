import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface KnownCircle {
  readonly files: readonly string[];
  readonly runs?: true;
}
interface Circles {
  refusedCircles(root: string, known?: readonly KnownCircle[]): string[];
}

const { refusedCircles } = jest.requireActual<Circles>('../../scripts/import-circles.js');

test('no files import each other, but for the known circles, each of which is there', () => {
  expect(refusedCircles(path.resolve(__dirname, '../..'))).toEqual([]);
});

/** What is said of a house of these files alone. */
function refusedAmong(files: Readonly<Record<string, string>>, known: readonly KnownCircle[] = []): string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'circles-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    }
    return refusedCircles(root, known);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const RUNNING = {
  'src/a/one.ts': "import { two } from '../b/two';\nexport const one = () => two;",
  'src/b/two.ts': "export { three as two } from './three';",
  'src/b/three.tsx': "export const three = () => import('../a/one');",
};
const OF_TYPES = {
  'src/one.ts': "import type { Two } from './two';\nexport interface One { two: Two }\nexport const one = 1;",
  'src/two.ts': "import { one } from './one';\nexport type Two = typeof one;",
};

describe('a planted circle is refused, with the way that it takes', () => {
  test.each([
    [
      'by import, re-export and a chunk that is fetched later',
      RUNNING,
      ['Files import each other in a circle: src/a/one.ts → src/b/two.ts → src/b/three.tsx → src/a/one.ts'],
    ],
    [
      'of types on one of its ways',
      OF_TYPES,
      ["Files import each other's types in a circle: src/one.ts → src/two.ts → src/one.ts"],
    ],
    [
      'of a type that is named where it is used',
      { ...OF_TYPES, 'src/one.ts': "export type One = import('./two').Two; export const one = 1;" },
      ["Files import each other's types in a circle: src/one.ts → src/two.ts → src/one.ts"],
    ],
    [
      'of scripts',
      {
        'scripts/one.mjs': "import './two.js';",
        'build/three.js': '',
        'scripts/two.js': "require('./one.mjs');",
      },
      ['Files import each other in a circle: scripts/one.mjs → scripts/two.js → scripts/one.mjs'],
    ],
    [
      'of one file',
      { 'test/one.ts': "import './one';" },
      ['Files import each other in a circle: test/one.ts → test/one.ts'],
    ],
  ])('%s', (_name, files, sentences) => {
    expect(refusedAmong(files)).toEqual(sentences);
  });

  test('one that is known only for its types, once it runs', () => {
    const known = [{ files: ['src/'] }];
    expect(refusedAmong(OF_TYPES, known)).toEqual([]);
    expect(refusedAmong(RUNNING, known)).toHaveLength(1);
    expect(refusedAmong(RUNNING, [{ files: ['src/'], runs: true }])).toEqual([]);
  });

  test('one that goes beyond the files of a known one', () => {
    expect(refusedAmong(RUNNING, [{ files: ['src/a/one.ts', 'src/b/two.ts'], runs: true }])).toHaveLength(2);
  });
});

test('what only looks like a circle is none', () => {
  expect(
    refusedAmong({
      'src/one.ts': "import './two';\nimport './three';\n// import './one'",
      'src/two.ts': "import './three';\nexport const text = \"import './one'\";",
      'src/three.ts': "import 'one';",
    }),
  ).toEqual([]);
});
