import { periodDays, periodEnd, periodIndex, periodStart } from '../../../calc/expression';
import type { LineBook } from '../line-book';

export function timeLines(book: LineBook): void {
  book.measure('periods', 'time.index', 'Period', periodIndex);
  book.measure('date', 'time.start', 'Period start', periodStart);
  book.measure('date', 'time.end', 'Period end, the last day', periodEnd.minus(1));
  book.measure('days', 'time.days', 'Days', periodDays, { summary: { kind: 'sum' } });
}
