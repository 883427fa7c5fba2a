import { type Decimal, ZERO } from '../../base/decimal';
import { graduatedCost, packageCost, tierReached, volumeCost, type Tier } from '../../contract/rules/tiers';
import { optional, range, required } from '../framework/arguments/boundary';
import { defineFunction } from '../framework/define';
import { headedTable } from '../framework/arguments/headed-table';
import { CARD_HEADINGS } from '../framework/arguments/header-names';
import { choice, number } from '../framework/arguments/kinds';
import { outOfOrder } from '../framework/arguments/price-card';
import { Refusal } from '../../base/refusal';
import { column, columnOr, type Row } from '../framework/arguments/table';

const MODES = ['Graduated', 'Volume', 'Package'] as const;

const card = headedTable(
  {
    'up to': columnOr(number({ above: 0 }), null, {
      unit: 'units',
      // An "up to" of 0 would be a tier without content: it is a blank that came as 0.
      zeroIsBlank: true,
      endless: true,
    }),
    'unit price': column(number({ min: 0 }), { unit: 'currency per unit' }),
    'flat fee': columnOr(number({ min: 0 }), ZERO, { unit: 'currency' }),
  },
  CARD_HEADINGS,
);

type CardRow = Row<{
  readonly 'up to': Decimal | null;
  readonly 'unit price': Decimal;
  readonly 'flat fee': Decimal;
}>;

export const tieredCost = defineFunction({
  id: 'TIERED_COST',
  parameters: {
    quantity: required(number({ min: 0 }), { unit: 'units' }),
    tiers: range(card, { unit: 'up to, unit price, flat fee' }),
    mode: optional(choice(MODES), 'Graduated', { unit: 'word', defaultText: 'Graduated' }),
  },
  result: { matrix: false, unit: 'currency of the prices', format: '#,##0.00' },
  body({ quantity, tiers: rows, mode }) {
    const tiers = tiersOf(rows);
    if (mode === 'Package') return costByPackage(tiers, quantity, rows);
    const disorder = outOfOrder(rows);
    if (disorder) return disorder.concerning('tiers');
    if (!tierReached(tiers, quantity)) {
      const end = tiers.at(-1)?.upTo?.toString() ?? '';
      return new Refusal(
        `quantity is ${quantity.toString()}, beyond the last tier of tiers, which ends at ${end}. Leave up to blank in the last row, or add a tier.`,
        { about: 'quantity' },
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
      { about: 'tiers' },
    );
  }
  if (only.upTo === null) {
    return new Refusal(
      `${rows[0]?.place ?? 'tiers'} (up to) is blank or 0: in mode Package it is the units in a package, above 0.`,
      { about: 'tiers' },
    );
  }
  return packageCost({ size: only.upTo, price: only.unitPrice, flatFee: only.flatFee }, quantity);
}
