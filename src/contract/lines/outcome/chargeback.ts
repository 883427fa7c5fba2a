import { type Expression, constant, grouped, sumOf, when } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { Commitment } from '../billing/commitment';
import type { LineBook } from '../line-book';
import type { Metered } from '../metered/metered';
import type { Prepaid } from '../billing/prepaid';
import type { Transition } from '../basis/transition';

export interface ChargebackParts {
  readonly wanted: readonly { readonly name: string; readonly line: Line }[];
  readonly demand: Line;
  readonly effective: Line;
  readonly unused: Line;
  readonly overflowCost: Line;
  readonly metered: Metered;
  readonly commitment: Commitment;
  readonly takeOrPay: Line;
  readonly transition: Transition;
  readonly otherTrueUp: Line;
  readonly tools: Line;
  readonly prepaid: Prepaid;
  readonly volume: ReadonlyMap<string, Line>;
  readonly totalEffective: Line;
}

/**
 * Every cost line by product. Reserved cost and overflow follow the demand on reserved capacity, metered cost its list
 * value, true-ups the metered cost of the contract year, everything else the tokens used. Each adds up to its total.
 */
export function chargebackLines(book: LineBook, parts: ChargebackParts): void {
  const { metered, transition, commitment, prepaid } = parts;
  const products = parts.wanted.map(({ name }) => name);
  const volumes = sumOf([...parts.volume.values()]);
  // Without any volume the products bear a cost alike, so that none of it is lost.
  const byVolume = (name: string): Expression =>
    (parts.volume.get(name) ?? constant(0)).over(volumes, constant(1).over(products.length || 1));
  const share = (part: Expression, whole: Expression, name: string) => part.over(whole, byVolume(name));

  const reservedShare = new Map(
    parts.wanted.map(({ name, line }) => [
      name,
      book.share(
        `chargeback.reserved share[${name}]`,
        `Share of reserved cost: ${name}`,
        share(line, parts.demand, name),
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
      part: (name) => parts.effective.times(of(reservedShare, name)),
    },
    { id: 'overflow', label: 'Overflow', part: (name) => parts.overflowCost.times(of(reservedShare, name)) },
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
      part: (name) =>
        commitment.trueUp.plus(commitment.premium).plus(parts.takeOrPay).times(of(yearShare, name)),
    },
    {
      id: 'other',
      label: 'Seat tools, credits and the rest',
      part: (name) =>
        parts.tools
          .plus(parts.otherTrueUp)
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
      parts.unused.times(of(reservedShare, name)),
    );
  }
  book.moneyBy(
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
    parts.totalEffective.minus(book.lineNamed('chargeback.total')),
  );
}
