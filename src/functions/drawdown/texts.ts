import { HEADER, type drawdown } from './function';
import type { TextsOf } from '../framework/texts';

export const drawdownTexts: TextsOf<typeof drawdown> = {
  summary:
    'Prepaid credits drawn down period by period: what is drawn, what expires, what is left, what is used on demand, and the cost as billed and as effective.',
  question:
    'We buy credits in advance: how long do they last, what do we lose at expiry, and what do we pay beyond them?',
  parameters: {
    lots: {
      text: 'A row for each purchase: period, paid, credits and expiry. A header row is allowed, with the columns in any order.',
      columns: {
        period: 'Period of the purchase, 1 for the first of usage; with the option Start also a date.',
        paid: 'Cash paid for the lot, 0 or more.',
        credits: 'Credits received, above 0.',
        expiry: 'First period (or date) in which what is left no longer counts; blank for never.',
      },
    },
    usage: {
      text: 'Credits used in each period, 0 or more, in a column or a row.',
      columns: { usage: 'Credits used in one period.' },
    },
    on_demand_price:
      'Price of a credit used beyond the balance, 0 or more. If omitted, 1: credits that stand for money.',
    options: {
      Start: 'First day of the first period; periods are months from it, and lots may give dates.',
      Window: 'Periods in a window, at whose end the balance is brought within the rollover limits.',
      'Max rollover': 'Most credits that a window hands on; the rest expires. 0: use it or lose it.',
      'Min rollover': 'Least credits that a window hands on; what is missing is granted free.',
    },
  },
  result:
    'A header and a row for each period: Period, Opening, Added, Drawn, Expired, Closing, On demand (all credits), Billed (cash), Effective (accrual) and Closing value (what the balance cost).',
  equation: [
    'Closing = Opening + Added − Drawn − Expired; usage = Drawn + On demand',
    'Billed = paid for lots of the period + On demand × on_demand_price',
    'Effective = (Drawn + Expired) × paid ÷ credits of their lots + On demand × on_demand_price',
    'At the end of a window: Closing = min(Max rollover, max(Min rollover, balance))',
    'Σ Billed = Σ Effective + Closing value of the last period',
  ],
  edges: [
    'The lot that expires first is drawn first; of equal ones the earlier purchase. Lots that never expire come last.',
    'A lot may be used in the period of its purchase. At its expiry what is left lapses before anything is drawn.',
    'Expired credits cost what was paid for them; they are in Effective of the period in which they lapse.',
    'Where a window hands on less than the balance, the credits that expire first lapse. Credits granted cost nothing.',
    'Rollover acts on what has not expired: leave expiry blank where windows alone decide.',
    'A lot of a later period than usage has no effect yet.',
    'A date of purchase counts in the month that holds it; a date of expiry from the first month that starts on or after it.',
  ],
  examples: [
    {
      title:
        '100 credits for 90 that last three months, 50 more for 50 in month 4: what is drawn, lost and paid?',
      formula: '=METER.DRAWDOWN({1,90,100,4;4,50,50,7},{20;15;10;10;5;40})',
      args: [
        [
          [1, 90, 100, 4],
          [4, 50, 50, 7],
        ],
        [[20], [15], [10], [10], [5], [40]],
      ],
      result: [
        HEADER,
        [1, 0, 100, 20, 0, 80, 0, 90, 18, 72],
        [2, 80, 0, 15, 0, 65, 0, 0, 13.5, 58.5],
        [3, 65, 0, 10, 0, 55, 0, 0, 9, 49.5],
        [4, 55, 50, 10, 55, 40, 0, 50, 59.5, 40],
        [5, 40, 0, 5, 0, 35, 0, 0, 5, 35],
        [6, 35, 0, 35, 0, 0, 5, 5, 40, 0],
      ],
      reading:
        'In month 4 the 55 left of the first lot lapse: 55 × 0.90 = 49.50, and 10 are drawn at 1.00. In month 6 usage is 5 beyond the balance. Billed 145 = effective 145.',
    },
    {
      title: 'Use it or lose it each month, but 50 may be carried on?',
      formula: '=METER.DRAWDOWN({1,100,100;2,100,100},{10;120},,{"Window",1;"Max rollover",50})',
      args: [
        [
          [1, 100, 100],
          [2, 100, 100],
        ],
        [[10], [120]],
        null,
        [
          ['Window', 1],
          ['Max rollover', 50],
        ],
      ],
      result: [HEADER, [1, 0, 100, 10, 40, 50, 0, 100, 50, 50], [2, 50, 100, 120, 0, 30, 0, 100, 120, 30]],
      reading: '90 are left after month 1, of which 50 go on and 40 lapse.',
    },
  ],
  refusals: [
    {
      title: 'A lot that expires before it is bought.',
      formula: '=METER.DRAWDOWN({4,50,50,3},{20;15})',
      args: [[[4, 50, 50, 3]], [[20], [15]]],
      code: '#VALUE!',
      sentence:
        'lots, row 1 (expiry) is 3: it must lie after the purchase, 4. It is the first period in which the credits no longer count.',
    },
    {
      title: 'Dates without a start.',
      formula: '=METER.DRAWDOWN({"2027-01-15",50,50},{20;15})',
      args: [[['2027-01-15', 50, 50]], [[20], [15]]],
      code: '#VALUE!',
      sentence:
        'lots, row 1 (period) is the date 2027-01-15: dates need the option Start, the first day of the first period.',
    },
    {
      title: 'A rollover limit without windows.',
      formula: '=METER.DRAWDOWN({1,50,50},{20;15},,{"Max rollover",10})',
      args: [[[1, 50, 50]], [[20], [15]], null, [['Max rollover', 10]]],
      code: '#VALUE!',
      sentence:
        'options (Max rollover) is 10: it applies at the end of a window. Add the option Window with its number of periods, 1 for every period.',
    },
  ],
  source:
    'Prepaid draw-down as Zuora describes it, rollover as OpenMeter’s credit grants, billed and effective cost as FOCUS separates them.',
  since: '0.1.0',
};
