import { Decimal, ONE, ZERO } from '../../base/decimal';
import {
  addMonths,
  daysInMonth,
  monthStart,
  nextMonthStart,
  wholeMonths,
  type Day,
} from '../../base/calendar';

/** Units in force from a day on, until the next step. */
export interface UnitStep {
  readonly from: Day;
  readonly units: Decimal;
}

export const RATE_BASES = ['Hour', 'Day', 'Month', 'Year'] as const;
export type RateBasis = (typeof RATE_BASES)[number];

export interface ReservedTariff {
  /** Per unit and basis, in the first contract year. */
  readonly rate: Decimal;
  readonly basis: RateBasis;
  /** Hours billed for a full month; null bills 24 hours for each day. Only for a rate per hour. */
  readonly hoursPerMonth: Decimal | null;
  /** Added to the rate on every anniversary: 0.04 for 4 % a year. */
  readonly escalator: Decimal;
  /** Anniversaries count from this day. */
  readonly termStart: Day;
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

const HOURS_IN_DAY = 24;
const MONTHS_IN_YEAR = 12;

/**
 * Fee for the units in force in [start, end): the sum over days of units × rate of that day, taken in one step for
 * every stretch in which neither changes.
 *
 * @param steps in order of their dates; before the first, no unit is in force
 * @returns in the currency of the rate, unrounded
 */
export function reservedFee(
  steps: readonly UnitStep[],
  tariff: ReservedTariff,
  start: Day,
  end: Day,
): Decimal {
  let fee = ZERO;
  for (const { units, span } of stretches(steps, start, end)) {
    for (const { factor, span: year } of contractYears(tariff, span)) {
      fee = fee.plus(units.times(tariff.rate).times(factor).times(billedTime(tariff, year)));
    }
  }
  return fee;
}

/**
 * Capacity of the units in force in [start, end), in input-equivalent tokens.
 *
 * @param tokensPerUnitHour what one unit serves in one hour at full load
 * @param maxUtilisation    the part of it that can be used in practice, 0 to 1
 */
export function reservedCapacity(
  steps: readonly UnitStep[],
  tokensPerUnitHour: Decimal,
  maxUtilisation: Decimal,
  start: Day,
  end: Day,
): Decimal {
  let unitHours = ZERO;
  for (const { units, span } of stretches(steps, start, end)) {
    unitHours = unitHours.plus(units.times(HOURS_IN_DAY * (span.to - span.from)));
  }
  return unitHours.times(tokensPerUnitHour).times(maxUtilisation);
}

function* stretches(
  steps: readonly UnitStep[],
  start: Day,
  end: Day,
): Generator<{ units: Decimal; span: Span }> {
  for (const [index, step] of steps.entries()) {
    const from = Math.max(start, step.from);
    const to = Math.min(end, steps[index + 1]?.from ?? end);
    if (from < to) yield { units: step.units, span: { from, to } };
  }
}

/** Cuts a span at the anniversaries of the term; the factor is (1 + escalator) to the number of years gone by. */
function* contractYears(tariff: ReservedTariff, span: Span): Generator<{ factor: Decimal; span: Span }> {
  if (tariff.escalator.isZero()) {
    yield { factor: ONE, span };
    return;
  }
  const growth = tariff.escalator.plus(1);
  let year = Math.floor(wholeMonths(tariff.termStart, span.from) / MONTHS_IN_YEAR);
  let from = span.from;
  while (from < span.to) {
    // Always from the term's start: an anniversary of an anniversary would lose a 29 February for good.
    const anniversary = addMonths(tariff.termStart, MONTHS_IN_YEAR * (year + 1));
    const to = Math.min(span.to, anniversary);
    yield { factor: growth.pow(year), span: { from, to } };
    from = to;
    year += 1;
  }
}

/** How many times the rate is due for one unit in force through the span. */
function billedTime(tariff: ReservedTariff, span: Span): Decimal {
  const days = span.to - span.from;
  switch (tariff.basis) {
    case 'Hour':
      return tariff.hoursPerMonth
        ? monthsInForce(span).times(tariff.hoursPerMonth)
        : new Decimal(HOURS_IN_DAY * days);
    case 'Day':
      return new Decimal(days);
    case 'Month':
      return monthsInForce(span);
    case 'Year':
      return monthsInForce(span).dividedBy(MONTHS_IN_YEAR);
  }
}

/** Months in a span, each part of a month as days in force ÷ days of that calendar month. */
export function monthsInForce({ from, to }: Span): Decimal {
  const firstFull = monthStart(from) === from ? from : nextMonthStart(from);
  const lastFull = monthStart(to);
  if (firstFull > lastFull) return new Decimal(to - from).dividedBy(daysInMonth(from));
  return new Decimal(firstFull - from)
    .dividedBy(daysInMonth(from))
    .plus(wholeMonths(firstFull, lastFull))
    .plus(new Decimal(to - lastFull).dividedBy(daysInMonth(to)));
}
