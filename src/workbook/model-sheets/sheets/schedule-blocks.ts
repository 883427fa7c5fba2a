import type { Block, ContractLine } from '../../../contract/lines/contract-line';

/** Lines of capital stand on the sheet of tranches. */
export const isCapital = ({ block }: Pick<ContractLine, 'block'>): boolean => block === 'capital';

/** The sheet that a line of the model stands on. */
export const sheetOf = (line: Pick<ContractLine, 'block'>): 'Tranches' | 'Schedule' =>
  isCapital(line) ? 'Tranches' : 'Schedule';

type ScheduleBlock = Exclude<Block, 'capital'>;

/** The blocks of the Schedule from top to bottom: each needs only what stands above it. */
const TITLES: Readonly<Record<ScheduleBlock, string>> = {
  time: 'Time and flags',
  usage: 'Usage',
  reserved: 'Reserved capacity',
  price: 'List prices and vendors',
  token: 'Token meter',
  commitment: 'Commitment',
  tools: 'Seat tools',
  invoice: 'Invoice lines',
  total: 'Totals',
  counterfactual: 'Staying reserved',
  comparison: 'Comparison',
  chargeback: 'Chargeback to products',
  valuation: 'Discounting',
};

export interface FilledBlock {
  readonly key: ScheduleBlock;
  readonly title: string;
  /** With one value for the whole contract. */
  readonly constants: readonly ContractLine[];
  /** With a value for each month. */
  readonly series: readonly ContractLine[];
}

/** Every line of the model in its block, in the order of the model. Blocks without lines are left out. */
export function blocksOf(lines: readonly ContractLine[]): FilledBlock[] {
  const byBlock = new Map<Block, ContractLine[]>();
  for (const line of lines) byBlock.set(line.block, [...(byBlock.get(line.block) ?? []), line]);
  return (Object.keys(TITLES) as ScheduleBlock[]).flatMap((key) => {
    const own = byBlock.get(key);
    if (own === undefined) return [];
    return [
      {
        key,
        title: TITLES[key],
        constants: own.filter(({ scalar }) => scalar),
        series: own.filter(({ scalar }) => !scalar),
      },
    ];
  });
}
