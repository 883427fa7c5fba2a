import type { Decimal } from '../calc/decimal';
import type { Evaluation } from '../calc/exact';
import { ZERO } from '../calc/decimal';
import { totalValue } from '../contract/buckets';
import type { Contract } from '../contract/contract';
import { CATALOGUE } from '../terms/catalogue';
import type { TermsTable } from '../terms/table';
import { lineOf } from './headline';

/** What one section's terms do to a figure, on top of the steps before. */
export interface BridgeStep {
  readonly section: string;
  /** "Transition: Cutover", "Reserved: End, Units from 2027-07-01". */
  readonly label: string;
  /** The terms that differ, as the table names them. */
  readonly terms: readonly string[];
  readonly amount: Decimal;
  /** The figure after the step. */
  readonly after: Decimal;
}

/** How a figure gets from one scenario to another. The amounts add up to end − start exactly. */
export interface Bridge {
  readonly from: string;
  readonly to: string;
  readonly figure: { readonly id: string; readonly label: string; readonly unit: string };
  readonly start: Decimal;
  readonly end: Decimal;
  readonly steps: readonly BridgeStep[];
  /** In which order the sections change, in a sentence. */
  readonly order: string;
}

const SECTIONS: readonly string[] = [...new Set(CATALOGUE.map(({ section }) => section))];

const ORDER =
  'Sections change one after another, in the order of the Terms table; each step comes on top of those before, so another order would share the same total out otherwise.';

/**
 * The way of a figure from one scenario to another, one step for each section whose terms differ.
 * @param from the place of the scenario in the table; 0 is Base
 * @param figure the id of a line; its total over the horizon is taken
 */
export function bridgeBetween(contract: Contract, from: number, to: number, figure = 'total.billed'): Bridge {
  const line = lineOf(contract, figure);
  const { table } = contract;
  const amount = (evaluation: Evaluation): Decimal => totalValue(evaluation, line) ?? ZERO;
  const start = amount(contract.evaluation(from));
  const steps: BridgeStep[] = [];
  const taken = new Set<string>();
  for (const section of SECTIONS) {
    const terms = differing(table, section, from, to);
    if (terms.length === 0) continue;
    taken.add(section);
    const before = steps.at(-1)?.after ?? start;
    const after = amount(contract.mixed((name) => (taken.has(name) ? to : from)));
    steps.push({ section, label: section, terms, amount: after.minus(before), after });
  }
  return {
    from: table.scenarios[from] ?? '',
    to: table.scenarios[to] ?? '',
    figure: { id: line.id, label: line.label, unit: line.unit.replace('currency', table.currency) },
    start,
    end: steps.at(-1)?.after ?? start,
    steps,
    order: ORDER,
  };
}

function differing(table: TermsTable, section: string, from: number, to: number): string[] {
  return table.rows
    .filter(({ definition }) => definition.section === section)
    .filter(({ item, term }) => {
      const a = table.value(section, item, term, from);
      const b = table.value(section, item, term, to);
      return String(a) !== String(b);
    })
    .map(({ item, term }) => [section, item, term].filter((part) => part !== '').join(' | '));
}
