import type { tieredCost } from './function';
import type { TextsOf } from '../framework/texts';

export const tieredCostTexts: TextsOf<typeof tieredCost> = {
  summary:
    'Cost of a quantity on a price card with tiers: graduated (each part at the price of its tier), volume (all at the price of the tier reached) or by packages begun.',
  question: 'What does this quantity cost on a price card with tiers?',
  parameters: {
    quantity: 'Quantity to price, 0 or more.',
    tiers: {
      text: 'Price card: a row for each tier with up to (inclusive; blank in the last row), unit price and, if any, flat fee. A header row is allowed.',
      columns: {
        'up to':
          'Last quantity of the tier, inclusive; blank in the last row for no end. In mode Package, the units in a package.',
        'unit price': 'Price of one unit in the tier. In mode Package, the price of a package begun.',
        'flat fee': 'Charged once when the tier is entered; blank or no column for none.',
      },
    },
    mode: 'Graduated, Volume or Package. If omitted, Graduated.',
  },
  result: 'Cost of the quantity, unrounded.',
  equation: [
    'Graduated: cost = Σ over tiers entered of flat fee + unit price × units that lie in the tier',
    'Volume: cost = flat fee + unit price × quantity, of the first tier with quantity ≤ up to',
    'Package: cost = flat fee + unit price × ⌈quantity ÷ up to⌉',
  ],
  edges: [
    'A bound belongs to the tier that it closes: a quantity equal to up to is still in that tier.',
    'Quantity 0: the flat fee of the first tier is due, and nothing else.',
    'Volume prices can fall at a bound: one unit more may cost less in total.',
    'A quantity beyond a card whose last row has a bound is refused, not priced at the last tier.',
    'A row in which every cell is 0 counts as a blank row.',
  ],
  examples: [
    {
      title: 'What do 15,000 calls cost at 0.10 up to 1,000, 0.05 up to 10,000 and 0.01 above?',
      formula: '=METER.TIERED_COST(15000,{1000,0.1;10000,0.05;"",0.01})',
      args: [
        15000,
        [
          [1000, 0.1],
          [10000, 0.05],
          ['', 0.01],
        ],
      ],
      result: 600,
      reading: '1,000 × 0.10 + 9,000 × 0.05 + 5,000 × 0.01 = 100 + 450 + 50 = 600.',
    },
    {
      title: 'And if the tier reached priced them all?',
      formula: '=METER.TIERED_COST(15000,{1000,0.1;10000,0.05;"",0.01},"Volume")',
      args: [
        15000,
        [
          [1000, 0.1],
          [10000, 0.05],
          ['', 0.01],
        ],
        'Volume',
      ],
      result: 150,
      reading: '15,000 × 0.01 = 150.',
    },
    {
      title: 'What do 45 units cost in packages of 20 at 5 each?',
      formula: '=METER.TIERED_COST(45,{20,5},"Package")',
      args: [45, [[20, 5]], 'Package'],
      result: 15,
      reading: '45 ÷ 20 = 2.25, so 3 packages are begun: 3 × 5 = 15.',
    },
  ],
  refusals: [
    {
      title: 'Tiers out of order.',
      formula: '=METER.TIERED_COST(50,{1000,0.1;100,0.05;"",0.01})',
      args: [
        50,
        [
          [1000, 0.1],
          [100, 0.05],
          ['', 0.01],
        ],
      ],
      code: '#VALUE!',
      sentence:
        'tiers, row 2 (up to) is 100: it must be above the row before, 1000. Sort the tiers by up to.',
    },
    {
      title: 'A quantity beyond the card.',
      formula: '=METER.TIERED_COST(15000,{1000,0.1;10000,0.05})',
      args: [
        15000,
        [
          [1000, 0.1],
          [10000, 0.05],
        ],
      ],
      code: '#VALUE!',
      sentence:
        'quantity is 15000, beyond the last tier of tiers, which ends at 10000. Leave up to blank in the last row, or add a tier.',
    },
  ],
  source:
    'Graduated, volume and package models with inclusive upper bounds, as Stripe, Lago and OpenMeter define them.',
  since: '0.1.0',
};
