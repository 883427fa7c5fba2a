import { Decimal } from '../../base/decimal';
import { lever } from './lever';
import { Refusal } from '../../base/refusal';
import { identityOf } from '../../terms/catalogue/term-name';

export const priceWar = lever({
  id: 'price-war',
  question: 'What if a price war breaks out?',
  text: 'Lets list prices fall faster. Volumes answer by the price elasticity in force; discounts, tiers and commitments stay as they are agreed.',
  fields: [
    {
      id: 'decline',
      label: 'Price decline',
      text: 'Yearly fall of list prices: 0.3 is 30 % a year.',
      unit: 'per year',
      rule: { type: 'share', min: 0, max: 0.99 },
      suggested: (table) => {
        const high = table.row(...identityOf('Token price', 'Price decline'))?.provenance.high;
        return high instanceof Decimal ? high.toNumber() : 0.3;
      },
    },
  ],
  move(terms, answers) {
    const hasPrices = terms
      .items('Token price', 'Price')
      .some((item) => (terms.number('Token price', item, 'Price') ?? 0) > 0);
    if (!hasPrices) {
      return new Refusal(
        `${terms.name} has no list prices that could fall: no Token price | Price is above 0. Enter list prices first.`,
      );
    }
    terms.set(['Token price', 'Price decline'], answers.number('decline') ?? 0);
    // Without a day to count from prices would not move.
    if (terms.number('Token price', 'Price base') === undefined) {
      terms.set(['Token price', 'Price base'], terms.cutover ?? terms.start);
    }
  },
});
