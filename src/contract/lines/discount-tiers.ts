import { type Expression, constant, given, smallerOf, sumOf, term, when } from '../../calc/expression';
import type { LineBook } from './line-book';

/** Stands for "no upper bound"; far beyond any spend or volume. */
const NO_END = '1e30';

interface Tier {
  readonly from: Expression;
  readonly to: Expression;
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
      'currency or tokens',
      `tier.to[${item}]`,
      `Discount tier ${item}: up to`,
      when(given(multiplier), when(given(bound), term(bound), NO_END), from),
    );
    tiers.push({ from, to, multiplier: when(given(multiplier), term(multiplier), 1) });
  }
  return tiers;
}

/** What a cumulative quantity comes to after the tiers; without tiers, itself. */
export function throughTiers(book: LineBook): (cumulative: Expression) => Expression {
  const tiers = tierLines(book);
  if (tiers.length === 0) return (cumulative) => cumulative;
  const graduated = (q: Expression) =>
    sumOf(
      tiers.map(({ from, to, multiplier }) => smallerOf(q, to).minus(from).aboveZero().times(multiplier)),
    );
  if (!book.isUsed('Discount tier', '', 'Mode')) return graduated;
  const volume = (q: Expression) =>
    tiers.reduceRight<Expression>(
      (beyond, { to, multiplier }) => when(q.isAtMost(to), multiplier.times(q), beyond),
      q,
    );
  const isVolume = book.chosen('Discount tier', '', 'Mode', 'Volume');
  return (q) => when(isVolume, volume(q), graduated(q));
}
