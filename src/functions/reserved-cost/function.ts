import type { Decimal } from '../../base/decimal';
import { ONE, ZERO } from '../../base/decimal';
import { FIRST_DAY, isoText, type Day } from '../../base/calendar';
import { RATE_BASES, reservedFee, type UnitStep } from '../../contract/rules/reserved';
import { oneOrRange, options, required } from '../framework/arguments/boundary';
import { defineFunction } from '../framework/define';
import { headedTable } from '../framework/arguments/headed-table';
import { UNIT_STEP_HEADINGS } from '../framework/arguments/header-names';
import { choice, date, number, share } from '../framework/arguments/kinds';
import { option, optionSet } from '../framework/arguments/options';
import { Refusal } from '../../base/refusal';
import { column, type Row } from '../framework/arguments/table';

const units = number({ min: 0 });

const ramp = headedTable(
  {
    date: column(date, { unit: 'date' }),
    units: column(units, { unit: 'units' }),
  },
  UNIT_STEP_HEADINGS,
);

type RampRow = Row<{ readonly date: Day; readonly units: Decimal }>;

export const reservedCost = defineFunction({
  id: 'RESERVED_COST',
  parameters: {
    units: oneOrRange(units, ramp, { unit: 'units' }),
    rate: required(number({ min: 0 }), { unit: 'currency per unit-hour' }),
    start: required(date, { unit: 'date' }),
    end: required(date, { unit: 'date' }),
    options: options(
      optionSet({
        'Rate basis': option(choice(RATE_BASES), 'Hour', {
          unit: 'Hour, Day, Month or Year',
          defaultText: 'Hour',
        }),
        Escalator: option(share({ above: -1, max: 1 }), null, { unit: 'share a year', defaultText: '0' }),
        'Term start': option(date, null, { unit: 'date', defaultText: 'start' }),
        Discount: option(share(), ZERO, { unit: 'share, 0 to 1', defaultText: '0' }),
        'Hours per month': option(number({ above: 0, max: 744 }), null, {
          unit: 'hours',
          defaultText: '24 hours for each actual day',
        }),
      }),
    ),
  },
  result: { matrix: false, unit: 'currency of the rate', format: '#,##0.00' },
  body({ units: given, rate, start, end, options: chosen }) {
    if (end < start) {
      return new Refusal(
        `end is ${isoText(end)}: it must not lie before start, ${isoText(start)}. Exchange the two dates.`,
        { about: 'end' },
      );
    }
    const termStart = chosen['Term start'] ?? start;
    if (termStart > start) {
      return new Refusal(
        `options (Term start) is ${isoText(termStart)}: it must not lie after start, ${isoText(start)}. Begin the period on the first day of the term.`,
        { about: 'options' },
      );
    }
    if (chosen['Term start'] !== null && chosen.Escalator === null) {
      return new Refusal(
        `options (Term start) is ${isoText(termStart)}: without the option Escalator it does nothing. Add a row of Escalator, or remove this one.`,
        { about: 'options' },
      );
    }
    const basis = chosen['Rate basis'];
    const hoursPerMonth = chosen['Hours per month'];
    if (hoursPerMonth !== null && basis !== 'Hour') {
      return new Refusal(
        `options (Hours per month) is ${hoursPerMonth.toString()}: it applies to a rate per hour, and Rate basis is ${basis}. Leave one of the two out.`,
        { about: 'options' },
      );
    }
    const steps = Array.isArray(given) ? rampSteps(given) : [{ from: FIRST_DAY, units: given }];
    if (steps instanceof Refusal) return steps;
    const tariff = { rate, basis, hoursPerMonth, escalator: chosen.Escalator ?? ZERO, termStart };
    return reservedFee(steps, tariff, start, end).times(ONE.minus(chosen.Discount));
  },
});

function rampSteps(rows: readonly RampRow[]): UnitStep[] | Refusal {
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before && row.cells.date <= before.cells.date) {
      return new Refusal(
        `${row.place} (date) is ${isoText(row.cells.date)}: it must lie after the row above, ${isoText(before.cells.date)}. Sort the rows by date and keep one row a day.`,
        { about: 'units' },
      );
    }
  }
  return rows.map(({ cells }) => ({ from: cells.date, units: cells.units }));
}
