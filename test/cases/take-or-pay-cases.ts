import { TAKE_OR_PAY, type Columns } from './cells';
import { sum, type Expressed } from './figures';
import { Inputs } from './published';

/** How the cases name their columns, and how TAKE_OR_PAY does. */
const HEADERS = {
  year: 'Year',
  acq: 'Quantity',
  taken: 'Taken',
  contractPrice: 'Price',
  forceMajeure: 'Force majeure',
  sellerShortfall: 'Vendor shortfall',
  shortfallPrice: 'Vendor credit price',
  topPrice: 'Take-or-pay price',
  makeUpPrice: 'Make-up price',
} as const;

const ORDERS: Readonly<Record<string, string>> = {
  'after-adjusted-acq': 'After adjusted quantity',
  'after-top-quantity': 'After minimum',
  first: 'First',
};
const BASES: Readonly<Record<string, string>> = {
  'adjusted-acq': 'Adjusted quantity',
  'top-quantity': 'Minimum',
};

function headed(years: readonly Readonly<Record<string, number>>[]): unknown[][] {
  const keys = Object.keys(HEADERS) as (keyof typeof HEADERS)[];
  return [keys.map((key) => HEADERS[key]), ...years.map((year) => keys.map((key) => year[key] ?? null))];
}

/** A case with one contract quantity and one price. */
function plainLedger(given: Inputs): Columns {
  const rows = given
    .numbers('taken')
    .map((taken, index) => [2027 + index, given.number('acq'), taken, given.number('price')]);
  const carried = given.record('carryForward');
  return TAKE_OR_PAY(rows, [
    ['Share', given.number('topPct') / 100],
    ['Make-up years', given.number('makeUpPeriodYears')],
    ['Make-up order', ORDERS[given.text('order')]],
    ['Make-up price', given.number('makeUpPrice')],
    ['End of term', given.text('endOfTerm')],
    ...(carried
      ? [
          ['Carry-forward years', carried.periodYears],
          ['Carry-forward base', BASES[String(carried.base)]],
          ['Carry-forward cap', Number(carried.capPct) / 100],
        ]
      : []),
  ]);
}

const plain = (given: Inputs) => {
  const ledger = plainLedger(given);
  return {
    ledger,
    payment: ledger.column('Payment'),
    makeUpTaken: ledger.column('Make-up taken'),
    endOfTerm: ledger.column('End of term').at(-1) ?? NaN,
    total: sum(ledger.column('Total')),
  };
};

function eightYears(): Columns {
  const given = new Inputs('top-ledger-8yr');
  const makeUp = given.record('makeUp') ?? {};
  return TAKE_OR_PAY(headed(given.records('years')), [
    ['Share', given.number('topPct') / 100],
    ['Make-up years', makeUp.periodYears],
    ['Make-up order', ORDERS[String(makeUp.order)]],
    ['End of term', makeUp.endOfTerm],
  ]);
}

/**
 * The export contract that three of the published years of revenue lines belong to. Source: Petrolord engines, gas
 * sales agreement goldens, case top-export. Year, contract quantity, taken, price, force majeure.
 */
const EXPORT_YEARS = [
  ['Year', 'Quantity', 'Taken', 'Price', 'Force majeure'],
  [2027, 22_995_000, 22_995_000, 8.69445, null],
  [2028, 23_058_000, 22_366_000, 7.54355, null],
  [2029, 22_995_000, 14_257_000, 9.80845, null],
  [2030, 22_995_000, 21_385_000, 10.6451, 1_260_000],
  [2031, 22_995_000, 23_915_000, 8.2613, null],
  [2032, 23_058_000, 19_599_000, 7.7569, null],
  [2033, 22_995_000, 23_455_000, 10.2113, null],
  [2034, 22_995_000, 22_765_000, 10.3732, null],
  [2035, 22_995_000, 18_396_000, 7.8983, null],
  [2036, 23_058_000, 21_444_000, 8.0813, null],
];

const exportContract = () =>
  TAKE_OR_PAY(EXPORT_YEARS, [
    ['Share', 0.9],
    ['Make-up years', 5],
    ['Make-up order', 'After minimum'],
    ['Make-up price share', 0.1],
    ['Carry-forward years', 3],
    ['Carry-forward base', 'Minimum'],
    ['Carry-forward cap', 0.5],
    ['End of term', 'Refund'],
  ]);

/** Total of a year, whose lines must be the published ones. */
function totalOf(ledger: Columns, year: number, published: readonly (number | string | null)[]): number {
  const figure = (name: string) => ledger.column(name)[ledger.column('Year').indexOf(year)] ?? NaN;
  const lines = [
    figure('Usage cost'),
    figure('Make-up cost'),
    figure('Payment'),
    -figure('Vendor credit'),
    -figure('Refund'),
  ];
  for (const [index, line] of lines.entries()) {
    const difference = Math.abs(line - Number(published[index]));
    // The published lines are sums of doubles, printed in full.
    if (!(difference <= 1e-4))
      throw new Error(`${year}, line ${index + 1}: ${line}, not ${published[index]}`);
  }
  return figure('Total');
}

export const takeOrPayCases: Expressed = {
  'top-carry-forward-fifo': (given) => {
    const { ledger, payment, endOfTerm, total } = plain(given);
    return {
      payment,
      credit: ledger.column('Carry-forward credit'),
      end_of_term: endOfTerm,
      total_net: total,
      total_payment: sum(payment),
    };
  },
  'top-ledger-8yr': () => {
    const ledger = eightYears();
    return {
      adjusted: ledger.column('Adjusted quantity'),
      top: ledger.column('Minimum'),
      makeUpTaken: ledger.column('Make-up taken'),
      deficiency: ledger.column('Deficiency'),
      payment: ledger.column('Payment'),
      expired: ledger.column('Make-up expired'),
      outstanding: ledger.column('Make-up balance'),
      net: ledger.column('Total'),
      end_of_term_forfeit: ledger.column('End of term').at(-1) ?? NaN,
      total_net: sum(ledger.column('Total')),
    };
  },
  'top-ledger-lines': (given) => {
    const contracts = { power: eightYears(), export: exportContract() };
    return {
      seller_revenue: Object.entries(given.record('rows') ?? {}).map(([title, lines]) => {
        const [contract, year] = title.split(' ');
        const ledger = contract === 'power' ? contracts.power : contracts.export;
        return totalOf(ledger, Number(year), lines as readonly number[]);
      }),
    };
  },
  'top-makeup-last-year': (given) => {
    const { ledger, payment, makeUpTaken, total } = plain(given);
    return { payment, makeUpTaken, expired: ledger.column('Make-up expired'), total_net: total };
  },
  'top-zero-take': (given) => {
    const { payment, makeUpTaken, endOfTerm, total } = plain(given);
    return { payment, makeUpTaken, end_of_term: endOfTerm, total_net: total };
  },
};
