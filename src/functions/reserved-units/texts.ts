import type { reservedUnits } from './function';
import type { TextsOf } from '../framework/texts';

export const reservedUnitsTexts: TextsOf<typeof reservedUnits> = {
  summary:
    'Units of reserved capacity to buy for a steady load: the exact need, and the number on sale that covers it, by increment and minimum.',
  question: 'How many units of reserved throughput do we have to buy for this load?',
  parameters: {
    requests_per_minute: 'Requests per minute at the load to be served, 0 or more.',
    input_tokens: 'Input tokens per request, cached ones included, 0 or more.',
    output_tokens: 'Output tokens per request, 0 or more.',
    throughput: 'Input-equivalent tokens per minute that one unit serves, above 0.',
    options: {
      'Output ratio':
        'Capacity that one output token takes, in input tokens: 8 if it weighs as much as eight.',
      'Cached share': 'Part of the input tokens that is read from a cache: 0.25 for 25%.',
      'Cached ratio': 'Capacity that one cached token takes, in input tokens: 0.1 for a tenth, 0 for none.',
      Minimum: 'Fewest units that can be bought.',
      Increment: 'Units are sold in multiples of this, above 0.',
    },
  },
  result: 'One row of two cells: the exact need, and the units to buy.',
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
};
