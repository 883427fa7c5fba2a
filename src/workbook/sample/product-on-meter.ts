import { NAMESPACE } from '../formulas/function-names';
import { calculated, FORMATS, input, output, reference } from './draft';
import { compare, type Later, type MonthLines } from './month-lines';
import {
  CASE,
  computed,
  LIST_PRICES,
  TABLE,
  type Line,
  type MonthSheet,
  type PanelIndex,
} from './month-sheet';
import { MONTHS, type Product } from './reference-months';

/** Shared by the products: USD per million tokens, and the multiplier of batch work. */
export interface PriceLines {
  readonly input: Line;
  readonly output: Line;
  readonly cacheRead: Line;
  readonly cacheWrite: Line;
  readonly batch: Line;
}

export function draftPrices(sheet: MonthSheet): PriceLines {
  sheet.section('Prices on the meter');
  const price = (item: string, value: number) =>
    sheet.shared(item, 'USD per M tokens', value, FORMATS.unitPrice, LIST_PRICES);
  return {
    input: price('Uncached input', 3),
    output: price('Output', 15),
    cacheRead: price('Cache read', 0.3),
    cacheWrite: price('Cache write, 5 minutes', 3.75),
    batch: sheet.shared('Batch', 'of the price', 0.5, FORMATS.decimal, LIST_PRICES),
  };
}

export function draftProduct(
  sheet: MonthSheet,
  later: Later,
  month: MonthLines,
  prices: PriceLines,
  product: Product,
): void {
  sheet.section(product.name);
  const { cost, batchShare } = draftTokenCost(sheet, prices, product);
  later.tokenCosts.push(cost);
  const metered = sheet.line('Metered by vendor A', 'USD', (panel) =>
    output(
      `=${cost.value(panel)}*${month.share.value(panel)}*${month.vendorShare.value(panel)}`,
      FORMATS.money,
    ),
  );
  later.metered.push(metered);
  compare(sheet, later, metered, 'USD', FORMATS.money, (panel) => volumeOf(product, panel).listCost);
  compareReservedPart(sheet, later, { cost, share: month.share, batchShare }, prices, product);
}

const volumeOf = (product: Product, panel: PanelIndex) => MONTHS[panel].products[product.name];

/** The whole month of a product on the meter, whatever part of it is still reserved. */
function draftTokenCost(
  sheet: MonthSheet,
  prices: PriceLines,
  product: Product,
): { cost: Line; batchShare: Line } {
  const tokens = sheet.line(
    'Input-side tokens',
    'tokens',
    (panel) => input(volumeOf(product, panel).tokens, FORMATS.count),
    CASE,
  );
  const share = (item: string, value: number) =>
    sheet.shared(item, 'of input-side', value, FORMATS.share, CASE);
  const readShare = share('Cache read, share', product.cacheReadShare);
  const writeShare = share('Cache write, share', product.cacheWriteShare);
  const outputRatio = share('Output, ratio', product.outputRatio);
  const count = (item: string, factor: (panel: PanelIndex) => string) =>
    sheet.line(item, 'tokens', (panel) =>
      calculated(`=${tokens.value(panel)}*${factor(panel)}`, FORMATS.count),
    );
  const price = (item: string, of: Line) =>
    sheet.line(item, 'USD per M tokens', (panel) => calculated(`=${of.value(panel)}`, FORMATS.unitPrice));
  const uncached = count(
    'Uncached input tokens',
    (panel) => `(1-${readShare.value(panel)}-${writeShare.value(panel)})`,
  );
  const produced = count('Output tokens', (panel) => outputRatio.value(panel));
  const options = count('Cache read tokens', (panel) => readShare.value(panel));
  price('Cache read price', prices.cacheRead);
  count('Cache write tokens', (panel) => writeShare.value(panel));
  price('Cache write price', prices.cacheWrite);
  const batchShare = sheet.shared('Batch share', 'of all tokens', product.batchShare, FORMATS.share, CASE);
  const lastOption = sheet.line('Batch multiplier', 'of the price', (panel) =>
    calculated(`=${prices.batch.value(panel)}`, FORMATS.decimal),
  );
  const cost = sheet.line(
    'Token cost, whole month',
    'USD',
    (panel) => {
      const [a, b, c, d] = [uncached, produced, prices.input, prices.output].map((line) => line.value(panel));
      return output(
        `=${NAMESPACE}.TOKEN_COST(${[a, b, c, d].join(',')},${options.item(panel)}:${lastOption.value(panel)})`,
        FORMATS.money,
      );
    },
    computed(`${NAMESPACE}.TOKEN_COST`),
  );
  return { cost, batchShare };
}

/**
 * The reference table counts the part that is still reserved in input-equivalent tokens, whose weights are the ratios of
 * the list prices. So that count at the input price, less the batch discount, must equal the computed cost of that part.
 */
function compareReservedPart(
  sheet: MonthSheet,
  later: Later,
  { cost, share, batchShare }: { cost: Line; share: Line; batchShare: Line },
  prices: PriceLines,
  product: Product,
): void {
  const ours = sheet.line('Reserved part, at list', 'USD', (panel) =>
    output(`=${cost.value(panel)}*(1-${share.value(panel)})`, FORMATS.money),
  );
  const counted = sheet.line(
    'Reference volume',
    'equivalent tokens',
    (panel) => reference(volumeOf(product, panel).reservedInputEquivalent, FORMATS.count),
    TABLE,
  );
  const theirs = sheet.line('Reference volume, at list', 'USD', (panel) => {
    const batch = `(1-${batchShare.value(panel)}*(1-${prices.batch.value(panel)}))`;
    return calculated(
      `=${counted.value(panel)}/1000000*${prices.input.value(panel)}*${batch}`,
      FORMATS.money,
    );
  });
  later.differences.push(
    sheet.line('Difference', 'USD', (panel) =>
      calculated(`=ABS(${ours.value(panel)}-${theirs.value(panel)})`, FORMATS.money),
    ),
  );
}
