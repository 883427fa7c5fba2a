import {
  type Expression,
  constant,
  exponential,
  lastBegun,
  monthOfYear,
  periodIndex,
  periodStart,
  sumOf,
  when,
  wholeMonths,
} from '../../calc/expression';
import type { Line } from '../../calc/line';
import type { LineBook } from './contract-terms';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export interface ProductUsage {
  readonly name: string;
  /** Input-side tokens wanted before any change of behaviour. */
  readonly base: Line;
  /** The same after the efficiency regime. */
  readonly demand: Line;
  /** Input-equivalent tokens for one input-side token. */
  readonly weight: Line;
}

export interface Usage {
  readonly products: readonly ProductUsage[];
  readonly regime: Line;
}

const MONTHS_IN_YEAR = 12;

export function usageLines(book: LineBook): Usage {
  const regime = regimeLine(book);
  const products = book.items('Usage').map((name) => productLines(book, name, regime));
  return { products, regime };
}

/** ρ: 1 before the regime starts, then towards 1 − cut, half of the way in each half-life. */
function regimeLine(book: LineBook): Line {
  const behaviour = (name: string) => book.term('Behaviour', '', name);
  const halving = book.scalar(
    { id: 'behaviour.halving', label: 'Monthly factor of the efficiency regime', unit: 'factor' },
    constant('0.5').power(constant(1).over(behaviour('Half-life'))),
  );
  const months = wholeMonths(behaviour('Regime start'), periodStart);
  const cut = behaviour('Efficiency cut').times(constant(1).minus(halving.power(months)));
  return book.period(
    {
      id: 'behaviour.regime',
      label: 'Efficiency regime',
      unit: 'factor',
      summary: { kind: 'none' },
      rule: '1 until the regime starts, then 1 − cut × (1 − ½ ^ (whole months ÷ half-life)).',
    },
    when(book.given('Behaviour', '', 'Regime start'), when(months.isAbove(0), constant(1).minus(cut), 1), 1),
  );
}

function productLines(book: LineBook, name: string, regime: Line): ProductUsage {
  const growth = book.period(
    {
      id: `usage.growth[${name}]`,
      label: `${name}: growth index`,
      unit: 'factor',
      summary: { kind: 'none' },
    },
    growthIndex(book, name),
  );
  const season = seasonLine(book, name);
  const base = book.period(
    { id: `usage.base[${name}]`, label: `${name}: demand at unchanged behaviour`, unit: 'tokens' },
    book.term('Usage', name, 'Input tokens per month').times(growth).times(season),
  );
  const demand = book.period(
    { id: `usage.demand[${name}]`, label: `${name}: demand`, unit: 'tokens', focus: 'ConsumedQuantity' },
    base.times(regime),
  );
  return { name, base, demand, weight: weightLine(book, name) };
}

function growthIndex(book: LineBook, name: string): Expression {
  const usage = (term: string) => book.term('Usage', name, term);
  const chosen = (choice: string) => book.chosen('Usage', name, 'Growth', choice);
  const years = periodIndex.over(MONTHS_IN_YEAR).floor();
  const monthsBeyond = periodIndex.minus(years.times(MONTHS_IN_YEAR));
  const yearly = usage('Growth rate').plus(1);
  // The twelfth root is taken once: whole years stay exact, and a power of a fraction is dear.
  const root = book.scalar(
    { id: `usage.root[${name}]`, label: `${name}: twelfth root of yearly growth`, unit: 'factor' },
    when(chosen('CAGR'), yearly.power(constant(1).over(MONTHS_IN_YEAR)), 1),
  );
  const saturation = usage('Saturation multiple');
  const decay = book.scalar(
    { id: `usage.decay[${name}]`, label: `${name}: monthly factor of the logistic curve`, unit: 'factor' },
    when(chosen('Logistic'), exponential(usage('Logistic rate').times(-1)), 1),
  );
  const logistic = saturation.over(constant(1).plus(saturation.minus(1).times(decay.power(periodIndex))));
  return [
    { choice: 'CAGR', index: yearly.power(years).times(root.power(monthsBeyond)) },
    { choice: 'Monthly', index: usage('Growth rate').plus(1).power(periodIndex) },
    { choice: 'Logistic', index: logistic },
    { choice: 'Table', index: tableIndex(book, name) },
  ].reduce<Expression>((otherwise, { choice, index }) => when(chosen(choice), index, otherwise), constant(1));
}

/** The last listed month stands for all later ones; the index is not normalised. */
function tableIndex(book: LineBook, name: string): Expression {
  const steps = book
    .numbered('Growth index', name, 'Month')
    .map(({ number, value }) => ({ from: constant(number), value }));
  return lastBegun(periodIndex, steps, 1);
}

/** Twelve factors, divided by their mean; without any, 1. */
function seasonLine(book: LineBook, name: string): Expression {
  if (!MONTHS.some((month) => book.isUsed('Seasonality', name, month))) return constant(1);
  const factors = MONTHS.map((month) => book.term('Seasonality', name, month));
  const mean = book.scalar(
    { id: `usage.season mean[${name}]`, label: `${name}: mean of the seasonal factors`, unit: 'factor' },
    sumOf(factors).over(MONTHS.length),
  );
  const month = monthOfYear(periodStart);
  const factor = lastBegun(
    month,
    factors.map((value, place) => ({ from: constant(place + 1), value })),
    1,
  );
  return book.period(
    { id: `usage.season[${name}]`, label: `${name}: season`, unit: 'factor', summary: { kind: 'none' } },
    factor.over(mean),
  );
}

/** Weights of the token classes, by the product's mix. */
function weightLine(book: LineBook, name: string): Line {
  const usage = (term: string) => book.term('Usage', name, term);
  const weight = (tokenClass: string) => book.term('Burn-down', tokenClass, 'Weight');
  const [read, write, longWrite] = [
    usage('Cache read share'),
    usage('Cache write share'),
    usage('Cache write 1h share'),
  ];
  return book.scalar(
    {
      id: `usage.weight[${name}]`,
      label: `${name}: input-equivalent tokens per input-side token`,
      unit: 'tokens',
    },
    sumOf([
      constant(1).minus(read).minus(write).minus(longWrite).times(weight('Input')),
      read.times(weight('Cache read')),
      write.times(weight('Cache write')),
      longWrite.times(weight('Cache write 1h')),
      usage('Output ratio').times(weight('Output')),
    ]),
  );
}
