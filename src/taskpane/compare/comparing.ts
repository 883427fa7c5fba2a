import { compareScenarios, type ScenarioComparison, weightsOf } from '../../analysis/comparison';
import type { Contract } from '../../contract/contract';
import type { Work } from './use-stepwise';

/**
 * The comparison, one evaluation of the contract at a time.
 *
 * @param scenarios places in the table. @param against the place of one of them in the table
 */
export function* comparing(
  contract: Contract,
  scenarios: readonly number[],
  against: number,
): Work<ScenarioComparison> {
  const weighted = weightsOf(contract)?.map(({ scenario }) => scenario) ?? [];
  const needed = [...new Set([...scenarios, ...weighted])];
  for (const [place, scenario] of needed.entries()) {
    yield { text: contract.table.scenarios[scenario] ?? '', done: place / needed.length };
    contract.evaluation(scenario);
  }
  return compareScenarios(contract, scenarios, Math.max(0, scenarios.indexOf(against)));
}
