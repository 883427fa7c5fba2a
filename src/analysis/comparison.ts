import { Decimal, ONE, ZERO } from '../base/decimal';
import { totalValue } from '../contract/buckets';
import type { Contract } from '../contract/contract';
import { identityOf } from '../terms/catalogue/term-name';
import { type Crossing, crossingsOf, lineOf } from './headline';

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
  /** By the weights of the table's scenarios, where they have weights that add up to 1. */
  readonly expected: Decimal | undefined;
}

export interface ScenarioComparison {
  /** Names, in the order asked for. */
  readonly scenarios: readonly string[];
  /** Place among them of the one that the others are held against. */
  readonly against: number;
  readonly figures: readonly ComparedFigure[];
  /** For each scenario, the days on which its cumulative effective cost meets that of staying reserved. */
  readonly crossings: readonly (readonly Crossing[])[];
}

/** What is compared: lines of every contract, as they are called side by side. */
export const COMPARED_FIGURES: readonly { readonly id: string; readonly label: string }[] = [
  { id: 'total.billed', label: 'Total billed' },
  { id: 'total.effective', label: 'Total effective' },
  { id: 'valuation.npv billed', label: 'Present value of the total billed' },
  { id: 'counterfactual.cost', label: 'Staying reserved' },
  { id: 'comparison.delta', label: 'Delta to staying reserved' },
  { id: 'valuation.npv delta', label: 'Present value of the delta' },
  { id: 'comparison.behaviour', label: 'Delta from behaviour' },
  { id: 'comparison.tariff', label: 'Delta from the tariff' },
  { id: 'reserved.billed', label: 'Reserved capacity billed' },
  { id: 'reserved.unused', label: 'Reserved capacity unused' },
  { id: 'reserved.overflow cost', label: 'Overflow, on demand' },
  { id: 'token.cost', label: 'Token cost' },
  { id: 'commitment.true-up', label: 'True-up to the commitment' },
  { id: 'usage.tokens', label: 'Input-side tokens used' },
  { id: 'price.effective', label: 'Effective cost per million input-side tokens' },
  { id: 'capital.flow[expected]', label: 'Capital expected' },
  { id: 'capital.flow[maximum]', label: 'Capital at most' },
];

/**
 * Scenarios side by side.
 *
 * @param scenarios their places in the table; 0 is Base
 * @param against the place among `scenarios` of the one that the others are held against
 */
export function compareScenarios(
  contract: Contract,
  scenarios: readonly number[],
  against = 0,
): ScenarioComparison {
  const weights = weightsOf(contract);
  return {
    scenarios: scenarios.map((scenario) => contract.table.scenarios[scenario] ?? ''),
    against,
    figures: COMPARED_FIGURES.map(({ id, label }) => {
      const line = lineOf(contract, id);
      const valueIn = (scenario: number): Decimal => totalValue(contract.evaluation(scenario), line) ?? ZERO;
      const values = scenarios.map(valueIn);
      const reference = values[against] ?? ZERO;
      const absolute = values.map((value) => value.minus(reference));
      return {
        id,
        label,
        unit: line.unit.replace('currency', contract.table.currency),
        values,
        absolute,
        relative: absolute.map((difference) => partOf(difference, reference)),
        expected: weights?.reduce(
          (sum, { scenario, weight }) => sum.plus(valueIn(scenario).times(weight)),
          ZERO,
        ),
      };
    }),
    crossings: scenarios.map((scenario) => crossingsOf(contract, scenario, 'effective')),
  };
}

const partOf = (difference: Decimal, reference: Decimal): Decimal =>
  reference.isZero() ? new Decimal(NaN) : difference.div(reference.abs());

/** Scenarios, by their places, that carry a weight; nothing where the weights do not share out the whole. */
export function weightsOf({
  table,
}: Pick<Contract, 'table'>): { scenario: number; weight: Decimal }[] | undefined {
  const weights = table.scenarios.flatMap((_name, scenario) => {
    const weight = table.given(...identityOf('Scenario', 'Weight'), scenario);
    return weight instanceof Decimal && !weight.isZero() ? [{ scenario, weight }] : [];
  });
  const sum = weights.reduce((total, { weight }) => total.plus(weight), ZERO);
  return sum.eq(ONE) ? weights : undefined;
}
