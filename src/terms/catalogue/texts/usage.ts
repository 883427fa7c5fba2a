import type { SectionTexts } from './section-texts';

export const USAGE_TEXTS: SectionTexts<'Behaviour' | 'Growth index' | 'Seasonality' | 'Usage'> = {
  Behaviour: {
    'Regime start': 'Day on which incentives turn from use to efficiency.',
    'Efficiency cut': 'Part of the demand that efficiency takes away in the long run.',
    'Half-life': 'Months in which half of the cut is reached.',
    'Price elasticity': 'Response of metered volume to the list price index; 0 or below.',
  },
  'Growth index': {
    'Month #':
      'Growth Table: volume from this month on (0 is the first), as a multiple. The last one stands for all later months.',
  },
  Seasonality: {
    January: 'Seasonal factor of January; the twelve are divided by their mean.',
    February: 'Seasonal factor of February; the twelve are divided by their mean.',
    March: 'Seasonal factor of March; the twelve are divided by their mean.',
    April: 'Seasonal factor of April; the twelve are divided by their mean.',
    May: 'Seasonal factor of May; the twelve are divided by their mean.',
    June: 'Seasonal factor of June; the twelve are divided by their mean.',
    July: 'Seasonal factor of July; the twelve are divided by their mean.',
    August: 'Seasonal factor of August; the twelve are divided by their mean.',
    September: 'Seasonal factor of September; the twelve are divided by their mean.',
    October: 'Seasonal factor of October; the twelve are divided by their mean.',
    November: 'Seasonal factor of November; the twelve are divided by their mean.',
    December: 'Seasonal factor of December; the twelve are divided by their mean.',
  },
  Usage: {
    'Input tokens per month': 'Input-side tokens of the first month, cached ones included.',
    Growth: 'How the volume grows from the model start.',
    'Growth rate': 'Yearly rate for CAGR, monthly rate for Monthly.',
    'Saturation multiple': 'Logistic: what the volume tends to, as a multiple of the first month.',
    'Logistic rate': 'Logistic: steepness k.',
    'Cache read share': 'Part of the input-side tokens that is read from a cache.',
    'Cache write share': 'Part of the input-side tokens that is written to a cache for five minutes.',
    'Cache write 1h share': 'Part of the input-side tokens that is written to a cache for an hour.',
    'Output ratio': 'Output tokens for each input-side token.',
    'Batch share': 'Part of the volume that is sent in batches.',
    'Long-context share': 'Part of the volume in requests above the long-context threshold.',
    'Held share': 'Part of the volume with the first vendor that runs on a model which a hold withholds.',
  },
};
