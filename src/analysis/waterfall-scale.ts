/** One bar of a waterfall: a total from the axis, or a step from where the bar before ended. */
export interface WaterfallBar {
  readonly label: string;
  readonly kind: 'total' | 'rise' | 'fall' | 'none';
  /** Ends of the bar in the unit of the amounts, the smaller first. */
  readonly from: number;
  readonly to: number;
  /** Where the next bar begins. */
  readonly level: number;
}

export interface WaterfallScale {
  readonly bars: readonly WaterfallBar[];
  /** Ends of the axis. */
  readonly low: number;
  readonly high: number;
  /** Whether the axis leaves 0 out, which the reader must be told. */
  readonly isCut: boolean;
}

export interface WaterfallAmount {
  readonly label: string;
  readonly amount: number;
}

/** Room left and right of the outermost ends, as a part of the span. */
const MARGIN = 0.08;
/** An axis from 0 is kept while the steps can still be told apart on it: their span is at least this part of it. */
const READABLE = 0.35;

/** Bars and axis of a bridge: the first total, the steps, the last total. */
export function waterfallScale(
  start: WaterfallAmount,
  steps: readonly WaterfallAmount[],
  end: WaterfallAmount,
): WaterfallScale {
  let level = start.amount;
  const between = steps.map(({ label, amount }) => {
    const before = level;
    level += amount;
    return { label, amount, before, after: level };
  });
  const levels = [start.amount, end.amount, ...between.map(({ after }) => after)];
  const lowest = Math.min(...levels);
  const highest = Math.max(...levels);
  const span = highest - lowest;
  const reach = Math.max(highest, 0) - Math.min(lowest, 0);
  const isCut = span > 0 && span < READABLE * reach && lowest * highest > 0;
  const low = isCut && lowest > 0 ? lowest - span / 2 : Math.min(lowest, 0);
  const high = isCut && lowest < 0 ? highest + span / 2 : Math.max(highest, 0);
  const margin = (high - low || 1) * MARGIN;
  const foot = isCut ? (lowest > 0 ? low : high) : 0;
  const total = ({ label, amount }: WaterfallAmount): WaterfallBar => ({
    label,
    kind: 'total',
    from: Math.min(foot, amount),
    to: Math.max(foot, amount),
    level: amount,
  });
  return {
    bars: [
      total(start),
      ...between.map(({ label, amount, before, after }): WaterfallBar => ({
        label,
        kind: amount > 0 ? 'rise' : amount < 0 ? 'fall' : 'none',
        from: Math.min(before, after),
        to: Math.max(before, after),
        level: after,
      })),
      total(end),
    ],
    low: low < 0 ? low - margin : low,
    high: high > 0 ? high + margin : high,
    isCut,
  };
}
