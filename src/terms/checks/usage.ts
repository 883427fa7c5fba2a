import { ZERO } from '../../base/decimal';
import { exceedsWhole } from '../../base/whole';
import { nearest, plain } from '../../base/nearest';
import { MONTHS, type TokenClass } from '../catalogue/definition';
import type { ChoiceOf, ItemTerm, TermName } from '../catalogue/term-name';
import type { Problem } from '../table/problem';
import type { ScenarioView } from '../table/scenario-view';
import type { Check, Find } from './check';

const CACHE_SHARES = ['Cache read share', 'Cache write share', 'Cache write 1h share'] as const;

const products = (view: ScenarioView): readonly string[] => view.items('Usage', 'Growth');

const cacheShares: Find = (view) =>
  products(view).flatMap((name) => {
    const shares = CACHE_SHARES.map((term) => view.number('Usage', name, term) ?? ZERO);
    const sum = shares.reduce((total, share) => total.plus(share));
    if (!exceedsWhole(sum)) return [];
    const parts = CACHE_SHARES.map((term, place) => `${term} ${shares[place]?.toString() ?? ''}`).join(', ');
    const first = CACHE_SHARES.find((_term, place) => shares[place]?.gt(0)) ?? CACHE_SHARES[0];
    return [
      view.problem(
        ['Usage', name, first],
        `and the other cache shares of ${name} add up to ${sum.toString()} (${parts}): together they must be from 0 to 1, since the rest of the input is not cached. Lower one of them.`,
      ),
    ];
  });

/** What each way of growing needs. */
const GROWTH_NEEDS: Readonly<Record<ChoiceOf<'Usage', 'Growth'>, readonly ItemTerm<'Usage'>[]>> = {
  None: [],
  CAGR: ['Growth rate'],
  Monthly: ['Growth rate'],
  Logistic: ['Saturation multiple', 'Logistic rate'],
  Table: [],
};
const GROWTH_TERMS = ['Growth rate', 'Saturation multiple', 'Logistic rate'] as const;

const growth: Find = (view) =>
  products(view).flatMap((name) => {
    const chosen = view.choice('Usage', name, 'Growth') ?? 'None';
    const needed = GROWTH_NEEDS[chosen]
      .filter((term) => !view.has('Usage', name, term))
      .map((term) =>
        view.problem(
          ['Usage', name, term],
          `is blank: Growth ${chosen} of ${name} needs it. Enter it, or set Growth to None.`,
        ),
      );
    if (chosen === 'Table' && !hasMonths(view, name)) {
      needed.push(
        view.problem(
          ['Usage', name, 'Growth'],
          `is Table: ${name} needs rows of Growth index, such as "Growth index | ${name} | Month 12". Add them, or choose another growth.`,
        ),
      );
    }
    return [...needed, ...growthNotChosen(view, name)];
  });

const hasMonths = (view: ScenarioView, name: string): boolean =>
  view.table
    .numbered('Growth index', name, 'Month')
    .some(({ number }) => view.has('Growth index', name, `Month ${number}`));

/** A rate without a way to grow would have no effect, and nobody would notice. The choice None says that this is intended. */
function growthNotChosen(view: ScenarioView, name: string): Problem[] {
  const given = GROWTH_TERMS.find((term) => view.has('Usage', name, term));
  if (given === undefined || view.has('Usage', name, 'Growth')) return [];
  return [
    view.problem(
      ['Usage', name, given],
      `has no effect: Growth of ${name} is blank. Set it to CAGR, Monthly or Logistic, or to None if the volume does not grow.`,
    ),
  ];
}

/** Seasonality and growth tables belong to a product; a misspelt one would be left out. */
const knownProducts: Find = (view) => {
  const names = view.table.items('Usage');
  return (['Seasonality', 'Growth index'] as const).flatMap((section) =>
    view.table
      .items(section)
      .filter((item) => !names.some((name) => plain(name) === plain(item)))
      .map((item) => {
        const term = view.table.rows.find(
          (row) => row.definition.section === section && row.item === item,
        )?.term;
        const hint = names.length === 0 ? '' : ` Did you mean ${nearest(item, names)[0] ?? ''}?`;
        return view.problemAt(
          [section, item, term ?? ''],
          `belongs to no product: Usage has no item "${item}".${hint} Use the name of a product, or add its rows of Usage.`,
        );
      }),
  );
};

