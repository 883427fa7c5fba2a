import type { Day } from '../base/calendar';
import { type Decimal, ZERO } from '../base/decimal';
import type { Line } from '../calc/line';
import { totalValue } from '../contract/buckets';
import type { Contract } from '../contract/contract';
import { illustrativeShare } from '../contract/illustrative-share';

export const BASES = ['effective', 'billed'] as const;
export type Basis = (typeof BASES)[number];

/** A day on which the cumulative cost of this path meets that of staying reserved. */
export interface Crossing {
  readonly date: Day;
  /** What this path becomes from that day on. */
  readonly direction: 'dearer' | 'cheaper';
}

/** The figures that a scenario is judged by. Money is in the table's currency, cost positive. */
export interface Headline {
  readonly scenario: string;
  readonly currency: string;
  /** Over the whole horizon, as billed. */
  readonly totalBilled: Decimal;
  /** Present value of the total billed. */
  readonly npv: Decimal;
  readonly stayingReserved: Decimal;
  /** Total billed less staying reserved: positive where this path is dearer. */
  readonly delta: Decimal;
  readonly npvDelta: Decimal;
  readonly crossings: Readonly<Record<Basis, readonly Crossing[]>>;
  /** Effective cost per million input-side tokens; not a number where none are used. */
  readonly effectivePrice: Decimal;
  /** New capital dated within the horizon: firm, and contingent by its likelihood. */
  readonly capitalExpected: Decimal;
  readonly capitalMaximum: Decimal;
  /** Part of the total billed that rests on Illustrative terms, from 0 to 1. */
  readonly illustrativeShare: Decimal;
  readonly monthly: Monthly;
}

/** Amounts by month, for a chart. */
export interface Monthly {
  readonly starts: readonly Day[];
  /** As billed; adds up to the total billed. */
  readonly path: readonly Decimal[];
  readonly effective: readonly Decimal[];
  readonly reserved: readonly Decimal[];
}

/** @param scenario its place in the table's scenarios; 0 is Base */
export function headlineOf(contract: Contract, scenario: number): Headline {
  const evaluation = contract.evaluation(scenario);
  const { timeline } = evaluation;
  const series = (id: string): readonly Decimal[] => evaluation.series(lineOf(contract, id));
  const total = (id: string): Decimal => totalValue(evaluation, lineOf(contract, id)) ?? ZERO;
  return {
    scenario: contract.table.scenarios[scenario] ?? '',
    currency: contract.table.currency,
    totalBilled: total('total.billed'),
    npv: total('valuation.npv billed'),
    stayingReserved: total('counterfactual.cost'),
    delta: total('comparison.delta'),
    npvDelta: total('valuation.npv delta'),
    crossings: {
      effective: crossingsOf(contract, scenario, 'effective'),
      billed: crossingsOf(contract, scenario, 'billed'),
    },
    effectivePrice: total('price.effective'),
    capitalExpected: total('capital.flow[expected]'),
    capitalMaximum: total('capital.flow[maximum]'),
    illustrativeShare: illustrativeShare(contract, scenario),
    monthly: {
      starts: Array.from({ length: timeline.periods }, (_none, period) => timeline.start(period)),
      path: series('total.billed'),
      effective: series('total.effective'),
      reserved: series('counterfactual.cost'),
    },
  };
}

/** The days on which the cumulative cost meets that of staying reserved, in their order. */
export function crossingsOf(contract: Contract, scenario: number, basis: Basis): readonly Crossing[] {
  const evaluation = contract.evaluation(scenario);
  const directions = evaluation.series(lineOf(contract, `crossing.direction[${basis}]`));
  return evaluation.series(lineOf(contract, `crossing.date[${basis}]`)).flatMap((date, period) => {
    if (date.isZero()) return [];
    const isDearer = directions[period]?.isPositive() ?? false;
    return [{ date: date.toNumber(), direction: isDearer ? ('dearer' as const) : ('cheaper' as const) }];
  });
}

/** Every contract has the lines that the headline names. */
export function lineOf(contract: Contract, id: string): Line {
  const line = contract.model.line(id);
  if (!line) throw new Error(`The model has no line ${id}.`);
  return line;
}
