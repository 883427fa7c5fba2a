import { ZERO } from '../../base/decimal';
import { TRANCHE_MODES, trancheSchedule, type ScheduledTranche } from '../../contract/rules/tranches';
import { optional, range, required } from '../framework/arguments/boundary';
import { defineFunction } from '../framework/define';
import { choice, date } from '../framework/arguments/kinds';
import { Refusal } from '../../base/refusal';
import { programme, tranchesOf, type NamedTranche } from '../framework/arguments/tranche-range';

const MEASURES = ['Funded', 'Committed', 'Expected', 'Maximum'] as const;
type Measure = (typeof MEASURES)[number];

export const trancheExposure = defineFunction({
  id: 'TRANCHE_EXPOSURE',
  parameters: {
    tranches: range(programme, { unit: 'id, date, amount, kind, probability' }),
    date: required(date, { unit: 'date' }),
    measure: optional(choice(MEASURES), 'Committed', { unit: 'word', defaultText: 'Committed' }),
    mode: optional(choice(TRANCHE_MODES), 'Unconditional', { unit: 'word', defaultText: 'Unconditional' }),
  },
  result: { matrix: false, unit: 'currency of the amounts', format: '#,##0.00' },
  body({ tranches: rows, date: day, measure, mode }) {
    const tranches = tranchesOf(rows);
    if (tranches instanceof Refusal) return tranches;
    const last = trancheSchedule(tranches, mode).findLast(({ tranche }) => tranche.day <= day);
    return last ? totalOf(last, measure) : ZERO;
  },
});

function totalOf(line: ScheduledTranche<NamedTranche>, measure: Measure) {
  switch (measure) {
    case 'Funded':
      return line.funded;
    case 'Committed':
      return line.committed;
    case 'Expected':
      return line.expectedTotal;
    case 'Maximum':
      return line.maximum;
  }
}
