import { addMonths, dayFromIso, isoText } from '../../../src/base/calendar';
import { must } from '../near';
import type { ShortRow } from './contract-of';

const START = '2027-01-01';

const firstOf = (month: number): string => isoText(addMonths(must(dayFromIso(START)), month));

/**
 * Months from January 2027 on that differ by these amounts from staying reserved: a dearer month has a seat tool of
 * that cost, a cheaper one as many units of $1 a month on the reserved side. Nothing else costs anything.
 */
export function rowsOfDeltas(...amounts: number[]): ShortRow[] {
  const units = amounts.map((amount) => Math.max(0, -amount));
  return [
    ['Model', '', 'Start', START],
    ['Model', '', 'Horizon', amounts.length],
    ['Usage', 'Chat', 'Input tokens per month', 0],
    ['Counterfactual', '', 'Start', START],
    ['Counterfactual', '', 'Rate', 1],
    ['Counterfactual', '', 'Rate basis', 'Month'],
    ['Counterfactual', '', 'Tokens per unit-hour', 1],
    ...units.flatMap((count, month): ShortRow[] =>
      month === 0 || count !== units[month - 1] ? [['Counterfactual', firstOf(month), 'Units', count]] : [],
    ),
    ...amounts.flatMap((amount, month) => (amount > 0 ? seatTool(month, amount) : [])),
  ];
}

function seatTool(month: number, cost: number): ShortRow[] {
  const name = `Month ${month + 1}`;
  return [
    ['Seat tool', name, 'Seats', 1],
    ['Seat tool', name, 'Price per seat-month', cost],
    ['Seat tool', name, 'Start', firstOf(month)],
    ['Seat tool', name, 'End', firstOf(month + 1)],
  ];
}
