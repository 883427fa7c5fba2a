import { ABOVE_ZERO, AMOUNT, DATE, SHARE, choice, section } from './section';

export const TOKEN_PRICE = [
  ...section('Token price', 'token class', [
    { term: 'Price', rule: AMOUNT, unit: 'currency per million tokens', byDefault: 0 },
  ]),
  ...section('Token price', 'none', [
    { term: 'Batch multiplier', rule: AMOUNT, unit: 'factor', byDefault: 0.5 },
    { term: 'Price decline', rule: { type: 'number', min: -5, max: 0.99 }, unit: 'per year', byDefault: 0 },
    { term: 'Price base', rule: DATE, unit: 'date' },
    {
      term: 'Price step',
      rule: { type: 'number', min: 0, max: 120, whole: true },
      unit: 'months',
      byDefault: 12,
    },
    { term: 'Price floor', rule: AMOUNT, unit: 'factor', byDefault: 0 },
    { term: 'Negotiated discount', rule: SHARE, unit: 'share', byDefault: 0 },
    { term: 'Regional multiplier', rule: AMOUNT, unit: 'factor', byDefault: 1 },
    { term: 'Priority multiplier', rule: AMOUNT, unit: 'factor', byDefault: 1 },
    { term: 'Long-context input multiplier', rule: AMOUNT, unit: 'factor', byDefault: 1 },
    { term: 'Long-context output multiplier', rule: AMOUNT, unit: 'factor', byDefault: 1 },
  ]),
];

export const DISCOUNT_TIER = [
  ...section('Discount tier', 'none', [
    { term: 'Mode', rule: choice('Graduated', 'Volume'), unit: 'choice', byDefault: 'Graduated' },
    { term: 'Basis', rule: choice('Spend', 'Tokens'), unit: 'choice', byDefault: 'Spend' },
  ]),
  ...section('Discount tier', 'number', [
    { term: 'Up to', rule: ABOVE_ZERO, unit: 'currency or tokens', alsoUnits: ['currency', 'tokens'] },
    { term: 'Multiplier', rule: AMOUNT, unit: 'factor' },
  ]),
];
