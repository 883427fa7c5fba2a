import { type Expression, grouped, monthsAfter, periodEnd, smallerOf, when } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { Basis } from '../basis/basis';

const MONTHS_IN_YEAR = 12;

/** What a contract year owes, and when: shared by the first vendor's commitment and the others'. */
export class ContractYear {
  /** The year by its number; 0 before the first one. */
  readonly year: Line;
  readonly #start: Expression;
  readonly #end: Expression;
  readonly #horizonEnd: Expression;
  /** 1 in the period in which the contract year, or the horizon, ends. */
  readonly closes: Expression;

  constructor({ transition: { year, cutover }, horizonEnd }: Pick<Basis, 'transition' | 'horizonEnd'>) {
    this.year = year;
    this.#start = monthsAfter(cutover, year.minus(1).times(MONTHS_IN_YEAR));
    this.#end = monthsAfter(cutover, year.times(MONTHS_IN_YEAR));
    this.#horizonEnd = horizonEnd;
    this.closes = periodEnd.isAtLeast(smallerOf(this.#end, horizonEnd));
  }

  /** A flow from the start of the contract year to the end of the period. */
  toDate(flow: Line): Expression {
    return when(this.year.isAbove(0), grouped(flow, this.year), 0);
  }

  /** A year that the horizon cuts owes its part by days. */
  owed(minimum: Expression): Expression {
    const inHorizon = smallerOf(this.#end, this.#horizonEnd).minus(this.#start);
    return minimum.times(inHorizon).over(this.#end.minus(this.#start));
  }

  /** The shortfall against what is owed, in the period in which the year closes. */
  trueUp(owed: Expression, spent: Expression): Expression {
    const shortfall = owed.minus(spent).aboveZero();
    return when(this.year.isAbove(0), when(this.closes, shortfall, 0), 0);
  }
}
