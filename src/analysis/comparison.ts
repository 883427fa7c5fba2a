import type { Decimal } from '../calc/decimal';
import { ZERO } from '../calc/decimal';
import { totalValue } from '../contract/buckets';
import type { Contract } from '../contract/contract';
import { lineOf } from './headline';

/** One figure of several scenarios, side by side. */
export interface ComparedFigure {
  /** The line's id. */
  readonly id: string;
  readonly label: string;
  /** The currency, tokens, a share … */
  readonly unit: string;
  /** One for each scenario compared; not a number where the figure is not available. */
  readonly values: readonly Decimal[];
  /** Value less that of the scenario compared with. */
  readonly absolute: readonly Decimal[];
  /** That difference as a part of the size of the value compared with; not a number where that is 0. */
  readonly relative: readonly Decimal[];
}

export interface ScenarioComparison {
  /** Names, in the order asked for. */
  readonly scenarios: readonly string[];
  /** Place among them of the one that the others are held against. */
  readonly against: number;
  readonly figures: readonly ComparedFigure[];
}

const FIGURES: readonly { id: string; label: string }[] = [
  { id: 'total.billed', label: 'Total billed' },
  { id: 'total.effective', label: 'Total effective' },
  { id: 'valuation.npv billed', label: 'Net present value of the total billed' },
  { id: 'counterfactual.cost', label: 'Staying reserved' },
  { id: 'comparison.delta', label: 'Delta to staying reserved' },
];

/**
 * Scenarios side by side.
 * @param scenarios their places in the table; 0 is Base
 * @param against the place among `scenarios` of the one that the others are held against
 */
export function compareScenarios(
  contract: Contract,
  scenarios: readonly number[],
  against = 0,
): ScenarioComparison {
  return {
    scenarios: scenarios.map((scenario) => contract.table.scenarios[scenario] ?? ''),
    against,
    figures: FIGURES.map(({ id, label }) => {
      const line = lineOf(contract, id);
      const values = scenarios.map((scenario) => totalValue(contract.evaluation(scenario), line) ?? ZERO);
      const reference = values[against] ?? ZERO;
      const absolute = values.map((value) => value.minus(reference));
      return {
        id,
        label,
        unit: line.unit.replace('currency', contract.table.currency),
        values,
        absolute,
        relative: absolute.map((difference) => difference.div(reference.abs())),
      };
    }),
  };
}
