import { Decimal, ZERO } from '../calc/decimal';
import type { Check } from './checks/check';
import { DATE_CHECKS } from './checks/dates';
import { PARTY_CHECKS } from './checks/parties';
import { REQUIRED_CHECKS } from './checks/required';
import { TOKEN_CHECKS } from './checks/token';
import { USAGE_CHECKS } from './checks/usage';
import type { Problem } from './problem';
import { type Layout, ScenarioView, type Unknown } from './scenario-view';
import type { TermsTable } from './table';

const CHECKS: readonly Check[] = [
  ...REQUIRED_CHECKS,
  ...DATE_CHECKS,
  ...USAGE_CHECKS,
  ...TOKEN_CHECKS,
  ...PARTY_CHECKS,
];

/** What is wrong between the rows, scenario by scenario; what is wrong in Base is not said again. */
export function problemsAcrossRows(table: TermsTable, layout: Layout, isUnknown: Unknown): Problem[] {
  const said = new Set<string>();
  return table.scenarios.flatMap((_name, scenario) => {
    const view = new ScenarioView(table, scenario, layout, isUnknown);
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

/**
 * Weights that do not add up to 1 leave every single scenario right, so the table is taken, with a remark.
 * A scenario without a weight counts 0, once any has one.
 */
export function weightRemarks(table: TermsTable, layout: Layout): Problem[] {
  const row = table.row('Scenario', '', 'Weight');
  const weights = (row?.cells ?? []).filter((cell): cell is Decimal => cell instanceof Decimal);
  const sum = weights.reduce((total, weight) => total.plus(weight), ZERO);
  if (row === undefined || weights.length === 0 || sum.eq(1)) return [];
  return [
    {
      row: row.row,
      column: layout.scenarios[0]?.column ?? 1,
      header: 'Base',
      sentence: `Terms, row ${row.row} (Scenario | Weight): the weights add up to ${sum.toString()}; they should add up to 1. Correct them before you use an expected value.`,
    },
  ];
}
