import { type Day, dayFromIso, isoText } from '../../base/calendar';
import { Refusal } from '../../base/refusal';
import type { ScenarioTerms } from './scenario-terms';

/** The reserved contract of a scenario. */
export interface ReservedTerm {
  readonly start: Day;
  /** The first day after it; the end of the horizon where the table says none. */
  readonly end: Day;
}

export function reservedTerm(terms: ScenarioTerms): ReservedTerm | Refusal {
  const { table, place } = terms;
  const { definition } = table.definition('Reserved', 'Start');
  const start = table.hasItem(definition, '', place) ? terms.number('Reserved', 'Start') : undefined;
  return start === undefined
    ? new Refusal(
        `${terms.name} has no reserved capacity: Reserved | Start has no value. Enter the reserved contract first.`,
      )
    : { start, end: terms.number('Reserved', 'End') ?? terms.horizonEnd };
}

/**
 * Notes the units of a term that goes on from one day to another: as many as staying reserved would have then, since
 * that is what the demand of those months needs.
 */
export function goOnAsIfStaying(terms: ScenarioTerms, from: Day, until: Day): void {
  const steps = stepsOf(terms, 'Counterfactual');
  const goingOn = unitsOn(steps, from);
  const hasStep = steps.some(({ day }) => day === from);
  if (goingOn !== undefined && !hasStep && goingOn !== unitsOn(stepsOf(terms, 'Reserved'), from)) {
    terms.set(['Reserved', isoText(from), 'Units'], goingOn);
  }
  for (const { day, units } of steps) {
    if (day >= from && day < until) terms.set(['Reserved', isoText(day), 'Units'], units);
  }
}

interface UnitStep {
  readonly day: Day;
  readonly units: number;
}

function stepsOf(terms: ScenarioTerms, section: 'Reserved' | 'Counterfactual'): UnitStep[] {
  return terms.items(section, 'Units').flatMap((item) => {
    const day = dayFromIso(item);
    const units = terms.number(section, item, 'Units');
    return day === undefined || units === undefined ? [] : [{ day, units }];
  });
}

/** Units in force on a day; undefined before the first step. */
const unitsOn = (steps: readonly UnitStep[], day: Day): number | undefined =>
  [...steps].sort((a, b) => b.day - a.day).find((step) => step.day <= day)?.units;
