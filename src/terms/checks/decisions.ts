import { addMonths, isoText, wholeMonths, type Day } from '../../base/calendar';
import { Decimal } from '../../base/decimal';
import { type TermName, identityOf } from '../catalogue/term-name';
import type { Problem } from '../table/problem';
import type { ScenarioView } from '../table/scenario-view';
import type { Check, Find } from './check';

/** Dates on which something falls due once: moved across the decision, it would fall due never, or twice. */
const dueOnceIn = ({ table }: ScenarioView): readonly TermName[] => [
  ['Reserved', 'Start'],
  ['Reserved', 'Early end'],
  ...table.items('Prepaid lot').map((lot): TermName => ['Prepaid lot', lot, 'Date']),
  ...table.items('Tranche').map((tranche): TermName => ['Tranche', tranche, 'Date']),
];

interface Decision {
  readonly day: Day;
  readonly modelStart: Day;
  /** First day of the first period in which the scenario's own terms act. */
  readonly acts: Day;
}

/** The day from which a scenario goes its own way; none where it does so from the start. */
function decisionOf(view: ScenarioView): Decision | undefined {
  const day = view.number('Scenario', 'Decided on')?.toNumber();
  const modelStart = view.number('Model', 'Start')?.toNumber();
  if (view.scenario === 0 || day === undefined || modelStart === undefined || day <= modelStart)
    return undefined;
  const months = wholeMonths(modelStart, day);
  const isPeriodStart = addMonths(modelStart, months) === day;
  return { day, modelStart, acts: addMonths(modelStart, isPeriodStart ? months : months + 1) };
}

/** The date in a scenario and in Base; undefined where there is none, or nobody knows it. */
function dates(view: ScenarioView, ...name: TermName): (Day | undefined)[] {
  return [view.scenario, 0].map((scenario) => {
    const value = view.table.given(...identityOf(...name), scenario);
    return value instanceof Decimal ? value.toNumber() : undefined;
  });
}

const text = (day: Day | undefined): string => (day === undefined ? 'no date' : isoText(day));

const modelStart: Find = (view) => {
  const decision = decisionOf(view);
  const [own, base] = dates(view, 'Model', 'Start');
  if (decision === undefined || base === undefined || own === base) return [];
  return [
    view.problem(
      ['Model', 'Start'],
      `is ${text(own)}, and ${text(base)} in Base: ${view.said('Scenario', 'Decided on')}, and the months before that are those of Base. Clear the cell, or clear Decided on.`,
    ),
  ];
};

const dueOnce: Find = (view) => {
  const decision = decisionOf(view);
  if (decision === undefined) return [];
  return dueOnceIn(view).flatMap((name) => movedAcross(view, decision, name));
};

function movedAcross(view: ScenarioView, { modelStart: first, acts }: Decision, name: TermName): Problem[] {
  if (!view.table.isUsed(...identityOf(...name)) || view.isHidden(...name)) return [];
  const [own, base] = dates(view, ...name);
  const isPast = (day: Day | undefined): boolean => day !== undefined && day >= first && day < acts;
  if (own === base || !(isPast(own) || isPast(base))) return [];
  return [
    view.problem(
      name,
      `is ${text(own)}, and ${text(base)} in Base: ${view.said('Scenario', 'Decided on')}, and what falls due before ${text(acts)} is that of Base. Enter the date of Base or, where Base has none or a later one, a date from ${text(acts)} on; or decide earlier.`,
    ),
  ];
}

export const DECISION_CHECKS: readonly Check[] = [
  { sections: ['Scenario', 'Model'], find: modelStart },
  { sections: ['Scenario', 'Model', 'Reserved', 'Prepaid lot', 'Tranche'], find: dueOnce },
];
