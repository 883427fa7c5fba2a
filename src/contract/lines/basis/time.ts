import { periodDays, periodEnd, periodIndex, periodStart } from '../../../calc/expression';
import type { ContractBook } from '../line-book';

export function timeLines(contract: ContractBook): void {
  const book = contract.in('time');
  book.measure('periods', 'time.index', 'Period', periodIndex);
  book.measure('date', 'time.start', 'Period start', periodStart);
  book.measure('date', 'time.end', 'Period end, the last day', periodEnd.minus(1));
  book.measure('days', 'time.days', 'Days', periodDays, { summary: { kind: 'sum' } });
}
