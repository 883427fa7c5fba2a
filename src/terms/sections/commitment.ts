import { AMOUNT, DATE, SHARE, choice, section } from './section';

export const COMMITMENT = [
  ...section('Commitment', 'none', [
    {
      term: 'True-up',
      rule: choice('Yes', 'No'),
      unit: 'choice',
      byDefault: 'Yes',
      text: 'Whether a shortfall is billed.',
    },
    {
      term: 'Overage factor',
      rule: AMOUNT,
      unit: 'factor',
      byDefault: 1,
      text: 'Price of spend beyond the commitment, relative to spend within it.',
    },
    {
      term: 'Window',
      rule: choice('Contract year', 'Month'),
      unit: 'choice',
      byDefault: 'Contract year',
      text: 'The span over which spend is held against the commitment; a month owes a twelfth.',
    },
  ]),
  ...section('Commitment', 'number', [
    {
      term: 'Amount',
      rule: AMOUNT,
      unit: 'currency',
      text: 'Minimum spend of the contract year. The last one listed stands for all later years.',
    },
  ]),
];

export const TAKE_OR_PAY = [
  ...section('Take-or-pay', 'none', [
    {
      term: 'Share',
      rule: SHARE,
      unit: 'share',
      byDefault: 1,
      text: 'Part of the adjusted quantity that is paid for whether taken or not.',
    },
    {
      term: 'Price',
      rule: AMOUNT,
      unit: 'currency per million tokens',
      byDefault: 0,
      text: 'Price of the deficiency.',
    },
    {
      term: 'Make-up years',
      rule: { type: 'number', min: 0, max: 50, whole: true },
      unit: 'years',
      byDefault: 0,
      text: 'Contract years within which a paid deficiency may still be taken.',
    },
    {
      term: 'Make-up price',
      rule: AMOUNT,
      unit: 'currency per million tokens',
      byDefault: 0,
      text: 'Price of make-up tokens on top of what was paid.',
    },
    {
      term: 'Carry-forward cap',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Most of a year’s deficiency that banked surplus may cover.',
    },
    {
      term: 'Carry-forward years',
      rule: { type: 'number', min: 0, max: 50, whole: true },
      unit: 'years',
      byDefault: 0,
      text: 'Life of banked surplus.',
    },
  ]),
  ...section('Take-or-pay', 'number', [
    {
      term: 'Quantity',
      rule: AMOUNT,
      unit: 'tokens',
      required: true,
      text: 'Quantity of the contract year.',
    },
    { term: 'Maintenance', rule: AMOUNT, unit: 'tokens', byDefault: 0, text: 'Taken off the quantity.' },
    { term: 'Force majeure', rule: AMOUNT, unit: 'tokens', byDefault: 0, text: 'Taken off the quantity.' },
    { term: 'Vendor shortfall', rule: AMOUNT, unit: 'tokens', byDefault: 0, text: 'Taken off the quantity.' },
    {
      term: 'Permitted reduction',
      rule: AMOUNT,
      unit: 'tokens',
      byDefault: 0,
      text: 'Taken off the quantity.',
    },
  ]),
];

export const PREPAID_LOT = section('Prepaid lot', 'name', [
  { term: 'Date', rule: DATE, unit: 'date', required: true, text: 'Day of the purchase.' },
  { term: 'Paid', rule: AMOUNT, unit: 'currency', required: true, withoutItem: 0, text: 'Cash paid.' },
  {
    term: 'Credits',
    rule: AMOUNT,
    unit: 'currency',
    required: true,
    withoutItem: 0,
    text: 'Token cost that the lot pays for.',
  },
  {
    term: 'Expiry',
    rule: DATE,
    unit: 'date',
    text: 'First day on which what is left no longer counts; never where blank.',
  },
  {
    term: 'Rollover cap',
    rule: AMOUNT,
    unit: 'currency',
    byDefault: 0,
    text: 'Most that goes on after the expiry.',
  },
  {
    term: 'Rollover months',
    rule: { type: 'number', min: 0, max: 120, whole: true },
    unit: 'months',
    byDefault: 0,
    text: 'How long that counts.',
  },
]);
