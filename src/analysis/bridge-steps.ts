import { Decimal } from '../base/decimal';

/** What one section's terms do to a figure, on top of the steps before. */
export interface BridgeStep {
  /** Of the Terms table; of two that make sense only together, the first. Blank for a step that no term makes. */
  readonly section: string;
  /** All of its sections: more than one where they make sense only together, none for a step that no term makes. */
  readonly sections: readonly string[];
  /** "Reserved: End, Units from 2027-07-01". */
  readonly label: string;
  /** The terms that differ, as the table names them: "Reserved | End". */
  readonly terms: readonly string[];
  readonly amount: Decimal;
  /** The figure after the step. */
  readonly after: Decimal;
  /** What its single changes do, one after another: their amounts add up to its own. Missing where it is not split up. */
  readonly changes?: readonly ChangeStep[];
}

/** What one change does to a figure, on top of those before. */
export interface ChangeStep {
  /** The identity keys of the terms that change; several where they make a valid table only together. */
  readonly keys: readonly string[];
  readonly amount: Decimal;
  /** The figure after the change. */
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

/** A change before its amount is known. */
export type ReachedChange = Omit<ChangeStep, 'amount'>;

/** A step before its amount is known. The figure after its last change is the one after the step. */
export interface Reached extends Omit<BridgeStep, 'amount' | 'changes'> {
  readonly changes?: readonly ReachedChange[];
}

/**
 * Figures have 40 significant digits each, so the larger ones have fewer decimals: all are taken to as many decimals as
 * the largest has, and then every difference is exact.
 */
export function exactSteps(
  start: Decimal,
  end: Decimal,
  reached: readonly Reached[],
): Pick<Bridge, 'start' | 'end' | 'steps'> {
  const changed = reached.flatMap(({ changes, after }) => [...(changes ?? []), { after }]);
  const figures = [start, ...changed.map(({ after }) => after), end];
  const decimals = decimalsOf(figures);
  const exact = (figure: Decimal): Decimal => figure.toDecimalPlaces(decimals);
  const amounts = <R extends { readonly after: Decimal }>(from: Decimal, steps: readonly R[]) =>
    steps.map((step, place) => {
      const after = exact(step.after);
      return { ...step, amount: after.minus(exact(steps[place - 1]?.after ?? from)), after };
    });
  const steps = amounts(start, reached).map(({ changes, ...step }, place): BridgeStep => {
    const before = reached[place - 1]?.after ?? start;
    return changes ? { ...step, changes: amounts(before, changes) } : step;
  });
  return { start: exact(start), end: exact(end), steps };
}

/** Decimals that leave room for the whole part of the largest of the figures and of what lies between two of them. */
function decimalsOf(figures: readonly Decimal[]): number {
  const spans = [...figures, ...figures.map((figure, place) => figure.minus(figures[place - 1] ?? figure))];
  const whole = Math.max(1, ...spans.map((span) => (span.isFinite() ? span.trunc().precision(true) : 1)));
  return Math.max(0, Decimal.precision - whole);
}
