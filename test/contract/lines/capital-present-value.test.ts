import type { Decimal } from '../../../src/base/decimal';
import { must } from '../near';
import reference from '../reference-factors.json';
import { METERED, type ShortRow, baseOf } from './contract-of';

/** A tranche has no sign: what is paid in and what is paid out are valued apart. */
function presentValue(rate: string, asOf: string, flows: readonly (readonly [number, string])[]): Decimal {
  const rows = flows.flatMap(([amount, date], place): ShortRow[] => [
    ['Tranche', `T${place}`, 'Date', date],
    ['Tranche', `T${place}`, 'Amount', amount],
    ['Tranche', `T${place}`, 'Kind', 'Firm'],
  ]);
  const reading = baseOf(
    ...METERED,
    ['Model', '', 'As of', asOf],
    ['Model', '', 'Discount rate', Number(rate)],
    ...rows,
  );
  // Firm money is as much expected as it is at most, whatever the months that the model covers.
  const expected = reading.scalar('capital.present value expected');
  expect(reading.scalar('capital.present value maximum').equals(expected)).toBe(true);
  return expected;
}

test.each(reference.xnpv.rows as [string, string[], string[], string][])(
  'at %s a year: %j on %j',
  (rate, amounts, dates, value) => {
    const flows = amounts.map((amount, place) => [Number(amount), must(dates[place])] as const);
    const asOf = must(dates[0]);
    const paid = presentValue(
      rate,
      asOf,
      flows.filter(([amount]) => amount > 0),
    );
    const received = presentValue(
      rate,
      asOf,
      flows.filter(([amount]) => amount < 0).map(([amount, date]) => [-amount, date] as const),
    );
    // The table is printed to 15 decimals.
    expect(paid.minus(received).minus(value).abs().toNumber()).toBeLessThanOrEqual(1e-15);
  },
);
