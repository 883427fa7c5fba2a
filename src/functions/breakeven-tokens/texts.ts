import type { breakevenTokens } from './function';
import type { TextsOf } from '../framework/texts';

export const breakevenTokensTexts: TextsOf<typeof breakevenTokens> = {
  summary:
    'Tokens at which a metered cost reaches a fixed cost, for a price per million tokens or for a price card with tiers.',
  question: 'From how many tokens on is the fixed fee of reserved capacity the cheaper choice?',
  parameters: {
    fixed_cost: 'The cost that does not depend on volume, such as a reserved fee, 0 or more.',
    tiers_or_price: {
      text: 'Price of one million tokens, 0 or more; or a price card: a row for each tier with up to (tokens, inclusive; blank in the last row), price per million and, if any, flat fee.',
      columns: {
        'up to': 'Last token of the tier, inclusive, in single tokens; blank in the last row for no end.',
        price: 'Price of one million tokens in the tier, 0 or more.',
        'flat fee': 'Charged once when the tier is entered; blank or no column for none.',
      },
    },
    mode: 'Graduated: each part at the price of its tier. Volume: all tokens at the price of the tier reached. If omitted, Graduated.',
  },
  result:
    'Smallest number of tokens whose metered cost is at least the fixed cost; not rounded to whole tokens.',
  equation: [
    'One price: tokens = fixed_cost × 1,000,000 ÷ price',
    'Graduated: smallest q with Σ over tiers entered of flat fee + price ÷ 1,000,000 × tokens in the tier ≥ fixed_cost',
    'Volume: smallest q with flat fee + price ÷ 1,000,000 × q ≥ fixed_cost, in the tier that q reaches',
  ],
  edges: [
    'fixed_cost 0: 0 tokens.',
    'Volume prices can fall at a bound, so beyond the answer the metered cost may fall below the fixed cost again; the first crossing is given.',
    'A bound belongs to the tier that it closes. Where the cost jumps past fixed_cost just above a bound, the answer is the next whole token.',
    'A metered cost that never gets there, because the tokens are free, is #N/A: there is no break-even.',
    'A card whose last row has a bound, and which ends before, is refused.',
    'Utilisation at break-even = tokens ÷ tokens that the capacity can serve.',
  ],
  examples: [
    {
      title: 'From how many tokens on does a fee of 24,552,000 beat 3.00 per million?',
      formula: '=METER.BREAKEVEN_TOKENS(24552000,3)',
      args: [24552000, 3],
      result: 8184000000000,
      reading: '24,552,000 ÷ 3.00 = 8,184,000 million tokens.',
    },
    {
      title: 'A fee of 5,000 on a card of 10 per million up to 300 million tokens, 8 above?',
      formula: '=METER.BREAKEVEN_TOKENS(5000,{300000000,10;"",8})',
      args: [
        5000,
        [
          [300000000, 10],
          ['', 8],
        ],
      ],
      result: 550000000,
      reading: '300 million cost 3,000; the other 2,000 buy 250 million at 8: together 550 million.',
    },
    {
      title: 'And if the tier reached priced them all?',
      formula: '=METER.BREAKEVEN_TOKENS(5000,{300000000,10;"",8},"Volume")',
      args: [
        5000,
        [
          [300000000, 10],
          ['', 8],
        ],
        'Volume',
      ],
      result: 625000000,
      reading:
        '5,000 ÷ 8 = 625 million, which is above 300 million; below that 10 per million buys at most 3,000.',
    },
  ],
  refusals: [
    {
      title: 'Free tokens.',
      formula: '=METER.BREAKEVEN_TOKENS(5000,0)',
      args: [5000, 0],
      code: '#N/A',
      sentence:
        'fixed_cost is 5000: the metered cost never reaches it, because the last tokens are free. There is no break-even.',
    },
    {
      title: 'A card that ends too early.',
      formula: '=METER.BREAKEVEN_TOKENS(5000,{300000000,10})',
      args: [5000, [[300000000, 10]]],
      code: '#VALUE!',
      sentence:
        'fixed_cost is 5000, beyond the last tier of tiers_or_price, which ends at 300000000 tokens with a cost of 3000. Leave up to blank in the last row, or add a tier.',
    },
    {
      title: 'Tiers out of order.',
      formula: '=METER.BREAKEVEN_TOKENS(5000,{300000000,10;200000000,9;"",8})',
      args: [
        5000,
        [
          [300000000, 10],
          [200000000, 9],
          ['', 8],
        ],
      ],
      code: '#VALUE!',
      sentence:
        'tiers_or_price, row 2 (up to) is 200000000: it must be above the row before, 300000000. Sort the tiers by up to.',
    },
  ],
  source:
    'Inverse of graduated and volume price cards with inclusive upper bounds; break-even of reserved against metered capacity as FinOps practice computes it.',
  since: '0.1.0',
};
