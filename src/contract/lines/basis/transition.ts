import {
  type Expression,
  periodDays,
  periodEnd,
  periodStart,
  when,
  wholeMonths,
} from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { ContractBook } from '../line-book';

const MONTHS_IN_YEAR = 12;

/**
 * Day-weighted share of a period on the new side of a linear change between two dates a and b: (Ψ(end) − Ψ(start)) ÷
 * days, where Ψ(x), the days on the new side up to x, is (x − a)⁺² ÷ (2(b − a)) up to b and x − b + (b − a) ÷ 2 from
 * then on; b = a is a step.
 */
export function rampShare(from: Expression, to: Expression): Expression {
  const length = to.minus(from);
  const half = length.times('0.5');
  const double = length.times(2);
  const psi = (x: Expression): Expression => {
    const begun = x.minus(from).aboveZero();
    const rising = when(begun.isAbove(0), begun.times(begun).over(double), 0);
    return when(x.isAtLeast(to), x.minus(to).plus(half), rising);
  };
  return psi(periodEnd).minus(psi(periodStart)).over(periodDays);
}

export interface Transition {
  /** Share of the period on the token meter. */
  readonly share: Line;
  /** The contract year by its number, counted from the cutover; 0 in periods that start before it. */
  readonly year: Line;
  readonly cutover: Expression;
}

export function transitionLines(contract: ContractBook): Transition {
  const book = contract.in('time');
  const cutover = book.term('Transition', 'Cutover');
  const happens = book.given('Transition', 'Cutover');
  const share = book.share(
    'transition.share',
    'Share on the token meter',
    when(happens, rampShare(cutover, cutover.plus(book.term('Transition', 'Phase-in'))), 0),
    {
      summary: { kind: 'daily mean' },
      rule: 'transition.share',
    },
  );
  const yearsGoneBy = wholeMonths(cutover, periodStart).over(MONTHS_IN_YEAR).floor();
  const year = book.measure(
    'year',
    'transition.contract year',
    'Contract year',
    when(happens, when(periodStart.isAtLeast(cutover), yearsGoneBy.plus(1), 0), 0),
    { rule: 'transition.contract year' },
  );
  return { share, year, cutover };
}