const seasons: Find = (view) =>
  view.table.items('Seasonality').flatMap((name) => {
    const factors = MONTHS.map((month) => view.number('Seasonality', name, month) ?? ZERO);
    if (factors.some((factor) => factor.gt(0))) return [];
    return [
      view.problem(
        ['Seasonality', name, MONTHS[0]],
        `is 0, and so are the other eleven months: they are divided by their mean. Give at least one month a factor above 0.`,
      ),
    ];
  });

const regime: Find = (view) => {
  const cut = view.number('Behaviour', 'Efficiency cut');
  if (cut === undefined || cut.isZero() || view.has('Behaviour', 'Regime start')) return [];
  return [
    view.problem(
      ['Behaviour', 'Efficiency cut'],
      `is ${cut.toString()}, and Behaviour | Regime start is blank, so it would never begin. Enter the date, or set the cut to 0.`,
    ),
  ];
};

/** The classes of tokens that a product uses, with the term that says so. */
export function classesUsed(
  view: ScenarioView,
  name: string,
): { tokenClass: TokenClass; because: ItemTerm<'Usage'> }[] {
  const above = (term: ItemTerm<'Usage'>): boolean => view.number('Usage', name, term)?.gt(0) ?? false;
  const cached = CACHE_SHARES.map((term) => view.number('Usage', name, term) ?? ZERO).reduce((sum, share) =>
    sum.plus(share),
  );
  const volume = 'Input tokens per month' as const;
  if (!above(volume)) return [];
  const classes: { tokenClass: TokenClass; because: ItemTerm<'Usage'> }[] = [];
  if (cached.lt(1)) classes.push({ tokenClass: 'Input', because: volume });
  if (above('Output ratio')) classes.push({ tokenClass: 'Output', because: 'Output ratio' });
  if (above(CACHE_SHARES[0])) classes.push({ tokenClass: 'Cache read', because: CACHE_SHARES[0] });
  if (above(CACHE_SHARES[1])) classes.push({ tokenClass: 'Cache write', because: CACHE_SHARES[1] });
  if (above(CACHE_SHARES[2])) classes.push({ tokenClass: 'Cache write 1h', because: CACHE_SHARES[2] });
  return classes;
}

/** What the products use needs a price once they are metered, and a weight where they run on capacity. */
const figuresForClasses: Find = (view) => {
  const isMetered = view.has('Transition', 'Cutover');
  const hasCapacity = (['Reserved', 'Counterfactual'] as const).some(
    (section) => view.items(section, 'Units').length > 0,
  );
  const needs = [
    { term: (of: TokenClass): TermName => ['Token price', of, 'Price'], wanted: isMetered, what: 'a price' },
    {
      term: (of: TokenClass): TermName => ['Burn-down', of, 'Weight'],
      wanted: hasCapacity,
      what: 'a weight',
    },
  ].filter(({ wanted }) => wanted);
  const users = new Map<TokenClass, { name: string; because: ItemTerm<'Usage'> }>();
  for (const name of products(view)) {
    for (const { tokenClass, because } of classesUsed(view, name)) {
      if (!users.has(tokenClass)) users.set(tokenClass, { name, because });
    }
  }
  return needs.flatMap(({ term, what }) =>
    [...users]
      .filter(([tokenClass]) => !view.has(...term(tokenClass)))
      .map(([tokenClass, { name, because }]) =>
        view.problem(
          term(tokenClass),
          `is blank: ${view.said('Usage', name, because)}, so ${tokenClass.toLowerCase()} tokens need ${what}. Enter it, 0 if they cost nothing.`,
        ),
      ),
  );
};

export const USAGE_CHECKS: readonly Check[] = [
  { sections: ['Usage'], find: cacheShares },
  { sections: ['Usage', 'Growth index'], find: growth },
  { sections: [], find: knownProducts },
  { sections: ['Seasonality'], find: seasons },
  { sections: ['Behaviour'], find: regime },
  {
    sections: ['Usage', 'Transition', 'Reserved', 'Counterfactual', 'Token price', 'Burn-down'],
    find: figuresForClasses,
  },
];
