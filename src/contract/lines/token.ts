import {
  type Expression,
  constant,
  given,
  periodStart,
  smallerOf,
  sumOf,
  term,
  when,
  wholeMonths,
} from '../../calc/expression';
import type { Line } from '../../calc/line';
import type { LineBook } from './contract-terms';

const MILLION = 1_000_000;
const MONTHS_IN_YEAR = 12;
/** Stands for "no upper bound"; far beyond any spend or volume. */
const NO_END = '1e30';

export interface TokenPrice {
  readonly index: Line;
  readonly elasticity: Line;
  /** Price of one input-equivalent token on demand. */
  readonly onDemand: Expression;
}

export function priceLines(book: LineBook): TokenPrice {
  const own = (name: string) => book.term('Token price', '', name);
  const has = (name: string) => book.given('Token price', '', name);
  const kept = constant(1).minus(own('Price decline'));
  const months = wholeMonths(own('Price base'), periodStart).aboveZero();
  const step = own('Price step');
  const years = when(
    step.isAbove(0),
    months.over(step.atLeast(1)).floor().times(step).over(MONTHS_IN_YEAR),
    months.over(MONTHS_IN_YEAR),
  );
  const index = book.period(
    {
      id: 'price.index',
      label: 'Price index',
      unit: 'factor',
      summary: { kind: 'none' },
      rule: '(1 − decline) to the years since the price base, whole steps only where a step is set; not below the floor.',
    },
    when(has('Price base'), kept.power(years), 1).atLeast(own('Price floor')),
  );
  const elasticity = book.period(
    {
      id: 'behaviour.elasticity',
      label: 'Volume response to price',
      unit: 'factor',
      summary: { kind: 'none' },
      rule: 'Price index to the power of the elasticity; on metered volume only.',
    },
    index.power(book.term('Behaviour', '', 'Price elasticity')),
  );
  return {
    index,
    elasticity,
    onDemand: book.term('Token price', 'Input', 'Price').times(index).over(MILLION),
  };
}

/** List price of one input-side token of a product, all classes of its mix included, before the price index. */
export function listPriceLine(book: LineBook, product: string, card: string, id: string): Line {
  const usage = (name: string) => book.term('Usage', product, name);
  const own = (name: string) => book.term('Token price', '', name);
  const price = (tokenClass: string) =>
    card === 'Token price'
      ? book.term(card, tokenClass, 'Price')
      : book.term('Vendor', card, `${tokenClass} price`);
  const [read, write, longWrite] = [
    usage('Cache read share'),
    usage('Cache write share'),
    usage('Cache write 1h share'),
  ];
  const long = usage('Long-context share');
  const longContext = (name: string) =>
    constant(1)
      .minus(long)
      .plus(long.times(own(name)));
  const inputSide = sumOf([
    constant(1).minus(read).minus(write).minus(longWrite).times(price('Input')),
    read.times(price('Cache read')),
    write.times(price('Cache write')),
    longWrite.times(price('Cache write 1h')),
  ]);
  const batch = usage('Batch share');
  return book.scalar(
    {
      id: `${id}[${product}]`,
      label: `${product}: list price of an input-side token with its mix`,
      unit: 'currency per token',
    },
    inputSide
      .times(longContext('Long-context input multiplier'))
      .plus(usage('Output ratio').times(price('Output')).times(longContext('Long-context output multiplier')))
      .times(
        constant(1)
          .minus(batch)
          .plus(batch.times(own('Batch multiplier'))),
      )
      .times(own('Regional multiplier'))
      .times(own('Priority multiplier'))
      .over(MILLION),
  );
}

interface Tier {
  readonly from: Expression;
  readonly to: Line;
  readonly multiplier: Expression;
}

function tierLines(book: LineBook): Tier[] {
  const tiers: Tier[] = [];
  for (const item of book.items('Discount tier')) {
    const from = tiers.at(-1)?.to ?? constant(0);
    const bound = book.terms.reference('Discount tier', item, 'Up to');
    const multiplier = book.terms.reference('Discount tier', item, 'Multiplier');
    // A tier that a scenario leaves out has no width; one without a bound has no end.
    const to = book.scalar(
      { id: `tier.to[${item}]`, label: `Discount tier ${item}: up to`, unit: 'currency' },
      when(given(multiplier), when(given(bound), term(bound), NO_END), from),
    );
    tiers.push({ from, to, multiplier: when(given(multiplier), term(multiplier), 1) });
  }
  return tiers;
}

/** What a cumulative spend comes to after the tiers. */
export function tieredSpend(book: LineBook): (cumulative: Expression) => Expression {
  const tiers = tierLines(book);
  if (tiers.length === 0) return (cumulative) => cumulative;
  const graduated = (q: Expression) =>
    sumOf(
      tiers.map(({ from, to, multiplier }) => smallerOf(q, to).minus(from).aboveZero().times(multiplier)),
    );
  if (!book.isUsed('Discount tier', '', 'Mode')) return graduated;
  const volume = (q: Expression) =>
    [...tiers]
      .reverse()
      .reduce<Expression>(
        (beyond, { to, multiplier }) => when(q.isAtMost(to), multiplier.times(q), beyond),
        q,
      );
  const isVolume = book.chosen('Discount tier', '', 'Mode', 'Volume');
  return (q) => when(isVolume, volume(q), graduated(q));
}
