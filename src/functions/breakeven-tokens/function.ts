import { type Decimal, ZERO } from '../../base/decimal';
import { graduatedInverse, volumeInverse } from '../../contract/rules/break-even';
import { graduatedCost, volumeCost, type Tier } from '../../contract/rules/tiers';
import { oneOrRange, optional, required } from '../framework/arguments/boundary';
import { defineFunction } from '../framework/define';
import { headedTable } from '../framework/arguments/headed-table';
import { TOKEN_CARD_HEADINGS } from '../framework/arguments/header-names';
import { choice, number } from '../framework/arguments/kinds';
import { outOfOrder } from '../framework/arguments/price-card';
import { Refusal } from '../../base/refusal';
import { column, columnOr } from '../framework/arguments/table';

const MODES = ['Graduated', 'Volume'] as const;
const MILLION = 1_000_000;

const price = number({ min: 0 });

const card = headedTable(
  {
    'up to': columnOr(number({ above: 0 }), null, {
      unit: 'tokens',
      // An "up to" of 0 would be a tier without content: it is a blank that came as 0.
      zeroIsBlank: true,
      endless: true,
    }),
    price: column(price, { unit: 'currency per million tokens' }),
    'flat fee': columnOr(price, ZERO, { unit: 'currency' }),
  },
  TOKEN_CARD_HEADINGS,
);

export const breakevenTokens = defineFunction({
  id: 'BREAKEVEN_TOKENS',
  parameters: {
    fixed_cost: required(number({ min: 0 }), { unit: 'currency' }),
    tiers_or_price: oneOrRange(price, card, { unit: 'currency per million tokens' }),
    mode: optional(choice(MODES), 'Graduated', { unit: 'word', defaultText: 'Graduated' }),
  },
  result: { matrix: false, unit: 'tokens', format: '#,##0' },
  body({ fixed_cost, tiers_or_price, mode }) {
    const isCard = Array.isArray(tiers_or_price);
    if (isCard) {
      const disorder = outOfOrder(tiers_or_price);
      if (disorder) return disorder.concerning('tiers_or_price');
    }
    const tiers = isCard
      ? tiers_or_price.map(({ cells }) => tierOf(cells['up to'], cells.price, cells['flat fee']))
      : [tierOf(null, tiers_or_price, ZERO)];
    const inverse = mode === 'Volume' ? volumeInverse : graduatedInverse;
    return inverse(tiers, fixed_cost) ?? neverReached(tiers, fixed_cost, mode);
  },
});

function tierOf(upTo: Decimal | null, perMillion: Decimal, flatFee: Decimal): Tier {
  return { upTo, unitPrice: perMillion.dividedBy(MILLION), flatFee };
}

function neverReached(tiers: readonly Tier[], cost: Decimal, mode: (typeof MODES)[number]): Refusal {
  const end = tiers.at(-1)?.upTo ?? null;
  if (end === null) {
    return new Refusal(
      `fixed_cost is ${cost.toString()}: the metered cost never reaches it, because the last tokens are free. There is no break-even.`,
      { kind: 'not available', about: 'fixed_cost' },
    );
  }
  const most = (mode === 'Volume' ? volumeCost : graduatedCost)(tiers, end);
  return new Refusal(
    `fixed_cost is ${cost.toString()}, beyond the last tier of tiers_or_price, which ends at ${end.toString()} tokens with a cost of ${most.toString()}. Leave up to blank in the last row, or add a tier.`,
    { about: 'fixed_cost' },
  );
}
