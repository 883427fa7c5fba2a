import { DATE, SHARE, TEXT, choice, section } from './section';

export const MODEL = section('Model', 'none', [
  { term: 'Start', rule: DATE, unit: 'date', required: true },
  {
    term: 'Horizon',
    rule: { type: 'number', min: 1, max: 600, whole: true },
    unit: 'months',
    required: true,
  },
  { term: 'As of', rule: DATE, unit: 'date' },
  { term: 'Currency', rule: TEXT, unit: 'text', byDefault: 'USD' },
  { term: 'Discount rate', rule: { type: 'number', above: -1, max: 10 }, unit: 'per year', byDefault: 0 },
  { term: 'Discount timing', rule: choice('Mid', 'End', 'Begin'), unit: 'choice', byDefault: 'Mid' },
  {
    term: 'Invoice rounding',
    rule: choice('None', 'Half away', 'Half even'),
    unit: 'choice',
    byDefault: 'None',
  },
  {
    term: 'Invoice digits',
    rule: { type: 'number', min: 0, max: 6, whole: true },
    unit: 'digits',
    byDefault: 2,
  },
]);

export const SCENARIO = section('Scenario', 'none', [
  { term: 'Description', rule: TEXT, unit: 'text' },
  { term: 'Weight', rule: SHARE, unit: 'share' },
  { term: 'Decided on', rule: DATE, unit: 'date' },
]);
