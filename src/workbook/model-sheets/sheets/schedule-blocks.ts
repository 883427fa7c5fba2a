import type { Line } from '../../../calc/line';

export interface Block {
  readonly key: string;
  readonly title: string;
}

interface BlockRule extends Block {
  /** Beginnings of ids. */
  readonly families: readonly string[];
  /** Whole ids, which win over families. */
  readonly lines?: readonly string[];
}

/** The blocks of the Schedule from top to bottom: each needs only what stands above it. */
const BLOCKS: readonly BlockRule[] = [
  { key: 'time', title: 'Time and flags', families: ['time.', 'transition.'] },
  { key: 'usage', title: 'Usage', families: ['behaviour.', 'usage.'], lines: ['price.index'] },
  { key: 'reserved', title: 'Reserved capacity', families: ['reserved.'] },
  {
    key: 'price',
    title: 'List prices and vendors',
    families: ['price.', 'vendor.share'],
    lines: ['vendor.concentration'],
  },
  { key: 'token', title: 'Token meter', families: ['token.', 'tier.', 'hold.', 'vendor.'] },
  {
    key: 'commitment',
    title: 'Commitment',
    families: ['commitment.', 'take-or-pay.', 'vendor.true-up', 'prepaid'],
  },
  { key: 'tools', title: 'Seat tools', families: ['tools.'] },
  { key: 'invoice', title: 'Invoice lines', families: ['invoice.'] },
  {
    key: 'total',
    title: 'Totals',
    families: ['total.'],
    lines: ['token.cost', 'token.effective', 'vendor.paid', 'usage.tokens', 'usage.iet'],
  },
  { key: 'counterfactual', title: 'Staying reserved', families: ['counterfactual.', 'same volume.'] },
  {
    key: 'comparison',
    title: 'Comparison',
    families: ['comparison.', 'crossing.'],
    lines: ['price.effective', 'price.effective iet'],
  },
  { key: 'chargeback', title: 'Chargeback to products', families: ['chargeback.'] },
  { key: 'valuation', title: 'Discounting', families: ['valuation.'] },
];

/** For lines that no block names. */
const OTHERS: Block = { key: 'other', title: 'Other lines' };

/** Lines of capital stand on the sheet of tranches. */
export const isCapital = ({ id }: Line): boolean => id.startsWith('capital.');

export interface FilledBlock extends Block {
  /** With one value for the whole contract. */
  readonly constants: readonly Line[];
  /** With a value for each month. */
  readonly series: readonly Line[];
}

/** Every line of the model in its block, in the order of the model. Blocks without lines are left out. */
export function blocksOf(lines: readonly Line[]): FilledBlock[] {
  const byBlock = new Map<string, Line[]>();
  for (const line of lines) {
    if (isCapital(line)) continue;
    const { key } = blockOf(line.id);
    byBlock.set(key, [...(byBlock.get(key) ?? []), line]);
  }
  return [...BLOCKS, OTHERS].flatMap(({ key, title }) => {
    const own = byBlock.get(key);
    if (own === undefined) return [];
    return [
      {
        key,
        title,
        constants: own.filter(({ scalar }) => scalar),
        series: own.filter(({ scalar }) => !scalar),
      },
    ];
  });
}

function blockOf(id: string): Block {
  const bare = id.replace(/\[.*$/, '');
  const named = BLOCKS.find(({ lines = [] }) => lines.includes(bare));
  if (named) return named;
  let best: { block: Block; length: number } = { block: OTHERS, length: 0 };
  for (const block of BLOCKS) {
    for (const family of block.families) {
      if (id.startsWith(family) && family.length > best.length) best = { block, length: family.length };
    }
  }
  return best.block;
}
