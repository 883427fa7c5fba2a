import type { total } from './function';
import { arrayConstant, EXAMPLE_TERMS } from '../framework/example-terms';
import { LINE_TEXT, SCENARIO_TEXT, TERMS_TEXT } from '../framework/shared-texts';
import type { TextsOf } from '../framework/texts';

export const totalTexts: TextsOf<typeof total> = {
  summary:
    'One figure of the contract: what a line comes to over the whole horizon, or over the months that start between two dates.',
  question: 'What does this line come to, in all or between two dates?',
  parameters: {
    terms: TERMS_TEXT,
    line: LINE_TEXT,
    scenario: SCENARIO_TEXT,
    from: 'First day of the span; months count that start on or after it. If omitted, the start of the model.',
    to: 'First day after the span; months count that start before it. If omitted, the end of the horizon.',
  },
  result:
    'The line over the span: sum of a flow, closing value of a balance, ratio of sums for a ratio, mean by days for a share of time.',
  equation: [
    'Flows: Σ over months with from ≤ start < to',
    'Balances: the value of the last such month',
    'Ratios: Σ dividend ÷ Σ divisor',
    'Shares of time: Σ share × days ÷ Σ days',
  ],
  edges: [
    'A month belongs to the span if it starts in it; it is never cut.',
    'A line with one value for the whole contract is that value; it takes no dates.',
    'A price or a factor has a value for a month, not for more: over one month TOTAL gives it, over several #N/A.',
    'A ratio without a divisor is #N/A.',
    'For many figures use one SCHEDULE and INDEX: Excel hands the whole table over with each call.',
  ],
  examples: [
    {
      title: 'What does the reserved capacity cost in all?',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"reserved.fee")`,
      args: [EXAMPLE_TERMS, 'reserved.fee'],
      result: 432000,
      reading: '100 units × 2 × 24 hours × 90 days = 432,000.',
    },
    {
      title: 'And from February on, at the lower rate?',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"reserved.fee","Lower rate",DATE(2027,2,1))`,
      args: [EXAMPLE_TERMS, 'reserved.fee', 'Lower rate', 46419],
      result: 212400,
      reading: '100 × 1.5 × 24 × (28 + 31) days = 212,400.',
    },
  ],
  refusals: [
    {
      title: 'A span outside the horizon.',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"reserved.fee",,DATE(2028,1,1))`,
      args: [EXAMPLE_TERMS, 'reserved.fee', null, 46753],
      code: '#VALUE!',
      sentence:
        'from is 2028-01-01: no month of the model starts on or after it. The model has 3 months, from 2027-01-01 to 2027-03-31.',
    },
    {
      title: 'A figure that does not exist.',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"price.effective")`,
      args: [EXAMPLE_TERMS, 'price.effective'],
      code: '#N/A',
      sentence:
        'line: price.effective has no value over this span, since its divisor is 0 there. Choose another span, or show a blank with IFNA.',
    },
    {
      title: 'A line that does not exist.',
      formula: `=METER.TOTAL(${arrayConstant(EXAMPLE_TERMS)},"total billed")`,
      args: [EXAMPLE_TERMS, 'total billed'],
      code: '#VALUE!',
      sentence:
        'line: there is no line "total billed". Did you mean total.billed, time.index or reserved.billed?',
    },
  ],
  source: 'The contract model of Meterbook; the rule of each line is shown by EXPLAIN.',
  since: '0.1.0',
};
