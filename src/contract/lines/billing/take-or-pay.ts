import {
  type Expression,
  constant,
  largerOf,
  monthsAfter,
  smallerOf,
  sumOf,
  total,
  when,
} from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { Basis } from '../basis/basis';
import type { ContractYear } from './contract-year';
import type { ItemTerm, PlainTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook, LineBook } from '../line-book';

const MILLION = 1_000_000;
const MONTHS_IN_YEAR = 12;

/** What a contract year may take off its quantity. */
const RELIEFS = ['Maintenance', 'Force majeure', 'Vendor shortfall', 'Permitted reduction'] as const;

/** One contract year of the ledger. */
interface LedgerYear {
  readonly number: number;
  readonly adjusted: Line;
  readonly taken: Line;
}

/** Quantities set aside in one year and used in later ones, oldest first: make-up, or banked surplus. */
interface Carried {
  readonly from: number;
  readonly quantity: Line;
  readonly used: Line[];
}

/**
 * Take-or-pay on the first vendor's tokens: a ledger of contract years, settled in the period in which each closes.
 * Make-up counts after the adjusted quantity and surplus above it is banked; what is open at the end is forfeited.
 * The function TAKE_OR_PAY has the other orders.
 */
export function takeOrPayLine(
  contract: ContractBook,
  basis: Basis,
  contractYear: ContractYear,
  tokens: Line,
): Line {
  const book = contract.in('commitment');
  const own = (term: PlainTerm<'Take-or-pay'>) => book.term('Take-or-pay', term);
  const price = (term: PlainTerm<'Take-or-pay'>) => own(term).over(MILLION);
  const makeUp: Carried[] = [];
  const surplus: Carried[] = [];
  const settlements = book.items('Take-or-pay').map((item) => {
    const year = ledgerYear(book, item, basis, tokens);
    const { number, adjusted, taken } = year;
    const id = (part: string) => `take-or-pay.${part}[${item}]`;
    const quantity = (part: string, label: string, definition: Expression): Line =>
      book.scalar('tokens', id(part), `Take-or-pay, year ${item}: ${label}`, definition);
    const carry = (
      list: Carried[],
      part: string,
      label: string,
      limit: Expression,
      life: Expression,
    ): Expression => sumOf(useOldestFirst(book, list, { number, part, label, limit, life }));

    const made = carry(makeUp, 'make-up', 'made up', taken.minus(adjusted).aboveZero(), own('Make-up years'));
    const counted = quantity('counted', 'counted towards the minimum', taken.minus(made));
    const minimum = quantity('minimum', 'minimum', adjusted.times(own('Share')));
    const deficiency = quantity('deficiency', 'deficiency', minimum.minus(counted).aboveZero());
    const limit = deficiency.times(own('Carry-forward cap'));
    const credited = carry(surplus, 'credit', 'credited from surplus', limit, own('Carry-forward years'));
    const unpaid = quantity('unpaid', 'deficiency to be paid', deficiency.minus(credited));
    const banked = quantity('surplus', 'surplus banked', counted.minus(adjusted).aboveZero());
    makeUp.push({ from: number, quantity: unpaid, used: [] });
    surplus.push({ from: number, quantity: banked, used: [] });
    // Made-up tokens ran over the meter as well; what was paid for them as a deficiency comes off.
    const amount = unpaid
      .times(price('Price'))
      .plus(made.times(price('Make-up price').minus(price('Price'))));
    return {
      number,
      amount: book.scalar('currency', id('settlement'), `Take-or-pay, year ${item}: settlement`, amount),
    };
  });
  return book.money(
    'take-or-pay.settlement',
    'Take-or-pay settlement',
    sumOf(
      settlements.map(({ number, amount }) =>
        when(contractYear.year.equals(number), when(contractYear.closes, amount, 0), 0),
      ),
    ),
    {
      focus: 'BilledCost (Adjustment)',
      rule: 'take-or-pay.settlement',
      settles: true,
    },
  );
}

function ledgerYear(
  book: LineBook,
  item: string,
  { transition: { year, cutover }, horizonEnd }: Basis,
  tokens: Line,
): LedgerYear {
  const number = Number(item);
  const own = (term: ItemTerm<'Take-or-pay'>) => book.term('Take-or-pay', item, term);
  const start = monthsAfter(cutover, (number - 1) * MONTHS_IN_YEAR);
  const end = monthsAfter(cutover, number * MONTHS_IN_YEAR);
  const inHorizon = largerOf(smallerOf(end, horizonEnd).minus(start), 0).over(end.minus(start));
  const reliefs = RELIEFS.map(own);
  const listed = when(
    book.given('Take-or-pay', item, 'Quantity'),
    own('Quantity').minus(sumOf(reliefs)).aboveZero(),
    0,
  );
  const happens = book.given('Transition', 'Cutover');
  const adjusted = book.scalar(
    'tokens',
    `take-or-pay.adjusted[${item}]`,
    `Take-or-pay, year ${item}: adjusted quantity`,
    when(happens, listed.times(inHorizon), 0),
    { rule: 'take-or-pay.adjusted' },
  );
  const inYear = book.tokens(
    `take-or-pay.tokens[${item}]`,
    `Take-or-pay, year ${item}: tokens in the period`,
    when(year.equals(number), tokens, 0),
  );
  const taken = book.scalar(
    'tokens',
    `take-or-pay.taken[${item}]`,
    `Take-or-pay, year ${item}: taken`,
    when(book.given('Take-or-pay', item, 'Quantity'), total(inYear), 0),
    { rule: 'take-or-pay.taken' },
  );
  return { number, adjusted, taken };
}

interface Use {
  readonly number: number;
  readonly part: string;
  readonly label: string;
  /** At most so much in this year. */
  readonly limit: Expression;
  /** Years after its own in which a quantity may still be used. */
  readonly life: Expression;
}

function useOldestFirst(book: LineBook, carried: readonly Carried[], use: Use): Line[] {
  const usedNow: Line[] = [];
  for (const { from, quantity, used } of carried) {
    const open = quantity.minus(sumOf(used));
    const isAlive = use.life.isAtLeast(use.number - from);
    const line = book.scalar(
      'tokens',
      `take-or-pay.${use.part}[${use.number}][${from}]`,
      `Take-or-pay, year ${use.number}: ${use.label}, of year ${from}`,
      when(isAlive, smallerOf(open, use.limit.minus(sumOf(usedNow))), constant(0)),
    );
    used.push(line);
    usedNow.push(line);
  }
  return usedNow;
}
