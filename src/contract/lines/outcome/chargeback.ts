import { type Expression, constant, grouped, sumOf, when } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { Basis } from '../basis/basis';
import type { Settlement } from '../billing/settlement';
import type { Totals } from '../billing/totals';
import type { ContractBook } from '../line-book';
import type { Metered } from '../metered/metered';
import type { Capacity } from '../reserved/capacity';
import type { Comparison } from './comparison';

export interface ChargebackParts {
  readonly basis: Basis;
  readonly capacity: Capacity;
  readonly metered: Metered;
  readonly settlement: Settlement;
  readonly totals: Totals;
  readonly comparison: Comparison;
}

/**
 * Every cost line by product. Reserved cost and overflow follow the demand on reserved capacity, metered cost its list
 * value, true-ups the metered cost of the contract year, everything else the tokens used. Each adds up to its total.
 */
export function chargebackLines(contract: ContractBook, parts: ChargebackParts): void {
  const book = contract.in('chargeback');
  const { capacity, metered, totals } = parts;
  const { transition } = parts.basis;
  const { commitment, prepaid, takeOrPay, tools, otherTrueUp } = parts.settlement;
  const { volumeByProduct } = parts.comparison;
  const products = [...capacity.demandByProduct.keys()];
  const volumes = sumOf([...volumeByProduct.values()]);
  // Without any volume the products bear a cost alike, so that none of it is lost.
  const byVolume = (name: string): Expression =>
    (volumeByProduct.get(name) ?? constant(0)).over(volumes, constant(1).over(products.length || 1));
  const share = (part: Expression, whole: Expression, name: string) => part.over(whole, byVolume(name));

  const reservedShare = new Map(
    [...capacity.demandByProduct].map(([name, demand]) => [
      name,
      book.share(
        `chargeback.reserved share[${name}]`,
        `Share of reserved cost: ${name}`,
        share(demand, capacity.demand, name),
      ),
    ]),
  );
  const netOfYear = book.balance(
    'chargeback.net of year',
    'Metered cost of the contract year to date',
    grouped(metered.net, transition.year),
  );
  // A volume tier may give a whole year back: of the year's 40 digits the last then stand for nothing.
  const ofYear = when(netOfYear.times(netOfYear).isBelow('1e-20'), 0, netOfYear);
  const yearShare = new Map(
    products.map((name) => {
      const own = metered.netByProduct.get(name);
      const part = own ? grouped(own, transition.year) : constant(0);
      return [
        name,
        book.share(
          `chargeback.year share[${name}]`,
          `Share of the contract year: ${name}`,
          share(part, ofYear, name),
        ),
      ] as const;
    }),
  );
  const of = (shares: ReadonlyMap<string, Line>, name: string): Expression => shares.get(name) ?? constant(0);

  const columns: { id: string; label: string; part: (name: string) => Expression }[] = [
    {
      id: 'reserved',
      label: 'Reserved capacity, effective',
      part: (name) => capacity.reserved.effective.times(of(reservedShare, name)),
    },
    {
      id: 'overflow',
      label: 'Overflow',
      part: (name) => capacity.overflowCost.times(of(reservedShare, name)),
    },
    {
      id: 'token',
      label: 'Metered, first vendor',
      part: (name) => metered.netByProduct.get(name) ?? constant(0),
    },
    {
      id: 'vendor',
      label: 'Metered, other vendors',
      part: (name) => sumOf(metered.others.map((vendor) => vendor.costByProduct.get(name) ?? constant(0))),
    },
    {
      id: 'commitment',
      label: 'True-up, premium and take-or-pay',
      part: (name) => commitment.trueUp.plus(commitment.premium).plus(takeOrPay).times(of(yearShare, name)),
    },
    {
      id: 'other',
      label: 'Seat tools, credits and the rest',
      part: (name) =>
        tools.cost
          .plus(otherTrueUp.sum)
          .plus(metered.credit)
          .plus(prepaid.effective)
          .minus(prepaid.drawn)
          .times(byVolume(name)),
    },
  ];
  const lines = columns.map(({ id, label, part }) =>
    book.moneyBy(
      `chargeback.${id}`,
      `${label}, by product`,
      products.map((name) => ({ name, definition: part(name) })),
    ),
  );
  for (const name of products) {
    book.money(
      `chargeback.unused[${name}]`,
      `Reserved capacity, unused, by product: ${name}`,
      capacity.unused.times(of(reservedShare, name)),
    );
  }
  const charged = book.moneyBy(
    'chargeback.total',
    'Total effective, by product',
    products.map((name) => ({
      name,
      definition: sumOf(lines.map(({ byName }) => byName.get(name) ?? constant(0))),
    })),
  );
  book.money(
    'chargeback.difference',
    'Total effective less the products’ parts',
    totals.effective.minus(charged.sum),
  );
}
