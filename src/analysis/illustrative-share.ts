import { Decimal } from '../calc/decimal';
import type { Contract } from '../contract/contract';
import { hasValue } from '../terms/row';

/** Part of the total billed of a scenario that rests on Illustrative terms, from 0 to 1. */
export function illustrativeShare({ table }: Contract, _scenario: number): Decimal {
  const filled = table.rows.filter(
    (row) => row.definition.section !== 'Scenario' && row.cells.some(hasValue),
  );
  const illustrative = filled.filter(({ provenance }) => provenance.status === 'Illustrative');
  return new Decimal(illustrative.length).div(filled.length || 1);
}
