import { Decimal } from '../calc/decimal';

/** What one section's terms do to a figure, on top of the steps before. */
export interface BridgeStep {
  /** Of the Terms table; of two that make sense only together, the first. Blank for a step that no term makes. */
  readonly section: string;
  /** "Reserved: End, Units from 2027-07-01". */
  readonly label: string;
  /** The terms that differ, as the table names them: "Reserved | End". */
  readonly terms: readonly string[];
  readonly amount: Decimal;
  /** The figure after the step. */
  readonly after: Decimal;
}

/** How a figure gets from one scenario to another: start plus the amounts of the steps is end, exactly. */
export interface Bridge {
  readonly from: string;
  readonly to: string;
  readonly figure: { readonly id: string; readonly label: string; readonly unit: string };
  readonly start: Decimal;
  readonly end: Decimal;
  readonly steps: readonly BridgeStep[];
  /** In which order the sections change, in a sentence. */
  readonly order: string;
}

/** A step before its amount is known. */
export type Reached = Omit<BridgeStep, 'amount'>;

/**
 * Figures have 40 significant digits each, so the larger ones have fewer decimals: all are taken to as many decimals as
 * the largest has, and then every difference is exact.
 */
export function exactSteps(
  start: Decimal,
  end: Decimal,
  reached: readonly Reached[],
): Pick<Bridge, 'start' | 'end' | 'steps'> {
  const figures = [start, ...reached.map(({ after }) => after), end];
  const spans = [...figures, ...figures.map((figure, place) => figure.minus(figures[place - 1] ?? figure))];
  const whole = Math.max(1, ...spans.map((span) => (span.isFinite() ? span.trunc().precision(true) : 1)));
  const decimals = Math.max(0, Decimal.precision - whole);
  const exact = (figure: Decimal): Decimal => figure.toDecimalPlaces(decimals);
  let level = exact(start);
  const steps = reached.map((step): BridgeStep => {
    const after = exact(step.after);
    const amount = after.minus(level);
    level = after;
    return { ...step, amount, after };
  });
  return { start: exact(start), end: exact(end), steps };
}
