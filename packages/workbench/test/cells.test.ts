import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../src/headless/cells';
import { processorTime } from './eventually';
import { CONTOSO } from './excel';

/** The command as a person runs it, with an add-in as built. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cells-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(...args: string[]): Promise<Outcome> {
  let out = '';
  let err = '';
  const stdout = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => ((out += String(text)), true));
  const stderr = jest
    .spyOn(process.stderr, 'write')
    .mockImplementation((text) => ((err += String(text)), true));
  try {
    const code = await main(args, { addin: CONTOSO, command: 'cells', cwd: folder });
    return { code, out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

async function runOn(input: unknown): Promise<Outcome> {
  const file = path.join(folder, 'input.json');
  writeFileSync(file, typeof input === 'string' ? input : JSON.stringify(input));
  return run(file);
}

async function evaluated(input: unknown): Promise<Record<string, unknown[][]>> {
  const { code, out, err } = await runOn(input);
  expect([code, err]).toEqual([0, '']);
  expect(out.endsWith('\n')).toBe(true);
  return JSON.parse(out) as Record<string, unknown[][]>;
}

test('values, texts as typed, blanks and exact numbers', async () => {
  const got = await evaluated({
    sheets: {
      Sheet1: {
        A1: 0.1,
        A2: 0.2,
        A3: '=A1+A2',
        A4: 1e21,
        A5: 1e-7,
        A6: 25000000000,
        A7: true,
        A8: "'=1+1",
        A9: '12%',
        A10: '1/31/2027',
        A11: null,
        A12: '=""',
        A13: -0.5,
      },
    },
    read: ['Sheet1!A1:A13'],
  });
  expect(got['Sheet1!A1:A13']).toEqual([
    [0.1],
    [0.2],
    [0.1 + 0.2],
    [1e21],
    [1e-7],
    [25000000000],
    [true],
    ['=1+1'],
    [0.12],
    [46418],
    [null],
    [''],
    [-0.5],
  ]);
});

/** Graduated tiers by hand: 10 units at 2, the next 2 at 1.5. */
test('a function of the add-in, with a range, a name and an error in words', async () => {
  const got = await evaluated({
    sheets: {
      Sheet1: {
        A1: 12,
        B1: '=CONTOSO.TIERED(A1,D1:E3)',
        B2: '=CONTOSO.TIERED(A1,rates)',
        B3: '=CONTOSO.TIERED(-1,Rates)',
        D1: 10,
        E1: 2,
        D2: 100,
        E2: 1.5,
        E3: 1,
      },
    },
    names: { Rates: 'Sheet1!D1:E3' },
    read: ['Sheet1!B1:C3', 'Rates'],
  });
  expect(got['Sheet1!B1:C3']?.slice(0, 2)).toEqual([
    [23, null],
    [23, null],
  ]);
  expect(got['Sheet1!B1:C3']?.[2]?.[0]).toEqual({
    error: '#VALUE!',
    message: expect.stringMatching(/quantity.*-1/),
  });
  expect(got['Rates']).toEqual([
    [10, 2],
    [100, 1.5],
    [null, 1],
  ]);
});

