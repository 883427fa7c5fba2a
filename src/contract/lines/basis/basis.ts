import { type Expression, monthsAfter } from '../../../calc/expression';
import type { ContractBook } from '../line-book';
import { type Price, priceLines } from '../metered/price';
import { timeLines } from './time';
import { type Transition, transitionLines } from './transition';
import { type Usage, usageLines } from './usage';

/** What every other part of the contract rests on. */
export interface Basis {
  /** The first day after the last period. */
  readonly horizonEnd: Expression;
  readonly transition: Transition;
  readonly usage: Usage;
  readonly price: Price;
}

export function basisLines(contract: ContractBook): Basis {
  timeLines(contract);
  return {
    horizonEnd: monthsAfter(contract.term('Model', 'Start'), contract.term('Model', 'Horizon')),
    transition: transitionLines(contract),
    usage: usageLines(contract),
    price: priceLines(contract),
  };
}
