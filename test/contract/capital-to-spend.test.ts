import { Decimal } from '../../src/base/decimal';
import { Contract } from '../../src/contract/contract';
import { blockOf, day, tableOf } from '../terms/tables';
import { expectNear } from './near';

/**
 * The model covers 2027. Capital to the end of its horizon: the firm 100 dated before its start and half of the 300 in
 * it; not the 50 that were funded before (sunk), and not the 1,000 after the horizon's end.
 */
const table = tableOf(
  blockOf(
    ['Tranche', 'Sunk', 'Date', day('2025-06-30')],
    ['Tranche', 'Sunk', 'Amount', 50e6],
    ['Tranche', 'Sunk', 'Kind', 'Funded'],
    ['Tranche', 'Firm', 'Date', day('2026-09-30')],
    ['Tranche', 'Firm', 'Amount', 100e6],
    ['Tranche', 'Firm', 'Kind', 'Firm'],
    ['Tranche', 'Milestone', 'Date', day('2027-09-30')],
    ['Tranche', 'Milestone', 'Amount', 300e6],
    ['Tranche', 'Milestone', 'Kind', 'Contingent'],
    ['Tranche', 'Milestone', 'Probability', 0.5],
    ['Tranche', 'Later', 'Date', day('2028-01-01')],
    ['Tranche', 'Later', 'Amount', 1000e6],
    ['Tranche', 'Later', 'Kind', 'Firm'],
    ['Tranche', '', 'Recirculated share', 0.2],
    ['Tranche', '', 'Recirculation months', 6],
  ),
);
const evaluation = Contract.of(table).evaluation(0);
const series = (id: string): readonly Decimal[] => {
  const line = evaluation.model.line(id);
  return line ? evaluation.series(line) : [];
};
const sum = (id: string): Decimal => Decimal.sum(0, ...series(id));
const only = (id: string): Decimal => series(id)[0] ?? new Decimal(NaN);

test('capital to spend counts the capital of the deal to the end of the horizon', () => {
  const paid = sum('vendor.paid');
  expectNear(only('capital.to spend expected').times(paid), '250000000');
  expectNear(only('capital.to spend maximum').times(paid), '400000000');
});

/**
 * Of the firm tranche 88 of the 181 days from 30 September 2026 to 30 March 2027 lie in the horizon, of the
 * milestone’s 182 days to 30 March 2028, 93; the last day does not count.
 */
test('the round trip sets what returns against the same capital and the bills', () => {
  const returned = new Decimal('0.2').times(
    new Decimal(100e6).times(88).div(181).plus(new Decimal(150e6).times(93).div(182)),
  );
  expectNear(sum('capital.returned'), returned.toString());
  const round = only('capital.round trip').times(sum('vendor.paid').plus(250e6));
  expectNear(round, returned.toString());
});
