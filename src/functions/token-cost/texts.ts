import type { tokenCost } from './function';
import type { TextsOf } from '../framework/texts';

export const tokenCostTexts: TextsOf<typeof tokenCost> = {
  summary:
    'Cost of metered tokens: uncached input, output, cache reads and writes, each at its price per million, with batch share, multiplier and discount.',
  question:
    'What do these tokens cost on the meter, with prompt caching, batch processing and a negotiated discount?',
  parameters: {
    input_tokens:
      'Uncached input tokens, single tokens, 0 or more. Tokens read from or written to a cache go into the options.',
    output_tokens: 'Output tokens, single tokens, 0 or more.',
    input_price: 'Price of one million uncached input tokens, 0 or more.',
    output_price: 'Price of one million output tokens, 0 or more.',
    options: {
      'Cache read tokens': 'Input tokens read from a cache.',
      'Cache read price': 'Price of one million tokens read from a cache.',
      'Cache write tokens': 'Input tokens written to a cache, five-minute life where lives differ.',
      'Cache write price': 'Price of one million tokens written to a cache.',
      'Cache write 1h tokens': 'Input tokens written to a cache of one-hour life.',
      'Cache write 1h price': 'Price of one million tokens written to a one-hour cache.',
      'Batch share': 'Part of all tokens, cached ones too, that runs as batch: 0.3 for 30%.',
      'Batch multiplier': 'Price of a batch token relative to the list, above 0: 0.5 for half.',
      Multiplier:
        'Multiple of the list price for region, priority or long context, above 0: 1.1 for 10% more.',
      Discount: 'Negotiated reduction, after the multipliers: 0.1 for 10% off.',
    },
  },
  result: 'Cost of the tokens, unrounded.',
  equation: [
    'cost = Σ tokens × price ÷ 1,000,000 × (1 − Batch share + Batch share × Batch multiplier) × Multiplier × (1 − Discount)',
    'summed over input, output, cache reads, cache writes and one-hour cache writes',
  ],
  edges: [
    'A class with 0 tokens costs 0, with or without a price.',
    'Tokens of a cached class without their price are refused, never counted as free; enter a price of 0 where they are free.',
    'Where a provider reports all input tokens in one number, subtract cache reads and writes first.',
  ],
  examples: [
    {
      title: 'What do 8.4 million input and 2.1 million output tokens cost at 5 and 25 per million?',
      formula: '=METER.TOKEN_COST(8400000,2100000,5,25)',
      args: [8400000, 2100000, 5, 25],
      result: 94.5,
      reading: '8.4 × 5 = 42.00 and 2.1 × 25 = 52.50; together 94.50.',
    },
    {
      title:
        'And with prompt caching: 0.5 million uncached, 2 million written, 8 million read, 1.5 million output?',
      formula:
        '=METER.TOKEN_COST(500000,1500000,3,15,{"Cache read tokens",8000000;"Cache read price",0.3;"Cache write tokens",2000000;"Cache write price",3.75})',
      args: [
        500000,
        1500000,
        3,
        15,
        [
          ['Cache read tokens', 8000000],
          ['Cache read price', 0.3],
          ['Cache write tokens', 2000000],
          ['Cache write price', 3.75],
        ],
      ],
      result: 33.9,
      reading: '0.5 × 3 + 1.5 × 15 + 8 × 0.30 + 2 × 3.75 = 1.50 + 22.50 + 2.40 + 7.50 = 33.90.',
    },
  ],
  refusals: [
    {
      title: 'Cached tokens without their price.',
      formula: '=METER.TOKEN_COST(500000,1500000,3,15,{"Cache read tokens",8000000})',
      args: [500000, 1500000, 3, 15, [['Cache read tokens', 8000000]]],
      code: '#VALUE!',
      sentence:
        'options: Cache read tokens is 8000000, but Cache read price is missing. Add a row with the price per million tokens, or 0 if they are free.',
    },
    {
      title: 'A negative volume.',
      formula: '=METER.TOKEN_COST(-1,0,3,15)',
      args: [-1, 0, 3, 15],
      code: '#VALUE!',
      sentence: 'input_tokens is -1: it must be 0 or more.',
    },
  ],
  source:
    'Token classes, cache and batch pricing as in the public price lists of Anthropic, OpenAI and Google; FOCUS examples of AI billing.',
  since: '0.1.0',
};
