import type { Bridge } from '../../analysis/bridge';
import type { Decimal } from '../../base/decimal';
import { displayOf, type FigureDisplay, rounded } from './figure-display';

export interface DisplayedStep {
  /** "Reserved". */
  readonly sections: string;
  /** "Reserved: End, Units from 2027-07-01". */
  readonly label: string;
  readonly terms: readonly string[];
  readonly amount: Decimal;
  readonly after: Decimal;
}

/** A bridge in the digits that are shown. Start, steps and end add up exactly as they stand. */
export interface DisplayedBridge {
  readonly display: FigureDisplay;
  readonly start: Decimal;
  readonly end: Decimal;
  readonly difference: Decimal;
  readonly steps: readonly DisplayedStep[];
}

/**
 * Levels are rounded and steps are their differences: a step may be off by one in its last digit, and nothing is left
 * over at the end.
 */
export function displayedBridge(bridge: Bridge, currency: string): DisplayedBridge {
  const display = displayOf(bridge.figure.unit, currency, [bridge.start, bridge.end]);
  const start = rounded(bridge.start, display);
  const end = rounded(bridge.end, display);
  let level = start;
  const steps = bridge.steps.map(({ label, terms, after: exact }) => {
    const after = rounded(exact, display);
    const amount = after.minus(level);
    level = after;
    const [sections = label] = label.split(':');
    return { sections, label, terms, amount, after };
  });
  return { display, start, end, difference: end.minus(start), steps };
}
