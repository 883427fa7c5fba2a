import { lineOf } from '../../analysis/headline';
import { type Decimal, ZERO } from '../../base/decimal';
import { totalValue } from '../../contract/buckets';
import { Contract } from '../../contract/contract';
import type { LeverPreview } from './lever-preview';

/** A total over the horizon, in the table's currency, before and after a lever moves. */
export interface MovedFigure {
  readonly id: string;
  readonly label: string;
  readonly before: Decimal;
  readonly after: Decimal;
}

interface Figure {
  readonly id: string;
  readonly label: string;
  /** Left out where the lever does not move it. */
  readonly onlyIfMoved?: boolean;
}

const FIGURES: readonly Figure[] = [
  { id: 'total.billed', label: 'Total billed' },
  { id: 'valuation.npv billed', label: 'Net present value of the total billed' },
  { id: 'comparison.delta', label: 'Delta to staying reserved' },
  { id: 'capital.flow[expected]', label: 'Capital, expected', onlyIfMoved: true },
  { id: 'capital.flow[maximum]', label: 'Capital, at most', onlyIfMoved: true },
];

/** What the lever does to the figures that a scenario is judged by; nothing is written. */
export function movedFigures(contract: Contract, { table, before, after }: LeverPreview): MovedFigure[] {
  const changed = Contract.of(table);
  const total = (of: Contract, scenario: number, id: string): Decimal =>
    totalValue(of.evaluation(scenario), lineOf(of, id)) ?? ZERO;
  return FIGURES.map(({ id, label, onlyIfMoved = false }) => ({
    id,
    label,
    onlyIfMoved,
    before: total(contract, before, id),
    after: total(changed, after, id),
  })).filter((figure) => !figure.onlyIfMoved || !figure.after.eq(figure.before));
}
