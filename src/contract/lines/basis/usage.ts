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
} from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import { MONTHS, type TokenClass } from '../../../terms/catalogue/definition';
import type { ChoiceOf, ItemTerm, PlainTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook, LineBook } from '../line-book';

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

export function usageLines(contract: ContractBook): Usage {
  const book = contract.in('usage');
  const regime = regimeLine(book);
  const products = book.items('Usage').map((name) => productLines(book, name, regime));
  return { products, regime };
}

/** ρ: 1 before the regime starts, then towards 1 − cut, half of the way in each half-life. */
function regimeLine(book: LineBook): Line {
  const behaviour = (name: PlainTerm<'Behaviour'>) => book.term('Behaviour', name);
  const halving = book.scalar(
    'factor',
    'behaviour.halving',
    'Monthly factor of the efficiency regime',
    constant('0.5').power(constant(1).over(behaviour('Half-life'))),
  );
  const months = wholeMonths(behaviour('Regime start'), periodStart);
  const cut = behaviour('Efficiency cut');
  // As a sum: 1 less almost 1 would leave few digits of a demand that is cut to almost nothing.
  const left = constant(1)
    .minus(cut)
    .plus(cut.times(halving.power(months)));
  return book.factor(
    'behaviour.regime',
    'Efficiency regime',
    when(book.given('Behaviour', 'Regime start'), when(months.isAbove(0), left, 1), 1),
    { rule: 'behaviour.regime' },
  );
}

function productLines(book: LineBook, name: string, regime: Line): ProductUsage {
  const growth = book.factor(`usage.growth[${name}]`, `Growth index: ${name}`, growthIndex(book, name));
  const season = seasonFactor(book, name);
  const base = book.tokens(
    `usage.base[${name}]`,
    `Demand at unchanged behaviour: ${name}`,
    book.term('Usage', name, 'Input tokens per month').times(growth).times(season),
  );
  const demand = book.tokens(`usage.demand[${name}]`, `Demand: ${name}`, base.times(regime), {
    focus: 'ConsumedQuantity',
  });
  return { name, base, demand, weight: weightLine(book, name) };
}

function growthIndex(book: LineBook, name: string): Expression {
  const usage = (term: ItemTerm<'Usage'>) => book.term('Usage', name, term);
  const chosen = (choice: ChoiceOf<'Usage', 'Growth'>) => book.chosen('Usage', name, 'Growth', choice);
  const years = periodIndex.over(MONTHS_IN_YEAR).floor();
  const monthsBeyond = periodIndex.minus(years.times(MONTHS_IN_YEAR));
  const yearly = usage('Growth rate').plus(1);
  // The twelfth root is taken once: whole years stay exact, and a power of a fraction is dear.
  const root = book.scalar(
    'factor',
    `usage.root[${name}]`,
    `Twelfth root of yearly growth: ${name}`,
    when(chosen('CAGR'), yearly.power(constant(1).over(MONTHS_IN_YEAR)), 1),
  );
  const decay = book.scalar(
    'factor',
    `usage.decay[${name}]`,
    `Monthly factor of the logistic curve: ${name}`,
    when(chosen('Logistic'), exponential(usage('Logistic rate').times(-1)), 1),
  );
  const saturation = usage('Saturation multiple');
  const curves: readonly { choice: ChoiceOf<'Usage', 'Growth'>; index: Expression }[] = [
    { choice: 'CAGR', index: yearly.power(years).times(root.power(monthsBeyond)) },
    { choice: 'Monthly', index: yearly.power(periodIndex) },
    {
      choice: 'Logistic',
      index: saturation.over(constant(1).plus(saturation.minus(1).times(decay.power(periodIndex)))),
    },
    { choice: 'Table', index: tableIndex(book, name) },
  ];
  return curves.reduce<Expression>(
    (otherwise, { choice, index }) => when(chosen(choice), index, otherwise),
    constant(1),
  );
}

/** The last listed month stands for all later ones; the index is not normalised. */
function tableIndex(book: LineBook, name: string): Expression {
  const steps = book.numberedSteps('Growth index', name, 'Month');
  return lastBegun(periodIndex, steps, 1);
}

/** Twelve factors, divided by their mean; without any, 1. */
function seasonFactor(book: LineBook, name: string): Expression {
  if (!MONTHS.some((month) => book.isUsed('Seasonality', name, month))) return constant(1);
  const factors = MONTHS.map((month) => book.term('Seasonality', name, month));
  const mean = book.scalar(
    'factor',
    `usage.season mean[${name}]`,
    `Mean of the seasonal factors: ${name}`,
    sumOf(factors).over(MONTHS.length),
  );
  const steps = factors.map((value, place) => ({ from: constant(place + 1), value }));
  return book.factor(
    `usage.season[${name}]`,
    `Season: ${name}`,
    lastBegun(monthOfYear(periodStart), steps, 1).over(mean),
  );
}

/** Weights of the token classes, by the product's mix. */
function weightLine(book: LineBook, name: string): Line {
  const usage = (term: ItemTerm<'Usage'>) => book.term('Usage', name, term);
  const weight = (tokenClass: TokenClass) => book.term('Burn-down', tokenClass, 'Weight');
  const read = usage('Cache read share');
  const write = usage('Cache write share');
  const longWrite = usage('Cache write 1h share');
  return book.scalar(
    'tokens',
    `usage.weight[${name}]`,
    `Input-equivalent tokens per input-side token: ${name}`,
    sumOf([
      constant(1).minus(read).minus(write).minus(longWrite).times(weight('Input')),
      read.times(weight('Cache read')),
      write.times(weight('Cache write')),
      longWrite.times(weight('Cache write 1h')),
      usage('Output ratio').times(weight('Output')),
    ]),
  );
}
