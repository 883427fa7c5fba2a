import {
  type Expression,
  constant,
  grouped,
  lastBegun,
  monthsAfter,
  periodEnd,
  smallerOf,
  when,
} from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { PlainTerm } from '../../../terms/catalogue/term-name';
import type { LineBook } from '../line-book';
import type { Transition } from '../basis/transition';

const MONTHS_IN_YEAR = 12;

/** What a contract year owes, and when: shared by the first vendor's commitment and the others'. */
export class ContractYear {
  readonly #start: Expression;
  readonly #end: Expression;
  /** 1 in the period in which the contract year, or the horizon, ends. */
  readonly closes: Expression;

  constructor(
    readonly year: Line,
    cutover: Expression,
    readonly horizonEnd: Expression,
  ) {
    this.#start = monthsAfter(cutover, year.minus(1).times(MONTHS_IN_YEAR));
    this.#end = monthsAfter(cutover, year.times(MONTHS_IN_YEAR));
    this.closes = periodEnd.isAtLeast(smallerOf(this.#end, horizonEnd));
  }

  /** A year that the horizon cuts owes its part by days. */
  owed(minimum: Expression): Expression {
    const inHorizon = smallerOf(this.#end, this.horizonEnd).minus(this.#start);
    return minimum.times(inHorizon).over(this.#end.minus(this.#start));
  }

  /** The shortfall against what is owed, in the period in which the year closes. */
  trueUp(owed: Expression, spent: Expression): Expression {
    const shortfall = owed.minus(spent).aboveZero();
    return when(this.year.isAbove(0), when(this.closes, shortfall, 0), 0);
  }
}

export interface Commitment {
  readonly trueUp: Line;
  /** What spend beyond the commitment costs more (or less) than within it. */
  readonly premium: Line;
}

export function commitmentLines(
  book: LineBook,
  { year }: Transition,
  contractYear: ContractYear,
  spend: Line,
  relief: Line,
): Commitment {
  const own = (name: PlainTerm<'Commitment'>) => book.term('Commitment', name);
  const isMonthly = book.isUsed('Commitment', 'Window')
    ? book.chosen('Commitment', 'Window', 'Month')
    : constant(0);
  const inYear = (value: Expression): Expression => when(year.isAbove(0), value, 0);
  const amounts = book.itemSteps('Commitment', 'Amount');
  const minimum = book.measure(
    'currency',
    'commitment.minimum',
    'Commitment of the contract year',
    inYear(lastBegun(year, amounts)),
  );
  const metered = book.balance(
    'commitment.metered',
    'Metered in the contract year to date',
    inYear(grouped(spend, year)),
  );
  const relieved = book.balance(
    'commitment.relief',
    'Relief in the contract year to date',
    inYear(grouped(relief, year)),
  );
  const monthly = minimum.over(MONTHS_IN_YEAR);
  const trueUp = when(
    isMonthly,
    inYear(monthly.minus(relief).aboveZero().minus(spend).aboveZero()),
    contractYear.trueUp(contractYear.owed(minimum).minus(relieved).aboveZero(), metered),
  );
  const billed = book.isUsed('Commitment', 'True-up')
    ? when(book.chosen('Commitment', 'True-up', 'Yes'), trueUp, 0)
    : trueUp;
  const trueUpLine = book.money('commitment.true-up', 'True-up to the commitment', billed, {
    focus: 'BilledCost (Adjustment)',
  });
  const beyond = (toDate: Expression): Expression => toDate.minus(minimum).aboveZero();
  const overspend = when(
    isMonthly,
    spend.minus(monthly).aboveZero(),
    beyond(metered).minus(beyond(metered.minus(spend))),
  );
  const premium = book.isUsed('Commitment', 'Overage factor')
    ? inYear(own('Overage factor').minus(1).times(overspend))
    : constant(0);
  const premiumLine = book.money('commitment.overage', 'Premium on spend beyond the commitment', premium);
  return { trueUp: trueUpLine, premium: premiumLine };
}
