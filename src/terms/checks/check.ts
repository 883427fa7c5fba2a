import { isoText } from '../../base/calendar';
import type { SectionName } from '../catalogue/catalogue';
import type { TermName } from '../catalogue/term-name';
import type { Problem } from '../table/problem';
import type { ScenarioView } from '../table/scenario-view';

/** One rule across rows, put to one scenario. */
export interface Check {
  /** The sections that it looks at: a scenario that changes none of them passes or fails as Base does. */
  readonly sections: readonly SectionName[];
  readonly find: (view: ScenarioView) => Problem[];
}

export type Find = Check['find'];

/** The first date must lie before the second, or on it where `orOn` is set; the problem is put at the second. */
export function inOrder(view: ScenarioView, first: TermName, second: TermName, orOn = false): Problem[] {
  const from = view.number(...first);
  const to = view.number(...second);
  if (from === undefined || to === undefined || (orOn ? to.gte(from) : to.gt(from))) return [];
  return [
    view.problem(
      second,
      `is ${isoText(to.toNumber())}, in the wrong order: ${view.said(...first)}, and it must lie ${orOn ? 'on or ' : ''}after that. Correct one of the two.`,
    ),
  ];
}
