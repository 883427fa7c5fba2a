import type { reservedCost } from './function';
import type { TextsOf } from '../framework/texts';

export const reservedCostTexts: TextsOf<typeof reservedCost> = {
  summary:
    'Cost of reserved capacity in force from start to the day before end. Monthly and yearly rates are prorated by the days of each calendar month.',
  question:
    'What does the capacity that we reserve cost over these days, whether we use it or not: with units that ramp up, a rate that escalates, and months only partly covered?',
  parameters: {
    units: {
      text: 'Units reserved, 0 or more; or a range of two columns, date and units, in date order: each row holds until the next, and before the first there are none.',
      columns: {
        date: 'Day from which the units are in force.',
        units: 'Units in force from that day until the next row.',
      },
    },
    rate: 'Price of one unit for one hour, 0 or more; per day, month or year with the option Rate basis.',
    start: 'First day of the period.',
    end: 'Day after the last day of the period (exclusive): 2027-02-01 for a January. Not before start.',
    options: {
      'Rate basis':
        'What the rate is per. A rate per month is due by days in force ÷ days of the month; per year, a twelfth of it a month.',
      Escalator: 'Rise of the rate on every anniversary of Term start: 0.04 for 4% a year.',
      'Term start': 'Day from which anniversaries count. Not after start.',
      Discount: 'Reduction of the cost: 0.1 for 10% off.',
      'Hours per month':
        'Hours billed for a full month, such as 730, in place of the actual hours. Only for a rate per hour.',
    },
  },
  result: 'Cost of the units in force in [start, end), unrounded.',
  equation: [
    'cost = Σ units(d) × rate × (1 + Escalator)^⌊whole months from Term start to d ÷ 12⌋ × time(d) × (1 − Discount), over every day d from start to the day before end',
    'time of a day, rate per hour: 24; with Hours per month: Hours per month ÷ days of its calendar month',
    'rate per day: 1; per month: 1 ÷ days of its calendar month; per year: 1 ÷ 12 ÷ days of its calendar month',
  ],
  edges: [
    'end equal to start: no day, cost 0.',
    'Days before the first row of a ramp: no unit in force, cost 0 for those days.',
    'A term that starts on 29 February has its anniversaries on 28 February in other years.',
    'A time of day in a date is dropped: the day counts.',
  ],
  examples: [
    {
      title: 'What do 1,000 units at 33.00 per unit-hour cost in July 2026?',
      formula: '=METER.RESERVED_COST(1000,33,DATE(2026,7,1),DATE(2026,8,1))',
      args: [1000, 33, 46204, 46235],
      result: 24552000,
      reading: '1,000 units × 33.00 × 31 days × 24 hours = 24,552,000.',
    },
    {
      title: 'The same in October 2026, when 110 units are added on the 15th?',
      formula: '=METER.RESERVED_COST({46204,1000;46310,1110},33,DATE(2026,10,1),DATE(2026,11,1))',
      args: [
        [
          [46204, 1000],
          [46310, 1110],
        ],
        33,
        46296,
        46327,
      ],
      result: 26033040,
      reading:
        '33.00 × 24 × (14 days × 1,000 + 17 days × 1,110) = 792 × 32,870 = 26,033,040. 46204 is 2026-07-01, 46310 is 2026-10-15.',
    },
    {
      title: 'What does half of April cost at 300 per unit and month, 10 units, 5% off?',
      formula:
        '=METER.RESERVED_COST(10,300,DATE(2027,4,1),DATE(2027,4,16),{"Rate basis","Month";"Discount",0.05})',
      args: [
        10,
        300,
        46478,
        46493,
        [
          ['Rate basis', 'Month'],
          ['Discount', 0.05],
        ],
      ],
      result: 1425,
      reading: '10 × 300 × 15 ÷ 30 days = 1,500; less 5% = 1,425.',
    },
  ],
  refusals: [
    {
      title: 'The end lies before the start.',
      formula: '=METER.RESERVED_COST(1000,33,DATE(2026,8,1),DATE(2026,7,1))',
      args: [1000, 33, 46235, 46204],
      code: '#VALUE!',
      sentence: 'end is 2026-07-01: it must not lie before start, 2026-08-01. Exchange the two dates.',
    },
    {
      title: 'A percentage typed as a whole number.',
      formula: '=METER.RESERVED_COST(1000,33,DATE(2026,7,1),DATE(2026,8,1),{"Discount",5})',
      args: [1000, 33, 46204, 46235, [['Discount', 5]]],
      code: '#VALUE!',
      sentence: 'options, row 1 (Discount) is 5: it must be from 0 to 1. Write 0.05 or 5% for 5 percent.',
    },
    {
      title: 'A misspelt option.',
      formula: '=METER.RESERVED_COST(1000,33,DATE(2026,7,1),DATE(2026,8,1),{"Escalation",0.04})',
      args: [1000, 33, 46204, 46235, [['Escalation', 0.04]]],
      code: '#VALUE!',
      sentence:
        'options, row 1: "Escalation" is no option here. Did you mean Escalator? The options are Rate basis, Escalator, Term start, Discount, Hours per month.',
    },
  ],
  source:
    'Proration by actual days of the calendar month and 24-hour days as providers bill committed capacity; 730-hour months as Azure bills provisioned throughput.',
  since: '0.1.0',
};
