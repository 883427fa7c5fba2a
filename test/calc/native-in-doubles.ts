import type { Line } from '../../src/calc/line';
import type { Model } from '../../src/calc/model';
import { type Addressing, NativeReading } from '../../src/calc/native/native';
import type { Timeline } from '../../src/calc/timeline';
import type { TermValues } from '../../src/calc/exact/exact';
import { type Compute, type Value, inDoubles } from './formula-in-doubles';

/** The native reading of a model, computed formula by formula without a spreadsheet program. */
export class NativeInDoubles {
  readonly #reading: NativeReading;
  readonly #formulas = new Map<Line, Compute>();
  #values = new Map<Line, Value[]>();
  #timeline: Timeline | undefined;
  #terms: TermValues = [];

  constructor(readonly model: Model) {
    this.#reading = new NativeReading(model);
    for (const line of model.lines) {
      for (const row of this.#reading.rows(line)) this.#formulas.set(row, this.#compile(row));
    }
  }

  /** Every line of the model for one set of terms, as cells show it. */
  evaluate(timeline: Timeline, terms: TermValues): ReadonlyMap<Line, readonly Value[]> {
    [this.#timeline, this.#terms, this.#values] = [timeline, terms, new Map()];
    for (const { scalars, periods } of this.model.passes) {
      for (const line of scalars) this.#value(line, 0);
      for (let period = 0; period < timeline.periods; period += 1) {
        for (const line of periods) this.#value(line, period);
      }
    }
    return this.#values;
  }

  #value(line: Line, period: number): Value {
    const at = line.scalar ? 0 : period;
    let values = this.#values.get(line);
    if (!values) this.#values.set(line, (values = []));
    return (values[at] ??= this.#formulas.get(line)?.(at) ?? NaN);
  }

  #series(line: Line, last: number): number[] {
    return Array.from({ length: last + 1 }, (_none, period) => this.#value(line, period) as number);
  }

  #compile(line: Line): Compute {
    const references: Compute[] = [];
    const refer = (reference: Compute): string => `#${references.push(reference) - 1}`;
    const timeline = (): Timeline => {
      if (!this.#timeline) throw new Error('A line was read before the terms were set.');
      return this.#timeline;
    };
    const addressing: Addressing = {
      term: ({ index }) => refer(() => this.#terms[index]?.toNumber() ?? 0),
      given: ({ index }) => refer(() => ((this.#terms[index] ?? null) === null ? 0 : 1)),
      constant: (value) => refer(() => value.toNumber()),
      clock: (field) =>
        refer((period) => {
          const [start, end] = [timeline().start(period), timeline().end(period)];
          return { index: period, start, end, days: end - start }[field];
        }),
      line: (of, span) => {
        if (of.scalar || span === 'now') return refer((period) => this.#value(of, period));
        if (span === 'before') return refer((period) => this.#value(of, period - 1));
        if (span === 'so far') return refer((period) => this.#series(of, period));
        return refer(() => this.#series(of, timeline().periods - 1));
      },
    };
    // The ranges of a formula stand between brackets, where one reference does as well.
    return inDoubles(this.#reading.print(line, addressing), references);
  }
}
