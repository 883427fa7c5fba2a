import { type Decimal, ONE, ZERO } from '../../base/decimal';
import { tokenCost as costOfTokens, type TokenClass } from '../../contract/rules/token';
import { options, required } from '../framework/arguments/boundary';
import { defineFunction } from '../framework/define';
import { number, share } from '../framework/arguments/kinds';
import { option, optionSet } from '../framework/arguments/options';
import { Refusal } from '../../base/refusal';

const tokens = number({ min: 0 });
const price = number({ min: 0 });

const count = option(tokens, ZERO, { unit: 'tokens', defaultText: '0' });
const optionalPrice = option(price, null, {
  unit: 'currency per million tokens',
  defaultText: 'none: needed with its tokens',
});

export const tokenCost = defineFunction({
  id: 'TOKEN_COST',
  parameters: {
    input_tokens: required(tokens, { unit: 'tokens' }),
    output_tokens: required(tokens, { unit: 'tokens' }),
    input_price: required(price, { unit: 'currency per million tokens' }),
    output_price: required(price, { unit: 'currency per million tokens' }),
    options: options(
      optionSet(
        {
          'Cache read tokens': count,
          'Cache read price': optionalPrice,
          'Cache write tokens': count,
          'Cache write price': optionalPrice,
          'Cache write 1h tokens': count,
          'Cache write 1h price': optionalPrice,
          'Batch share': option(share(), ZERO, { unit: 'share, 0 to 1', defaultText: '0' }),
          'Batch multiplier': option(number({ above: 0 }), ONE.dividedBy(2), {
            unit: 'multiple',
            defaultText: '0.5',
          }),
          Multiplier: option(number({ above: 0 }), ONE, { unit: 'multiple', defaultText: '1' }),
          Discount: option(share(), ZERO, { unit: 'share, 0 to 1', defaultText: '0' }),
        },
        {
          'Cache read price': ['Cache read tokens'],
          'Cache write price': ['Cache write tokens'],
          'Cache write 1h price': ['Cache write 1h tokens'],
          'Batch multiplier': ['Batch share'],
        },
      ),
    ),
  },
  result: { matrix: false, unit: 'currency of the prices', format: '#,##0.00' },
  body(values) {
    const { options: chosen } = values;
    const classes: readonly [TokenClass, string][] = [
      ['cacheRead', 'Cache read'],
      ['cacheWrite', 'Cache write'],
      ['cacheWrite1h', 'Cache write 1h'],
    ];
    const counts: Record<TokenClass, Decimal> = {
      input: values.input_tokens,
      output: values.output_tokens,
      cacheRead: chosen['Cache read tokens'],
      cacheWrite: chosen['Cache write tokens'],
      cacheWrite1h: chosen['Cache write 1h tokens'],
    };
    const listed: Record<TokenClass, Decimal | null> = {
      input: values.input_price,
      output: values.output_price,
      cacheRead: chosen['Cache read price'],
      cacheWrite: chosen['Cache write price'],
      cacheWrite1h: chosen['Cache write 1h price'],
    };
    for (const [name, words] of classes) {
      if (counts[name].greaterThan(0) && listed[name] === null) {
        return new Refusal(
          `options: ${words} tokens is ${counts[name].toString()}, but ${words} price is missing. Add a row with the price per million tokens, or 0 if they are free.`,
          { about: 'options' },
        );
      }
    }
    const prices = {
      input: values.input_price,
      output: values.output_price,
      cacheRead: listed.cacheRead ?? ZERO,
      cacheWrite: listed.cacheWrite ?? ZERO,
      cacheWrite1h: listed.cacheWrite1h ?? ZERO,
    };
    return costOfTokens(counts, prices, {
      batchShare: chosen['Batch share'],
      batchMultiplier: chosen['Batch multiplier'],
      multiplier: chosen.Multiplier,
      discount: chosen.Discount,
    });
  },
});
