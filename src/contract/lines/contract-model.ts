import { Model } from '../../calc/model';
import type { ContractTerms } from '../../terms/table/contract-terms';
import { basisLines } from './basis/basis';
import { settlementLines } from './billing/settlement';
import { totalLines } from './billing/totals';
import type { ContractLine } from './contract-line';
import { ContractBook } from './line-book';
import { meteredLines } from './metered/metered';
import { capitalLines } from './outcome/capital';
import { chargebackLines } from './outcome/chargeback';
import { comparisonLines } from './outcome/comparison';
import { valuationLines } from './outcome/valuation';
import { capacityLines } from './reserved/capacity';

/** The whole contract as lines: one for each product, tier, unit step, vendor and tranche that the terms name. */
export function contractModel(terms: ContractTerms): Model<ContractLine> {
  const contract = new ContractBook(terms);
  const basis = basisLines(contract);
  const capacity = capacityLines(contract, basis);
  const metered = meteredLines(contract, basis);
  const settlement = settlementLines(contract, basis, metered);
  const totals = totalLines(contract, { capacity, metered, settlement });
  const comparison = comparisonLines(contract, { basis, metered, totals });
  chargebackLines(contract, { basis, capacity, metered, settlement, totals, comparison });
  valuationLines(contract, totals, comparison);
  capitalLines(contract, totals);
  return new Model(contract.lines);
}
