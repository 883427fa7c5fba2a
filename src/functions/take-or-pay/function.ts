import { ONE, ZERO, type Decimal } from '../../base/decimal';
import {
  adjustedQuantity,
  ENDS_OF_TERM,
  MAKE_UP_ORDERS,
  SURPLUS_BASES,
  takeOrPayLedger,
  type ContractYear,
  type LedgerYear,
} from '../../contract/rules/take-or-pay';
import { options, range } from '../framework/arguments/boundary';
import { defineFunction, type BodyValue } from '../framework/define';
import { headedTable } from '../framework/arguments/headed-table';
import { choice, label, number, share } from '../framework/arguments/kinds';
import { option, optionSet } from '../framework/arguments/options';
import { Refusal } from '../../base/refusal';
import { column, columnOr, type Row } from '../framework/arguments/table';

const amount = number({ min: 0 });
const years = number({ min: 0, max: 100, whole: true });

const relief = columnOr(amount, ZERO, { unit: 'units of quantity' });
const otherPrice = columnOr(amount, null, { unit: 'currency per unit' });

const yearTable = headedTable({
  year: column(label, { unit: 'year' }),
  quantity: column(amount, { unit: 'units of quantity' }),
  taken: column(amount, { unit: 'units of quantity' }),
  price: column(amount, { unit: 'currency per unit' }),
  maintenance: relief,
  'force majeure': relief,
  'vendor shortfall': relief,
  'permitted reduction': relief,
  'take-or-pay price': otherPrice,
  'make-up price': otherPrice,
  'vendor credit price': otherPrice,
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
export const HEADER = ['Year', ...COLUMNS.map(([name]) => name)];

export const takeOrPay = defineFunction({
  id: 'TAKE_OR_PAY',
  parameters: {
    years: range(yearTable, { unit: 'year, quantity, taken, price' }),
    options: options(
      optionSet(
        {
          Share: option(share(), ONE, { unit: 'share, 0 to 1', defaultText: '1' }),
          'Make-up years': option(years, ZERO, { unit: 'years', defaultText: '0' }),
          'Make-up order': option(choice(MAKE_UP_ORDERS), 'After adjusted quantity', {
            unit: 'word',
            defaultText: 'After adjusted quantity',
          }),
          'Make-up price': option(amount, null, { unit: 'currency per unit', defaultText: '0' }),
          'Make-up price share': option(share(), null, { unit: 'share, 0 to 1', defaultText: '0' }),
          'Carry-forward years': option(years, ZERO, { unit: 'years', defaultText: '0' }),
          'Carry-forward cap': option(share(), ONE, { unit: 'share, 0 to 1', defaultText: '1' }),
          'Carry-forward base': option(choice(SURPLUS_BASES), 'Adjusted quantity', {
            unit: 'word',
            defaultText: 'Adjusted quantity',
          }),
          'End of term': option(choice(ENDS_OF_TERM), 'Forfeit', { unit: 'word', defaultText: 'Forfeit' }),
        },
        {
          'Make-up order': ['Make-up years'],
          'Make-up price': ['Make-up years'],
          'Make-up price share': ['Make-up years'],
          'End of term': ['Make-up years'],
          'Carry-forward cap': ['Carry-forward years'],
          'Carry-forward base': ['Carry-forward years'],
        },
      ),
    ),
  },
  result: { matrix: true, unit: 'units of quantity; currency from Usage cost on', format: '#,##0.00' },
  body({ years: rows, options: chosen }) {
    const wrong = outOfSequence(rows) ?? tooMuchRelief(rows);
    if (wrong) return wrong;
    const [makeUpPrice, makeUpShare] = [chosen['Make-up price'], chosen['Make-up price share']];
    if (makeUpPrice !== null && makeUpShare !== null) {
      return new Refusal(
        `options (Make-up price share) is ${makeUpShare.toString()}: the option Make-up price, ${makeUpPrice.toString()}, says the same in currency. Leave one of the two out.`,
        { about: 'options' },
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

/** Numbered years follow one another; names may be any. */
function outOfSequence(rows: readonly YearRow[]): Refusal | undefined {
  for (const [index, { place, cells }] of rows.entries()) {
    const before = rows[index - 1]?.cells.year;
    if (typeof before !== 'number' || typeof cells.year !== 'number' || cells.year === before + 1) continue;
    return new Refusal(
      `${place} (year) is ${cells.year}: after ${before} comes ${before + 1}. Give every contract year a row, in order; a year without a contract has quantity 0.`,
      { about: 'years' },
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
      { about: 'years' },
    );
  }
  return undefined;
}
