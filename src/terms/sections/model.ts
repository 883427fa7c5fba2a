import { DATE, SHARE, TEXT, choice, section } from './section';

export const MODEL = section('Model', 'none', [
  {
    term: 'Start',
    rule: DATE,
    unit: 'date',
    required: true,
    text: 'First day of the first period. Every later period starts on the same day of its month.',
  },
  {
    term: 'Horizon',
    rule: { type: 'number', min: 1, max: 600, whole: true },
    unit: 'months',
    required: true,
    text: 'Number of monthly periods.',
  },
  {
    term: 'As of',
    rule: DATE,
    unit: 'date',
    text: 'Date to which the present values of tranches are discounted; the model start where blank.',
  },
  {
    term: 'Currency',
    rule: TEXT,
    unit: 'text',
    byDefault: 'USD',
    text: 'Currency of every amount in the table.',
  },
  {
    term: 'Discount rate',
    rule: { type: 'number', above: -1, max: 10 },
    unit: 'per year',
    byDefault: 0,
    text: 'Effective annual rate.',
  },
  {
    term: 'Discount timing',
    rule: choice('Mid', 'End', 'Begin'),
    unit: 'choice',
    byDefault: 'Mid',
    text: 'Where in its month a monthly amount falls due.',
  },
  {
    term: 'Invoice rounding',
    rule: choice('None', 'Half away', 'Half even'),
    unit: 'choice',
    byDefault: 'None',
    text: 'Rounds each invoice line (product, vendor, charge, month) by itself; totals add rounded lines.',
  },
  {
    term: 'Invoice digits',
    rule: { type: 'number', min: 0, max: 6, whole: true },
    unit: 'digits',
    byDefault: 2,
    text: 'Decimal places of an invoice line.',
  },
]);

export const SCENARIO = section('Scenario', 'none', [
  {
    term: 'Description',
    rule: TEXT,
    unit: 'text',
    text: 'What the scenario assumes, in a sentence. Not inherited from Base.',
  },
  {
    term: 'Weight',
    rule: SHARE,
    unit: 'share',
    text: 'Weight of the scenario in an expected value. Not inherited from Base.',
  },
  {
    term: 'Decided on',
    rule: DATE,
    unit: 'date',
    text: 'The terms that the scenario overrides act only on periods that start on or after this day. Not inherited from Base.',
  },
]);
