import { largerOf, periodEnd, periodStart, smallerOf, when } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { ItemTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook } from '../line-book';
import { monthsBetween } from '../basis/month-position';

export interface SeatTools {
  readonly cost: Line;
  /** The tools that a vendor bills, with their cost; an empty name is the first vendor. */
  readonly billedBy: (vendor: string) => readonly (readonly [tool: string, cost: Line])[];
}

/** Tools sold by the seat and month, beside the meter. */
export function seatToolLines(contract: ContractBook, vendors: readonly string[]): SeatTools {
  const book = contract.in('tools');
  const tools = book.items('Seat tool').map((name) => {
    const own = (term: ItemTerm<'Seat tool'>) => book.term('Seat tool', name, term);
    const has = (term: ItemTerm<'Seat tool'>) => book.given('Seat tool', name, term);
    const from = when(has('Start'), largerOf(own('Start'), periodStart), periodStart);
    const to = when(has('End'), smallerOf(own('End'), periodEnd), periodEnd);
    const months = when(to.isAbove(from), monthsBetween(from, to), 0);
    return { name, definition: own('Seats').times(own('Price per seat-month')).times(months) };
  });
  const { sum, byName } = book.moneyBy('tools.cost', 'Seat tools', tools, { focus: 'BilledCost' });
  const vendorOf = (tool: string): string => {
    const named = book.nameOf('Seat tool', tool, 'Vendor').toLowerCase();
    return vendors.find((vendor) => vendor.toLowerCase() === named) ?? '';
  };
  return { cost: sum, billedBy: (vendor) => [...byName].filter(([tool]) => vendorOf(tool) === vendor) };
}
