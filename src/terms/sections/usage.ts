import { MONTHS } from '../definition';
import { ABOVE_ZERO, AMOUNT, DATE, SHARE, choice, section } from './section';

export const USAGE = section('Usage', 'name', [
  {
    term: 'Input tokens per month',
    rule: AMOUNT,
    unit: 'tokens',
    required: true,
    withoutItem: 0,
    text: 'Input-side tokens of the first month, cached ones included.',
  },
  {
    term: 'Growth',
    rule: choice('None', 'CAGR', 'Monthly', 'Logistic', 'Table'),
    unit: 'choice',
    byDefault: 'None',
    text: 'How the volume grows from the model start.',
  },
  {
    term: 'Growth rate',
    rule: { type: 'number', above: -1, max: 100 },
    unit: 'per year or month',
    alsoUnits: ['per year', 'per month'],
    byDefault: 0,
    text: 'Yearly rate for CAGR, monthly rate for Monthly.',
  },
  {
    term: 'Saturation multiple',
    rule: ABOVE_ZERO,
    unit: 'factor',
    byDefault: 1,
    text: 'Logistic: what the volume tends to, as a multiple of the first month.',
  },
  { term: 'Logistic rate', rule: AMOUNT, unit: 'per month', byDefault: 0, text: 'Logistic: steepness k.' },
  {
    term: 'Cache read share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the input-side tokens that is read from a cache.',
  },
  {
    term: 'Cache write share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the input-side tokens that is written to a cache for five minutes.',
  },
  {
    term: 'Cache write 1h share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the input-side tokens that is written to a cache for an hour.',
  },
  {
    term: 'Output ratio',
    rule: AMOUNT,
    unit: 'tokens per token',
    byDefault: 0,
    text: 'Output tokens for each input-side token.',
  },
  {
    term: 'Batch share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the volume that is sent in batches.',
  },
  {
    term: 'Long-context share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the volume in requests above the long-context threshold.',
  },
  {
    term: 'Held share',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the volume with the first vendor that runs on a model which a hold withholds.',
  },
]);

export const GROWTH_INDEX = section('Growth index', 'name', [
  {
    term: 'Month #',
    rule: AMOUNT,
    unit: 'factor',
    text: 'Growth Table: volume from this month on (0 is the first), as a multiple. The last one stands for all later months.',
  },
]);

export const SEASONALITY = section(
  'Seasonality',
  'name',
  MONTHS.map((term) => ({
    term,
    rule: AMOUNT,
    unit: 'factor',
    byDefault: 1,
    text: `Seasonal factor of ${term}; the twelve are divided by their mean.`,
  })),
);

export const BEHAVIOUR = section('Behaviour', 'none', [
  {
    term: 'Regime start',
    rule: DATE,
    unit: 'date',
    text: 'Day on which incentives turn from use to efficiency.',
  },
  {
    term: 'Efficiency cut',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Part of the demand that efficiency takes away in the long run.',
  },
  {
    term: 'Half-life',
    rule: ABOVE_ZERO,
    unit: 'months',
    byDefault: 6,
    text: 'Months in which half of the cut is reached.',
  },
  {
    term: 'Price elasticity',
    rule: { type: 'number', min: -5, max: 0 },
    unit: 'elasticity',
    byDefault: 0,
    text: 'Response of metered volume to the list price index; 0 or below.',
  },
]);
