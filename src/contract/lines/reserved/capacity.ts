import { constant, sumOf } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { Basis } from '../basis/basis';
import type { ContractBook, LineBook } from '../line-book';
import type { Price } from '../metered/price';
import { type Reserved, reservedLines } from './reserved';
import { type Tariff, loadOn } from './reserved-tariff';

/** Reserved capacity under the demand for it: what is served, what stays unused, and what goes beyond. */
export interface Capacity {
  readonly reserved: Reserved;
  readonly demand: Line;
  readonly demandByProduct: ReadonlyMap<string, Line>;
  readonly unused: Line;
  readonly overflowCost: Line;
}

export function capacityLines(contract: ContractBook, basis: Basis): Capacity {
  const book = contract.in('reserved');
  const { demand, demandByProduct } = demandLines(book, basis);
  const reserved = reservedLines(contract, basis.horizonEnd);
  const { capacity } = reserved.tariff;
  const [overflowing, within] = loadOn(book, 'Reserved', demand, capacity);
  const beyond = book.tokens('reserved.overflow', 'Demand beyond the capacity', overflowing);
  const served = book.tokens('reserved.served', 'Demand served by reserved capacity', within);
  const utilisation = book.share('reserved.utilisation', 'Utilisation', served.over(capacity, 0), {
    summary: { kind: 'ratio', of: served, to: capacity },
  });
  const used = book.money(
    'reserved.used',
    'Effective cost, used',
    reserved.effective.minus(reserved.costOfLeaving).times(utilisation),
    { focus: 'EffectiveCost (Used)', rule: 'reserved.used' },
  );
  const unused = book.money('reserved.unused', 'Effective cost, unused', reserved.effective.minus(used), {
    focus: 'EffectiveCost (Unused)',
  });
  const overflowCost = book.money(
    'reserved.overflow cost',
    'Overflow, on demand',
    beyond.times(basis.price.onDemand),
    { focus: 'BilledCost', rule: 'reserved.overflow cost' },
  );
  breakEvenLines(book, reserved.tariff, basis.price);
  return { reserved, demand, demandByProduct, unused, overflowCost };
}

/** What is not on the meter yet, in the tokens that capacity is measured in. */
function demandLines(
  book: LineBook,
  { usage, transition }: Basis,
): Pick<Capacity, 'demand' | 'demandByProduct'> {
  const demandByProduct = new Map(
    usage.products.map(({ name, demand, weight }) => [
      name,
      book.tokens(
        `reserved.demand[${name}]`,
        `Demand on reserved capacity: ${name}`,
        demand.times(constant(1).minus(transition.share)).times(weight),
      ),
    ]),
  );
  const demand = book.tokens(
    'reserved.demand',
    'Demand on reserved capacity',
    sumOf([...demandByProduct.values()]),
  );
  return { demand, demandByProduct };
}

function breakEvenLines(book: LineBook, { fee, capacity }: Tariff, { onDemand }: Price): void {
  const breakEven = book.tokens(
    'reserved.break-even',
    'Tokens at which the meter costs what the capacity costs',
    fee.over(onDemand, 0),
  );
  book.share(
    'reserved.break-even utilisation',
    'Utilisation at which the meter costs what the capacity costs',
    breakEven.over(capacity, 0),
    { summary: { kind: 'ratio', of: breakEven, to: capacity }, isUnbounded: true },
  );
}
