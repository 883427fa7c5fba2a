import { AMOUNT, DATE, SHARE, choice, section } from './section';

export const COMMITMENT = [
  ...section('Commitment', 'none', [
    { term: 'True-up', rule: choice('Yes', 'No'), unit: 'choice', byDefault: 'Yes' },
    { term: 'Overage factor', rule: AMOUNT, unit: 'factor', byDefault: 1 },
    { term: 'Window', rule: choice('Contract year', 'Month'), unit: 'choice', byDefault: 'Contract year' },
  ]),
  ...section('Commitment', 'number', [{ term: 'Amount', rule: AMOUNT, unit: 'currency' }]),
];

export const TAKE_OR_PAY = [
  ...section('Take-or-pay', 'none', [
    { term: 'Share', rule: SHARE, unit: 'share', byDefault: 1 },
    { term: 'Price', rule: AMOUNT, unit: 'currency per million tokens', byDefault: 0 },
    {
      term: 'Make-up years',
      rule: { type: 'number', min: 0, max: 50, whole: true },
      unit: 'years',
      byDefault: 0,
    },
    { term: 'Make-up price', rule: AMOUNT, unit: 'currency per million tokens', byDefault: 0 },
    { term: 'Carry-forward cap', rule: SHARE, unit: 'share', byDefault: 0 },
    {
      term: 'Carry-forward years',
      rule: { type: 'number', min: 0, max: 50, whole: true },
      unit: 'years',
      byDefault: 0,
    },
  ]),
  ...section('Take-or-pay', 'number', [
    { term: 'Quantity', rule: AMOUNT, unit: 'tokens', required: true },
    { term: 'Maintenance', rule: AMOUNT, unit: 'tokens', byDefault: 0 },
    { term: 'Force majeure', rule: AMOUNT, unit: 'tokens', byDefault: 0 },
    { term: 'Vendor shortfall', rule: AMOUNT, unit: 'tokens', byDefault: 0 },
    { term: 'Permitted reduction', rule: AMOUNT, unit: 'tokens', byDefault: 0 },
  ]),
];

export const PREPAID_LOT = section('Prepaid lot', 'name', [
  { term: 'Date', rule: DATE, unit: 'date', required: true },
  { term: 'Paid', rule: AMOUNT, unit: 'currency', required: true, withoutItem: 0 },
  { term: 'Credits', rule: AMOUNT, unit: 'currency', required: true, withoutItem: 0 },
  { term: 'Expiry', rule: DATE, unit: 'date' },
  { term: 'Rollover cap', rule: AMOUNT, unit: 'currency', byDefault: 0 },
  {
    term: 'Rollover months',
    rule: { type: 'number', min: 0, max: 120, whole: true },
    unit: 'months',
    byDefault: 0,
  },
]);
