import {
  type Expression,
  constant,
  largerOf,
  periodEnd,
  periodStart,
  previous,
  smallerOf,
  when,
} from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { PlainTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook } from '../line-book';
import { type Tariff, tariffLines } from './reserved-tariff';

export interface Reserved {
  readonly tariff: Tariff;
  readonly upfront: Line;
  readonly recurring: Line;
  readonly terminationFee: Line;
  readonly billed: Line;
  readonly effective: Line;
  /** The part of the effective cost that bought no capacity: the write-off and the fee of an early exit. */
  readonly costOfLeaving: Expression;
}

const holds = (date: Expression): Expression => when(date.isAtLeast(periodStart), date.isBelow(periodEnd), 0);

/** The committed term: instalments, the payment in advance and its amortisation, leaving early. */
export function reservedLines(contract: ContractBook, horizonEnd: Expression): Reserved {
  const book = contract.in('reserved');
  const own = (name: PlainTerm<'Reserved'>) => book.term('Reserved', name);
  const has = (name: PlainTerm<'Reserved'>) => book.given('Reserved', name);
  const label = (text: string) => `Reserved capacity: ${text}`;
  const start = own('Start');
  const end = book.scalar(
    'date',
    'reserved.end',
    label('end of the committed term'),
    when(has('End'), own('End'), horizonEnd),
  );
  const isLeft = when(has('Early end'), own('Early end').isBelow(end), 0);
  const stop = book.scalar(
    'date',
    'reserved.stop',
    label('first day without capacity'),
    when(has('Early end'), smallerOf(own('Early end'), end), end),
  );
  const tariff = tariffLines(
    contract,
    { section: 'Reserved', id: 'reserved', label: 'Reserved capacity' },
    stop,
  );
  const { fee } = tariff;

  const termFees = tariff.feesBetween({
    id: 'reserved.term fees',
    label: label('fees of the whole term'),
    from: start,
    to: end,
    isScalar: true,
  });
  const share = own('Upfront share');
  const instalments = constant(1).minus(share);
  const payment = book.scalar(
    'currency',
    'reserved.payment',
    label('payment in advance'),
    share.times(termFees).times(constant(1).minus(own('Upfront discount'))),
  );
  const modelStart = book.term('Model', 'Start');
  const feesAhead = tariff.feesBetween({
    id: 'reserved.fees ahead',
    label: label('fees of the term from the model start'),
    from: modelStart,
    to: end,
    isScalar: true,
  });
  const broughtForward = book.scalar(
    'currency',
    'reserved.prepaid.brought forward',
    label('prepaid when the model starts'),
    when(start.isBelow(modelStart), payment.times(feesAhead).over(termFees, 0), 0),
    { rule: 'reserved.prepaid.brought forward' },
  );
  const upfront = book.money('reserved.upfront', label('paid in advance'), when(holds(start), payment, 0), {
    focus: 'BilledCost (Purchase)',
  });
  const recurring = book.money('reserved.recurring', label('instalment'), instalments.times(fee), {
    focus: 'BilledCost',
  });

  const leaves = when(isLeft, holds(own('Early end')), 0);
  const closing = book.balance('reserved.prepaid.closing', label('prepaid, closing'));
  const opening = book.measure(
    'currency',
    'reserved.prepaid.opening',
    label('prepaid, opening'),
    previous(closing, broughtForward),
    { opens: closing },
  );
  const held = opening.plus(upfront);
  // A scenario that is decided later may change the term, but not what has been paid and used by then: what is left is
  // spread over the fees to come. Where nothing has changed this comes to the plain proportion.
  const feesToCome = () =>
    tariff.feesBetween({
      id: 'reserved.fees to come',
      label: label('fees of the term still to come'),
      from: largerOf(periodStart, start),
      to: end,
      isScalar: false,
    });
  const spread = book.isUsed('Scenario', 'Decided on')
    ? held.times(fee).over(feesToCome(), 0)
    : payment.times(fee).over(termFees, 0);
  const amortisation = book.money(
    'reserved.amortisation',
    label('amortisation of the payment in advance'),
    when(leaves, held, spread),
    { rule: 'reserved.amortisation' },
  );
  closing.define(held.minus(amortisation));

  const remaining = tariff.feesBetween({
    id: 'reserved.fees given up',
    label: label('fees of the term after an early exit'),
    from: stop,
    to: end,
    isScalar: true,
  });
  const terminationFee = book.money(
    'reserved.termination fee',
    label('early termination fee'),
    when(leaves, own('Termination fee share').times(instalments).times(remaining), 0),
  );
  const billed = book.money(
    'reserved.billed',
    label('billed'),
    recurring.plus(upfront).plus(terminationFee),
    { focus: 'BilledCost' },
  );
  const effective = book.money(
    'reserved.effective',
    label('effective'),
    recurring.plus(amortisation).plus(terminationFee),
    { focus: 'EffectiveCost' },
  );
  const costOfLeaving = when(leaves, held.minus(spread).plus(terminationFee), 0);
  return { tariff, upfront, recurring, terminationFee, billed, effective, costOfLeaving };
}
