import fc from 'fast-check';
import { Decimal, ONE, ZERO } from '../../../src/base/decimal';
import {
  adjustedQuantity,
  ENDS_OF_TERM,
  MAKE_UP_ORDERS,
  SURPLUS_BASES,
  takeOrPayLedger,
  type ContractYear,
  type LedgerYear,
  type TakeOrPayTerms,
} from '../../../src/contract/rules/take-or-pay';
import { must } from '../near';
import { always } from '../properties';

type Changes = Partial<Record<keyof ContractYear, number>>;

/** A year of 1,000 at 3, with other figures where the test says so. */
function year(taken: number, changes: Changes = {}): ContractYear {
  const price = changes.price ?? 3;
  const figures = {
    quantity: 1000,
    price,
    takeOrPayPrice: price,
    makeUpPrice: 0,
    maintenance: 0,
    forceMajeure: 0,
    vendorShortfall: 0,
    permittedReduction: 0,
    creditPrice: 0,
    ...changes,
    taken,
  };
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, new Decimal(value)]),
  ) as unknown as ContractYear;
}

const AGREED: TakeOrPayTerms = {
  share: new Decimal('0.8'),
  makeUpYears: 2,
  makeUpOrder: 'After adjusted quantity',
  carryForwardYears: 0,
  carryForwardCap: ONE,
  surplusBase: 'Adjusted quantity',
  endOfTerm: 'Forfeit',
};

const column = (ledger: readonly LedgerYear[], name: keyof LedgerYear) =>
  ledger.map((line) => line[name].toNumber());
const total = (ledger: readonly LedgerYear[], name: keyof LedgerYear) =>
  ledger.reduce((sum, line) => sum.plus(line[name]), ZERO);