test('spills, whole columns and rows, several sheets, quoted names', async () => {
  const got = await evaluated({
    sheets: {
      Input: { B2: '=SEQUENCE(3,2)', E1: '=\'My Sheet\'!A1&"!"' },
      'My Sheet': { A1: 'hello', A2: '=SUM(Input!B2#)' },
      Empty: {},
    },
    read: ['Input!B2:C4', 'Input!B:B', "'My Sheet'!A1:A2", 'input!E1', 'Input!3:3', 'Empty!A:C', 'Empty!A1'],
  });
  expect(got).toEqual({
    'Input!B2:C4': [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    'Input!B:B': [[null], [1], [3], [5]],
    "'My Sheet'!A1:A2": [['hello'], [21]],
    'input!E1': [['hello!']],
    'Input!3:3': [[null, 3, 4]],
    'Empty!A:C': [],
    'Empty!A1': [[null]],
  });
});

test('native errors come with a sentence, too', async () => {
  const got = await evaluated({
    sheets: {
      S: { A1: '=1/0', A2: '=nothing', A3: '=NA()', A4: '=A4', B1: 'x', A5: '=SEQUENCE(1,2)', B5: 1 },
    },
    read: ['S!A1:A5'],
  });
  const cells = (got['S!A1:A5'] ?? []).flat() as { error: string; message: string }[];
  expect(cells.map(({ error }) => error)).toEqual(['#DIV/0!', '#NAME?', '#N/A', '#REF!', '#SPILL!']);
  for (const { message } of cells) expect(message).not.toBe('');
});

test('ten thousand rows of a function are done in some seconds', async () => {
  const cells: Record<string, unknown> = { D1: 10, E1: 2, E2: 1 };
  for (let row = 1; row <= 10_000; row += 1) {
    cells[`A${row}`] = row;
    cells[`B${row}`] = `=CONTOSO.TIERED(A${row},$D$1:$E$2)`;
  }
  let got: Record<string, unknown[][]> = {};
  const spent = await processorTime(async () => {
    got = await evaluated({ sheets: { S: cells }, read: ['S!B:B'] });
  });
  // Ten at 2, the rest at 1.
  expect(got['S!B:B']).toEqual(
    Array.from({ length: 10_000 }, (_, index) => [index < 10 ? (index + 1) * 2 : index + 11]),
  );
  // Some 6 s; a machine whose cores are shared is slower at the same work.
  expect(spent).toBeLessThan(20_000);
});

const S = { S: { A1: 1 } };

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{"sheets":', /is not JSON/],
  ['a list', [], /one JSON object/],
  ['no sheets', { read: ['S!A1'] }, /needs "sheets"/],
  ['empty sheets', { sheets: {}, read: ['S!A1'] }, /needs "sheets"/],
  ['a sheet that is no object', { sheets: { S: [1] }, read: ['S!A1'] }, /"S" must be an object/],
  ['a sheet name that Excel refuses', { sheets: { 'a/b': {} }, read: ['S!A1'] }, /"a\/b".*not allowed/],
  ['a sheet name of 32 characters', { sheets: { ['x'.repeat(32)]: {} }, read: ['S!A1'] }, /Excel allows 31/],
  ['two sheets of one name', { sheets: { S: {}, s: {} }, read: ['S!A1'] }, /two sheets/],
  ['no read', { sheets: S }, /needs "read"/],
  ['an empty read', { sheets: S, read: [] }, /needs "read"/],
  ['a read that is no text', { sheets: S, read: [3] }, /"read" holds 3/],
  ['a read of an unknown sheet', { sheets: S, read: ['T!A1'] }, /no sheet "T"/],
  ['a read without sheet where there are two', { sheets: { ...S, T: {} }, read: ['A1'] }, /without a sheet/],
  ['a read that is no address', { sheets: S, read: ['S!A1:'] }, /not a range/],
  ['a read outside the sheet', { sheets: S, read: ['S!A1048577'] }, /not a range inside a sheet/],
  ['a cell that is no address', { sheets: { S: { '1A': 1 } }, read: ['S!A1'] }, /"1A".*not a cell/],
  ['a cell that is a range', { sheets: { S: { 'A1:B2': 1 } }, read: ['S!A1'] }, /"A1:B2".*not a cell/],
  ['a cell outside the sheet', { sheets: { S: { XFE1: 1 } }, read: ['S!A1'] }, /XFD1048576/],
  [
    'a sheet that reaches too far',
    { sheets: { S: { XFD1048576: 1 } }, read: ['S!A1'] },
    /more than the 5 million cells/,
  ],
  ['a cell that holds a list', { sheets: { S: { A1: [1] } }, read: ['S!A1'] }, /holds an array/],
  ['a cell that holds an object', { sheets: { S: { A1: {} } }, read: ['S!A1'] }, /holds an object/],
  ['a number beyond doubles', '{"sheets":{"S":{"A1":1e999}},"read":["S!A1"]}', /too large/],
  ['a formula that cannot be read', { sheets: { S: { A1: '=SUM(1,' } }, read: ['S!A1'] }, /=SUM\(1, in S!A1/],
  [
    'a name that looks like a cell',
    { sheets: S, names: { TAX2024: 'S!A1' }, read: ['S!A1'] },
    /looks like a cell/,
  ],
  ['a name with a blank', { sheets: S, names: { 'a b': 'S!A1' }, read: ['S!A1'] }, /blank/],
  ['a name of no range', { sheets: S, names: { Rate: 5 }, read: ['S!A1'] }, /must refer to a range/],
  ['a name in an unknown sheet', { sheets: S, names: { Rate: 'T!A1' }, read: ['S!A1'] }, /no sheet "T"/],
  ['names that are no object', { sheets: S, names: ['x'], read: ['S!A1'] }, /"names" must be/],
  ['an unknown key', { sheets: S, reads: ['S!A1'], read: ['S!A1'] }, /"reads"/],
])('%s: one sentence and exit code 2', async (_what, input, sentence) => {
  const { code, out, err } = await runOn(input);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
});

test('no file, two files, a missing file, a folder: one sentence and exit code 2', async () => {
  for (const args of [[], ['a.json', 'b.json'], [path.join(folder, 'none.json')], [folder]]) {
    const { code, out, err } = await run(...args);
    expect([args, code, out]).toEqual([args, 2, '']);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  }
});
