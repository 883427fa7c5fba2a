import { type Decimal, ZERO } from '../calc/decimal';
import { graduatedCost, packageCost, tierReached, volumeCost, type Tier } from '../contract/tiers';
import { optional, range, required } from './boundary';
import { defineFunction } from './define';
import { choice, number } from './kinds';
import { outOfOrder } from './price-card';
import { Refusal } from './refusal';
import { column, columnOr, table, type Row } from './table';

const MODES = ['Graduated', 'Volume', 'Package'] as const;

const card = table({
  'up to': columnOr(number({ above: 0 }), null, {
    text: 'Last quantity of the tier, inclusive; blank in the last row for no end. In mode Package, the units in a package.',
    unit: 'units',
    // An "up to" of 0 would be a tier without content: it is a blank that came as 0.
    zeroIsBlank: true,
  }),
  'unit price': column(number({ min: 0 }), {
    text: 'Price of one unit in the tier. In mode Package, the price of a package begun.',
    unit: 'currency per unit',
  }),
  'flat fee': columnOr(number({ min: 0 }), ZERO, {
    text: 'Charged once when the tier is entered; blank or no column for none.',
    unit: 'currency',
  }),
});

type CardRow = Row<{
  readonly 'up to': Decimal | null;
  readonly 'unit price': Decimal;
  readonly 'flat fee': Decimal;
}>;

export const tieredCost = defineFunction({
  id: 'TIERED_COST',
  summary:
    'Cost of a quantity on a price card with tiers: graduated (each part at the price of its tier), volume (all at the price of the tier reached) or by packages begun.',
  question: 'What does this quantity cost on a price card with tiers?',
  parameters: {
    quantity: required(number({ min: 0 }), { text: 'Quantity to price, 0 or more.', unit: 'units' }),
    tiers: range(card, {
      text: 'Price card: a row for each tier with up to (inclusive; blank in the last row), unit price and, if any, flat fee. A header row is allowed.',
      unit: 'up to, unit price, flat fee',
    }),
    mode: optional(choice(MODES), 'Graduated', {
      text: 'Graduated, Volume or Package. If omitted, Graduated.',
      unit: 'word',
      defaultText: 'Graduated',
    }),
  },
  result: {
    matrix: false,
    unit: 'currency of the prices',
    format: '#,##0.00',
    text: 'Cost of the quantity, unrounded.',
  },
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
  body({ quantity, tiers: rows, mode }) {
    const tiers = tiersOf(rows);
    if (mode === 'Package') return costByPackage(tiers, quantity, rows);
    const disorder = outOfOrder(rows);
    if (disorder) return disorder;
    if (!tierReached(tiers, quantity)) {
      const end = tiers.at(-1)?.upTo?.toString() ?? '';
      return new Refusal(
        `quantity is ${quantity.toString()}, beyond the last tier of tiers, which ends at ${end}. Leave up to blank in the last row, or add a tier.`,
      );
    }
    return mode === 'Volume' ? volumeCost(tiers, quantity) : graduatedCost(tiers, quantity);
  },
});

function tiersOf(rows: readonly CardRow[]): Tier[] {
  return rows.map(({ cells }) => ({
    upTo: cells['up to'],
    unitPrice: cells['unit price'],
    flatFee: cells['flat fee'],
  }));
}

function costByPackage(
  tiers: readonly Tier[],
  quantity: Decimal,
  rows: readonly CardRow[],
): Decimal | Refusal {
  const [only] = tiers;
  if (only === undefined || tiers.length > 1) {
    return new Refusal(
      `tiers has ${tiers.length} rows: mode Package takes one, with the units in a package and its price. Remove the others, or choose Graduated or Volume.`,
    );
  }
  if (only.upTo === null) {
    return new Refusal(
      `${rows[0]?.place ?? 'tiers'} (up to) is blank or 0: in mode Package it is the units in a package, above 0.`,
    );
  }
  return packageCost({ size: only.upTo, price: only.unitPrice, flatFee: only.flatFee }, quantity);
}