/** Source of the figures: Petrolord engines, gas sales agreement goldens, the case named. */
describe('published ledgers', () => {
  const three = [year(600), year(1100), year(1000)];

  test.each([
    ['top-order-after-adjusted-acq', 'After adjusted quantity', [0, 100, 0], [0, 0, 100], 8400],
    ['top-order-after-top-quantity', 'After minimum', [0, 200, 0], [0, 0, 0], 8100],
    ['top-order-first', 'First', [0, 200, 0], [0, 0, 0], 8100],
  ] as const)('%s', (_case, makeUpOrder, makeUpTaken, expired, net) => {
    const ledger = takeOrPayLedger(three, { ...AGREED, makeUpOrder });
    expect(column(ledger, 'makeUpTaken')).toEqual(makeUpTaken);
    expect(column(ledger, 'makeUpExpired')).toEqual(expired);
    expect(total(ledger, 'total').toNumber()).toBe(net);
  });

  test('top-order-first-creates-deficiency: make-up taken first leaves a deficiency of its own', () => {
    const ledger = takeOrPayLedger([year(600), year(800), year(1000)], { ...AGREED, makeUpOrder: 'First' });
    expect(column(ledger, 'counted')).toEqual([600, 600, 800]);
    expect(column(ledger, 'payment')).toEqual([600, 600, 0]);
    expect(column(ledger, 'makeUpTaken')).toEqual([0, 200, 200]);
  });

  test('top-fifo-two-deficiencies', () => {
    const years = [700, 750, 1080, 1030, 1000].map((taken) => year(taken));
    const ledger = takeOrPayLedger(years, { ...AGREED, makeUpYears: 3 });
    expect(column(ledger, 'payment')).toEqual([300, 150, 0, 0, 0]);
    expect(column(ledger, 'makeUpTaken')).toEqual([0, 0, 80, 30, 0]);
    expect(column(ledger, 'makeUpBalance')).toEqual([100, 150, 70, 40, 0]);
    expect(column(ledger, 'makeUpExpired')).toEqual([0, 0, 0, 0, 40]);
    expect(total(ledger, 'total').toNumber()).toBe(13_800);
  });

  test('top-force-majeure-and-shortfall: relief before the share, and damages', () => {
    const relief = {
      forceMajeure: 100,
      vendorShortfall: 50,
      creditPrice: 1.5,
      maintenance: 20,
      permittedReduction: 30,
    };
    const ledger = takeOrPayLedger([year(600, relief), year(800)], AGREED);
    expect(column(ledger, 'adjusted')).toEqual([800, 1000]);
    expect(column(ledger, 'minimum')).toEqual([640, 800]);
    expect(column(ledger, 'payment')).toEqual([120, 0]);
    expect(column(ledger, 'vendorCredit')).toEqual([75, 0]);
    expect(column(ledger, 'total')).toEqual([1845, 2400]);
    expect(column(ledger, 'endOfTerm')).toEqual([0, 40]);
  });

  test('top-fm-whole-year: a year under force majeure owes nothing', () => {
    const ledger = takeOrPayLedger([year(0, { forceMajeure: 1000 }), year(800)], AGREED);
    expect(column(ledger, 'total')).toEqual([0, 2400]);
  });

  test.each([
    ['top-end-of-term-refund', 'Refund', 600, 7200],
    ['top-end-of-term-forfeit', 'Forfeit', 0, 7800],
  ] as const)('%s', (_case, endOfTerm, refund, net) => {
    const years = [
      year(600, { takeOrPayPrice: 2.5 }),
      year(1050, { takeOrPayPrice: 3.25 }),
      year(700, { takeOrPayPrice: 4 }),
    ];
    const ledger = takeOrPayLedger(years, { ...AGREED, makeUpYears: 5, endOfTerm });
    expect(column(ledger, 'payment')).toEqual([500, 0, 400]);
    expect(column(ledger, 'endOfTerm')).toEqual([0, 0, 150]);
    expect(total(ledger, 'refund').toNumber()).toBe(refund);
    expect(total(ledger, 'total').toNumber()).toBe(net);
  });

  test('top-single-year: the deficiency of the last year gives no make-up', () => {
    const ledger = takeOrPayLedger([year(500)], { ...AGREED, share: new Decimal('0.9') });
    expect(column(ledger, 'payment')).toEqual([1200]);
    expect(column(ledger, 'endOfTerm')).toEqual([0]);
    expect(column(ledger, 'total')).toEqual([2700]);
  });

  test('top-makeup-price', () => {
    const ledger = takeOrPayLedger(
      [year(600, { price: 4 }), year(1150, { price: 5, makeUpPrice: 0.5 })],
      AGREED,
    );
    expect(column(ledger, 'total')).toEqual([3200, 5075]);
    expect(column(ledger, 'makeUpCost')).toEqual([0, 75]);
    expect(column(ledger, 'endOfTerm')).toEqual([0, 50]);
  });

  test('top-carry-forward-adjusted-acq: no cap, oldest first', () => {
    const years = [1100, 1050, 700, 600, 1000].map((taken) => year(taken));
    const ledger = takeOrPayLedger(years, { ...AGREED, carryForwardYears: 2 });
    expect(column(ledger, 'credit')).toEqual([0, 0, 100, 50, 0]);
    expect(column(ledger, 'payment')).toEqual([0, 0, 0, 450, 0]);
    expect(column(ledger, 'surplusBalance')).toEqual([100, 150, 50, 0, 0]);
  });

  test('top-export: ten years, make-up after the minimum, half of a deficiency from surplus, a refund', () => {
    const years: ContractYear[] = [
      [22_995_000, 22_995_000, 8.69445, 0],
      [23_058_000, 22_366_000, 7.54355, 0],
      [22_995_000, 14_257_000, 9.80845, 0],
      [22_995_000, 21_385_000, 10.6451, 1_260_000],
      [22_995_000, 23_915_000, 8.2613, 0],
      [23_058_000, 19_599_000, 7.7569, 0],
      [22_995_000, 23_455_000, 10.2113, 0],
      [22_995_000, 22_765_000, 10.3732, 0],
      [22_995_000, 18_396_000, 7.8983, 0],
      [23_058_000, 21_444_000, 8.0813, 0],
    ].map(([quantity = 0, taken = 0, price = 0, forceMajeure = 0]) => ({
      ...year(taken, { quantity, price, forceMajeure }),
      makeUpPrice: new Decimal(price).dividedBy(10),
    }));
    const ledger = takeOrPayLedger(years, {
      share: new Decimal('0.9'),
      makeUpYears: 5,
      makeUpOrder: 'After minimum',
      carryForwardYears: 3,
      carryForwardCap: new Decimal('0.5'),
      surplusBase: 'Minimum',
      endOfTerm: 'Refund',
    });
    expect(column(ledger, 'surplus')).toEqual([
      2_299_500, 1_613_800, 0, 0, 1_823_750, 0, 2_182_900, 2_069_500, 0, 0,
    ]);
    expect(column(ledger, 'credit')).toEqual([0, 0, 3_219_250, 0, 0, 576_600, 0, 0, 1_149_750, 0]);
    expect(column(ledger, 'makeUpTaken')).toEqual([0, 0, 0, 1_823_500, 1_395_750, 0, 576_600, 0, 0, 691_800]);
    expect(column(ledger, 'surplusExpired')).toEqual([0, 0, 0, 0, 694_050, 0, 0, 1_247_150, 0, 1_033_150]);
    expect(column(ledger, 'surplusBalance').at(-1)).toBe(2_069_500);
    expect(column(ledger, 'endOfTerm').at(-1)).toBe(457_950);
    expect(total(ledger, 'payment').toFixed(4)).toBe('45129551.6275');
    expect(total(ledger, 'refund').toFixed(3)).toBe('3700831.335');
    expect(total(ledger, 'total').toFixed(3)).toBe('1883223633.172');
  });
});

