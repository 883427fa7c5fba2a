import { ONE, ZERO } from '../../base/decimal';
import { unitsFor } from '../../contract/rules/sizing';
import { options, required } from '../framework/arguments/boundary';
import { defineFunction } from '../framework/define';
import { number, share } from '../framework/arguments/kinds';
import { option, optionSet } from '../framework/arguments/options';

export const reservedUnits = defineFunction({
  id: 'RESERVED_UNITS',
  parameters: {
    requests_per_minute: required(number({ min: 0 }), { unit: 'requests per minute' }),
    input_tokens: required(number({ min: 0 }), { unit: 'tokens per request' }),
    output_tokens: required(number({ min: 0 }), { unit: 'tokens per request' }),
    throughput: required(number({ above: 0 }), { unit: 'tokens per minute and unit' }),
    options: options(
      optionSet(
        {
          'Output ratio': option(number({ min: 0 }), ONE, {
            unit: 'input tokens per output token',
            defaultText: '1',
          }),
          'Cached share': option(share(), ZERO, { unit: 'share, 0 to 1', defaultText: '0' }),
          'Cached ratio': option(share(), ZERO, { unit: 'share, 0 to 1', defaultText: '0' }),
          Minimum: option(number({ min: 0 }), ZERO, { unit: 'units', defaultText: '0' }),
          Increment: option(number({ above: 0 }), ONE, { unit: 'units', defaultText: '1' }),
        },
        { 'Cached ratio': ['Cached share'] },
      ),
    ),
  },
  result: { matrix: true, unit: 'units', format: '#,##0.00' },
  body(values) {
    const chosen = values.options;
    const { need, purchasable } = unitsFor(
      {
        requestsPerMinute: values.requests_per_minute,
        inputTokens: values.input_tokens,
        outputTokens: values.output_tokens,
        outputRatio: chosen['Output ratio'],
        cachedShare: chosen['Cached share'],
        cachedRatio: chosen['Cached ratio'],
      },
      { throughput: values.throughput, minimum: chosen.Minimum, increment: chosen.Increment },
    );
    return [[need, purchasable]];
  },
});
