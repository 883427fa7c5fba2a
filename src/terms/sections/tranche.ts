import { AMOUNT, DATE, SHARE, TEXT, choice, section } from './section';

export const TRANCHE = [
  ...section('Tranche', 'none', [
    {
      term: 'Mode',
      rule: choice('Unconditional', 'Sequential'),
      unit: 'choice',
      byDefault: 'Unconditional',
      text: 'Sequential: a contingent tranche needs every earlier one.',
    },
    {
      term: 'Recirculated share',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Part of a tranche that comes back as spend on the investor’s own cloud.',
    },
    {
      term: 'Recirculation months',
      rule: { type: 'number', min: 0, max: 600, whole: true },
      unit: 'months',
      byDefault: 0,
      text: 'Months over which it comes back, evenly by days.',
    },
  ]),
  ...section('Tranche', 'name', [
    {
      term: 'Date',
      rule: DATE,
      unit: 'date',
      required: true,
      text: 'Day on which the tranche is or was funded, or falls due.',
    },
    {
      term: 'Amount',
      rule: AMOUNT,
      unit: 'currency',
      required: true,
      withoutItem: 0,
      text: 'Amount of the tranche.',
    },
    {
      term: 'Kind',
      rule: choice('Funded', 'Firm', 'Contingent', 'Expired'),
      unit: 'choice',
      byDefault: 'Firm',
      text: 'How sure it is.',
    },
    { term: 'Probability', rule: SHARE, unit: 'share', text: 'Contingent: that its condition is met.' },
    { term: 'Trigger', rule: TEXT, unit: 'text', text: 'The condition, in words.' },
  ]),
];
