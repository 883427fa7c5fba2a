import type { Day } from '../../../base/calendar';
import { Decimal } from '../../../base/decimal';
import type { Culture } from '../../../terms/entry/entry';
import { monthText, NOT_AVAILABLE, numberText } from '../figures';

/** One line of a chart. */
export interface MonthSeries {
  /** As a sentence begins with it: "This path". */
  readonly name: string;
  /** One for each month; not a number where a month has none. */
  readonly amounts: readonly Decimal[];
}

/** Amounts by month, as a chart and as a table. */
export interface MonthFigures {
  /** What the amounts are: "Billed cost". */
  readonly figure: string;
  readonly unit: string;
  /** Decimals of an amount in words and in the table. */
  readonly decimals: number;
  /** The first day of each month. */
  readonly starts: readonly Day[];
  /** At least one; the first is the one that the chart is about. */
  readonly series: readonly MonthSeries[];
}

/** The chart as a person would tell it on the telephone. */
export function inWords({ figure, unit, decimals, starts, series }: MonthFigures, culture: Culture): string {
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  const amount = (value: Decimal) => `${numberText(value, decimals, culture)} ${unit}`;
  const told = ({ name, amounts }: MonthSeries): string => {
    const there = amounts.filter((each) => each.isFinite());
    const [begins, ends] = [amounts[0], amounts.at(-1)];
    if (!begins || !ends || there.length === 0) return `${name}: ${NOT_AVAILABLE}.`;
    const highest = Decimal.max(...there);
    const when = starts[amounts.findIndex((each) => each.eq(highest))] ?? 0;
    return `${name}: ${amount(begins)} in the first month, ${amount(ends)} in the last, most in ${monthText(when)} with ${amount(highest)}.`;
  };
  return [`${figure} from ${monthText(first)} to ${monthText(last)}.`, ...series.map(told)].join(' ');
}
