import { type Expression, largerOf, periodEnd, periodStart, smallerOf, sumOf, when } from '../../calc/expression';
import type { Line } from '../../calc/line';
import type { LineBook } from './line-book';
import { monthsBetween } from './month-position';

export interface SeatTools {
  readonly cost: Line;
  readonly byTool: ReadonlyMap<string, Line>;
  /** Cost of the tools that a vendor bills; an empty name is the first vendor. */
  readonly costOf: (vendor: string) => Expression;
}

/** Tools sold by the seat and month, beside the meter. */
export function seatToolLines(book: LineBook, vendors: readonly string[]): SeatTools {
  const tools = book.items('Seat tool').map((name) => {
    const own = (term: string) => book.term('Seat tool', name, term);
    const has = (term: string) => book.given('Seat tool', name, term);
    const from = when(has('Start'), largerOf(own('Start'), periodStart), periodStart);
    const to = when(has('End'), smallerOf(own('End'), periodEnd), periodEnd);
    const months = when(to.isAbove(from), monthsBetween(from, to), 0);
    return { name, definition: own('Seats').times(own('Price per seat-month')).times(months) };
  });
  const { sum, byName } = book.moneyBy('tools.cost', 'Seat tools', tools, { focus: 'BilledCost' });
  const billedBy = (tool: string): string => {
    const named = book.terms.text('Seat tool', tool, 'Vendor').toLowerCase();
    return vendors.find((vendor) => vendor.toLowerCase() === named) ?? '';
  };
  const costOf = (vendor: string): Expression =>
    sumOf([...byName].filter(([tool]) => billedBy(tool) === vendor).map(([, line]) => line));
  return { cost: sum, byTool: byName, costOf };
}
