import {
  type Expression,
  monthsAfter,
  periodEnd,
  periodStart,
  previous,
  smallerOf,
  sumOf,
  when,
} from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { ItemTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook, LineBook } from '../line-book';

export interface Prepaid {
  readonly lots: readonly string[];
  /** Token cost paid by credits bought earlier. */
  readonly drawn: Expression;
  /** Cash for lots. */
  readonly paid: Expression;
  /** Value of credits used and of credits expired. */
  readonly effective: Expression;
}

/**
 * Lots of prepaid credits, drawn in the order of the table (which is that of their expiry). What a lot holds at its
 * expiry lapses, but for what rolls over.
 */
export function prepaidLines(contract: ContractBook, usage: Line): Prepaid {
  const book = contract.in('commitment');
  const drawnBefore: Expression[] = [];
  const lots = book.items('Prepaid lot').map((name) => {
    const lot = lotLines(book, name, usage.minus(sumOf(drawnBefore)));
    drawnBefore.push(lot.drawn);
    return lot;
  });
  return {
    lots: book.items('Prepaid lot'),
    drawn: sumOf(lots.map(({ drawn }) => drawn)),
    paid: sumOf(lots.map(({ paid }) => paid)),
    effective: sumOf(lots.map(({ effective }) => effective)),
  };
}

function lotLines(
  book: LineBook,
  name: string,
  wanted: Expression,
): { drawn: Line; paid: Line; effective: Line } {
  const own = (term: ItemTerm<'Prepaid lot'>) => book.term('Prepaid lot', name, term);
  const has = (term: ItemTerm<'Prepaid lot'>) => book.given('Prepaid lot', name, term);
  const id = (part: string) => `prepaid.${part}[${name}]`;
  const bought = when(
    has('Date'),
    own('Date').isAtLeast(periodStart).times(own('Date').isBelow(periodEnd)),
    0,
  );
  const modelStart = book.term('Model', 'Start');
  const isBroughtForward = when(
    has('Date'),
    when(has('Expiry'), own('Expiry').isAbove(modelStart), 1).times(own('Date').isBelow(modelStart)),
    0,
  );
  const closing = book.balance(id('closing'), `Prepaid credits, closing: ${name}`);
  const opening = book.measure(
    'currency',
    id('opening'),
    `Prepaid credits, opening: ${name}`,
    previous(closing, when(isBroughtForward, own('Credits'), 0)),
    { opens: closing, rule: 'prepaid.opening' },
  );
  const purchase = book.money(
    id('credits'),
    `Prepaid credits, bought: ${name}`,
    when(bought, own('Credits'), 0),
  );
  const until = own('Expiry');
  const extended = monthsAfter(until, own('Rollover months'));
  const overCap = opening.minus(own('Rollover cap')).aboveZero();
  const lapses = when(
    periodStart.isAtLeast(extended),
    opening,
    when(periodStart.isAtLeast(until), overCap, 0),
  );
  const expired = book.money(
    id('expired'),
    `Prepaid credits, expired: ${name}`,
    when(has('Expiry'), lapses, 0),
  );
  const drawn = book.money(
    id('drawn'),
    `Prepaid credits, drawn: ${name}`,
    // A volume tier that makes the whole year cheaper gives money back; credits once drawn stay drawn.
    smallerOf(opening.plus(purchase).minus(expired), wanted.aboveZero()),
  );
  closing.define(opening.plus(purchase).minus(expired).minus(drawn));
  const paid = book.money(id('paid'), `Prepaid credits, paid: ${name}`, when(bought, own('Paid'), 0), {
    focus: 'BilledCost (Purchase)',
  });
  // At what was paid for the credits that are there, whatever a scenario decided later says of the lot.
  const value = book.balance(id('value'), `Prepaid credits, closing value: ${name}`);
  const held = previous(value, when(isBroughtForward, own('Paid'), 0)).plus(paid);
  const credits = opening.plus(purchase);
  const gone = drawn.plus(expired);
  const effective = book.money(
    id('effective'),
    `Prepaid credits, used and expired at cost: ${name}`,
    when(gone.equals(credits), when(credits.isAbove(0), held, 0), held.times(gone).over(credits, 0)),
    { focus: 'EffectiveCost' },
  );
  value.define(held.minus(effective));
  return { drawn, paid, effective };
}
