import {
  type Expression,
  constant,
  grouped,
  lastBegun,
  monthsAfter,
  periodEnd,
  smallerOf,
  when,
} from '../../calc/expression';
import type { Line } from '../../calc/line';
import type { LineBook } from './contract-terms';
import type { Transition } from './transition';

const MONTHS_IN_YEAR = 12;

/** What the contract year's minimum adds to the metered spend, in the period in which the year ends. */
export function commitmentLines(
  book: LineBook,
  transition: Transition,
  spend: Line,
  horizonEnd: Expression,
): Line {
  const { year } = transition;
  const cutover = book.term('Transition', '', 'Cutover');
  const amounts = book.items('Commitment').map((item) => ({
    from: constant(Number(item)),
    value: book.term('Commitment', item, 'Amount'),
  }));
  const minimum = book.period(
    {
      id: 'commitment.minimum',
      label: 'Commitment of the contract year',
      unit: 'currency',
      summary: { kind: 'none' },
      rule: 'The last listed year stands for all later ones.',
    },
    when(year.isAbove(0), lastBegun(year, amounts), 0),
  );
  const metered = book.period(
    {
      id: 'commitment.metered',
      label: 'Metered in the contract year to date',
      unit: 'currency',
      summary: { kind: 'closing' },
    },
    when(year.isAbove(0), grouped(spend, year), 0),
  );
  const yearStart = monthsAfter(cutover, year.minus(1).times(MONTHS_IN_YEAR));
  const yearEnd = monthsAfter(cutover, year.times(MONTHS_IN_YEAR));
  // A contract year that the horizon cuts owes its part by days.
  const owed = minimum.times(smallerOf(yearEnd, horizonEnd).minus(yearStart)).over(yearEnd.minus(yearStart));
  const closes = periodEnd.isAtLeast(smallerOf(yearEnd, horizonEnd));
  return book.period(
    {
      id: 'commitment.true-up',
      label: 'True-up to the commitment',
      unit: 'currency',
      focus: 'BilledCost (Adjustment)',
    },
    when(year.isAbove(0), when(closes, owed.minus(metered).aboveZero(), 0), 0),
  );
}
