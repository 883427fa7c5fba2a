import { Refusal } from '../../base/refusal';
import { needed } from '../framework/native/argument';
import { byWord } from '../framework/native/choice';
import { compare, either, over, REFUSED, sum, times, type Expression } from '../framework/native/expression';
import { type NativeDeclaration } from '../framework/native/reading';
import { boundOf, cardOf, feeOf, graduated, priceOf, volume, type Card } from '../framework/native/tiers';
import { roundedUp } from '../framework/native/rounded-up';

export const tieredCostNative: NativeDeclaration = {
  says: 'Graduated: the first price on the whole quantity, and on what lies beyond each bound the difference to the next price. Volume: the price of the tier that the quantity reaches. Package: packages begun. A card whose tiers have a blank row between them becomes a value.',
  sample: [
    { written: 'cells', text: 'B1', value: 15_000, address: 'B1' },
    {
      written: 'cells',
      text: 'D2:E4',
      value: [
        [1000, 0.1],
        [10_000, 0.05],
        [null, 0.01],
      ],
      address: 'D2:E4',
    },
  ],
  read(quantity, tiers, mode) {
    const card = cardOf(tiers, 'tiers');
    if (card instanceof Refusal) return card;
    const units = needed(quantity);
    return byWord(mode, 'Graduated', {
      Graduated: () => withinCard(card, units, graduated(card, units)),
      Volume: () => withinCard(card, units, volume(card, units)),
      Package: () => byPackage(card, units),
    });
  },
};

/** Beyond a card that ends the function refuses. */
function withinCard(card: Card, quantity: Expression, cost: Expression): Expression {
  return card.ends ? either(compare(quantity, '>', boundOf(card, card.last)), REFUSED, cost) : cost;
}

function byPackage(card: Card, quantity: Expression): Expression | Refusal {
  if (card.first !== card.last || !card.ends)
    return new Refusal('Mode Package takes one row with its package size.');
  return sum(
    times(roundedUp(over(quantity, boundOf(card, card.first))), priceOf(card, card.first)),
    feeOf(card, card.first),
  );
}
