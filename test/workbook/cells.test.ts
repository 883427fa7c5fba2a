import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../packages/workbench/src/headless/cells';
import { ADDIN_AS_BUILT } from './host';

/** `npm run cells`, in this process: the functions of the add-in as built. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cells-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function evaluated(input: object): Promise<Record<string, unknown[][]>> {
  writeFileSync(path.join(folder, 'input.json'), JSON.stringify(input));
  let out = '';
  const stdout = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => ((out += String(text)), true));
  try {
    const code = await main(['input.json'], { addin: ADDIN_AS_BUILT, command: 'cells', cwd: folder });
    expect(code).toBe(0);
  } finally {
    stdout.mockRestore();
  }
  return JSON.parse(out) as Record<string, unknown[][]>;
}

/** Graduated tiers by hand: 10 units at 2, the next 2 at 1.5. */
test('a function of the add-in, with a range, a name and an error in words', async () => {
  const got = await evaluated({
    sheets: {
      Sheet1: {
        A1: 12,
        B1: '=METER.TIERED_COST(A1,D1:E3)',
        B2: '=METER.TIERED_COST(A1,rates)',
        B3: '=METER.TIERED_COST(-1,Rates)',
        D1: 10,
        E1: 2,
        D2: 100,
        E2: 1.5,
        E3: 1,
      },
    },
    names: { Rates: 'Sheet1!D1:E3' },
    read: ['Sheet1!B1:B3'],
  });
  expect(got['Sheet1!B1:B3']).toEqual([
    [23],
    [23],
    [{ error: '#VALUE!', message: expect.stringMatching(/quantity.*-1/) }],
  ]);
});
