import { readdirSync } from 'node:fs';
import path from 'node:path';
import { main } from '../../packages/workbench/src/headless/cells';
import { printedRounding } from '../cases/not-expressed';
import { published } from '../cases/published';
import { ADDIN_AS_BUILT } from '../workbook/host';

const FOLDER = path.resolve(__dirname, '../../examples');

/** For each address that an example reads: the published case and the figure of it that must come back. */
const FIGURES: Readonly<Record<string, Readonly<Record<string, readonly [id: string, figure: string]>>>> = {
  'batch.json': {
    'Job!B7': ['llmcost-opus48', 'per_call'],
    'Job!B8': ['llmcost-opus48', 'month'],
    'Job!B9': ['llmcost-opus48', 'batch'],
  },
  'prompt-caching.json': {
    'Month!B11': ['focus-ai-prompt-caching-A', 'input_with_cache'],
    'Month!B12': ['focus-ai-prompt-caching-A', 'input_without_cache'],
    'Month!B13': ['focus-ai-prompt-caching-A', 'saving'],
    'Month!B14': ['focus-ai-prompt-caching-A', 'output'],
  },
  'reserved-or-metered.json': {
    'Unit!B10': ['ptu-breakeven-gpt5', 'paygo_value_of_full_ptu_month'],
    'Unit!B13': ['ptu-breakeven-gpt5', 'reservation_discount'],
    'Unit!B14': ['ptu-breakeven-gpt5', 'breakeven_utilisation'],
  },
  'reserved-units.json': {
    'Load!B8': ['azure-ptu-sizing-nocache', 'ptu_raw'],
    'Load!C8': ['azure-ptu-sizing-nocache', 'ptu'],
  },
  'take-or-pay.json': {
    'Ledger!H2:H6': ['top-carry-forward-fifo', 'credit'],
    'Ledger!Q2:Q6': ['top-carry-forward-fifo', 'payment'],
  },
  'tiered-card.json': {
    'Card!F2': ['autumn-graduated', 'amount'],
    'Card!F6': ['lago-docs-volume', 'amount'],
  },
};

/** What `npm run cells` prints for a file of the examples. */
async function printed(file: string): Promise<Record<string, unknown[][]>> {
  let out = '';
  const stdout = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => ((out += String(text)), true));
  try {
    expect(await main([file], { addin: ADDIN_AS_BUILT, command: 'npm run cells --', cwd: FOLDER })).toBe(0);
  } finally {
    stdout.mockRestore();
  }
  return JSON.parse(out) as Record<string, unknown[][]>;
}

test('every example is held to a published figure', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual(Object.keys(FIGURES));
});

test.each(Object.entries(FIGURES))('examples/%s gives what was published', async (file, figures) => {
  const got = await printed(file);
  expect(Object.keys(got)).toEqual(Object.keys(figures));
  for (const [address, [id, figure]] of Object.entries(figures)) {
    const example = published.find((one) => one.id === id);
    const wanted = [example?.expected[figure]].flat().map(Number);
    const values = (got[address] ?? []).flat().map(Number);
    expect(values).toHaveLength(wanted.length);
    const tolerance = printedRounding[id]?.[figure] ?? example?.tolerance ?? 0;
    const differences = values.map((value, index) => Math.abs(value - (wanted[index] ?? NaN)));
    expect(differences.filter((difference) => !(difference <= tolerance))).toEqual([]);
  }
});
