import type { TermFacts } from '../definition';
import { AMOUNT, DATE, SHARE, choice, section } from './section';

const TARIFF = [
  { term: 'Start', rule: DATE, unit: 'date', required: true, withoutItem: 'model start' },
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
  },
  { term: 'Rate basis', rule: choice('Hour', 'Day', 'Month', 'Year'), unit: 'choice', byDefault: 'Hour' },
  { term: 'Hours per month', rule: { type: 'number', above: 0, max: 744 }, unit: 'hours' },
  { term: 'Escalator', rule: { type: 'number', above: -1, max: 10 }, unit: 'per year', byDefault: 0 },
  { term: 'Tokens per unit-hour', rule: AMOUNT, unit: 'tokens', required: true, withoutItem: 0 },
  { term: 'Maximum utilisation', rule: SHARE, unit: 'share', byDefault: 1 },
  { term: 'Load variation', rule: { type: 'number', min: 0, max: 5 }, unit: 'cv', byDefault: 0 },
] as const satisfies readonly TermFacts[];

const UNITS = [{ term: 'Units', rule: AMOUNT, unit: 'units' }] as const satisfies readonly TermFacts[];

export const RESERVED = [
  ...section('Reserved', 'none', [
    ...TARIFF,
    { term: 'End', rule: DATE, unit: 'date' },
    { term: 'Upfront share', rule: SHARE, unit: 'share', byDefault: 0 },
    { term: 'Upfront discount', rule: SHARE, unit: 'share', byDefault: 0 },
    { term: 'Early end', rule: DATE, unit: 'date' },
    { term: 'Termination fee share', rule: SHARE, unit: 'share', byDefault: 0 },
  ]),
  ...section('Reserved', 'date', UNITS),
];

export const COUNTERFACTUAL = [
  ...section('Counterfactual', 'none', TARIFF),
  ...section('Counterfactual', 'date', UNITS),
];

export const BURN_DOWN = section('Burn-down', 'token class', [
  { term: 'Weight', rule: AMOUNT, unit: 'input-equivalent tokens', byDefault: 0 },
]);
