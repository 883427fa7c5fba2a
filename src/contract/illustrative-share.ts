import { type Decimal, ZERO } from '../base/decimal';
import type { Line } from '../calc/line';
import { termsBehind } from '../calc/explain/terms-behind';
import type { SectionName } from '../terms/catalogue/catalogue';
import { hasValue, inForce, type TermRow } from '../terms/table/row';
import { totalValue } from './buckets';
import type { Contract } from './contract';

/** Sections that frame the question and drive no amount. */
const FRAME: ReadonlySet<SectionName> = new Set<SectionName>(['Model', 'Scenario']);

/**
 * Part of the total billed of a scenario that rests on Illustrative terms, from 0 to 1.
 *
 * An amount is as sure as the least sure of what it is made of: an invoice line counts in full as soon as one term
 * with a value behind it is Illustrative. Credits count by their size. 0 where nothing is billed.
 *
 * @param scenario its place in the table's scenarios; 0 is Base
 */
export function illustrativeShare(contract: Contract, scenario: number): Decimal {
  const evaluation = contract.evaluation(scenario);
  let all = ZERO;
  let illustrative = ZERO;
  for (const line of contract.model.lines) {
    if (line.block !== 'invoice') continue;
    const amount = (totalValue(evaluation, line) ?? ZERO).abs();
    all = all.plus(amount);
    if (!amount.isZero() && restsOnIllustrative(contract, line, scenario)) {
      illustrative = illustrative.plus(amount);
    }
  }
  return all.isZero() ? ZERO : illustrative.div(all);
}

function restsOnIllustrative({ table }: Contract, line: Line, scenario: number): boolean {
  for (const reference of termsBehind(line)) {
    const row = table.rowOf(reference);
    if (row && isIllustrative(row) && table.hasItem(row.definition, row.item, scenario)) {
      if (hasValue(inForce(row, scenario))) return true;
    }
  }
  return false;
}

/** A term that drives amounts and that nobody has stated. */
export const isIllustrative = ({ definition, provenance }: TermRow): boolean =>
  !FRAME.has(definition.section) && provenance.status === 'Illustrative';
