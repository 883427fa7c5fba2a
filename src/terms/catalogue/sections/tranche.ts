import { AMOUNT, DATE, SHARE, TEXT, choice, section } from './section';

export const TRANCHE = [
  ...section('Tranche', 'none', [
    { term: 'Mode', rule: choice('Unconditional', 'Sequential'), unit: 'choice', byDefault: 'Unconditional' },
    { term: 'Recirculated share', rule: SHARE, unit: 'share', byDefault: 0 },
    {
      term: 'Recirculation months',
      rule: { type: 'number', min: 0, max: 600, whole: true },
      unit: 'months',
      byDefault: 0,
    },
  ]),
  ...section('Tranche', 'name', [
    { term: 'Date', rule: DATE, unit: 'date', required: true },
    { term: 'Amount', rule: AMOUNT, unit: 'currency', required: true, withoutItem: 0 },
    {
      term: 'Kind',
      rule: choice('Funded', 'Firm', 'Contingent', 'Expired'),
      unit: 'choice',
      byDefault: 'Firm',
    },
    { term: 'Probability', rule: SHARE, unit: 'share' },
    { term: 'Trigger', rule: TEXT, unit: 'text' },
  ]),
];
