import { type Expression, allOf, constant, grouped, sumOf, when } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import { throughTiers } from './discount-tiers';
import { type Hold, heldSum, holdLines } from './holds';
import type { Basis } from '../basis/basis';
import type { ContractBook, LineBook } from '../line-book';
import { type Price, firstCard, hasOwnPrices, listPriceLine, vendorCard } from './price';
import type { Transition } from '../basis/transition';
import { type Vendor, type Vendors, vendorLines } from './vendors';

/** The token meter, product by product. */
export interface Metered {
  /** Input-side tokens on the meter, those lost to a hold taken off. */
  readonly tokens: ReadonlyMap<string, Expression>;
  /** The first vendor's part of them. */
  readonly firstVendorTokens: Line;
  readonly list: Line;
  readonly net: Line;
  readonly netByProduct: ReadonlyMap<string, Line>;
  readonly others: readonly OtherVendor[];
  readonly othersTotal: Line;
  readonly relief: Line;
  readonly credit: Line;
  readonly holds: readonly Hold[];
}

export interface OtherVendor {
  readonly name: string;
  readonly cost: Line;
  readonly costByProduct: ReadonlyMap<string, Line>;
}

export function meteredLines(contract: ContractBook, { usage, transition, price }: Basis): Metered {
  const vendors = vendorLines(contract);
  const book = contract.in('token');
  const products = usage.products.map(({ name, demand }) => ({
    name,
    metered: book.tokens(
      `token.metered[${name}]`,
      `Tokens on the meter: ${name}`,
      demand.times(transition.share).times(price.elasticity),
      { focus: 'PricingQuantity' },
    ),
    listPrice: listPriceLine(book, name, firstCard(book)),
  }));
  const ofFirst = new Map(products.map(({ name, metered }) => [name, metered.times(vendors.first)]));
  const holds = holdLines(book, ofFirst);
  const billedTokens = (name: string, tokens: Expression): Expression =>
    holds.length === 0
      ? tokens
      : tokens.minus(heldSum(holds, name, ({ substitutePrice }) => constant(1).minus(substitutePrice)));

  const list = book.moneyBy(
    'token.list',
    'List cost, first vendor',
    products.map(({ name, listPrice }) => ({
      name,
      definition: billedTokens(name, ofFirst.get(name) ?? constant(0))
        .times(price.index)
        .times(listPrice),
    })),
    { focus: 'ListCost' },
  );
  const firstVendorTokens = book.tokens(
    'token.first vendor',
    'Tokens on the meter, first vendor',
    sumOf(
      products.map(({ name }) =>
        (ofFirst.get(name) ?? constant(0)).minus(
          heldSum(holds, name, ({ isLost, goesToSecondVendor }) => isLost.plus(goesToSecondVendor)),
        ),
      ),
    ),
  );
  const net = netLine(book, transition, list.sum, firstVendorTokens);
  const netByProduct = new Map(
    products.map(({ name }) => [
      name,
      book.money(
        `token.net[${name}]`,
        `Cost after discount tiers, first vendor: ${name}`,
        net.times(list.byName.get(name) ?? constant(0)).over(list.sum, 0),
      ),
    ]),
  );

  const heldValue = (part: (hold: Hold) => Expression): Expression =>
    sumOf(products.map(({ name, listPrice }) => heldSum(holds, name, part).times(listPrice))).times(
      price.index,
    );
  const relief = book.money(
    'hold.relief',
    'List value of held volume that lowers the commitment',
    heldValue(({ isNetted }) => isNetted),
  );
  const credit = book.money(
    'hold.credit',
    'Credit for held volume',
    heldValue(({ creditRate }) => creditRate).times(-1),
    {
      focus: 'BilledCost (Credit)',
    },
  );

  const others = vendors.others.map((vendor, place) =>
    otherVendorLines(book, vendor, products, price, (name) =>
      holds.length === 0
        ? constant(0)
        : heldSum(holds, name, ({ goesToSecondVendor }) => goesToSecondVendor).times(
            isFirstThere(book, vendors, place),
          ),
    ),
  );
  const othersTotal = book.money(
    'vendor.cost',
    'Cost of the other vendors',
    sumOf(others.map(({ cost }) => cost)),
  );
  const tokens = new Map(
    products.map(({ name, metered }) => [name, metered.minus(heldSum(holds, name, ({ isLost }) => isLost))]),
  );
  return {
    tokens,
    firstVendorTokens,
    list: list.sum,
    net,
    netByProduct,
    others,
    othersTotal,
    relief,
    credit,
    holds,
  };
}

/** 1 for the first of the other vendors that the scenario has: held volume goes to one of them only. */
function isFirstThere(book: LineBook, { others }: Vendors, place: number): Expression {
  const isThere = others.map(({ name }) => book.given('Vendor', name, 'Share'));
  const noneBefore = isThere.slice(0, place).map((there) => constant(1).minus(there));
  return allOf(...noneBefore, isThere[place] ?? constant(0));
}

const RULE = { rule: 'token.net' } as const;

/** List cost after the negotiated discount and the tiers of the contract year. */
function netLine(book: LineBook, transition: Transition, list: Line, tokens: Line): Line {
  const { year } = transition;
  const contracted = book.money(
    'token.contracted',
    'Cost after the negotiated discount, first vendor',
    list.times(constant(1).minus(book.term('Token price', 'Negotiated discount'))),
    { focus: 'ContractedCost' },
  );
  const cumulative = book.balance(
    'token.cumulative',
    'Spend in the contract year to date, before tiers',
    grouped(contracted, year),
  );
  const tiered = throughTiers(book);
  const stepOf = (toDate: Line, now: Line) => tiered(toDate).minus(tiered(toDate.minus(now)));
  const onSpend = stepOf(cumulative, contracted);
  const label = 'Cost after discount tiers, first vendor';
  if (!book.isUsed('Discount tier', 'Basis')) return book.money('token.net', label, onSpend, RULE);
  const tokensToDate = book.tokens(
    'token.cumulative tokens',
    'Tokens in the contract year to date',
    grouped(tokens, year),
    {
      summary: { kind: 'closing' },
    },
  );
  const onTokens = contracted.times(stepOf(tokensToDate, tokens).over(tokens, 0));
  return book.money(
    'token.net',
    label,
    when(book.chosen('Discount tier', 'Basis', 'Tokens'), onTokens, onSpend),
    RULE,
  );
}

function otherVendorLines(
  book: LineBook,
  { name: vendor, share }: Vendor,
  products: readonly { name: string; metered: Line; listPrice: Line }[],
  price: Price,
  held: (product: string) => Expression,
): OtherVendor {
  const ownCard = hasOwnPrices(book, vendor);
  const unitPrice = (product: string, listPrice: Line): Expression =>
    ownCard
      ? listPriceLine(book, product, vendorCard(book, vendor))
      : listPrice.times(book.term('Vendor', vendor, 'Price factor'));
  const costs = book.moneyBy(
    `vendor.cost[${vendor}]`,
    `Cost of vendor ${vendor}`,
    products.map(({ name, metered, listPrice }) => ({
      name,
      definition: metered.times(share).plus(held(name)).times(price.index).times(unitPrice(name, listPrice)),
    })),
    { focus: 'BilledCost' },
  );
  return { name: vendor, cost: costs.sum, costByProduct: costs.byName };
}
