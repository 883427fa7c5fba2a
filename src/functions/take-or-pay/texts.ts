import { HEADER, type takeOrPay } from './function';
import type { TextsOf } from '../framework/texts';

export const takeOrPayTexts: TextsOf<typeof takeOrPay> = {
  summary:
    'Ledger of a take-or-pay contract by year: relief, minimum, deficiency and its payment, make-up of paid quantities, carry-forward of surplus, end of term.',
  question:
    'We must pay for a minimum quantity a year whether we take it or not: what do we pay, what may we take later, and what is lost?',
  parameters: {
    years: {
      text: 'A row for each contract year: year, quantity, taken, price and, by header, relief and prices: maintenance, force majeure, vendor shortfall, permitted reduction, take-or-pay price, make-up price, vendor credit price.',
      columns: {
        year: 'Contract year: a number such as 2027, or a name. Numbers follow one another; the last row ends the term.',
        quantity: 'Contract quantity of the year, 0 or more.',
        taken: 'Quantity taken, make-up included, 0 or more.',
        price: 'Price of a unit taken, 0 or more.',
        maintenance: 'Relief: quantity that planned maintenance takes off. Blank for none.',
        'force majeure':
          'Relief: quantity that could not be used for a reason outside both parties, such as a regulatory hold. Blank for none.',
        'vendor shortfall': 'Relief: quantity that the vendor failed to make available. Blank for none.',
        'permitted reduction': 'Relief: quantity that the buyer may drop under the contract. Blank for none.',
        'take-or-pay price': 'Price of a unit of the deficiency. Blank for the price of the year.',
        'make-up price': 'Price of a unit of make-up, on top of what was paid before. Blank for the options.',
        'vendor credit price': 'What the vendor owes for a unit of its shortfall. Blank for nothing.',
      },
    },
    options: {
      Share: 'Part of the adjusted quantity that is paid for whether taken or not: 0.8 for 80%.',
      'Make-up years': 'Contract years after a paid deficiency within which it may be taken; 0 for no right.',
      'Make-up order':
        'What must be taken in a year before make-up: the adjusted quantity, the minimum, or nothing.',
      'Make-up price': 'Price of a unit of make-up, on top of what was paid before.',
      'Make-up price share': 'The same as a part of the price of the year in which it is taken: 0.1 for 10%.',
      'Carry-forward years':
        'Contract years after a surplus within which it may be credited; 0 for no carry-forward.',
      'Carry-forward cap': 'Part of a deficiency that credit may cover: 0.5 for half.',
      'Carry-forward base': 'Above what usage is surplus.',
      'End of term':
        'What becomes of make-up still open after the last year: lost, or refunded at its take-or-pay price.',
    },
  },
  result: `A header and a row for each year: ${HEADER.join(', ')}.`,
  equation: [
    'Adjusted quantity = quantity − maintenance − force majeure − vendor shortfall − permitted reduction; Minimum = Share × Adjusted quantity',
    'Make-up taken = min(make-up open, max(taken − threshold, 0)); threshold = Adjusted quantity, Minimum or 0 by Make-up order',
    'Counted = Taken − Make-up taken; Deficiency = max(Minimum − Counted, 0)',
    'Carry-forward credit = min(surplus open, Carry-forward cap × Deficiency); Payment = (Deficiency − credit) × take-or-pay price',
    'Surplus banked = max(Counted − base, 0); make-up and surplus are used oldest first and expire at the end of their last year',
    'Total = Usage cost + Make-up cost + Payment − Vendor credit − Refund; Usage cost = Counted × price',
  ],
  edges: [
    'Columns are found by their headers, in any order; without a header row they stand in the order of the list above.',
    'Relief is taken off before Share: a quantity that may not be served lowers the minimum by its share.',
    'Taken equal to the minimum: no deficiency. Taken equal to the threshold: no make-up.',
    'A right with 2 years, from 2027, may be used in 2028 and 2029; what is left expires at the end of 2029.',
    'A deficiency of the last year is paid and gives no make-up: there is no year to take it in.',
    'End of term is what was still open in the last year; Make-up balance is 0 after it.',
    'Make-up order First can itself leave a deficiency: make-up does not count towards the minimum of the year in which it is taken.',
    'Quantities may be tokens, with prices per token, or millions of tokens with prices per million.',
  ],
  examples: [
    {
      title:
        'A minimum of 80% of 1,000 a year at 3, two years to make up: 600, 1,000, 1,100 and 1,000 taken?',
      formula:
        '=METER.TAKE_OR_PAY({2027,1000,600,3;2028,1000,1000,3;2029,1000,1100,3;2030,1000,1000,3},{"Share",0.8;"Make-up years",2})',
      args: [
        [
          [2027, 1000, 600, 3],
          [2028, 1000, 1000, 3],
          [2029, 1000, 1100, 3],
          [2030, 1000, 1000, 3],
        ],
        [
          ['Share', 0.8],
          ['Make-up years', 2],
        ],
      ],
      result: [
        HEADER,
        [2027, 1000, 800, 600, 0, 600, 200, 0, 0, 0, 200, 0, 0, 0, 1800, 0, 600, 0, 0, 2400],
        [2028, 1000, 800, 1000, 0, 1000, 0, 0, 0, 0, 200, 0, 0, 0, 3000, 0, 0, 0, 0, 3000],
        [2029, 1000, 800, 1100, 100, 1000, 0, 0, 100, 0, 0, 0, 0, 0, 3000, 0, 0, 0, 0, 3000],
        [2030, 1000, 800, 1000, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 3000, 0, 0, 0, 0, 3000],
      ],
      reading:
        '2027: 200 below the minimum, paid 200 × 3 = 600. 2029: 100 above the adjusted quantity are make-up, already paid; the other 100 expire. Together 11,400.',
    },
    {
      title:
        'In millions of tokens: a regulatory hold of 400 netted from the minimum, and a vendor shortfall of 50 credited at 1.5?',
      formula:
        '=METER.TAKE_OR_PAY({"Year","Quantity","Taken","Price","Force majeure","Vendor shortfall","Vendor credit price";2027,1000,300,3,400,50,1.5},{"Share",0.8})',
      args: [
        [
          ['Year', 'Quantity', 'Taken', 'Price', 'Force majeure', 'Vendor shortfall', 'Vendor credit price'],
          [2027, 1000, 300, 3, 400, 50, 1.5],
        ],
        [['Share', 0.8]],
      ],
      result: [HEADER, [2027, 550, 440, 300, 0, 300, 140, 0, 0, 0, 0, 0, 0, 0, 900, 0, 420, 75, 0, 1245]],
      reading:
        '1,000 − 400 − 50 = 550, of which 80% are 440; 140 are missing: 140 × 3 = 420. 300 × 3 + 420 − 50 × 1.5 = 1,245.',
    },
  ],
  refusals: [
    {
      title: 'A misspelt column.',
      formula: '=METER.TAKE_OR_PAY({"Year","Quantity","Taken","Price","Force major";2027,1000,300,3,400})',
      args: [
        [
          ['Year', 'Quantity', 'Taken', 'Price', 'Force major'],
          [2027, 1000, 300, 3, 400],
        ],
      ],
      code: '#VALUE!',
      sentence:
        'years, row 1: "Force major" is no column here. Did you mean force majeure? The columns are year, quantity, taken, price, maintenance, force majeure, vendor shortfall, permitted reduction, take-or-pay price, make-up price, vendor credit price.',
    },
    {
      title: 'More relief than quantity.',
      formula: '=METER.TAKE_OR_PAY({2027,1000,300,3,600,500})',
      args: [[[2027, 1000, 300, 3, 600, 500]]],
      code: '#VALUE!',
      sentence:
        'years, row 1: maintenance, force majeure, vendor shortfall and permitted reduction are 1100 together, more than the quantity of 1000. Relief is at most the quantity.',
    },
    {
      title: 'A year left out.',
      formula: '=METER.TAKE_OR_PAY({2027,1000,800,3;2029,1000,800,3})',
      args: [
        [
          [2027, 1000, 800, 3],
          [2029, 1000, 800, 3],
        ],
      ],
      code: '#VALUE!',
      sentence:
        'years, row 2 (year) is 2029: after 2027 comes 2028. Give every contract year a row, in order; a year without a contract has quantity 0.',
    },
  ],
  source:
    'Commonwealth Secretariat model gas sales agreement (2025), articles 12.5 to 12.8; ESMAP report 152/93; HMRC Oil Taxation Manual OT05435.',
  since: '0.1.0',
};
