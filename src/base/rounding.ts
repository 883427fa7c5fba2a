import { Decimal } from './decimal';

/** How a tie is broken: 0.125 to two places is 0.13 half away from zero, 0.12 half even. */
export type RoundingMode = 'Half away from zero' | 'Half even';

const MODES = {
  'Half away from zero': Decimal.ROUND_HALF_UP,
  'Half even': Decimal.ROUND_HALF_EVEN,
} as const satisfies Record<RoundingMode, number>;

/**
 * Rounds to decimal places. Half away from zero is what Excel's ROUND does, so that any rounded line can be
 * re-performed in a cell; half even is what some invoicing systems do.
 *
 * @param places decimal places, a whole number of 0 or more
 */
export function round(value: Decimal, places: number, mode: RoundingMode = 'Half away from zero'): Decimal {
  return value.toDecimalPlaces(places, MODES[mode]);
}