const wholes = (max: number) => fc.integer({ min: 0, max }).map((value) => new Decimal(value));
const years = fc.array(
  fc
    .record({
      quantity: wholes(1000),
      taken: wholes(1500),
      price: wholes(9),
      takeOrPayPrice: wholes(9),
      makeUpPrice: wholes(3),
      creditPrice: wholes(3),
      // In thousandths of the quantity; four of them are at most the whole.
      relief: fc.tuple(wholes(250), wholes(250), wholes(250), wholes(250)),
    })
    .map(({ relief, ...rest }): ContractYear => {
      const part = (index: number) => must(relief[index]).times(rest.quantity).dividedBy(1000);
      return {
        ...rest,
        maintenance: part(0),
        forceMajeure: part(1),
        vendorShortfall: part(2),
        permittedReduction: part(3),
      };
    }),
  { minLength: 1, maxLength: 10 },
);
const terms: fc.Arbitrary<TakeOrPayTerms> = fc.record({
  share: wholes(100).map((percent) => percent.dividedBy(100)),
  makeUpYears: fc.integer({ min: 0, max: 5 }),
  makeUpOrder: fc.constantFrom(...MAKE_UP_ORDERS),
  carryForwardYears: fc.integer({ min: 0, max: 5 }),
  carryForwardCap: wholes(100).map((percent) => percent.dividedBy(100)),
  surplusBase: fc.constantFrom(...SURPLUS_BASES),
  endOfTerm: fc.constantFrom(...ENDS_OF_TERM),
});
const contracts = fc.tuple(years, terms);

describe('conservation', () => {
  test('what is paid for and may be made up is taken, expires, or ends with the term', () => {
    always(contracts, ([list, agreed]) => {
      const ledger = takeOrPayLedger(list, agreed);
      const rights = agreed.makeUpYears === 0 ? [] : ledger.slice(0, -1);
      const granted = total(rights, 'deficiency').minus(total(rights, 'credit'));
      const used = total(ledger, 'makeUpTaken')
        .plus(total(ledger, 'makeUpExpired'))
        .plus(total(ledger, 'endOfTerm'));
      expect(used).toEqual(granted);
      expect(must(ledger.at(-1)).makeUpBalance.isZero()).toBe(true);
    });
  });

  test('surplus banked is credited, expires, or is left at the end', () => {
    always(contracts, ([list, agreed]) => {
      const ledger = takeOrPayLedger(list, agreed);
      const used = total(ledger, 'credit')
        .plus(total(ledger, 'surplusExpired'))
        .plus(must(ledger.at(-1)).surplusBalance);
      expect(used).toEqual(total(ledger, 'surplus'));
    });
  });

  test('every quantity taken counts or is make-up; counted, credit and payment reach the minimum', () => {
    always(contracts, ([list, agreed]) => {
      for (const [index, line] of takeOrPayLedger(list, agreed).entries()) {
        const given = must(list[index]);
        expect(line.counted.plus(line.makeUpTaken)).toEqual(given.taken);
        expect(line.adjusted).toEqual(adjustedQuantity(given));
        expect(line.counted.plus(line.deficiency).greaterThanOrEqualTo(line.minimum)).toBe(true);
        expect(line.credit.lessThanOrEqualTo(line.deficiency.times(agreed.carryForwardCap))).toBe(true);
        expect(line.payment).toEqual(line.deficiency.minus(line.credit).times(given.takeOrPayPrice));
        // The vendor's credit or a refund may exceed the rest.
        const negative = Object.entries<Decimal>({ ...line }).filter(
          ([name, value]) => name !== 'total' && value.lessThan(0),
        );
        expect(negative).toEqual([]);
      }
    });
  });

  test('rights end with their life: none is older than its years', () => {
    always(contracts, ([list, agreed]) => {
      const ledger = takeOrPayLedger(list, agreed);
      for (const [index, line] of ledger.entries()) {
        const recent = ledger.slice(Math.max(0, index - agreed.makeUpYears), index);
        const granted = total(recent, 'deficiency').minus(total(recent, 'credit'));
        expect(line.makeUpTaken.lessThanOrEqualTo(granted)).toBe(true);
        const banked = ledger.slice(Math.max(0, index - agreed.carryForwardYears), index);
        expect(line.credit.lessThanOrEqualTo(total(banked, 'surplus'))).toBe(true);
      }
    });
  });

  test('P17: in another currency every amount is multiplied and every quantity stays', () => {
    always(contracts, ([list, agreed]) => {
      const dearer = list.map((given): ContractYear => ({
        ...given,
        price: given.price.times(7),
        takeOrPayPrice: given.takeOrPayPrice.times(7),
        makeUpPrice: given.makeUpPrice.times(7),
        creditPrice: given.creditPrice.times(7),
      }));
      const [before, after] = [takeOrPayLedger(list, agreed), takeOrPayLedger(dearer, agreed)];
      for (const [index, line] of before.entries()) {
        expect(must(after[index]).total).toEqual(line.total.times(7));
        expect(must(after[index]).deficiency).toEqual(line.deficiency);
      }
    });
  });

  test('without share, make-up and carry-forward what is taken is what is paid for', () => {
    always(years, (list) => {
      const ledger = takeOrPayLedger(list, { ...AGREED, share: ZERO, makeUpYears: 0 });
      for (const [index, line] of ledger.entries()) {
        const given = must(list[index]);
        const credit = given.vendorShortfall.times(given.creditPrice);
        expect(line.total).toEqual(given.taken.times(given.price).minus(credit));
      }
    });
  });
});
