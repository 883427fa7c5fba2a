import { addMonths, type Day } from '../base/calendar';

/** The months of a model: period t runs from its start to the start of the next, which it does not include. */
export class Timeline {
  readonly #starts: readonly Day[];

  /** Every start is counted from the first: going month by month would lose the 31st after a February. */
  constructor(
    readonly first: Day,
    readonly periods: number,
  ) {
    this.#starts = Array.from({ length: periods + 1 }, (_none, period) => addMonths(first, period));
  }

  start(period: number): Day {
    return this.#starts[period] ?? outside(period, this.periods);
  }

  end(period: number): Day {
    return this.start(period + 1);
  }

  /** How many periods start before a day. */
  startedBefore(day: Day): number {
    const next = this.#starts.findIndex((start) => start >= day);
    return next < 0 ? this.periods : Math.min(next, this.periods);
  }

  /** The period that holds a day; undefined outside the horizon. */
  periodOf(day: Day): number | undefined {
    const next = this.#starts.findIndex((start) => start > day);
    return next <= 0 ? undefined : next - 1;
  }
}

function outside(period: number, periods: number): never {
  throw new Error(`Period ${period} lies outside the ${periods} periods of the model.`);
}
