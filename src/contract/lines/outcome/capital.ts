import {
  type Expression,
  constant,
  daysShared,
  monthsAfter,
  periodEnd,
  periodStart,
  previous,
  sumOf,
  total,
  when,
} from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { ChoiceOf, ItemTerm, PlainTerm } from '../../../terms/catalogue/term-name';
import type { Totals } from '../billing/totals';
import type { ContractBook, LineBook } from '../line-book';

const DAYS_IN_YEAR = 365;

interface Tranche {
  readonly name: string;
  readonly date: Expression;
  readonly amount: Expression;
  readonly isFunded: Expression;
  readonly isFirm: Expression;
  readonly isContingent: Expression;
  /** Funded before the model starts: no part of what the model is about. */
  readonly isSunk: Expression;
  /** Of its own condition. */
  readonly probability: Expression;
}

function tranches(book: LineBook): Tranche[] {
  const start = book.term('Model', 'Start');
  return book.items('Tranche').map((name) => {
    const own = (term: ItemTerm<'Tranche'>) => book.term('Tranche', name, term);
    const exists = book.given('Tranche', name, 'Amount').times(book.given('Tranche', name, 'Date'));
    const isKind = (kind: ChoiceOf<'Tranche', 'Kind'>) =>
      when(exists, book.chosen('Tranche', name, 'Kind', kind), 0);
    const date = when(exists, own('Date'), 0);
    const isFunded = isKind('Funded');
    return {
      name,
      date,
      amount: when(exists, own('Amount'), 0),
      isFunded,
      isFirm: isKind('Firm'),
      isContingent: isKind('Contingent'),
      isSunk: isFunded.times(date.isBelow(start)),
      probability: when(book.given('Tranche', name, 'Probability'), own('Probability'), 0),
    };
  });
}

/** Probability that a tranche is paid. In sequential mode a contingent one needs every earlier contingent one. */
function likelihoods(book: LineBook, all: readonly Tranche[]): Line[] {
  const isSequential = book.isUsed('Tranche', 'Mode')
    ? book.chosen('Tranche', 'Mode', 'Sequential')
    : constant(0);
  return all.map((tranche, place) => {
    const chain = all.reduce<Expression>((product, other, otherPlace) => {
      const comesFirst =
        otherPlace <= place ? other.date.isAtMost(tranche.date) : other.date.isBelow(tranche.date);
      return when(other.isContingent.times(comesFirst), product.times(other.probability), product);
    }, constant(1));
    const contingent = when(isSequential, chain, tranche.probability);
    const likelihood = when(
      tranche.isFunded.plus(tranche.isFirm),
      1,
      when(tranche.isContingent, contingent, 0),
    );
    return book.scalar(
      'share',
      `capital.likelihood[${tranche.name}]`,
      `Likelihood: tranche ${tranche.name}`,
      likelihood,
    );
  });
}

/** Tranches as of each month's end, their present values, and what they are held against. */
export function capitalLines(contract: ContractBook, { paidToFirstVendor }: Totals): void {
  const book = contract.in('capital');
  const start = book.term('Model', 'Start');
  const all = tranches(book);
  const likely = likelihoods(book, all);
  const weighted = all.map((tranche, place) => ({ tranche, likelihood: likely[place] ?? constant(0) }));
  const notExpired = (t: Tranche) => t.isFunded.plus(t.isFirm).plus(t.isContingent);
  const measures = [
    { id: 'funded', label: 'Capital funded', part: ({ tranche }: Weighted) => tranche.isFunded },
    {
      id: 'committed',
      label: 'Capital committed',
      part: ({ tranche }: Weighted) => tranche.isFunded.plus(tranche.isFirm),
    },
    { id: 'expected', label: 'Capital expected', part: ({ likelihood }: Weighted) => likelihood },
    { id: 'maximum', label: 'Capital at most', part: ({ tranche }: Weighted) => notExpired(tranche) },
  ];
  for (const { id, label, part } of measures) {
    const amounts = weighted.map((w) => ({ date: w.tranche.date, amount: w.tranche.amount.times(part(w)) }));
    const inPeriod = (date: Expression) => when(date.isAtLeast(periodStart), date.isBelow(periodEnd), 0);
    const closing = book.balance(`capital.${id}`, `${label}, cumulative`);
    const flow = book.money(
      `capital.flow[${id}]`,
      `${label}, in the period`,
      sumOf(amounts.map(({ date, amount }) => when(inPeriod(date), amount, 0))),
    );
    const before = sumOf(amounts.map(({ date, amount }) => when(date.isBelow(start), amount, 0)));
    closing.define(previous(closing, before).plus(flow));
  }
  presentValueLines(book, weighted, notExpired);
  const expected = ofTheDeal(book, weighted, ({ likelihood }) => likelihood);
  const maximum = ofTheDeal(book, weighted, ({ tranche }) => notExpired(tranche));

  const paid = total(paidToFirstVendor);
  const ratio = (id: string, label: string, of: Expression, to: Expression) =>
    book.scalar('ratio', `capital.${id}`, label, of.over(to));
  ratio('to spend expected', 'Capital to spend, expected', expected, paid);
  ratio('to spend maximum', 'Capital to spend, at most', maximum, paid);
  const returned = recirculationLine(book, weighted);
  ratio(
    'round trip',
    'Round trip: spend that returns ÷ (capital expected + bills)',
    total(returned),
    expected.plus(paid),
  );
}

