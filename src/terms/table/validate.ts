import type { Check } from '../checks/check';
import { DATE_CHECKS } from '../checks/dates';
import { DECISION_CHECKS } from '../checks/decisions';
import { PARTY_CHECKS } from '../checks/parties';
import { REQUIRED_CHECKS } from '../checks/required';
import { TOKEN_CHECKS } from '../checks/token';
import { USAGE_CHECKS } from '../checks/usage';
import type { Problem } from './problem';
import { type ValueColumns, ScenarioView, type Unknown } from './scenario-view';
import type { TermsTable } from './table';

const CHECKS: readonly Check[] = [
  ...REQUIRED_CHECKS,
  ...DATE_CHECKS,
  ...DECISION_CHECKS,
  ...USAGE_CHECKS,
  ...TOKEN_CHECKS,
  ...PARTY_CHECKS,
];

/** What is wrong between the rows, scenario by scenario; what is wrong in Base is not said again. */
export function problemsAcrossRows(table: TermsTable, columns: ValueColumns, isUnknown: Unknown): Problem[] {
  const said = new Set<string>();
  return table.scenarios.flatMap((_name, scenario) => {
    const view = new ScenarioView(table, scenario, columns, isUnknown);
    return CHECKS.filter(
      ({ sections }) => scenario === 0 || sections.some((section) => view.changes(section)),
    )
      .flatMap(({ find }) => find(view))
      .filter(({ sentence }) => !said.has(sentence))
      .map((problem) => {
        said.add(problem.sentence);
        return scenario === 0
          ? problem
          : { ...problem, sentence: `${problem.sentence} (Scenario ${view.name}.)` };
      });
  });
}
