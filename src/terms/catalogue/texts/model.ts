import type { SectionTexts } from './section-texts';

export const MODEL_TEXTS: SectionTexts<'Model' | 'Scenario'> = {
  Model: {
    Start: 'First day of the first period. Every later period starts on the same day of its month.',
    Horizon: 'Number of monthly periods.',
    'As of': 'Date to which the present values of tranches are discounted; the model start where blank.',
    Currency: 'Currency of every amount in the table.',
    'Discount rate': 'Effective annual rate.',
    'Discount timing': 'Where in its month a monthly amount falls due.',
    'Invoice rounding':
      'Rounds each invoice line (product, vendor, charge, month) by itself; totals add rounded lines.',
    'Invoice digits': 'Decimal places of an invoice line.',
  },
  Scenario: {
    Description: 'What the scenario assumes, in a sentence. Not inherited from Base.',
    Weight: 'Weight of the scenario in an expected value. Not inherited from Base.',
    'Decided on':
      'The terms that the scenario overrides act only on periods that start on or after this day. Not inherited from Base.',
  },
};
