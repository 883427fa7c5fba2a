import { type Expression, allOf, constant, largerOf, when } from '../../../calc/expression';
import type { ChoiceOf } from '../../../terms/catalogue/term-name';
import type { ContractBook } from '../line-book';

/** The invoice policy: how a line is rounded by itself. Without a policy, not at all. */
export function invoiceRounding(book: ContractBook): (amount: Expression) => Expression {
  if (!book.isUsed('Model', 'Invoice rounding')) return (amount) => amount;
  const policy = (choice: ChoiceOf<'Model', 'Invoice rounding'>) =>
    book.chosen('Model', 'Invoice rounding', choice);
  const unit = constant(10).power(book.term('Model', 'Invoice digits'));
  return (amount) => when(policy('None'), amount, roundedToUnit(amount, unit, policy('Half even')));
}

/** With a hair: 9 units at 54.5 a year are 40.875 a month, of which a twelfth kept to 40 digits falls just short. */
const HALF = '0.50000000000000000001';

/**
 * Written with whole parts only, since half-even has no function of its own in Excel: the next whole number up from a
 * half, less the next one down from it, is 1 at a tie and else 0.
 */
function roundedToUnit(amount: Expression, unit: Expression, halfEven: Expression): Expression {
  const size = largerOf(amount, amount.times(-1)).times(unit);
  const up = size.plus(HALF).floor();
  const isTie = up.plus(constant(HALF).minus(size).floor());
  const isOdd = up.minus(up.over(2).floor().times(2));
  const rounded = up.minus(allOf(halfEven, isTie, isOdd)).over(unit);
  return when(amount.isBelow(0), rounded.times(-1), rounded);
}
