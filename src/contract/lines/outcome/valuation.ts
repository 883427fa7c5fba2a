import { constant, periodIndex, total, when } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { ChoiceOf, PlainTerm } from '../../../terms/catalogue/term-name';
import type { Totals } from '../billing/totals';
import type { ContractBook } from '../line-book';
import type { Comparison } from './comparison';

const MONTHS_IN_YEAR = 12;

/** Present values of the monthly amounts, from the model start at an effective annual rate. */
export function valuationLines(
  contract: ContractBook,
  { billed, effective }: Totals,
  { reservedPath }: Comparison,
): void {
  const book = contract.in('valuation');
  const model = (name: PlainTerm<'Model'>) => book.term('Model', name);
  const timing = (choice: ChoiceOf<'Model', 'Discount timing'>) =>
    book.chosen('Model', 'Discount timing', choice);
  const yearly = model('Discount rate').plus(1);
  const monthly = book.scalar(
    'factor',
    'valuation.monthly factor',
    'Discount factor of one month',
    yearly.power(constant(-1).over(MONTHS_IN_YEAR)),
  );
  const first = when(timing('Mid'), monthly.power('0.5'), when(timing('End'), monthly, 1));
  const years = periodIndex.over(MONTHS_IN_YEAR).floor();
  const months = periodIndex.minus(years.times(MONTHS_IN_YEAR));
  const factor = book.factor(
    'valuation.factor',
    'Discount factor',
    first.times(yearly.power(years.times(-1))).times(monthly.power(months)),
    { rule: 'valuation.factor' },
  );
  const present = (id: string, label: string, amount: Line): Line =>
    book.money(`valuation.${id}`, `Present value: ${label}`, amount.times(factor));
  const billedValue = present('billed', 'total billed', billed);
  present('effective', 'total effective', effective);
  const reservedValue = present('reserved path', 'staying reserved', reservedPath);
  const deltaValue = book.money('valuation.delta', 'Present value: delta', billedValue.minus(reservedValue), {
    isDifference: true,
  });
  book.scalar(
    'currency',
    'valuation.npv billed',
    'Net present value of the total billed',
    total(billedValue),
  );
  book.scalar(
    'currency',
    'valuation.npv reserved path',
    'Net present value of staying reserved',
    total(reservedValue),
  );
  book.scalar('currency', 'valuation.npv delta', 'Net present value of the delta', total(deltaValue), {
    isDifference: true,
  });
}
