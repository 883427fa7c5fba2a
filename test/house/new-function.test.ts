import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Other programs run here: the compiler, the tests of the copy, npm run generate.
jest.setTimeout(180_000);

const root = path.join(__dirname, '..', '..');
const NOT_COPIED = new Set(['node_modules', 'dist', 'coverage', '.git']);

/** A scratch copy of the repository, in which a function is added as a person would. */
const copy = mkdtempSync(path.join(tmpdir(), 'new-function-'));
const at = (file: string) => path.join(copy, file);
const read = (file: string) => readFileSync(at(file), 'utf8');

function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

const runTests = (...files: string[]) =>
  run('node_modules/jest/bin/jest.js', '--selectProjects', 'unit', '--maxWorkers=1', '--', ...files);

const FILES = [
  'src/functions/net-rate/function.ts',
  'src/functions/net-rate/texts.ts',
  'src/functions/net-rate/native.ts',
  'test/functions/net-rate.test.ts',
];
const released = () => [read('test/functions/ids.lock'), read('test/functions/functions.golden.json')];

beforeAll(() => {
  cpSync(root, copy, {
    recursive: true,
    filter: (file) => !NOT_COPIED.has(path.basename(file)),
  });
  symlinkSync(path.join(root, 'node_modules'), at('node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test.each([
  [[], 'Name one function, such as: npm run new:function -- BLENDED_PRICE'],
  [['NET', 'RATE'], 'Name one function'],
  [['net_rate'], '"net_rate" is no name for a function: it takes words of capital letters'],
  [['TOTAL'], 'For TOTAL there is already: src/functions/total/function.ts'],
])('npm run new:function %j is refused', (args, sentence) => {
  const { status, said } = run('scripts/new-function.mjs', ...args);
  expect(said).toContain(sentence);
  expect(status).toBe(2);
});

describe('npm run new:function -- NET_RATE', () => {
  const before = {} as { lock: string; golden: string };

  beforeAll(() => {
    const { status, said } = run('scripts/new-function.mjs', 'NET_RATE');
    expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining('NET_RATE is there.') });
    for (const file of FILES) expect(said).toContain(file);
    [before.lock = '', before.golden = ''] = released();
  });

  test('writes what compiles', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { typecheck: string } };
    const { compilerOptions } = JSON.parse(read('tsconfig.json')) as { compilerOptions: object };
    const include = ['src/functions', 'test/functions/net-rate.test.ts'];
    writeFileSync(at('tsconfig.json'), JSON.stringify({ compilerOptions, include }));
    const [node, program = '', ...args] = scripts.typecheck.split(' ');
    expect(node).toBe('node');
    expect(run(program, ...args)).toEqual({ status: 0, said: '' });
  });

  test('writes a test that passes, and another says what is still to be written', () => {
    const { status, said } = runTests('test/functions/net-rate.test.ts', 'test/functions/registry.test.ts');
    expect(status).toBe(1);
    expect(said).toContain('PASS unit test/functions/net-rate.test.ts');
    expect(said.match(/●.*/g)).toContain('● nothing of the scaffold is left to be written');
    for (const file of FILES) expect(said).toContain(`${file}:`);
    expect(said).toContain('Tests:       1 failed');
  });

  test('is not accepted before its texts are written', () => {
    const { status, said } = run('scripts/generate.mjs', '--accept');
    expect(said).toContain(
      'NET_RATE still has a text of the scaffold ("Replace: …"): write its texts first.',
    );
    expect(status).toBe(1);
    expect(released()).toEqual([before.lock, before.golden]);
  });

  test('is accepted once they are, behind all that was released, and then everything passes', () => {
    for (const file of FILES) {
      const written = read(file)
        .replace('Replace: the version that will bring it.', '9.9.9')
        .replaceAll('Replace: ', 'In this trial: ');
      writeFileSync(at(file), written);
    }
    expect(run('scripts/generate.mjs', '--accept')).toEqual({
      status: 0,
      said: expect.stringContaining('Accepted:\n  NET_RATE quantity'),
    });
    const [lock, golden = ''] = released();
    expect(lock).toBe(`${before.lock}NET_RATE quantity\n`);
    const functionsOf = (text: string) => (JSON.parse(text) as { functions: { id: string }[] }).functions;
    expect(functionsOf(golden).slice(0, -1)).toEqual(functionsOf(before.golden));
    expect(functionsOf(golden).at(-1)?.id).toBe('NET_RATE');
    const { status, said } = runTests(...['net-rate', 'registry', 'metadata'].map(testOf));
    expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining('Test Suites: 3 passed') });
  });
});

const testOf = (name: string) => `test/functions/${name}.test.ts`;
