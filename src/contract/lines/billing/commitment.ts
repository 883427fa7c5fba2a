import { type Expression, constant, lastBegun, when } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { PlainTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook } from '../line-book';
import type { Metered } from '../metered/metered';
import type { ContractYear } from './contract-year';

const MONTHS_IN_YEAR = 12;

export interface Commitment {
  readonly trueUp: Line;
  /** What spend beyond the commitment costs more (or less) than within it. */
  readonly premium: Line;
}

export function commitmentLines(
  contract: ContractBook,
  contractYear: ContractYear,
  { net: spend, relief }: Metered,
): Commitment {
  const book = contract.in('commitment');
  const { year } = contractYear;
  const own = (name: PlainTerm<'Commitment'>) => book.term('Commitment', name);
  const isMonthly = book.isUsed('Commitment', 'Window')
    ? book.chosen('Commitment', 'Window', 'Month')
    : constant(0);
  const inYear = (value: Expression): Expression => when(year.isAbove(0), value, 0);
  const amounts = book.itemSteps('Commitment', 'Amount');
  const minimum = book.measure(
    'currency',
    'commitment.minimum',
    'Commitment of the contract year',
    inYear(lastBegun(year, amounts)),
    { rule: 'commitment.minimum' },
  );
  const metered = book.balance(
    'commitment.metered',
    'Metered in the contract year to date',
    contractYear.toDate(spend),
  );
  const relieved = book.balance(
    'commitment.relief',
    'Relief in the contract year to date',
    contractYear.toDate(relief),
  );
  const monthly = minimum.over(MONTHS_IN_YEAR);
  const trueUp = when(
    isMonthly,
    inYear(monthly.minus(relief).aboveZero().minus(spend).aboveZero()),
    contractYear.trueUp(contractYear.owed(minimum).minus(relieved).aboveZero(), metered),
  );
  const billed = book.isUsed('Commitment', 'True-up')
    ? when(book.chosen('Commitment', 'True-up', 'Yes'), trueUp, 0)
    : trueUp;
  const trueUpLine = book.money('commitment.true-up', 'True-up to the commitment', billed, {
    focus: 'BilledCost (Adjustment)',
    rule: 'commitment.true-up',
    settles: true,
  });
  const beyond = (toDate: Expression): Expression => toDate.minus(minimum).aboveZero();
  const overspend = when(
    isMonthly,
    spend.minus(monthly).aboveZero(),
    beyond(metered).minus(beyond(metered.minus(spend))),
  );
  const premium = book.isUsed('Commitment', 'Overage factor')
    ? inYear(own('Overage factor').minus(1).times(overspend))
    : constant(0);
  const premiumLine = book.money('commitment.overage', 'Premium on spend beyond the commitment', premium, {
    rule: 'commitment.overage',
  });
  return { trueUp: trueUpLine, premium: premiumLine };
}
