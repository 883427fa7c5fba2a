import { Decimal, ZERO } from '../../base/decimal';
import type { ScenarioCheck } from './check';

/** Above this, a growing load has little room left. */
const HIGH_UTILISATION = new Decimal('0.95');

/** What is no fault of the figures, and may still be unwelcome. */
export const ALERTS: readonly ScenarioCheck[] = [
  {
    name: 'Utilisation of reserved capacity is at most 95 %',
    kind: 'Alert',
    *compare(reader) {
      for (const [period, value] of reader.series('reserved.utilisation').entries()) {
        if (value.isNaN()) continue;
        yield { value, expected: HIGH_UTILISATION, relation: 'at most', where: reader.month(period) };
      }
    },
  },
  {
    name: 'Spend reaches the commitment: nothing is trued up',
    kind: 'Alert',
    *compare(reader) {
      const value = reader.sum('commitment.true-up').plus(reader.sum('vendor.true-up'));
      yield { value, expected: ZERO, relation: 'at most', isMoney: true, where: '' };
    },
  },
  {
    name: 'Prepaid credits are used before they expire',
    kind: 'Alert',
    *compare(reader) {
      for (const lot of reader.contract.table.items('Prepaid lot')) {
        const value = reader.sum(`prepaid.expired[${lot}]`);
        yield { value, expected: ZERO, relation: 'at most', isMoney: true, where: `Prepaid lot ${lot}` };
      }
    },
  },
];
