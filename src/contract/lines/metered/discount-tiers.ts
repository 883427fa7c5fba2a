import { type Expression, constant, given, smallerOf, sumOf, term, when } from '../../../calc/expression';
import type { LineBook } from '../line-book';

/** Stands for "no upper bound"; far beyond any spend or volume. */
const NO_END = '1e30';

interface Tier {
  readonly from: Expression;
  readonly to: Expression;
  readonly multiplier: Expression;
  /** 1 where the scenario has the tier. */
  readonly isThere: Expression;
}

function tierLines(book: LineBook): Tier[] {
  const tiers: Tier[] = [];
  for (const item of book.items('Discount tier')) {
    const from = tiers.at(-1)?.to ?? constant(0);
    const bound = book.reference('Discount tier', item, 'Up to');
    const multiplier = book.reference('Discount tier', item, 'Multiplier');
    // A tier that a scenario leaves out has no width; one without a bound has no end.
    const to = book.scalar(
      'currency or tokens',
      `tier.to[${item}]`,
      `Discount tier ${item}: up to`,
      when(given(multiplier), when(given(bound), term(bound), NO_END), from),
    );
    const isThere = given(multiplier);
    tiers.push({ from, to, multiplier: when(isThere, term(multiplier), 1), isThere });
  }
  return tiers;
}

/** What a cumulative quantity comes to after the tiers; without tiers, itself. */
export function throughTiers(book: LineBook): (cumulative: Expression) => Expression {
  const tiers = tierLines(book);
  if (tiers.length === 0) return (cumulative) => cumulative;
  // Tiers that only other scenarios have leave the quantity as it is.
  const hasTiers = sumOf(tiers.map(({ isThere }) => isThere)).isAbove(0);
  const parts = (q: Expression) =>
    sumOf(
      tiers.map(({ from, to, multiplier }) => smallerOf(q, to).minus(from).aboveZero().times(multiplier)),
    );
  const graduated = (q: Expression) => when(hasTiers, parts(q), q);
  if (!book.isUsed('Discount tier', 'Mode')) return graduated;
  const volume = (q: Expression) =>
    tiers.reduceRight<Expression>(
      (beyond, { to, multiplier }) => when(q.isAtMost(to), multiplier.times(q), beyond),
      q,
    );
  const isVolume = book.chosen('Discount tier', 'Mode', 'Volume');
  return (q) => when(isVolume, volume(q), graduated(q));
}
