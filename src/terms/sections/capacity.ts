import { AMOUNT, DATE, SHARE, choice, section, type Row } from './section';

const TARIFF: readonly Row[] = [
  {
    term: 'Start',
    rule: DATE,
    unit: 'date',
    required: true,
    withoutItem: 'model start',
    text: 'First day of the term; anniversaries count from it.',
  },
  {
    term: 'Rate',
    rule: AMOUNT,
    unit: 'currency per unit and basis',
    alsoUnits: [
      'currency per unit-hour',
      'currency per unit-day',
      'currency per unit-month',
      'currency per unit-year',
    ],
    required: true,
    withoutItem: 0,
    text: 'Price of one unit in the first year of the term.',
  },
  {
    term: 'Rate basis',
    rule: choice('Hour', 'Day', 'Month', 'Year'),
    unit: 'choice',
    byDefault: 'Hour',
    text: 'What the rate is quoted for. An hour is billed 24 times a day.',
  },
  {
    term: 'Hours per month',
    rule: { type: 'number', above: 0, max: 744 },
    unit: 'hours',
    text: 'Rate per hour: hours billed for a full month, such as 730, instead of 24 a day.',
  },
  {
    term: 'Escalator',
    rule: { type: 'number', above: -1, max: 10 },
    unit: 'per year',
    byDefault: 0,
    text: 'Rise of the rate on every anniversary.',
  },
  {
    term: 'Tokens per unit-hour',
    rule: AMOUNT,
    unit: 'tokens',
    required: true,
    withoutItem: 0,
    text: 'Input-equivalent tokens that a unit serves in an hour at full load.',
  },
  {
    term: 'Maximum utilisation',
    rule: SHARE,
    unit: 'share',
    byDefault: 1,
    text: 'Part of the nominal capacity that can be used in practice.',
  },
  {
    term: 'Load variation',
    rule: { type: 'number', min: 0, max: 5 },
    unit: 'cv',
    byDefault: 0,
    text: 'Coefficient of variation of the load within a month; above 0, part of it overflows even below capacity.',
  },
];

const UNITS: readonly Row[] = [
  { term: 'Units', rule: AMOUNT, unit: 'units', text: 'Units in force from the day in the item column on.' },
];

export const RESERVED = [
  ...section('Reserved', 'none', [
    ...TARIFF,
    {
      term: 'End',
      rule: DATE,
      unit: 'date',
      text: 'First day after the committed term; the end of the horizon where blank.',
    },
    {
      term: 'Upfront share',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Part of the term’s fees that is paid on its first day.',
    },
    {
      term: 'Upfront discount',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Discount on what is paid upfront.',
    },
    {
      term: 'Early end',
      rule: DATE,
      unit: 'date',
      text: 'First day without capacity, if the term is left early.',
    },
    {
      term: 'Termination fee share',
      rule: SHARE,
      unit: 'share',
      byDefault: 0,
      text: 'Part of the remaining instalments that leaving early costs.',
    },
  ]),
  ...section('Reserved', 'date', UNITS),
];

export const COUNTERFACTUAL = [
  ...section('Counterfactual', 'none', TARIFF),
  ...section('Counterfactual', 'date', UNITS),
];

export const BURN_DOWN = section('Burn-down', 'token class', [
  {
    term: 'Weight',
    rule: AMOUNT,
    unit: 'input-equivalent tokens',
    byDefault: 0,
    text: 'Capacity that one token of the class uses, in input tokens.',
  },
]);
