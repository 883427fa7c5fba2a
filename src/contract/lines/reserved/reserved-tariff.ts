import {
  type Expression,
  constant,
  given,
  largerOf,
  logarithm,
  monthsAfter,
  normal,
  periodEnd,
  periodStart,
  smallerOf,
  sumOf,
  term,
  when,
  wholeMonths,
} from '../../../calc/expression';
import { dayFromIso } from '../../../base/calendar';
import type { Line } from '../../../calc/line';
import type { ChoiceOf, PlainTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook, LineBook } from '../line-book';
import { monthsBetween } from '../basis/month-position';

const HOURS_IN_DAY = 24;
const MONTHS_IN_YEAR = 12;

/** Capacity under one tariff: the contract's own, or that of the world in which it simply goes on. */
export interface Tariff {
  readonly fee: Line;
  readonly capacity: Line;
  /** Adds the fee for the units in force in any span of the term: a line for each unit step, and their sum. */
  readonly feesBetween: (span: SpanOfFees) => Line;
}

interface SpanOfFees {
  readonly id: string;
  readonly label: string;
  readonly from: Expression;
  readonly to: Expression;
  /** The span is the same in every period. */
  readonly isScalar: boolean;
}

/** Sections that hold a tariff. */
export type TariffSection = 'Reserved' | 'Counterfactual';

export interface TariffNames {
  readonly section: TariffSection;
  /** Of the lines: the beginning of their ids, and their block. */
  readonly id: 'reserved' | 'counterfactual';
  readonly label: string;
}

/** Units in force from one date to the next. */
interface Step {
  readonly name: string;
  readonly units: Line;
  readonly from: Expression;
  /** The next step's date; none after the last. */
  readonly to: Expression | undefined;
}

/** @param stop the first day on which nothing is in force any more; never where left out */
export function tariffLines(contract: ContractBook, names: TariffNames, stop?: Expression): Tariff {
  const { section, id, label } = names;
  const book = contract.in(id);
  const own = (name: PlainTerm<'Counterfactual'>) => book.term(section, name);
  const start = own('Start');
  const growth = own('Escalator').plus(1);
  const steps = unitSteps(book, names);

  const year = book.measure(
    'years',
    `${id}.year`,
    `${label}: years of the term gone by`,
    wholeMonths(start, largerOf(periodStart, start)).over(MONTHS_IN_YEAR).floor(),
  );
  const anniversary = book.measure(
    'date',
    `${id}.anniversary`,
    `${label}: next anniversary`,
    monthsAfter(start, year.plus(1).times(MONTHS_IN_YEAR)),
  );
  const rate = book.measure(
    'currency per unit and basis',
    `${id}.rate`,
    `${label}: rate in force`,
    own('Rate').times(growth.power(year)),
  );
  const raised = rate.times(growth);
  const time = billedTime(book, section);
  const fees: Line[] = [];
  const inForce: Expression[] = [];
  for (const step of steps) {
    const date = (part: string, text: string, definition: Expression) =>
      book.measure('date', `${id}.${part}[${step.name}]`, `${label} ${step.name}: ${text}`, definition);
    const from = date('from', 'from', largerOf(largerOf(periodStart, start), step.from));
    const to = date('to', 'until', largerOf(from, earliest(periodEnd, step.to, stop)));
    const turn = date('turn', 'rate rises', largerOf(from, smallerOf(to, anniversary)));
    const before = rate.times(time(from, turn));
    const after = raised.times(time(turn, to));
    fees.push(
      book.money(
        `${id}.fee[${step.name}]`,
        `${label} ${step.name}: fee`,
        when(to.isAbove(from), step.units.times(before.plus(after)), 0),
      ),
    );
    inForce.push(step.units.times(to.minus(from)));
  }
  const fee = book.money(`${id}.fee`, `${label}: fee`, sumOf(fees), { rule: 'tariff.fee' });

  const unitHours = book.measure(
    'unit-hours',
    `${id}.unit-hours`,
    `${label}: unit-hours in force`,
    sumOf(inForce).times(HOURS_IN_DAY),
    { summary: { kind: 'sum' } },
  );
  const capacity = book.tokens(
    `${id}.capacity`,
    `${label}: capacity`,
    unitHours.times(own('Tokens per unit-hour')).times(own('Maximum utilisation')),
  );

  const years = book.terms.yearsOfTerm(section).map((n) => ({
    start: n === 0 ? start : monthsAfter(start, n * MONTHS_IN_YEAR),
    end: monthsAfter(start, (n + 1) * MONTHS_IN_YEAR),
    rate: own('Rate').times(growth.power(n)),
  }));
  const parts = steps.map(({ name, units, from, to }) => ({
    name,
    units,
    pieces: years.map((of) => ({ rate: of.rate, from: largerOf(of.start, from), to: earliest(of.end, to) })),
  }));
  const feesBetween = ({ id: ownId, label: text, from, to, isScalar }: SpanOfFees): Line => {
    const add = (lineId: string, lineLabel: string, definition: Expression): Line =>
      isScalar
        ? book.scalar('currency', lineId, lineLabel, definition)
        : book.measure('currency', lineId, lineLabel, definition);
    const lines = parts.map(({ name, units, pieces }) => {
      const byTime = pieces.map((piece) => {
        const first = largerOf(from, piece.from);
        return piece.rate.times(time(first, largerOf(first, smallerOf(to, piece.to))));
      });
      return add(`${ownId}[${name}]`, `${text}, ${name}`, units.times(sumOf(byTime)));
    });
    return add(ownId, text, sumOf(lines));
  };
  return { fee, capacity, feesBetween };
}

