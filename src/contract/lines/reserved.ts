import {
  type Expression,
  constant,
  dayOfMonth,
  daysInMonthOf,
  given,
  largerOf,
  logarithm,
  monthNumber,
  monthsAfter,
  normal,
  periodEnd,
  periodStart,
  previous,
  smallerOf,
  sumOf,
  term,
  when,
  wholeMonths,
} from '../../calc/expression';
import type { Line } from '../../calc/line';
import { dayFromIso } from '../../calc/calendar';
import type { LineBook } from './contract-terms';

const HOURS_IN_DAY = 24;
const MONTHS_IN_YEAR = 12;

/** Capacity under one tariff: the contract's own, or the one of the world in which it simply goes on. */
export interface Tariff {
  readonly fee: Line;
  readonly capacity: Line;
  /** Fee for the units of the tariff in force in any span, as one formula. */
  readonly feeOf: (from: Expression, to: Expression) => Expression;
  readonly start: Expression;
  readonly variation: Expression;
}

export interface TariffNames {
  readonly section: 'Reserved' | 'Counterfactual';
  readonly id: string;
  readonly label: string;
}

interface Step {
  readonly from: Expression;
  /** The next step's date; none after the last. */
  readonly to: Expression | undefined;
  readonly units: Line;
  readonly name: string;
}

/** How long a span is, in the measure that the rate is quoted for. */
function billedTime(book: LineBook, section: string, from: Expression, to: Expression): Expression {
  const days = to.minus(from);
  const months = monthPosition(to).minus(monthPosition(from));
  const basis = (choice: string) => book.chosen(section, '', 'Rate basis', choice);
  const hours = book.isUsed(section, '', 'Hours per month')
    ? months.times(book.term(section, '', 'Hours per month'))
    : days.times(HOURS_IN_DAY);
  if (!book.isUsed(section, '', 'Rate basis')) return hours;
  return when(
    basis('Hour'),
    hours,
    when(basis('Day'), days, when(basis('Month'), months, months.over(MONTHS_IN_YEAR))),
  );
}

/** Months since year 0, a part of a month by its days: the difference of two is the months between them. */
const monthPosition = (date: Expression): Expression =>
  monthNumber(date).plus(dayOfMonth(date).minus(1).over(daysInMonthOf(date)));

/**
 * @param stop the first day on which nothing is in force any more
 */
