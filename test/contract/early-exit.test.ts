import { Decimal } from '../../src/base/decimal';
import { Contract } from '../../src/contract/contract';
import { blockOf, day, tableOf } from '../terms/tables';
import { expectNear } from './near';

/**
 * Two units at $30 an hour are $1,440 a day: $393,120 for the 273 days of the term, a quarter of it, $98,280, upfront.
 * Leaving on 11 February, with 10 days of fees in that month ($14,400) and all of the capacity used:
 *   instalment      0.75 × 14,400                     =  10,800
 *   amortisation    98,280 − January's 11,160         =  87,120, of which 3,600 for the ten days, 83,520 written off
 *   termination fee 0.5 × 0.75 × 232 days × 1,440     = 125,280
 * What is written off and the fee for leaving bought no capacity.
 */
const table = tableOf(
  blockOf(
    ['Reserved', '', 'Upfront share', 0.25],
    ['Reserved', '', 'Early end', day('2027-02-11')],
    ['Reserved', '', 'Termination fee share', 0.5],
  ),
);

const FEBRUARY = 1;

test.each([
  ['reserved.utilisation', '1'],
  ['reserved.recurring', '10800'],
  ['reserved.amortisation', '87120'],
  ['reserved.termination fee', '125280'],
  ['reserved.effective', '223200'],
  ['reserved.used', '14400'],
  ['reserved.unused', '208800'],
])('in the month of an early exit, %s is %s', (id, expected) => {
  const evaluation = Contract.of(table).evaluation(0);
  const line = evaluation.model.line(id);
  expectNear(line ? evaluation.at(line, FEBRUARY) : new Decimal(NaN), expected);
});
