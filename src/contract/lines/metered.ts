import { type Expression, constant, grouped, sumOf, when } from '../../calc/expression';
import type { Line } from '../../calc/line';
import type { LineBook } from './contract-terms';
import { type TokenPrice, listPriceLine, tieredSpend } from './token';
import { type Transition, rampShare } from './transition';
import type { Usage } from './usage';

export interface Metered {
  /** Input-side tokens on the meter, by product. */
  readonly tokens: ReadonlyMap<string, Line>;
  readonly list: Line;
  readonly net: Line;
  readonly secondVendors: Line;
  readonly cumulative: Line;
}

interface Vendor {
  readonly name: string;
  readonly share: Line;
}

/** Vendors beside the first: each takes a share of the metered volume, growing between two dates. */
function vendorLines(book: LineBook): { vendors: Vendor[]; first: Line } {
  const vendors = book.items('Vendor').map((name) => {
    const own = (term: string) => book.term('Vendor', name, term);
    const share = book.period(
      {
        id: `vendor.share[${name}]`,
        label: `Vendor ${name}: share of metered volume`,
        unit: 'share',
        summary: { kind: 'none' },
      },
      when(book.given('Vendor', name, 'Share'), own('Share').times(rampShare(own('Start'), own('Full'))), 0),
    );
    return { name, share };
  });
  const first = book.period(
    {
      id: 'vendor.share',
      label: 'First vendor: share of metered volume',
      unit: 'share',
      summary: { kind: 'none' },
    },
    constant(1).minus(sumOf(vendors.map(({ share }) => share))),
  );
  return { vendors, first };
}

export function meteredLines(
  book: LineBook,
  usage: Usage,
  transition: Transition,
  price: TokenPrice,
): Metered {
  const { vendors, first } = vendorLines(book);
  const { share, year } = transition;
  const money = 'currency';

  const tokens = new Map<string, Line>();
  const lists: Line[] = [];
  for (const { name, demand } of usage.products) {
    const metered = book.period(
      {
        id: `token.metered[${name}]`,
        label: `${name}: tokens on the meter`,
        unit: 'tokens',
        focus: 'PricingQuantity',
      },
      demand.times(share).times(price.elasticity),
    );
    tokens.set(name, metered);
    const listPrice = listPriceLine(book, name, 'Token price', 'price.list');
    lists.push(
      book.period(
        {
          id: `token.list[${name}]`,
          label: `${name}: list cost, first vendor`,
          unit: money,
          focus: 'ListCost',
        },
        metered.times(first).times(price.index).times(listPrice),
      ),
    );
  }
  const list = book.period(
    { id: 'token.list', label: 'List cost, first vendor', unit: money, focus: 'ListCost' },
    sumOf(lists),
  );

  const contracted = book.period(
    {
      id: 'token.contracted',
      label: 'Cost after the negotiated discount, first vendor',
      unit: money,
      focus: 'ContractedCost',
    },
    list.times(constant(1).minus(book.term('Token price', '', 'Negotiated discount'))),
  );
  const cumulative = book.period(
    {
      id: 'token.cumulative',
      label: 'Spend in the contract year to date, before tiers',
      unit: money,
      summary: { kind: 'closing' },
    },
    grouped(contracted, year),
  );
  const tiered = tieredSpend(book);
  const net = book.period(
    {
      id: 'token.net',
      label: 'Cost after discount tiers, first vendor',
      unit: money,
      rule: 'Tiers on the cumulative spend of the contract year: the value at the end of the period less that at its start.',
    },
    tiered(cumulative).minus(tiered(cumulative.minus(contracted))),
  );
  for (const [place, { name }] of usage.products.entries()) {
    const own = lists[place] ?? constant(0);
    book.period(
      { id: `token.net[${name}]`, label: `${name}: cost after discount tiers, first vendor`, unit: money },
      net.times(own).over(list, 0),
    );
  }

  const costs: Line[] = [];
  for (const vendor of vendors) {
    const byProduct = usage.products.map(({ name }) => secondVendorCost(book, vendor, name, tokens, price));
    costs.push(
      book.period(
        {
          id: `vendor.cost[${vendor.name}]`,
          label: `Vendor ${vendor.name}: cost`,
          unit: money,
          focus: 'BilledCost',
        },
        sumOf(byProduct),
      ),
    );
  }
  const secondVendors = book.period(
    { id: 'vendor.cost', label: 'Cost of the other vendors', unit: money },
    sumOf(costs),
  );
  return { tokens, list, net, secondVendors, cumulative };
}

function secondVendorCost(
  book: LineBook,
  { name: vendor, share }: Vendor,
  product: string,
  tokens: ReadonlyMap<string, Line>,
  price: TokenPrice,
): Line {
  const volume: Expression = tokens.get(product) ?? constant(0);
  const ownCard = book.isUsed('Vendor', vendor, 'Input price');
  const unit = ownCard
    ? listPriceLine(book, product, vendor, `price.list[${vendor}]`)
    : book.lineNamed(`price.list[${product}]`).times(book.term('Vendor', vendor, 'Price factor'));
  return book.period(
    {
      id: `vendor.cost[${vendor}][${product}]`,
      label: `${product}: cost, vendor ${vendor}`,
      unit: 'currency',
    },
    volume.times(share).times(price.index).times(unit),
  );
}