export function tariffLines(book: LineBook, names: TariffNames, stop: Expression | undefined): Tariff {
  const { section, id, label } = names;
  const own = (name: string) => book.term(section, '', name);
  const start = own('Start');
  const steps = unitSteps(book, names);
  const until = (limit: Expression, step: Step): Expression =>
    [step.to, stop].reduce<Expression>((end, bound) => (bound ? smallerOf(end, bound) : end), limit);
  const years = book.terms.yearsOfTerm(section);
  const growth = own('Escalator').plus(1);

  const year = book.period(
    {
      id: `${id}.year`,
      label: `${label}: years of the term gone by`,
      unit: 'years',
      summary: { kind: 'none' },
    },
    wholeMonths(start, largerOf(periodStart, start)).over(MONTHS_IN_YEAR).floor(),
  );
  const anniversary = book.period(
    { id: `${id}.anniversary`, label: `${label}: next anniversary`, unit: 'date', summary: { kind: 'none' } },
    monthsAfter(start, year.plus(1).times(MONTHS_IN_YEAR)),
  );
  const rate = book.period(
    { id: `${id}.rate`, label: `${label}: rate in force`, unit: 'rate', summary: { kind: 'none' } },
    own('Rate').times(growth.power(year)),
  );

  const feeLines = steps.map((step) => {
    const from = largerOf(largerOf(periodStart, start), step.from);
    const to = largerOf(from, until(periodEnd, step));
    const turn = largerOf(from, smallerOf(to, anniversary));
    const time = (a: Expression, b: Expression) => billedTime(book, section, a, b);
    return book.period(
      {
        id: `${id}.fee[${step.name}]`,
        label: `${label}: fee for the units from ${step.name}`,
        unit: 'currency',
      },
      step.units.times(rate.times(time(from, turn)).plus(rate.times(growth).times(time(turn, to)))),
    );
  });
  const fee = book.period(
    {
      id: `${id}.fee`,
      label: `${label}: fee`,
      unit: 'currency',
      rule: 'Units in force × rate × time, for every day of the period within the term.',
    },
    sumOf(feeLines),
  );

  const unitHours = steps.map((step) => {
    const from = largerOf(largerOf(periodStart, start), step.from);
    return step.units.times(until(periodEnd, step).minus(from).aboveZero()).times(HOURS_IN_DAY);
  });
  const capacity = book.period(
    { id: `${id}.capacity`, label: `${label}: capacity`, unit: 'tokens' },
    sumOf(unitHours).times(own('Tokens per unit-hour')).times(own('Maximum utilisation')),
  );

  const feeOf = (from: Expression, to: Expression): Expression =>
    sumOf(
      steps.flatMap((step) =>
        years.map((n) => {
          const yearStart = n === 0 ? start : monthsAfter(start, n * MONTHS_IN_YEAR);
          const yearEnd = monthsAfter(start, (n + 1) * MONTHS_IN_YEAR);
          const first = [yearStart, step.from].reduce(largerOf, from);
          const bounds = [step.to, yearEnd].filter((bound): bound is Expression => bound !== undefined);
          const last = largerOf(first, bounds.reduce(smallerOf, to));
          return step.units
            .times(own('Rate').times(growth.power(n)))
            .times(billedTime(book, section, first, last));
        }),
      ),
    );
  return { fee, capacity, feeOf, start, variation: own('Load variation') };
}

/** Steps in the order of their dates; a step that a scenario leaves empty keeps the units of the one before. */
function unitSteps(book: LineBook, { section, id, label }: TariffNames): Step[] {
  const dates = [...book.items(section)].sort();
  const steps: Step[] = [];
  for (const [place, name] of dates.entries()) {
    const before = steps[place - 1]?.units ?? constant(0);
    const reference = book.terms.reference(section, name, 'Units');
    const next = dates[place + 1];
    steps.push({
      name,
      from: constant(dayFromIso(name) ?? 0),
      to: next === undefined ? undefined : constant(dayFromIso(next) ?? 0),
      units: book.scalar(
        { id: `${id}.units[${name}]`, label: `${label}: units from ${name}`, unit: 'units' },
        when(given(reference), term(reference), before),
      ),
    });
  }
  return steps;
}

/** The part of a load that lies above the capacity; with peaks, its expectation for a lognormal load. */
export function overflow(book: LineBook, section: string, load: Line, capacity: Line): Expression {
  const plain = load.minus(capacity).aboveZero();
  if (!book.isUsed(section, '', 'Load variation')) return plain;
  const variation = book.term(section, '', 'Load variation');
  const variance = logarithm(variation.times(variation).plus(1));
  const deviation = variance.power('0.5');
  const distance = logarithm(load.over(capacity)).plus(variance.over(2)).over(deviation);
  const expected = load.times(normal(distance)).minus(capacity.times(normal(distance.minus(deviation))));
  const isUncertain = variation.isAbove(0).times(capacity.isAbove(0)).times(load.isAbove(0));
  return when(isUncertain, expected, plain);
}

export interface Reserved {
  readonly tariff: Tariff;
  readonly upfront: Line;
  readonly recurring: Line;
  readonly amortisation: Line;
  readonly fee: Line;
  readonly etf: Line;
  readonly billed: Line;
  readonly effective: Line;
}

