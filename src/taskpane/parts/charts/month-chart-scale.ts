import type { Day } from '../../../base/calendar';
import { civilDate } from '../../../base/calendar';

/** Round steps of an axis. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Round values that an axis marks, from at most the lowest value to at least the highest.
 * @param most how many at most
 */
export function axisMarks(lowest: number, highest: number, most: number): number[] {
  const from = Math.min(0, lowest);
  const to = Math.max(0, highest);
  if (from === to) return [0, 1];
  const rough = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((each) => each * power >= rough) ?? 10) * power;
  const first = Math.floor(from / step);
  const last = Math.ceil(to / step);
  return Array.from({ length: last - first + 1 }, (_none, place) => (first + place) * step);
}

interface Scale {
  readonly divisor: number;
  readonly word: string;
}

const SCALES: readonly Scale[] = [
  { divisor: 1e9, word: 'billion ' },
  { divisor: 1e6, word: 'million ' },
  { divisor: 1e3, word: 'thousand ' },
];
const UNSCALED: Scale = { divisor: 1, word: '' };

/** In which multiple of the currency amounts of this size read best. */
export const scaleOf = (highest: number): Scale =>
  SCALES.find(({ divisor }) => Math.abs(highest) >= 2 * divisor) ?? UNSCALED;

/** The months in which a year begins: their place, and the year. */
export const yearStarts = (starts: readonly Day[]): { place: number; year: number }[] =>
  starts.flatMap((start, place) => {
    const { year, month } = civilDate(start);
    return month === 1 ? [{ place, year }] : [];
  });

/**
 * The path of an SVG through the amounts, interrupted where a month has none.
 * @param point where an amount stands, as "x,y"
 */
export function pathThrough(
  amounts: readonly number[],
  point: (amount: number, place: number) => string,
): string {
  const isDrawn = (place: number): boolean => Number.isFinite(amounts[place]);
  return amounts
    .map((amount, place) =>
      isDrawn(place) ? `${isDrawn(place - 1) ? 'L' : 'M'}${point(amount, place)}` : '',
    )
    .join('');
}
