import { MONTHS } from '../definition';
import { ABOVE_ZERO, AMOUNT, DATE, SHARE, choice, section } from './section';

export const USAGE = section('Usage', 'name', [
  { term: 'Input tokens per month', rule: AMOUNT, unit: 'tokens', required: true, withoutItem: 0 },
  {
    term: 'Growth',
    rule: choice('None', 'CAGR', 'Monthly', 'Logistic', 'Table'),
    unit: 'choice',
    byDefault: 'None',
  },
  {
    term: 'Growth rate',
    rule: { type: 'number', above: -1, max: 100 },
    unit: 'per year or month',
    alsoUnits: ['per year', 'per month'],
    byDefault: 0,
  },
  { term: 'Saturation multiple', rule: ABOVE_ZERO, unit: 'factor', byDefault: 1 },
  { term: 'Logistic rate', rule: AMOUNT, unit: 'per month', byDefault: 0 },
  { term: 'Cache read share', rule: SHARE, unit: 'share', byDefault: 0 },
  { term: 'Cache write share', rule: SHARE, unit: 'share', byDefault: 0 },
  { term: 'Cache write 1h share', rule: SHARE, unit: 'share', byDefault: 0 },
  { term: 'Output ratio', rule: AMOUNT, unit: 'tokens per token', byDefault: 0 },
  { term: 'Batch share', rule: SHARE, unit: 'share', byDefault: 0 },
  { term: 'Long-context share', rule: SHARE, unit: 'share', byDefault: 0 },
  { term: 'Held share', rule: SHARE, unit: 'share', byDefault: 0 },
]);

export const GROWTH_INDEX = section('Growth index', 'name', [
  { term: 'Month #', rule: AMOUNT, unit: 'factor' },
]);

export const SEASONALITY = section(
  'Seasonality',
  'name',
  MONTHS.map((term) => ({
    term,
    rule: AMOUNT,
    unit: 'factor',
    byDefault: 1,
  })),
);

export const BEHAVIOUR = section('Behaviour', 'none', [
  { term: 'Regime start', rule: DATE, unit: 'date' },
  { term: 'Efficiency cut', rule: SHARE, unit: 'share', byDefault: 0 },
  { term: 'Half-life', rule: ABOVE_ZERO, unit: 'months', byDefault: 6 },
  { term: 'Price elasticity', rule: { type: 'number', min: -5, max: 0 }, unit: 'elasticity', byDefault: 0 },
]);
