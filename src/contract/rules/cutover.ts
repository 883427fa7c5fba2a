import { Decimal, ZERO } from '../../base/decimal';
import type { Day } from '../../base/calendar';

/**
 * Day-weighted days that a linear ramp from `from` to `to` has brought up to the day `at`:
 * 0 before it, (x−a)²/(2(b−a)) within, (b−a)/2 + (x−b) after. A ramp of no days is a step.
 */
function rampedDays(at: Day, from: Day, to: Day): Decimal {
  if (at <= from) return ZERO;
  if (at >= to) return new Decimal(to - from).dividedBy(2).plus(at - to);
  return new Decimal(at - from).pow(2).dividedBy(2 * (to - from));
}

/**
 * Share of a period's days, 0 to 1, that a linear ramp has moved to the new basis. The one primitive for phase-in,
 * vendor switch and capacity ramps: exact, additive over any split of the period, continuous in both ramp dates.
 *
 * Equation  share = [Ψ(end) − Ψ(start)] / (end − start)
 *
 * @param start first day of the period
 * @param end   day after its last day; later than `start`
 * @param from  day the ramp begins
 * @param to    day it is complete; the same day for a step
 */
export function rampShare(start: Day, end: Day, from: Day, to: Day): Decimal {
  return rampedDays(end, from, to)
    .minus(rampedDays(start, from, to))
    .dividedBy(end - start);
}

/** When the meter starts, and over how many days volumes move to it. No cutover at all is `null` where it is used. */
export interface Cutover {
  readonly day: Day;
  readonly phaseInDays: number;
}

/** Share of a period on the token meter, 0 to 1; 0 throughout without a cutover. */
export function meteredShare(start: Day, end: Day, cutover: Cutover | null): Decimal {
  if (cutover === null) return ZERO;
  return rampShare(start, end, cutover.day, cutover.day + cutover.phaseInDays);
}
