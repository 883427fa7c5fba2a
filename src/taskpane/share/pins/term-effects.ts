import type { Bridge } from '../../../analysis/bridge';
import type { Decimal } from '../../../base/decimal';
import { ZERO } from '../../../base/decimal';
import type { TermChange } from '../../../terms/exchange/term-changes';
import { identityKey } from '../../../terms/table/identity';
import { displayOf, type FigureDisplay, rounded } from '../../compare/figure-display';

/** Terms that differ, with what they did to the total: one, or several that have one amount. */
export interface TermEffect {
  readonly terms: readonly TermChange[];
  /** In the digits that are shown; missing where it is not known. */
  readonly amount: Decimal | undefined;
}

export interface TermEffects {
  /** How the amounts are written; missing where none are known. */
  readonly display: FigureDisplay | undefined;
  readonly effects: readonly TermEffect[];
}

/** The terms in their order, those that have one amount with the first of them. */
export function termEffects(
  terms: readonly TermChange[],
  bridge: Bridge | undefined,
  currency: string,
): TermEffects {
  if (!bridge || !isSplit(bridge)) {
    return { display: undefined, effects: terms.map((term) => ({ terms: [term], amount: undefined })) };
  }
  const display = displayOf(bridge.figure.unit, currency, [bridge.start, bridge.end]);
  const amounts = amountsOf(bridge, display);
  const groups = new Map<string | Amount, TermChange[]>();
  for (const term of terms) {
    const key = identityKey(term.section, term.item, term.term);
    const group = amounts.get(key) ?? key;
    groups.set(group, [...(groups.get(group) ?? []), term]);
  }
  const effects = [...groups].map(([group, together]) => ({
    terms: together,
    // A text, a unit, or a status: nothing rests on it.
    amount: typeof group === 'string' ? ZERO : group.amount,
  }));
  return { display, effects };
}

/** All steps are split up by change, or none is. */
const isSplit = ({ steps }: Bridge): boolean =>
  steps.every(({ sections, changes }) => sections.length === 0 || changes !== undefined);

interface Amount {
  readonly amount: Decimal;
}

/** Levels are rounded and amounts are their differences, as those of the steps: both add up as they stand. */
function amountsOf({ start, steps }: Bridge, display: FigureDisplay): Map<string, Amount> {
  const amounts = new Map<string, Amount>();
  let level = rounded(start, display);
  for (const { changes, after: end } of steps) {
    for (const { keys, after } of changes ?? [{ keys: [], after: end }]) {
      const reached = rounded(after, display);
      const amount = { amount: reached.minus(level) };
      for (const key of keys) amounts.set(key, amount);
      level = reached;
    }
  }
  return amounts;
}