const earliest = (first: Expression, ...others: (Expression | undefined)[]): Expression =>
  others.reduce<Expression>((least, other) => (other ? smallerOf(least, other) : least), first);

/** Steps in the order of their dates; a step that a scenario leaves empty keeps the units of the one before. */
function unitSteps(book: LineBook, { section, id, label }: TariffNames): Step[] {
  const dates = [...book.items(section)].sort();
  const dayOf = (name: string | undefined) =>
    name === undefined ? undefined : constant(dayFromIso(name) ?? 0);
  const steps: Step[] = [];
  for (const [place, name] of dates.entries()) {
    const before = steps[place - 1]?.units ?? constant(0);
    const reference = book.reference(section, name, 'Units');
    const units = book.scalar(
      'units',
      `${id}.units[${name}]`,
      `${label} ${name}: units`,
      when(given(reference), term(reference), before),
    );
    steps.push({ name, units, from: dayOf(name) ?? constant(0), to: dayOf(dates[place + 1]) });
  }
  return steps;
}

/** How long a span is, in the measure that the rate is quoted for. */
function billedTime(
  book: ContractBook,
  section: TariffSection,
): (from: Expression, to: Expression) => Expression {
  const hoursOf = billedHours(book, section);
  if (!book.isUsed(section, 'Rate basis')) return hoursOf;
  const basis = (choice: ChoiceOf<TariffSection, 'Rate basis'>) => book.chosen(section, 'Rate basis', choice);
  const isHour = basis('Hour');
  const isDay = basis('Day');
  const isMonth = basis('Month');
  return (from, to) => {
    const months = monthsBetween(from, to);
    const byMonth = when(isMonth, months, months.over(MONTHS_IN_YEAR));
    return when(isHour, hoursOf(from, to), when(isDay, to.minus(from), byMonth));
  };
}

function billedHours(
  book: ContractBook,
  section: TariffSection,
): (from: Expression, to: Expression) => Expression {
  const allHours = (from: Expression, to: Expression) => to.minus(from).times(HOURS_IN_DAY);
  if (!book.isUsed(section, 'Hours per month')) return allHours;
  const isAgreed = book.given(section, 'Hours per month');
  const agreed = book.term(section, 'Hours per month');
  return (from, to) => when(isAgreed, monthsBetween(from, to).times(agreed), allHours(from, to));
}

/**
 * What of a load lies beyond the capacity and what is served; where it varies within the month, their expectations for a
 * lognormal load. The one is not the load less the other: of a load many times the capacity, doubles would leave few
 * digits of what is served.
 */
export function loadOn(
  book: ContractBook,
  section: TariffSection,
  load: Line,
  capacity: Line,
): readonly [beyond: Expression, served: Expression] {
  const beyond = load.minus(capacity).aboveZero();
  const served = smallerOf(load, capacity);
  if (!book.isUsed(section, 'Load variation')) return [beyond, served];
  const variation = book.term(section, 'Load variation');
  const variance = logarithm(variation.times(variation).plus(1));
  const deviation = variance.power('0.5');
  const distance = logarithm(load.over(capacity)).plus(variance.over(2)).over(deviation);
  const filled = capacity.times(normal(distance.minus(deviation)));
  const varies = variation.times(load).times(capacity).isAbove(0);
  // The last digits of the two terms may fall short of what overflows, or pass what is served, in any case.
  return [
    when(varies, load.times(normal(distance)).minus(filled).atLeast(beyond), beyond),
    when(
      varies,
      load
        .times(normal(distance.times(-1)))
        .plus(filled)
        .atMost(served),
      served,
    ),
  ];
}
