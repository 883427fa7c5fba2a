import { Decimal, ONE, ZERO } from '../../base/decimal';
import type { Tranche, TrancheMode } from './tranches';

/** One possible total of a programme. */
export interface TotalPaid {
  readonly total: Decimal;
  /** Above 0; over all totals they sum to 1. */
  readonly probability: Decimal;
}

/** Totals that differ. Twenty contingent tranches of unlike amounts would have a million. */
export const MAX_TOTALS = 65_536;

/**
 * The exact distribution of the total paid, in rising order of the total.
 *
 * Unconditional: every contingent tranche comes or does not, by itself; outcomes of one total are one entry, so equal
 * amounts stay few. Sequential: contingent tranches in date order, the first that is missed ends the programme.
 *
 * @throws RangeError beyond MAX_TOTALS different totals
 */
export function totalDistribution(tranches: readonly Tranche[], mode: TrancheMode): TotalPaid[] {
  const certain = tranches
    .filter(({ kind }) => kind === 'Funded' || kind === 'Firm')
    .reduce((sum, { amount }) => sum.plus(amount), ZERO);
  const contingent = tranches.filter(({ kind }) => kind === 'Contingent').sort((a, b) => a.day - b.day);
  const entries = mode === 'Sequential' ? chain(certain, contingent) : independent(certain, contingent);
  return entries
    .filter(({ probability }) => !probability.isZero())
    .sort((a, b) => a.total.comparedTo(b.total));
}

function independent(certain: Decimal, contingent: readonly Tranche[]): TotalPaid[] {
  let totals: TotalPaid[] = [{ total: certain, probability: ONE }];
  for (const { amount, probability } of contingent) {
    totals = merged(
      totals.flatMap((state) => [
        { total: state.total.plus(amount), probability: state.probability.times(probability) },
        { total: state.total, probability: state.probability.times(ONE.minus(probability)) },
      ]),
    );
    if (totals.length > MAX_TOTALS) throw new RangeError(`More than ${MAX_TOTALS} totals are possible.`);
  }
  return totals;
}

function chain(certain: Decimal, contingent: readonly Tranche[]): TotalPaid[] {
  const totals: TotalPaid[] = [];
  let [total, reached] = [certain, ONE];
  for (const { amount, probability } of contingent) {
    totals.push({ total, probability: reached.times(ONE.minus(probability)) });
    total = total.plus(amount);
    reached = reached.times(probability);
  }
  return merged([...totals, { total, probability: reached }]);
}

function merged(entries: readonly TotalPaid[]): TotalPaid[] {
  const byTotal = new Map<string, TotalPaid>();
  for (const { total, probability } of entries) {
    const key = total.toString();
    const known = byTotal.get(key)?.probability ?? new Decimal(0);
    byTotal.set(key, { total, probability: known.plus(probability) });
  }
  return [...byTotal.values()];
}
