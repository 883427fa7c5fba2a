import { isoText } from '../../base/calendar';
import type { Problem } from '../table/problem';
import type { ScenarioView } from '../table/scenario-view';

/** One rule across rows, put to one scenario. */
export interface Check {
  /** The sections that it looks at: a scenario that changes none of them passes or fails as Base does. */
  readonly sections: readonly string[];
  readonly find: (view: ScenarioView) => Problem[];
}

export type Find = Check['find'];

interface Term {
  readonly section: string;
  readonly item?: string;
  readonly term: string;
}

/** The first date must lie before the second, or on it where `orOn` is set; the problem is put at the second. */
export function inOrder(view: ScenarioView, first: Term, second: Term, orOn = false): Problem[] {
  const from = view.number(first.section, first.item ?? '', first.term);
  const to = view.number(second.section, second.item ?? '', second.term);
  if (from === undefined || to === undefined || (orOn ? to.gte(from) : to.gt(from))) return [];
  return [
    view.problem(
      second.section,
      second.item ?? '',
      second.term,
      `is ${isoText(to.toNumber())}, in the wrong order: ${view.said(first.section, first.item ?? '', first.term)}, and it must lie ${orOn ? 'on or ' : ''}after that. Correct one of the two.`,
    ),
  ];
}
