import { Refusal } from '../../base/refusal';
import { isBlank } from '../../base/cell';
import { needed, orDefault, single, type NativeArgument } from '../framework/native/argument';
import {
  compare,
  constant,
  EMPTY,
  either,
  minus,
  over,
  plus,
  power,
  product,
  REFUSED,
  sum,
  times,
  type Expression,
} from '../framework/native/expression';
import { optionsOf } from '../framework/native/options';
import type { NativeDeclaration } from '../framework/native/reading';

type Option = (name: string) => NativeArgument;

export const tokenCostNative: NativeDeclaration = {
  says: 'Tokens times price of every class, divided by a million, times the factors of the options that are given. An option that is not in the range of options is not in the formula. Cached tokens without their price show #N/A.',
  sample: [
    { written: 'cells', text: 'B1', value: 8_400_000, address: 'B1' },
    { written: 'cells', text: 'B2', value: 2_100_000, address: 'B2' },
    { written: 'cells', text: 'C1', value: 5, address: 'C1' },
    { written: 'cells', text: 'C2', value: 25, address: 'C2' },
    {
      written: 'cells',
      text: 'E1:F2',
      value: [
        ['Batch share', 0.3],
        ['Discount', 0.1],
      ],
      address: 'E1:F2',
    },
  ],
  read(input, output, inputPrice, outputPrice, given) {
    const option = optionsOf(given);
    if (option === undefined) return new Refusal('The options are computed inside the formula.');
    const costs = [
      times(needed(input), needed(inputPrice)),
      times(needed(output), needed(outputPrice)),
      ...['Cache read', 'Cache write', 'Cache write 1h'].map((name) => costOfClass(option, name)),
    ];
    return product(
      over(sum(...costs), MILLION),
      batchFactor(option),
      orDefault(option('Multiplier'), constant(1)),
      lessDiscount(option('Discount')),
    );
  },
};

/** Prices are per million tokens. */
export const MILLION = power(10, 6);

function costOfClass(option: Option, name: string): Expression | undefined {
  const tokens = single(option(`${name} tokens`));
  if (tokens === undefined) return undefined;
  const price = option(`${name} price`);
  const each = single(price);
  // The function refuses tokens without a price rather than count them as free; so does the cell.
  if (each === undefined) return either(compare(tokens, '>', 0), REFUSED, 0);
  const cost = times(tokens, each);
  if (!isBlank(price.value)) return cost;
  const isMissing = compare(each, '=', EMPTY);
  return either(isMissing, either(compare(tokens, '>', 0), REFUSED, 0), cost);
}

function batchFactor(option: Option): Expression | undefined {
  const share = single(option('Batch share'));
  if (share === undefined) return undefined;
  const multiplier = orDefault(option('Batch multiplier'), HALF) ?? HALF;
  return plus(minus(1, share), times(share, multiplier));
}

/** The documented default: a batch token costs half. */
const HALF = constant(0.5);

export function lessDiscount(discount: NativeArgument): Expression | undefined {
  const share = single(discount);
  return share && minus(1, share);
}