interface Weighted {
  readonly tranche: Tranche;
  readonly likelihood: Expression;
}

/** Capital to the end of the horizon, without what is sunk. */
function ofTheDeal(
  book: LineBook,
  weighted: readonly Weighted[],
  part: (w: Weighted) => Expression,
): Expression {
  const start = book.term('Model', 'Start');
  const end = monthsAfter(start, book.term('Model', 'Horizon'));
  return sumOf(
    weighted.map((w) => {
      const { date, amount, isSunk } = w.tranche;
      return when(date.isBelow(end), amount.times(part(w)).times(constant(1).minus(isSunk)), 0);
    }),
  );
}

/** At the as-of date, ACT/365 fixed. Money already funded is sunk and counts in neither value. */
function presentValueLines(
  book: LineBook,
  weighted: readonly Weighted[],
  notExpired: (t: Tranche) => Expression,
): void {
  const asOf = when(book.given('Model', 'As of'), book.term('Model', 'As of'), book.term('Model', 'Start'));
  // Taken once: days are whole, and only a power of a fraction is dear.
  const daily = book.scalar(
    'factor',
    'capital.daily factor',
    'Growth of one day at the discount rate',
    book.term('Model', 'Discount rate').plus(1).power(constant(1).over(DAYS_IN_YEAR)),
  );
  const values = weighted.map(({ tranche, likelihood }) => {
    const isNew = constant(1).minus(tranche.isFunded);
    const factor = book.scalar(
      'factor',
      `capital.factor[${tranche.name}]`,
      `Discount factor: tranche ${tranche.name}`,
      when(notExpired(tranche).times(isNew), daily.power(asOf.minus(tranche.date)), 0),
    );
    return {
      expected: tranche.amount.times(likelihood).times(factor),
      maximum: tranche.amount.times(factor),
    };
  });
  book.scalar(
    'currency',
    'capital.present value expected',
    'Present value of new capital, expected',
    sumOf(values.map((v) => v.expected)),
  );
  book.scalar(
    'currency',
    'capital.present value maximum',
    'Present value of new capital, at most',
    sumOf(values.map((v) => v.maximum)),
  );
}

/** The reverse flow: an assumed part of each new tranche, spent on the investor's cloud evenly by days. */
function recirculationLine(book: LineBook, weighted: readonly Weighted[]): Line {
  const own = (term: PlainTerm<'Tranche'>) => book.term('Tranche', term);
  const parts = weighted.map(({ tranche, likelihood }) => {
    const until = monthsAfter(tranche.date, own('Recirculation months'));
    const counts = constant(1).minus(tranche.isSunk);
    const perDay = tranche.amount.times(likelihood).times(counts).over(until.minus(tranche.date), 0);
    return when(perDay.isAbove(0), daysShared(tranche.date, until, periodStart, periodEnd).times(perDay), 0);
  });
  return book.money(
    'capital.returned',
    'Spend that returns to the investor’s cloud',
    own('Recirculated share').times(sumOf(parts)),
    { rule: 'capital.returned' },
  );
}
