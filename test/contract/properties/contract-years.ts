import { addMonths } from '../../../src/base/calendar';
import { Decimal, ZERO } from '../../../src/base/decimal';
import { type ScenarioReading, sumOf } from './contract-case';

/** A contract year that has a period which starts in it. */
export interface ContractYearPart {
  readonly number: number;
  /** Its first period. */
  readonly first: number;
  /** The year, or the horizon, ends within its last period. */
  readonly sum: (id: string) => Decimal;
  /** The part of a yearly amount that the horizon leaves of it, by days. */
  readonly owed: (amount: Decimal) => Decimal;
}

/** Contract years by a walk over the calendar, day arithmetic and nothing of the model's own lines. */
export function inContractYears(reading: ScenarioReading): ContractYearPart[] {
  const cutover = reading.day('Transition', '', 'Cutover');
  if (cutover === undefined) return [];
  const { timeline } = reading.evaluation;
  const horizonEnd = timeline.end(reading.periods - 1);
  const years: ContractYearPart[] = [];
  for (let number = 1; ; number += 1) {
    const [start, end] = [addMonths(cutover, 12 * (number - 1)), addMonths(cutover, 12 * number)];
    if (start >= horizonEnd) return years;
    const periods = Array.from({ length: reading.periods }, (_none, period) => period).filter(
      (period) => timeline.start(period) >= start && timeline.start(period) < end,
    );
    const [first] = periods;
    if (first === undefined) continue;
    years.push({
      number,
      first,
      sum: (id) => sumOf(periods.map((period) => (reading.has(id) ? reading.at(id, period) : ZERO))),
      owed: (amount) => amount.times(Math.min(end, horizonEnd) - start).div(end - start),
    });
  }
}

/** A year's spend through the tiers, tier by tier. */
export function netThroughTiers(reading: ScenarioReading, spend: Decimal): Decimal {
  const tiers = reading.names('Discount tier', 'Multiplier').map((item) => ({
    to: reading.number('Discount tier', item, 'Up to') ?? new Decimal(Infinity),
    multiplier: reading.number('Discount tier', item, 'Multiplier') ?? ZERO,
  }));
  if (tiers.length === 0) return spend;
  if (reading.choice('Discount tier', '', 'Mode') === 'Volume') {
    return spend.times(tiers.find(({ to }) => spend.lte(to))?.multiplier ?? 1);
  }
  let net = ZERO;
  let from = ZERO;
  for (const { to, multiplier } of tiers) {
    net = net.plus(Decimal.max(0, Decimal.min(spend, to).minus(from)).times(multiplier));
    from = to;
  }
  return net;
}
