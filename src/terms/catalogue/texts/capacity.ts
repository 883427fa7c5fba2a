import type { SectionTexts, TermTexts } from './section-texts';

const TARIFF: Omit<TermTexts<'Counterfactual'>, 'Units'> = {
  Start: 'First day of the term; anniversaries count from it.',
  Rate: 'Price of one unit in the first year of the term.',
  'Rate basis': 'What the rate is quoted for. An hour is billed 24 times a day.',
  'Hours per month': 'Rate per hour: hours billed for a full month, such as 730, instead of 24 a day.',
  Escalator: 'Rise of the rate on every anniversary.',
  'Tokens per unit-hour': 'Input-equivalent tokens that a unit serves in an hour at full load.',
  'Maximum utilisation': 'Part of the nominal capacity that can be used in practice.',
  'Load variation':
    'Coefficient of variation of the load within a month; above 0, part of it overflows even below capacity.',
};

const UNITS: Pick<TermTexts<'Counterfactual'>, 'Units'> = {
  Units: 'Units in force from the day in the item column on.',
};

export const CAPACITY_TEXTS: SectionTexts<'Reserved' | 'Counterfactual' | 'Burn-down'> = {
  Reserved: {
    ...TARIFF,
    End: 'First day after the committed term; the end of the horizon where blank.',
    'Upfront share': 'Part of the term’s fees that is paid on its first day.',
    'Upfront discount': 'Discount on what is paid upfront.',
    'Early end': 'First day without capacity, if the term is left early.',
    'Termination fee share': 'Part of the remaining instalments that leaving early costs.',
    ...UNITS,
  },
  Counterfactual: { ...TARIFF, ...UNITS },
  'Burn-down': {
    Weight: 'Capacity that one token of the class uses, in input tokens.',
  },
};
