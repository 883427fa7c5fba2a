import { type Expression, constant, periodStart, sumOf, when, wholeMonths } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import { TOKEN_CLASSES, type TokenClass } from '../../../terms/catalogue/definition';
import type { ItemTerm, PlainTerm } from '../../../terms/catalogue/term-name';
import type { ContractBook } from '../line-book';

const MILLION = 1_000_000;
const MONTHS_IN_YEAR = 12;

export interface Price {
  readonly index: Line;
  readonly elasticity: Line;
  /** Price of one input-equivalent token on demand: list input price by the index, nothing else. */
  readonly onDemand: Expression;
}

export function priceLines(contract: ContractBook): Price {
  const book = contract.in('usage');
  const own = (name: PlainTerm<'Token price'>) => book.term('Token price', name);
  const kept = constant(1).minus(own('Price decline'));
  const months = wholeMonths(own('Price base'), periodStart).aboveZero();
  const step = own('Price step');
  const stepped = months.over(step.atLeast(1)).floor().times(step);
  const years = when(step.isAbove(0), stepped, months).over(MONTHS_IN_YEAR);
  const path = when(book.given('Token price', 'Price base'), kept.power(years), 1);
  const index = book.factor('price.index', 'Price index', path.atLeast(own('Price floor')), {
    rule: 'price.index',
  });
  const elasticity = book.factor(
    'behaviour.elasticity',
    'Volume response to price',
    index.power(book.term('Behaviour', 'Price elasticity')),
    { rule: 'behaviour.elasticity' },
  );
  const onDemand = book.term('Token price', 'Input', 'Price').times(index).over(MILLION);
  return { index, elasticity, onDemand };
}

/** Where a vendor's class prices stand: the first vendor's price list, or another vendor's own. */
export interface PriceCard {
  readonly id: string;
  readonly vendor: string;
  priceOf(tokenClass: TokenClass): Expression;
}

export const firstCard = (contract: ContractBook): PriceCard => ({
  id: 'price.list',
  vendor: 'first vendor',
  priceOf: (tokenClass) => contract.term('Token price', tokenClass, 'Price'),
});

/** Another vendor's prices; a class that it does not list costs its factor on the first vendor's price. */
export const vendorCard = (contract: ContractBook, vendor: string): PriceCard => ({
  id: `price.list[${vendor}]`,
  vendor: `vendor ${vendor}`,
  priceOf: (tokenClass) => {
    const name = `${tokenClass} price` as const;
    const byFactor = contract
      .term('Token price', tokenClass, 'Price')
      .times(contract.term('Vendor', vendor, 'Price factor'));
    return when(contract.given('Vendor', vendor, name), contract.term('Vendor', vendor, name), byFactor);
  },
});

/** Whether any scenario gives the vendor a price of its own. */
export const hasOwnPrices = (contract: ContractBook, vendor: string): boolean =>
  TOKEN_CLASSES.some((tokenClass) => contract.isUsed('Vendor', vendor, `${tokenClass} price`));

/** List price of one input-side token of a product with all classes of its mix, before the price index. */
export function listPriceLine(contract: ContractBook, product: string, card: PriceCard): Line {
  const book = contract.in('price');
  const usage = (name: ItemTerm<'Usage'>) => book.term('Usage', product, name);
  const own = (name: PlainTerm<'Token price'>) => book.term('Token price', name);
  const part = (id: string, label: string, unit: string, definition: Expression): Line =>
    book.scalar(unit, `${card.id}.${id}[${product}]`, `${label}, ${card.vendor}: ${product}`, definition);
  const perMillion = 'currency per million tokens';
  const read = usage('Cache read share');
  const write = usage('Cache write share');
  const longWrite = usage('Cache write 1h share');
  const inputSide = part(
    'input',
    'List price of an input-side token by its caches',
    perMillion,
    sumOf([
      constant(1).minus(read).minus(write).minus(longWrite).times(card.priceOf('Input')),
      read.times(card.priceOf('Cache read')),
      write.times(card.priceOf('Cache write')),
      longWrite.times(card.priceOf('Cache write 1h')),
    ]),
  );
  const output = part(
    'output',
    'List price of the output of an input-side token',
    perMillion,
    usage('Output ratio').times(card.priceOf('Output')),
  );
  const long = usage('Long-context share');
  const longContext = (multiplier: PlainTerm<'Token price'>) =>
    constant(1)
      .minus(long)
      .plus(long.times(own(multiplier)));
  const mix = part(
    'mix',
    'List price of an input-side token with its output',
    perMillion,
    inputSide
      .times(longContext('Long-context input multiplier'))
      .plus(output.times(longContext('Long-context output multiplier'))),
  );
  const batch = usage('Batch share');
  const multiplier = part(
    'multiplier',
    'Batch, region and priority together',
    'factor',
    constant(1)
      .minus(batch)
      .plus(batch.times(own('Batch multiplier')))
      .times(own('Regional multiplier'))
      .times(own('Priority multiplier')),
  );
  return book.scalar(
    'currency per token',
    `${card.id}[${product}]`,
    `List price of an input-side token with its mix, ${card.vendor}: ${product}`,
    mix.times(multiplier).over(MILLION),
  );
}
