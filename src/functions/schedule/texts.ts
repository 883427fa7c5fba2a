import type { schedule } from './function';
import { arrayConstant, EXAMPLE_TERMS, withCell } from '../framework/example-terms';
import { LINES_TEXT, SCENARIO_TEXT, TERMS_TEXT } from '../framework/shared-texts';
import type { TextsOf } from '../framework/texts';

export const scheduleTexts: TextsOf<typeof schedule> = {
  summary:
    'The contract month by month, or by quarter, year or contract year: a row for each line and a column for each period, from the Terms table.',
  question: 'What does the contract come to in each period, line by line?',
  parameters: {
    terms: TERMS_TEXT,
    scenario: SCENARIO_TEXT,
    lines: LINES_TEXT,
    by: 'Month, Quarter, Year or Contract year (counted from the cutover). If omitted, Month.',
    headers:
      'FALSE for the figures of the periods alone, without header row, names, units and totals. If omitted, TRUE.',
  },
  result: 'A header (Line, Label, Unit, Total and the first day of each period) and a row for each line.',
  equation: [
    'Flows (currency, tokens): a period adds its months, Total adds all of them',
    'Balances: the last month of the period',
    'Ratios (utilisation, cost per million tokens): formed anew from the sums',
    'Shares of time: each month counts by its days',
    'Prices, factors and dates: months only; blank over longer periods and as Total',
  ],
  edges: [
    'Rows stand in the order in which lines names them; the lines that one pattern fits, in the order of the model. A line stands once, however often it is named.',
    'Without headers, a blank cell in a column of ids keeps its row, blank: a row that is inserted among the ids of a sheet leaves the figures beside theirs.',
    'A line with one value for the whole contract has it in Total and blanks in the periods; without headers, in the first column.',
    'A ratio without a divisor (no tokens in the month) is blank, neither 0 nor an error.',
    'A month belongs to the quarter or year in which it starts. Months before the cutover form contract year 0.',
    'A product whose name holds a comma needs no care in a range of ids; in a text with several ids the brackets keep its comma.',
    'One SCHEDULE with INDEX beside it is faster than many calls: Excel hands the whole table over with each one.',
  ],
  examples: [
    {
      title: 'What does the reserved capacity cost each month?',
      formula: `=METER.SCHEDULE(${arrayConstant(EXAMPLE_TERMS)},,"reserved.fee, time.days")`,
      args: [EXAMPLE_TERMS, null, 'reserved.fee, time.days'],
      result: [
        ['Line', 'Label', 'Unit', 'Total', 46388, 46419, 46447],
        ['reserved.fee', 'Reserved capacity: fee', 'USD', 432000, 148800, 134400, 148800],
        ['time.days', 'Days', 'days', 90, 31, 28, 31],
      ],
      reading:
        'January: 100 units × 2 × 24 hours × 31 days = 148,800; February has 28 days; together 90 days × 4,800 = 432,000.',
    },
    {
      title: 'And as figures alone by quarter, at the lower rate?',
      formula: `=METER.SCHEDULE(${arrayConstant(EXAMPLE_TERMS)},"Lower rate","reserved.fee","Quarter","No")`,
      args: [EXAMPLE_TERMS, 'Lower rate', 'reserved.fee', 'Quarter', 'No'],
      result: [[324000]],
      reading: '100 × 1.5 × 24 × 90 days = 324,000.',
    },
  ],
  refusals: [
    {
      title: 'A scenario that does not exist.',
      formula: `=METER.SCHEDULE(${arrayConstant(EXAMPLE_TERMS)},"Lower rates")`,
      args: [EXAMPLE_TERMS, 'Lower rates'],
      code: '#VALUE!',
      sentence:
        'scenario: the table has no scenario "Lower rates". Did you mean Lower rate or Base? A scenario is a column between Base and Low.',
    },
    {
      title: 'A line that does not exist.',
      formula: `=METER.SCHEDULE(${arrayConstant(EXAMPLE_TERMS)},,"reserved.fees")`,
      args: [EXAMPLE_TERMS, null, 'reserved.fees'],
      code: '#VALUE!',
      sentence:
        'lines: there is no line "reserved.fees". Did you mean reserved.fee, reserved.end or reserved.year?',
    },
    {
      title: 'A table with a mistake.',
      formula: `=METER.SCHEDULE(${arrayConstant(withCell(2, 3, 0))})`,
      args: [withCell(2, 3, 0)],
      code: '#VALUE!',
      sentence:
        'Terms, row 3, Base (Model | Horizon) is 0: it must be a whole number, from 1 to 600. Correct the value.',
    },
  ],
  source: 'The contract model of Meterbook; the rule of each line is shown by EXPLAIN.',
  since: '0.1.0',
};
