import { isoText } from '../../base/calendar';
import { ZERO } from '../../base/decimal';
import { discountFactor, TRANCHE_MODES, trancheSchedule as scheduleOf } from '../../contract/rules/tranches';
import { optional, range } from '../framework/arguments/boundary';
import { defineFunction, type BodyValue } from '../framework/define';
import { choice, date, share } from '../framework/arguments/kinds';
import { Refusal } from '../../base/refusal';
import { programme, tranchesOf } from '../framework/arguments/tranche-range';

export const HEADER = [
  'Id',
  'Date',
  'Amount',
  'Kind',
  'Probability',
  'Expected',
  'Funded',
  'Committed',
  'Expected total',
  'Maximum',
];
const PRESENT_VALUE_HEADER = ['PV expected', 'PV maximum'];

export const trancheSchedule = defineFunction({
  id: 'TRANCHE_SCHEDULE',
  parameters: {
    tranches: range(programme, { unit: 'id, date, amount, kind, probability' }),
    as_of: optional(date, null, { unit: 'date', defaultText: 'the first date' }),
    mode: optional(choice(TRANCHE_MODES), 'Unconditional', { unit: 'word', defaultText: 'Unconditional' }),
    discount_rate: optional(share({ above: -1, max: 1 }), null, {
      unit: 'share a year',
      defaultText: 'none: no present values',
    }),
  },
  result: { matrix: true, unit: 'currency of the amounts', format: '#,##0.00' },
  body({ tranches: rows, as_of, mode, discount_rate }) {
    if (as_of !== null && discount_rate === null) {
      return new Refusal(
        `as_of is ${isoText(as_of)}: without discount_rate it does nothing. Enter the rate of the present values, or leave as_of out.`,
        { about: 'as_of' },
      );
    }
    const tranches = tranchesOf(rows);
    if (tranches instanceof Refusal) return tranches;
    const schedule = scheduleOf(tranches, mode);
    const factor = discount_rate && discountFactor(discount_rate, as_of ?? schedule[0]?.tranche.day ?? 0);
    const header = factor ? [...HEADER, ...PRESENT_VALUE_HEADER] : HEADER;
    const body = schedule.map((line): BodyValue[] => {
      const { id, day, amount, kind, probability } = line.tranche;
      const columns = [
        id,
        day,
        amount,
        kind,
        probability,
        line.expected,
        line.funded,
        line.committed,
        line.expectedTotal,
        line.maximum,
      ];
      if (!factor) return columns;
      const present = factor(day);
      const atMost = kind === 'Expired' ? ZERO : amount;
      return [...columns, line.expected.times(present), atMost.times(present)];
    });
    return [header, ...body];
  },
});
