import { TIERED_COST, TOKEN_COST } from './cells';
import { each, MILLION, sum, type Expressed } from './figures';
import { Inputs } from './published';

/** A price per thousand tokens as a price per million. */
const perThousand = (given: Inputs, name: string) => given.number(name) * 1000;

const tokensAt = (given: Inputs) => ({
  cost: TOKEN_COST(given.number('tokens'), 0, given.number('price_per_M'), 0),
});

const inAndOut = (given: Inputs) => ({
  total: TOKEN_COST(
    given.number('in'),
    given.number('out'),
    given.number('in_price'),
    given.number('out_price'),
  ),
});

/** One price for the whole request, dearer above 200,000 tokens. */
const wholeRequestStep = (given: Inputs) => ({
  input_price: TIERED_COST(
    given.number('input_tokens'),
    [
      [200_000, given.number('base') / MILLION],
      [null, given.number('above_200k') / MILLION],
    ],
    'Volume',
  ),
});

export const tokenCases: Expressed = {
  'llmcost-opus48': (given) => {
    const [input, output, calls] = [given.number('in'), given.number('out'), given.number('calls')];
    const prices = [given.number('in_price'), given.number('out_price')];
    return {
      per_call: TOKEN_COST(input, output, ...prices),
      month: TOKEN_COST(input * calls, output * calls, ...prices),
      batch: TOKEN_COST(input * calls, output * calls, ...prices, [['Batch share', 1]]),
    };
  },
  'genai-gpt4o': inAndOut,
  'genai-o3': inAndOut,
  'tokencost-claude-3-opus-in': tokensAt,
  'tokencost-gpt-3.5-turbo-in': tokensAt,
  'tokencost-gpt-4o-in': tokensAt,
  'genai-sonnet35-cache': (given) => {
    // List prices of the model: 3 in, 15 out, 3.75 cache write, 0.30 cache read. input_tokens is the total.
    const [write, read] = [given.number('cache_write'), given.number('cache_read')];
    const uncached = given.number('input_tokens') - write - read;
    const cache = [
      ['Cache write tokens', write],
      ['Cache write price', 3.75],
      ['Cache read tokens', read],
      ['Cache read price', 0.3],
    ];
    const output = given.number('output_tokens');
    return {
      input: TOKEN_COST(uncached, 0, 3, 15, cache),
      output: TOKEN_COST(0, output, 3, 15),
      total: TOKEN_COST(uncached, output, 3, 15, cache),
    };
  },
  'genai-gpt56-sol-long': (given) => {
    const uncached = given.number('in') - given.number('write') - given.number('read');
    // The long-context prices of the case: 10 in, 12.50 cache write, 1 cache read, 45 out.
    const cache = [
      ['Cache write tokens', given.number('write')],
      ['Cache write price', 12.5],
      ['Cache read tokens', given.number('read')],
      ['Cache read price', 1],
    ];
    return {
      input: TOKEN_COST(uncached, 0, 10, 45, cache),
      output: TOKEN_COST(0, given.number('out'), 10, 45),
      total: TOKEN_COST(uncached, given.number('out'), 10, 45, cache),
    };
  },
  // List prices of the model up to 200,000 tokens: 3 in, 15 out; above: 6 in, 22.50 out.
  'genai-sonnet45-100k-100k': (given) => ({
    total: TOKEN_COST(given.number('in'), given.number('out'), 3, 15),
  }),
  'genai-sonnet45-300k-100k': (given) => ({
    input: TOKEN_COST(given.number('in'), 0, 6, 22.5),
    output: TOKEN_COST(0, given.number('out'), 6, 22.5),
    total: TOKEN_COST(given.number('in'), given.number('out'), 6, 22.5),
  }),
  'genai-sonnet45-in-100000': wholeRequestStep,
  'genai-sonnet45-in-1000000': wholeRequestStep,
  'genai-gemini36-scheduled-rise': (given) => {
    const [inBefore = NaN, outBefore = NaN] = given.numbers('before');
    const [inAfter = NaN, outAfter = NaN] = given.numbers('after');
    return {
      ratio_in: TOKEN_COST(MILLION, 0, inAfter, 0) / TOKEN_COST(MILLION, 0, inBefore, 0),
      ratio_out: TOKEN_COST(0, MILLION, 0, outAfter) / TOKEN_COST(0, MILLION, 0, outBefore),
    };
  },
  'focus-ai-per-token': (given) => ({
    input_cost: TOKEN_COST(given.number('input_tokens'), 0, given.number('input_price_per_M'), 0),
    output_cost: TOKEN_COST(0, given.number('output_tokens'), 0, given.number('output_price_per_M')),
  }),
  'focus-ai-cached': (given) => ({
    read: TOKEN_COST(0, 0, 0, 0, [
      ['Cache read tokens', given.number('cache_read_M') * MILLION],
      ['Cache read price', given.number('read_price')],
    ]),
    write: TOKEN_COST(0, 0, 0, 0, [
      ['Cache write tokens', given.number('cache_write_M') * MILLION],
      ['Cache write price', given.number('write_price')],
    ]),
  }),
  'focus-ai-marketplace-invoice': (given) => {
    const rows = given
      .rows('rows_M_price')
      .map(([millions, price]) => TOKEN_COST(Number(millions) * MILLION, 0, price, 0));
    return { rows, total: sum(rows) };
  },
  'focus-ai-prompt-caching-A': (given) => {
    const millions = (name: string) => given.number(name) * MILLION;
    const price = given.number('in_price');
    const written = [
      ['Cache write tokens', millions('write_M')],
      ['Cache write price', given.number('write_price')],
    ];
    const read = [
      ['Cache read tokens', millions('read_M')],
      ['Cache read price', given.number('read_price')],
    ];
    const all = millions('uncached_M') + millions('write_M') + millions('read_M');
    const without = TOKEN_COST(all, 0, price, 0);
    const withCache = TOKEN_COST(millions('uncached_M'), 0, price, 0, [...written, ...read]);
    return {
      uncached: TOKEN_COST(millions('uncached_M'), 0, price, 0),
      write: TOKEN_COST(0, 0, price, 0, written),
      read: TOKEN_COST(0, 0, price, 0, read),
      output: TOKEN_COST(0, millions('output_M'), price, given.number('out_price')),
      input_without_cache: without,
      input_with_cache: withCache,
      saving: without - withCache,
      write_premium: TOKEN_COST(0, 0, price, 0, written) - TOKEN_COST(millions('write_M'), 0, price, 0),
    };
  },
  'focus-ai-prompt-caching-B': (given) => {
    // Token-hours of storage are a quantity at a price per million, like tokens.
    const stored = TOKEN_COST(
      given.number('token_hours_M') * MILLION,
      0,
      given.number('token_hour_price'),
      0,
    );
    const uncached = TOKEN_COST(given.number('uncached_M') * MILLION, 0, given.number('in_price'), 0);
    const total = uncached + given.number('read_cost') + stored;
    // The same 10.5 million input tokens as example A, without any cache.
    return { total_input: total, saving: TOKEN_COST(10.5 * MILLION, 0, given.number('in_price'), 0) - total };
  },
  'anthropic-cache-payoff-1h': (given) => {
    const cached = (reads: number) =>
      TOKEN_COST(0, 0, 1, 0, [
        ['Cache write 1h tokens', MILLION],
        ['Cache write 1h price', given.number('write_mult')],
        ['Cache read tokens', reads * MILLION],
        ['Cache read price', given.number('read_mult')],
      ]);
    const plain = (reads: number) => TOKEN_COST((1 + reads) * MILLION, 0, 1, 0);
    let reads = 0;
    while (reads < 100 && cached(reads) >= plain(reads)) reads += 1;
    return { reads_to_pay_off: reads };
  },
  'anthropic-managed-agent': (given) => {
    const prices = [given.number('in_price'), given.number('out_price')];
    const session = each(given.number('session_hours'), given.number('session_rate'));
    return {
      input: TOKEN_COST(given.number('in'), 0, ...prices),
      output: TOKEN_COST(0, given.number('out'), ...prices),
      session,
      total: TOKEN_COST(given.number('in'), given.number('out'), ...prices) + session,
    };
  },
  'anthropic-managed-agent-cached': (given) => ({
    total:
      TOKEN_COST(
        given.number('uncached'),
        given.number('out'),
        given.number('in_price'),
        given.number('out_price'),
        [
          ['Cache read tokens', given.number('read')],
          ['Cache read price', given.number('read_price')],
        ],
      ) + each(1, given.number('session')),
  }),
  'infracost-azure-gpt45-eastus2': (given) => ({
    input: TOKEN_COST(given.number('in'), 0, perThousand(given, 'in_1k'), 0),
    output: TOKEN_COST(0, given.number('out'), 0, perThousand(given, 'out_1k')),
    cached: TOKEN_COST(0, 0, 0, 0, [
      ['Cache read tokens', given.number('cached')],
      ['Cache read price', perThousand(given, 'cached_1k')],
    ]),
    sessions: each(given.number('sessions'), given.number('session_price')),
  }),
  'infracost-azure-gpt45-sweden': (given) => {
    // The usage of the East US 2 case.
    const usage = new Inputs('infracost-azure-gpt45-eastus2');
    const input = TOKEN_COST(usage.number('in'), 0, perThousand(given, 'in_1k'), 0);
    return {
      input,
      output: TOKEN_COST(0, usage.number('out'), 0, perThousand(given, 'out_1k')),
      cached: TOKEN_COST(0, 0, 0, 0, [
        ['Cache read tokens', usage.number('cached')],
        ['Cache read price', perThousand(given, 'cached_1k')],
      ]),
      uplift: input / TOKEN_COST(usage.number('in'), 0, perThousand(usage, 'in_1k'), 0),
    };
  },
};
