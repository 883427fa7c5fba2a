import { ONE, ZERO, type Decimal } from '../calc/decimal';
import {
  adjustedQuantity,
  ENDS_OF_TERM,
  MAKE_UP_ORDERS,
  SURPLUS_BASES,
  takeOrPayLedger,
  type ContractYear,
  type LedgerYear,
} from '../contract/take-or-pay';
import { options, range } from './boundary';
import { defineFunction, type BodyValue } from './define';
import { headedTable } from './headed-table';
import { choice, label, number, share } from './kinds';
import { option, optionSet } from './options';
import { Refusal } from './refusal';
import { column, columnOr, type Row } from './table';

const amount = number({ min: 0 });
const years = number({ min: 0, max: 100, whole: true });

const quantity = (text: string) => columnOr(amount, ZERO, { text, unit: 'units of quantity' });
const price = (text: string) => columnOr(amount, null, { text, unit: 'currency per unit' });

const yearTable = headedTable({
  year: column(label, {
    text: 'Contract year: a number such as 2027, or a name. Numbers follow one another; the last row ends the term.',
    unit: 'year',
  }),
  quantity: column(amount, { text: 'Contract quantity of the year, 0 or more.', unit: 'units of quantity' }),
  taken: column(amount, { text: 'Quantity taken, make-up included, 0 or more.', unit: 'units of quantity' }),
  price: column(amount, { text: 'Price of a unit taken, 0 or more.', unit: 'currency per unit' }),
  maintenance: quantity('Relief: quantity that planned maintenance takes off. Blank for none.'),
  'force majeure': quantity(
    'Relief: quantity that could not be used for a reason outside both parties, such as a regulatory hold. Blank for none.',
  ),
  'vendor shortfall': quantity('Relief: quantity that the vendor failed to make available. Blank for none.'),
  'permitted reduction': quantity(
    'Relief: quantity that the buyer may drop under the contract. Blank for none.',
  ),
  'take-or-pay price': price('Price of a unit of the deficiency. Blank for the price of the year.'),
  'make-up price': price(
    'Price of a unit of make-up, on top of what was paid before. Blank for the options.',
  ),
  'vendor credit price': price('What the vendor owes for a unit of its shortfall. Blank for nothing.'),
});

type YearRow = Row<{
  readonly year: string | number;
  readonly quantity: Decimal;
  readonly taken: Decimal;
  readonly price: Decimal;
  readonly maintenance: Decimal;
  readonly 'force majeure': Decimal;
  readonly 'vendor shortfall': Decimal;
  readonly 'permitted reduction': Decimal;
  readonly 'take-or-pay price': Decimal | null;
  readonly 'make-up price': Decimal | null;
  readonly 'vendor credit price': Decimal | null;
}>;

/** The columns of the ledger, each with the figure that it shows. */
const COLUMNS: readonly (readonly [string, keyof LedgerYear])[] = [
  ['Adjusted quantity', 'adjusted'],
  ['Minimum', 'minimum'],
  ['Taken', 'taken'],
  ['Make-up taken', 'makeUpTaken'],
  ['Counted', 'counted'],
  ['Deficiency', 'deficiency'],
  ['Carry-forward credit', 'credit'],
  ['Make-up expired', 'makeUpExpired'],
  ['End of term', 'endOfTerm'],
  ['Make-up balance', 'makeUpBalance'],
  ['Surplus banked', 'surplus'],
  ['Surplus expired', 'surplusExpired'],
  ['Surplus balance', 'surplusBalance'],
  ['Usage cost', 'usageCost'],
  ['Make-up cost', 'makeUpCost'],
  ['Payment', 'payment'],
  ['Vendor credit', 'vendorCredit'],
  ['Refund', 'refund'],
  ['Total', 'total'],
];
const HEADER = ['Year', ...COLUMNS.map(([name]) => name)];

