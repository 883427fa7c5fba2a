import {
  type Expression,
  periodDays,
  periodEnd,
  periodStart,
  smallerOf,
  when,
  wholeMonths,
} from '../../calc/expression';
import type { Line } from '../../calc/line';
import type { LineBook } from './contract-terms';

/**
 * Day-weighted share of a period on the new side of a linear change between two dates. With
 * Ψ(x) = (min(x, b) − a)⁺² ÷ (2(b − a)) + (x − b)⁺ it is (Ψ(end) − Ψ(start)) ÷ days; b = a is a step.
 */
export function rampShare(from: Expression, to: Expression): Expression {
  const length = to.minus(from);
  const psi = (x: Expression): Expression => {
    const rising = smallerOf(x, to).minus(from).aboveZero();
    return when(length.isAbove(0), rising.times(rising).over(length.times(2), 0), 0).plus(
      x.minus(to).aboveZero(),
    );
  };
  return psi(periodEnd).minus(psi(periodStart)).over(periodDays);
}

export interface Transition {
  /** Share of the period on the token meter. */
  readonly share: Line;
  /** The contract year by its number, counted from the cutover; 0 before it. */
  readonly year: Line;
}

export function transitionLines(book: LineBook): Transition {
  const cutover = book.term('Transition', '', 'Cutover');
  const happens = book.given('Transition', '', 'Cutover');
  const share = book.period(
    {
      id: 'transition.share',
      label: 'Share on the token meter',
      unit: 'share',
      summary: { kind: 'daily mean' },
      rule: 'Day-weighted, linear from the cutover over the days of the phase-in.',
    },
    when(happens, rampShare(cutover, cutover.plus(book.term('Transition', '', 'Phase-in'))), 0),
  );
  const months = wholeMonths(cutover, periodStart);
  const year = book.period(
    { id: 'transition.contract year', label: 'Contract year', unit: 'year', summary: { kind: 'none' } },
    when(happens, when(periodStart.isAtLeast(cutover), months.over(12).floor().plus(1), 0), 0),
  );
  return { share, year };
}
