import type { explain } from './function';
import { HEADER } from './header';
import { arrayConstant, EXAMPLE_TERMS } from '../framework/example-terms';
import { LINE_TEXT, SCENARIO_TEXT, TERMS_TEXT } from '../framework/shared-texts';
import type { TextsOf } from '../framework/texts';

export const explainTexts: TextsOf<typeof explain> = {
  summary:
    'How a figure comes about: the line with its formula in words, then everything that the formula speaks of, each with value, unit and source.',
  question: 'Where does this figure come from, step by step and term by term?',
  parameters: {
    terms: TERMS_TEXT,
    line: LINE_TEXT,
    date: 'Any day of the month to explain, within the horizon.',
    scenario: SCENARIO_TEXT,
  },
  result: 'A header (Step, Formula, Value, Unit, Source), the line, and a row for each of its parts.',
  equation: [
    'Formula: as it holds in that month; of a choice, the branch that applies',
    'Source of a line: its id, by which it can be explained in turn',
    'Source of a term: its status, its source and its row in the table; Default where the table is silent',
  ],
  edges: [
    'Parts that count for nothing in the month (a factor of 1, a summand of 0 that is a constant) are left out of the formula.',
    'Dates are dates, choices are shown as their word, and what is not available is blank.',
  ],
  examples: [
    {
      title: 'How does the capacity of February 2027 come about?',
      formula: `=METER.EXPLAIN(${arrayConstant(EXAMPLE_TERMS)},"reserved.capacity",DATE(2027,2,14))`,
      args: [EXAMPLE_TERMS, 'reserved.capacity', 46432],
      result: [
        HEADER,
        [
          'Reserved capacity: capacity',
          'Reserved capacity: unit-hours in force × Reserved | Tokens per unit-hour × Reserved | Maximum utilisation',
          67_200_000_000,
          'tokens',
          'reserved.capacity',
        ],
        [
          'Reserved capacity: unit-hours in force',
          'Reserved capacity 2027-01-01: units × (Reserved capacity 2027-01-01: until − Reserved capacity 2027-01-01: from) × 24',
          67_200,
          'unit-hours',
          'reserved.unit-hours',
        ],
        ['Reserved | Tokens per unit-hour', '', 1_000_000, 'tokens', 'Terms row 6'],
        ['Reserved | Maximum utilisation', '', 1, 'share', 'Default'],
      ],
      reading: '100 units × 24 hours × 28 days = 67,200 unit-hours of 1,000,000 tokens each.',
    },
  ],
  refusals: [
    {
      title: 'A day outside the horizon.',
      formula: `=METER.EXPLAIN(${arrayConstant(EXAMPLE_TERMS)},"reserved.fee",DATE(2028,1,1))`,
      args: [EXAMPLE_TERMS, 'reserved.fee', 46753],
      code: '#VALUE!',
      sentence: 'date is 2028-01-01: it must lie within the horizon, from 2027-01-01 to 2027-03-31.',
    },
  ],
  source: 'The formulas of the contract model themselves, walked for one month.',
  since: '0.1.0',
};