export const takeOrPay = defineFunction({
  id: 'TAKE_OR_PAY',
  summary:
    'Ledger of a take-or-pay contract by year: relief, minimum, deficiency and its payment, make-up of paid quantities, carry-forward of surplus, end of term.',
  question:
    'We must pay for a minimum quantity a year whether we take it or not: what do we pay, what may we take later, and what is lost?',
  parameters: {
    years: range(yearTable, {
      text: 'A row for each contract year: year, quantity, taken, price and, by header, relief and prices: maintenance, force majeure, vendor shortfall, permitted reduction, take-or-pay price, make-up price, vendor credit price.',
      unit: 'year, quantity, taken, price',
    }),
    options: options(
      optionSet({
        Share: option(share(), ONE, {
          text: 'Part of the adjusted quantity that is paid for whether taken or not: 0.8 for 80%.',
          unit: 'share, 0 to 1',
          defaultText: '1',
        }),
        'Make-up years': option(years, ZERO, {
          text: 'Contract years after a paid deficiency within which it may be taken; 0 for no right.',
          unit: 'years',
          defaultText: '0',
        }),
        'Make-up order': option(choice(MAKE_UP_ORDERS), 'After adjusted quantity', {
          text: 'What must be taken in a year before make-up: the adjusted quantity, the minimum, or nothing.',
          unit: 'word',
          defaultText: 'After adjusted quantity',
        }),
        'Make-up price': option(amount, null, {
          text: 'Price of a unit of make-up, on top of what was paid before.',
          unit: 'currency per unit',
          defaultText: '0',
        }),
        'Make-up price share': option(share(), null, {
          text: 'The same as a part of the price of the year in which it is taken: 0.1 for 10%.',
          unit: 'share, 0 to 1',
          defaultText: '0',
        }),
        'Carry-forward years': option(years, ZERO, {
          text: 'Contract years after a surplus within which it may be credited; 0 for no carry-forward.',
          unit: 'years',
          defaultText: '0',
        }),
        'Carry-forward cap': option(share(), ONE, {
          text: 'Part of a deficiency that credit may cover: 0.5 for half.',
          unit: 'share, 0 to 1',
          defaultText: '1',
        }),
        'Carry-forward base': option(choice(SURPLUS_BASES), 'Adjusted quantity', {
          text: 'Above what usage is surplus.',
          unit: 'word',
          defaultText: 'Adjusted quantity',
        }),
        'End of term': option(choice(ENDS_OF_TERM), 'Forfeit', {
          text: 'What becomes of make-up still open after the last year: lost, or refunded at its take-or-pay price.',
          unit: 'word',
          defaultText: 'Forfeit',
        }),
      }),
    ),
  },
  result: {
    matrix: true,
    unit: 'units of quantity; currency from Usage cost on',
    format: '#,##0.00',
    text: `A header and a row for each year: ${HEADER.join(', ')}.`,
  },
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
  body({ years: rows, options: chosen }) {
    const wrong = outOfSequence(rows) ?? tooMuchRelief(rows);
    if (wrong) return wrong;
    const [makeUpPrice, makeUpShare] = [chosen['Make-up price'], chosen['Make-up price share']];
    if (makeUpPrice !== null && makeUpShare !== null) {
      return new Refusal(
        `options (Make-up price share) is ${makeUpShare.toString()}: the option Make-up price, ${makeUpPrice.toString()}, says the same in currency. Leave one of the two out.`,
      );
    }
    const byOptions = (yearPrice: Decimal) => makeUpPrice ?? yearPrice.times(makeUpShare ?? ZERO);
    const ledger = takeOrPayLedger(
      rows.map((row) => contractYear(row, byOptions)),
      {
        share: chosen.Share,
        makeUpYears: chosen['Make-up years'].toNumber(),
        makeUpOrder: chosen['Make-up order'],
        carryForwardYears: chosen['Carry-forward years'].toNumber(),
        carryForwardCap: chosen['Carry-forward cap'],
        surplusBase: chosen['Carry-forward base'],
        endOfTerm: chosen['End of term'],
      },
    );
    const body = ledger.map((line, index): BodyValue[] => [
      rows[index]?.cells.year ?? '',
      ...COLUMNS.map(([, figure]) => line[figure]),
    ]);
    return [HEADER, ...body];
  },
});

function contractYear({ cells }: YearRow, makeUpPrice: (yearPrice: Decimal) => Decimal): ContractYear {
  return {
    quantity: cells.quantity,
    taken: cells.taken,
    price: cells.price,
    takeOrPayPrice: cells['take-or-pay price'] ?? cells.price,
    makeUpPrice: cells['make-up price'] ?? makeUpPrice(cells.price),
    maintenance: cells.maintenance,
    forceMajeure: cells['force majeure'],
    vendorShortfall: cells['vendor shortfall'],
    permittedReduction: cells['permitted reduction'],
    creditPrice: cells['vendor credit price'] ?? ZERO,
  };
}

/** Numbered years follow one another; names are taken as they stand. */
function outOfSequence(rows: readonly YearRow[]): Refusal | undefined {
  for (const [index, { place, cells }] of rows.entries()) {
    const before = rows[index - 1]?.cells.year;
    if (typeof before !== 'number' || typeof cells.year !== 'number' || cells.year === before + 1) continue;
    return new Refusal(
      `${place} (year) is ${cells.year}: after ${before} comes ${before + 1}. Give every contract year a row, in order; a year without a contract has quantity 0.`,
    );
  }
  return undefined;
}

function tooMuchRelief(rows: readonly YearRow[]): Refusal | undefined {
  for (const row of rows) {
    const adjusted = adjustedQuantity(contractYear(row, () => ZERO));
    if (adjusted.greaterThanOrEqualTo(0)) continue;
    const { quantity: whole } = row.cells;
    return new Refusal(
      `${row.place}: maintenance, force majeure, vendor shortfall and permitted reduction are ${whole.minus(adjusted).toString()} together, more than the quantity of ${whole.toString()}. Relief is at most the quantity.`,
    );
  }
  return undefined;
}
