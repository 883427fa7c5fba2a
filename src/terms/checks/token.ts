import { type ItemOf, type ItemTerm, type NumberedName, identityOf, itemTerm } from '../catalogue/term-name';
import type { Problem } from '../table/problem';
import type { ScenarioView } from '../table/scenario-view';
import type { Check, Find } from './check';

const priceBase: Find = (view) => {
  const decline = view.number('Token price', 'Price decline');
  if (decline === undefined || decline.isZero() || view.has('Token price', 'Price base')) return [];
  return [
    view.problem(
      ['Token price', 'Price decline'],
      `is ${decline.toString()}, and Token price | Price base is blank, so it would never count. Enter the date from which prices fall, or set the decline to 0.`,
    ),
  ];
};

/** Tiers in force: a tier whose multiplier says None is left out of the scenario. */
const tiersOf = (view: ScenarioView): readonly string[] =>
  view.items('Discount tier', 'Multiplier').filter((item) => {
    const isNone = !view.has('Discount tier', item, 'Multiplier') && isSaid(view, item);
    return !isNone;
  });

/** The multiplier's cell, or that of Base, holds the word None. */
function isSaid(view: ScenarioView, item: string): boolean {
  const row = view.table.row(...identityOf('Discount tier', item, 'Multiplier'));
  return row !== undefined && (row.cells[view.scenario] === null || row.cells[0] === null);
}

const tiers: Find = (view) => {
  const items = tiersOf(view);
  const problems: Problem[] = [];
  const report = (item: string, term: ItemTerm<'Discount tier'>, rest: string): void => {
    problems.push(view.problem(['Discount tier', item, term], rest));
  };
  for (const [place, item] of items.entries()) {
    const before = items[place - 1];
    const isLast = place === items.length - 1;
    if (!view.has('Discount tier', item, 'Multiplier')) {
      report(
        item,
        'Multiplier',
        `is blank: tier ${item} needs what is paid in it. Enter 1 for no discount, or None to leave the tier out.`,
      );
    }
    if (view.isHidden('Discount tier', item, 'Up to')) continue;
    const bound = view.number('Discount tier', item, 'Up to');
    if (bound === undefined && !isLast) {
      report(
        item,
        'Up to',
        `is blank: only the last tier has no upper bound, and tier ${items.at(-1) ?? ''} is the last. Enter the bound.`,
      );
    }
    if (bound !== undefined && isLast) {
      report(
        item,
        'Up to',
        `is ${bound.toString()}: the last tier must have no upper bound, or nothing would say what is paid beyond it. Clear the cell (None in a scenario), or add a tier.`,
      );
    }
    const lower = before === undefined ? undefined : view.number('Discount tier', before, 'Up to');
    if (bound !== undefined && lower !== undefined && bound.lte(lower)) {
      report(
        item,
        'Up to',
        `is ${bound.toString()}: tiers must rise, and ${view.said('Discount tier', before ?? '', 'Up to')}. Enter a bound above that, or put the tiers in order.`,
      );
    }
  }
  return problems;
};

/**
 * The items of the section are contract years. The last listed year stands for all later ones, so a year left out would
 * silently be a year before.
 */
const contractYears =
  <Section extends NumberedName[0]>(section: Section, term: ItemTerm<Section>): Find =>
  (view) => {
    const years = view.items(section, term).map(Number);
    return years.flatMap((year, place) => {
      const expected = place === 0 ? 1 : (years[place - 1] ?? 0) + 1;
      if (year === expected) return [];
      return [
        view.problem(
          itemTerm(section, String(year) as ItemOf<Section>, term),
          `stands for contract year ${year}, and year ${expected} is missing: the years must be 1, 2, 3 without a gap. Add "${section} | ${expected} | ${term}", or number the years anew.`,
        ),
      ];
    });
  };

export const TOKEN_CHECKS: readonly Check[] = [
  { sections: ['Token price'], find: priceBase },
  { sections: ['Discount tier'], find: tiers },
  { sections: ['Commitment'], find: contractYears('Commitment', 'Amount') },
  { sections: ['Take-or-pay'], find: contractYears('Take-or-pay', 'Quantity') },
];
