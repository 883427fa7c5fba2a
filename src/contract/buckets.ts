import { civilDate, type Day } from '../base/calendar';
import { Decimal, ZERO } from '../base/decimal';
import type { Evaluation } from '../calc/exact/exact';
import type { Line } from '../calc/line';

export const BUCKETS = ['Month', 'Quarter', 'Year', 'Contract year'] as const;
export type Bucketing = (typeof BUCKETS)[number];

/** A run of periods that are reported together. */
export interface Bucket {
  readonly start: Day;
  readonly from: number;
  /** The first period no longer in it. */
  readonly to: number;
}

/** Calendar quarters and years hold the periods that start in them; contract years follow the cutover. */
export function bucketsOf(evaluation: Evaluation, by: Bucketing): Bucket[] {
  const { timeline } = evaluation;
  const key = keyOf(evaluation, by);
  const buckets: Bucket[] = [];
  for (let period = 0; period < timeline.periods; period += 1) {
    const last = buckets.at(-1);
    if (last && key(last.from) === key(period)) buckets[buckets.length - 1] = { ...last, to: period + 1 };
    else buckets.push({ start: timeline.start(period), from: period, to: period + 1 });
  }
  return buckets;
}

function keyOf(evaluation: Evaluation, by: Bucketing): (period: number) => number {
  const date = (period: number) => civilDate(evaluation.timeline.start(period));
  switch (by) {
    case 'Month':
      return (period) => period;
    case 'Quarter':
      return (period) => date(period).year * 4 + Math.floor((date(period).month - 1) / 3);
    case 'Year':
      return (period) => date(period).year;
    case 'Contract year': {
      const year = evaluation.model.line('transition.contract year');
      return (period) => (year ? evaluation.at(year, period).toNumber() : 0);
    }
  }
}

/** What a line comes to over a bucket; undefined where it has no meaning beyond one period. */
export function bucketValue(evaluation: Evaluation, line: Line, { from, to }: Bucket): Decimal | undefined {
  if (line.scalar) return undefined;
  if (to - from === 1) return evaluation.at(line, from);
  const sumOf = (summed: Line): Decimal =>
    from === 0 ? evaluation.sumUpTo(summed, to) : sum(evaluation.series(summed).slice(from, to));
  const { summary } = line;
  switch (summary.kind) {
    case 'sum':
      return sumOf(line);
    case 'closing':
      return evaluation.at(line, to - 1);
    case 'ratio': {
      const base = sumOf(summary.to);
      const of = sumOf(summary.of);
      return base.isZero() ? new Decimal(NaN) : of.times(summary.times ?? 1).div(base);
    }
    case 'daily mean': {
      const { timeline } = evaluation;
      const days = timeline.start(to) - timeline.start(from);
      const values = evaluation.series(line).slice(from, to);
      const weighted = values.map((value, place) =>
        value.times(timeline.end(from + place) - timeline.start(from + place)),
      );
      return sum(weighted).div(days);
    }
    case 'none':
      return undefined;
  }
}

/** What a line comes to over the whole horizon; of a scalar, its one value. */
export const totalValue = (evaluation: Evaluation, line: Line): Decimal | undefined =>
  line.scalar
    ? evaluation.at(line, 0)
    : bucketValue(evaluation, line, { start: 0, from: 0, to: evaluation.timeline.periods });

const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), ZERO);
