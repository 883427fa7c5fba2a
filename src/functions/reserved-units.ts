import { ONE, ZERO } from '../calc/decimal';
import { unitsFor } from '../contract/sizing';
import { options, required } from './boundary';
import { defineFunction } from './define';
import { number, share } from './kinds';
import { option, optionSet } from './options';

export const reservedUnits = defineFunction({
  id: 'RESERVED_UNITS',
  summary:
    'Units of reserved capacity to buy for a steady load: the exact need, and the number on sale that covers it, by increment and minimum.',
  question: 'How many units of reserved throughput do we have to buy for this load?',
  parameters: {
    requests_per_minute: required(number({ min: 0 }), {
      text: 'Requests per minute at the load to be served, 0 or more.',
      unit: 'requests per minute',
    }),
    input_tokens: required(number({ min: 0 }), {
      text: 'Input tokens per request, cached ones included, 0 or more.',
      unit: 'tokens per request',
    }),
    output_tokens: required(number({ min: 0 }), {
      text: 'Output tokens per request, 0 or more.',
      unit: 'tokens per request',
    }),
    throughput: required(number({ above: 0 }), {
      text: 'Input-equivalent tokens per minute that one unit serves, above 0.',
      unit: 'tokens per minute and unit',
    }),
    options: options(
      optionSet({
        'Output ratio': option(number({ min: 0 }), ONE, {
          text: 'Capacity that one output token takes, in input tokens: 8 if it weighs as much as eight.',
          unit: 'input tokens per output token',
          defaultText: '1',
        }),
        'Cached share': option(share(), ZERO, {
          text: 'Part of the input tokens that is read from a cache: 0.25 for 25%.',
          unit: 'share, 0 to 1',
          defaultText: '0',
        }),
        'Cached ratio': option(share(), ZERO, {
          text: 'Capacity that one cached token takes, in input tokens: 0.1 for a tenth, 0 for none.',
          unit: 'share, 0 to 1',
          defaultText: '0',
        }),
        Minimum: option(number({ min: 0 }), ZERO, {
          text: 'Fewest units that can be bought.',
          unit: 'units',
          defaultText: '0',
        }),
        Increment: option(number({ above: 0 }), ONE, {
          text: 'Units are sold in multiples of this, above 0.',
          unit: 'units',
          defaultText: '1',
        }),
      }),
    ),
  },
  result: {
    matrix: true,
    unit: 'units',
    format: '#,##0.00',
    text: 'One row of two cells: the exact need, and the units to buy.',
  },
  equation: [
    'need = requests_per_minute × (input_tokens × (1 − Cached share + Cached share × Cached ratio) + output_tokens × Output ratio) ÷ throughput',
    'units to buy = the larger of Minimum and ⌈need ÷ Increment⌉ × Increment',
  ],
  edges: [
    'A load of 0 needs 0 units; the units to buy are then the Minimum.',
    'A need that is a whole number of increments is not rounded up further.',
    'The Minimum is taken as given: it is not itself rounded to the Increment.',
    'The load is steady: size for the peak minute if requests above the capacity may not wait or overflow.',
  ],
  examples: [
    {
      title:
        'How many units serve 1,000 requests a minute of 200 input and 20 output tokens, at 3,400 tokens per minute and unit, output weighing 8, sold from 15 in steps of 5?',
      formula: '=METER.RESERVED_UNITS(1000,200,20,3400,{"Output ratio",8;"Minimum",15;"Increment",5})',
      args: [
        1000,
        200,
        20,
        3400,
        [
          ['Output ratio', 8],
          ['Minimum', 15],
          ['Increment', 5],
        ],
      ],
      result: [[360000 / 3400, 110]],
      reading:
        '1,000 × (200 + 20 × 8) = 360,000 tokens a minute ÷ 3,400 = 105.88…; the next multiple of 5 is 110.',
    },
  ],
  refusals: [
    {
      title: 'A unit that serves nothing.',
      formula: '=METER.RESERVED_UNITS(1000,200,20,0)',
      args: [1000, 200, 20, 0],
      code: '#VALUE!',
      sentence: 'throughput is 0: it must be above 0.',
    },
    {
      title: 'A cached share above 1.',
      formula: '=METER.RESERVED_UNITS(1000,200,20,3400,{"Cached share",25})',
      args: [1000, 200, 20, 3400, [['Cached share', 25]]],
      code: '#VALUE!',
      sentence:
        'options, row 1 (Cached share) is 25: it must be from 0 to 1. Write 0.25 or 25% for 25 percent.',
    },
  ],
  source:
    'Sizing of provisioned throughput as Azure publishes it: normalised tokens per minute, output ratio, minimum and increment; burn-down of cached tokens as Google and Anthropic publish it.',
  since: '0.1.0',
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
