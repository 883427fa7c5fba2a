import { ONE, type Decimal } from '../../base/decimal';
import { settle } from '../../contract/rules/commitment';
import { optional } from '../framework/arguments/boundary';
import { defineFunction } from '../framework/define';
import { number } from '../framework/arguments/kinds';
import { Refusal } from '../../base/refusal';
import { series, type Series } from '../framework/arguments/series';
import { yesOrNo } from '../framework/arguments/yes-or-no';

const money = number({ min: 0 });

export const committedCost = defineFunction({
  id: 'COMMITTED_COST',
  parameters: {
    usage_cost: series(money, { unit: 'currency', cell: 'usage cost' }),
    commitment: series(money, { unit: 'currency', cell: 'commitment' }),
    overage_factor: optional(money, ONE, { unit: 'multiple', defaultText: '1' }),
    true_up: yesOrNo(true, { unit: 'TRUE or FALSE', defaultText: 'TRUE' }),
  },
  result: { matrix: true, unit: 'currency of the usage', format: '#,##0.00' },
  body({ usage_cost, commitment, overage_factor, true_up }) {
    const commitments = oneForEach(commitment, usage_cost);
    if (commitments instanceof Refusal) return commitments;
    const costs = usage_cost.values.map((usage, window) => {
      const committed = commitments(window);
      return settle(usage, { commitment: committed, overageFactor: overage_factor, trueUp: true_up }).cost;
    });
    return usage_cost.isRow ? [costs] : costs.map((cost) => [cost]);
  },
});

function oneForEach(commitment: Series, usage: Series): ((window: number) => Decimal) | Refusal {
  const [first, ...others] = commitment.values;
  if (first !== undefined && others.length === 0) return () => first;
  if (commitment.values.length === usage.values.length) {
    return (window) => commitment.values[window] ?? commitmentMissing(window);
  }
  return new Refusal(
    `commitment has ${commitment.values.length} cells and usage_cost ${usage.values.length}: give one commitment for all windows, or one for each.`,
    { about: 'commitment' },
  );
}

function commitmentMissing(window: number): never {
  throw new RangeError(`Window ${window} has no commitment.`);
}