/** The committed term: instalments, the payment in advance and its amortisation, leaving early. */
export function reservedLines(book: LineBook, horizonEnd: Expression): Reserved {
  const own = (name: string) => book.term('Reserved', '', name);
  const has = (name: string) => book.given('Reserved', '', name);
  const end = book.scalar(
    { id: 'reserved.end', label: 'Reserved capacity: end of the committed term', unit: 'date' },
    when(has('End'), own('End'), horizonEnd),
  );
  const stop = book.scalar(
    { id: 'reserved.stop', label: 'Reserved capacity: last day in force, exclusive', unit: 'date' },
    when(has('Early end'), smallerOf(own('Early end'), end), end),
  );
  const tariff = tariffLines(book, { section: 'Reserved', id: 'reserved', label: 'Reserved capacity' }, stop);
  const { fee, start } = tariff;

  const contractValue = book.scalar(
    { id: 'reserved.contract value', label: 'Reserved capacity: fees of the whole term', unit: 'currency' },
    tariff.feeOf(start, end),
  );
  const share = own('Upfront share');
  const paidInAdvance = book.scalar(
    { id: 'reserved.upfront value', label: 'Reserved capacity: payment in advance', unit: 'currency' },
    share.times(contractValue).times(constant(1).minus(own('Upfront discount'))),
  );
  const opening = book.scalar(
    {
      id: 'reserved.opening',
      label: 'Reserved capacity: paid in advance before the model starts',
      unit: 'currency',
    },
    when(
      start.isBelow(modelStart(book)),
      paidInAdvance.times(tariff.feeOf(modelStart(book), end)).over(contractValue, 0),
      0,
    ),
  );
  const holds = (date: Expression): Expression => date.isAtLeast(periodStart).times(date.isBelow(periodEnd));
  const upfront = book.period(
    {
      id: 'reserved.upfront',
      label: 'Reserved capacity: paid in advance',
      unit: 'currency',
      focus: 'BilledCost (Purchase)',
    },
    when(holds(start), paidInAdvance, 0),
  );
  const recurring = book.period(
    { id: 'reserved.recurring', label: 'Reserved capacity: instalment', unit: 'currency' },
    constant(1).minus(share).times(fee),
  );

  const leaves = when(
    has('Early end'),
    own('Early end')
      .isBelow(end)
      .times(holds(own('Early end'))),
    0,
  );
  const closing = book.period({
    id: 'reserved.prepaid.closing',
    label: 'Reserved capacity: prepaid, closing',
    unit: 'currency',
    summary: { kind: 'closing' },
  });
  const prepaid = book.period(
    {
      id: 'reserved.prepaid.opening',
      label: 'Reserved capacity: prepaid, opening',
      unit: 'currency',
      summary: { kind: 'none' },
    },
    previous(closing, opening),
  );
  const amortisation = book.period(
    {
      id: 'reserved.amortisation',
      label: 'Reserved capacity: amortisation of the payment in advance',
      unit: 'currency',
      rule: 'In proportion to the fee; what is left is written off in the period of an early exit.',
    },
    when(leaves, prepaid.plus(upfront), paidInAdvance.times(fee).over(contractValue, 0)),
  );
  closing.define(prepaid.plus(upfront).minus(amortisation));

  const etf = book.period(
    { id: 'reserved.termination fee', label: 'Reserved capacity: early termination fee', unit: 'currency' },
    when(
      leaves,
      own('Termination fee share')
        .times(constant(1).minus(share))
        .times(tariff.feeOf(own('Early end'), end)),
      0,
    ),
  );
  const billed = book.period(
    { id: 'reserved.billed', label: 'Reserved capacity: billed', unit: 'currency', focus: 'BilledCost' },
    recurring.plus(upfront).plus(etf),
  );
  const effective = book.period(
    {
      id: 'reserved.effective',
      label: 'Reserved capacity: effective',
      unit: 'currency',
      focus: 'EffectiveCost',
    },
    recurring.plus(amortisation).plus(etf),
  );
  return { tariff, fee, upfront, recurring, amortisation, etf, billed, effective };
}

const modelStart = (book: LineBook): Expression => book.term('Model', '', 'Start');
