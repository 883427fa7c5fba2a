import { Refusal } from '../../base/refusal';
import { needed } from '../framework/native/argument';
import { compare, either, over, times } from '../framework/native/expression';
import { MILLION } from '../token-cost/native';
import type { NativeDeclaration } from '../framework/native/reading';

export const breakevenTokensNative: NativeDeclaration = {
  says: 'With one price: the fixed cost divided by the price of a token. With a card of tiers it becomes a value: the answer is searched for tier by tier.',
  sample: [
    { written: 'cells', text: 'B1', value: 24_552_000, address: 'B1' },
    { written: 'cells', text: 'B2', value: 3, address: 'B2' },
  ],
  read(fixedCost, tiersOrPrice) {
    if (Array.isArray(tiersOrPrice.value)) {
      return new Refusal(
        'The break-even on a card of tiers is searched for tier by tier, which no plain formula does.',
      );
    }
    const cost = needed(fixedCost);
    const quantity = over(times(cost, MILLION), needed(tiersOrPrice));
    // No cost is reached at once, also where the tokens are free.
    return either(compare(cost, '=', 0), 0, quantity);
  },
};
