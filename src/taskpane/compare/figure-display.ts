import { Decimal } from '../../base/decimal';
import type { Culture } from '../../terms/entry/entry';
import { numberText } from '../parts/figures';

/** How the values of one figure are written: all of them alike, so that they can be held against each other. */
export interface FigureDisplay {
  /** Beside the values: "USD", "trillion tokens". */
  readonly unit: string;
  readonly decimals: number;
  readonly divisor: number;
}

const MONEY: Omit<FigureDisplay, 'unit'> = { decimals: 2, divisor: 1 };
const UNIT_PRICE: Omit<FigureDisplay, 'unit'> = { decimals: 4, divisor: 1 };

/** Counts in the multiple in which they read best. */
const MULTIPLES = [
  { divisor: 1e12, word: 'trillion ' },
  { divisor: 1e9, word: 'billion ' },
  { divisor: 1e6, word: 'million ' },
] as const;
const COUNT_DECIMALS = 3;

/** @param unit of the figure, the currency by its code. @param values all that are shown */
export function displayOf(unit: string, currency: string, values: readonly Decimal[]): FigureDisplay {
  if (unit === currency) return { unit, ...MONEY };
  if (unit.startsWith(`${currency} per`)) return { unit, ...UNIT_PRICE };
  const finite = values.filter((value) => value.isFinite()).map((value) => value.abs());
  const largest = finite.length > 0 ? Decimal.max(...finite) : new Decimal(0);
  const multiple = MULTIPLES.find(({ divisor }) => largest.gte(divisor));
  return multiple
    ? { unit: `${multiple.word}${unit}`, decimals: COUNT_DECIMALS, divisor: multiple.divisor }
    : { unit, decimals: COUNT_DECIMALS, divisor: 1 };
}

/** As it is shown, still in the unit of the figure's display. */
export const rounded = (value: Decimal, { decimals, divisor }: FigureDisplay): Decimal =>
  value.div(divisor).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);

export const figureText = (value: Decimal, display: FigureDisplay, culture: Culture): string =>
  numberText(value.div(display.divisor), display.decimals, culture);

/** With its sign, whichever it is: a difference. */
export const signed = (text: string, value: Decimal): string =>
  value.isFinite() && value.isPositive() && !value.isZero() ? `+${text}` : text;
