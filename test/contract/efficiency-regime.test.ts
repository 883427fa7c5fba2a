import { Decimal } from '../../src/base/decimal';
import { Contract } from '../../src/contract/contract';
import { blockOf, day, tableOf } from '../terms/tables';
import { expectNear } from './near';

/**
 * A cut of all demand with a half-life of half a month: after 48 months ρ = 1 − (1 − 2⁻⁹⁶) = 2⁻⁹⁶. Taken as a difference
 * from 1 it would keep a few digits only, and a cost per token would be off by as much.
 */
test('what a complete cut leaves keeps its digits', () => {
  const table = tableOf(
    blockOf(
      ['Model', '', 'Horizon', 49],
      ['Behaviour', '', 'Regime start', day('2027-01-01')],
      ['Behaviour', '', 'Efficiency cut', 1],
      ['Behaviour', '', 'Half-life', 0.5],
    ),
  );
  const evaluation = Contract.of(table).evaluation(0);
  const line = evaluation.model.line('behaviour.regime');
  const left = line ? evaluation.at(line, 48) : new Decimal(NaN);
  expectNear(left.times(new Decimal(2).pow(96)), '1');
});
