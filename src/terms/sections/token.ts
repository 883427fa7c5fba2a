import { ABOVE_ZERO, AMOUNT, DATE, SHARE, choice, section } from './section';

export const TOKEN_PRICE = [
  ...section('Token price', 'token class', [
    {
      term: 'Price',
      rule: AMOUNT,
      unit: 'currency per million tokens',
      byDefault: 0,
      text: 'List price of the class at the price base.',
    },
  ]),
  ...section('Token price', 'none', [
    {
      term: 'Batch multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 0.5,
      text: 'Price of batched tokens as a part of the list price.',
    },
    {
      term: 'Price decline',
      rule: { type: 'number', min: -5, max: 0.99 },
      unit: 'per year',
      byDefault: 0,
      text: 'Yearly fall of list prices; negative for a rise. Below 1: a volume that answers to a price of nothing has no end.',
    },
    { term: 'Price base', rule: DATE, unit: 'date', text: 'Day from which the decline counts.' },
    {
      term: 'Price step',
      rule: { type: 'number', min: 0, max: 120, whole: true },
      unit: 'months',
      byDefault: 12,
      text: 'Prices fall in steps of so many months; 0 for every month.',
    },
    {
      term: 'Price floor',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 0,
      text: 'The price index does not fall below this.',
    },
    {
      term: 'Negotiated discount',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Discount on list, before the discount tiers.',
    },
    {
      term: 'Regional multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'On list prices of metered volume, such as 1.1 for one region only.',
    },
    {
      term: 'Priority multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'On list prices of metered volume, for a faster lane.',
    },
    {
      term: 'Long-context input multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'On all input-side classes of long-context requests.',
    },
    {
      term: 'Long-context output multiplier',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'On the output of long-context requests.',
    },
  ]),
];

export const DISCOUNT_TIER = [
  ...section('Discount tier', 'none', [
    {
      term: 'Mode',
      rule: choice('Graduated', 'Volume'),
      unit: 'choice',
      byDefault: 'Graduated',
      text: 'Graduated: each part at its own tier. Volume: all at the tier reached.',
    },
    {
      term: 'Basis',
      rule: choice('Spend', 'Tokens'),
      unit: 'choice',
      byDefault: 'Spend',
      text: 'What the bounds count within a contract year: spend before tiers, or input-side tokens.',
    },
  ]),
  ...section('Discount tier', 'number', [
    {
      term: 'Up to',
      rule: ABOVE_ZERO,
      unit: 'currency or tokens',
      alsoUnits: ['currency', 'tokens'],
      text: 'Upper bound of the tier, inclusive; blank in the last one.',
    },
    {
      term: 'Multiplier',
      rule: AMOUNT,
      unit: 'factor',
      text: 'What is paid for each unit of spend in the tier: 0.9 is a discount of 10 %.',
    },
  ]),
];
