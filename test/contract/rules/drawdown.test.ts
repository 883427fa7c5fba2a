import fc from 'fast-check';
import { Decimal, ONE, ZERO } from '../../../src/base/decimal';
import {
  drawdown,
  type DrawdownPeriod,
  type DrawdownTerms,
  type Lot,
} from '../../../src/contract/rules/drawdown';
import { expectNear, must } from '../near';
import { always } from '../properties';
import reference from '../reference-settlements.json';

const NO_WINDOW: DrawdownTerms = { onDemandPrice: ONE, window: null, minRollover: ZERO, maxRollover: null };
const decimals = (values: readonly (string | number)[]) => values.map((value) => new Decimal(value));
const lot = (bought: number, paid: number, credits: number, expiry: number | null = null): Lot => ({
  bought,
  paid: new Decimal(paid),
  credits: new Decimal(credits),
  expiry,
});
const total = (periods: readonly DrawdownPeriod[], value: (period: DrawdownPeriod) => Decimal) =>
  periods.reduce((sum, period) => sum.plus(value(period)), ZERO);

describe('reference table: 100 credits for 90, three months, 50 more for 50', () => {
  const { prepaid } = reference;
  const lots = Object.entries(prepaid.topups).map(([period, [paid, credits]]) =>
    lot(Number(period), Number(paid), Number(credits), Number(period) + prepaid.expiry_months),
  );
  const periods = drawdown(lots, decimals(prepaid.usage), NO_WINDOW);

  test.each(prepaid.rows)('month $t', (row) => {
    const period = must(periods[row.t]);
    expectNear(period.opening, row.open);
    expectNear(period.added, row.topup);
    expectNear(period.expired, row.expired);
    expectNear(period.drawn, row.drawn);
    expectNear(period.closing, row.close);
    expectNear(period.onDemand, row.on_demand);
    expectNear(period.billed, row.billed);
    expectNear(period.effective, row.effective);
  });

  test('nothing prepaid is left', () => {
    expectNear(must(periods.at(-1)).closingValue, prepaid.closing_prepaid_value);
  });
});

const wholes = (min: number, max: number) => fc.integer({ min, max }).map((value) => new Decimal(value));
const lots = fc.array(
  fc.record({
    paid: wholes(0, 500),
    credits: wholes(1, 300),
    bought: fc.integer({ min: 0, max: 11 }),
    life: fc.option(fc.integer({ min: 1, max: 8 })),
  }),
  { maxLength: 8 },
);
const lotsWithExpiry = lots.map((list) =>
  list.map(({ life, ...rest }): Lot => ({ ...rest, expiry: life === null ? null : rest.bought + life })),
);
const usage = fc.array(wholes(0, 200), { minLength: 1, maxLength: 12 });
const terms = fc
  .record({
    onDemandPrice: wholes(0, 5),
    window: fc.option(fc.integer({ min: 1, max: 4 })),
    limits: fc.tuple(wholes(0, 80), fc.option(wholes(0, 120))),
  })
  .map(({ limits: [least, extra], ...rest }): DrawdownTerms => ({
    ...rest,
    minRollover: least,
    maxRollover: extra === null ? null : least.plus(extra),
  }));

describe('credits and money', () => {
  test('P9: billed = effective + what the closing balance cost', () => {
    always(fc.tuple(lotsWithExpiry, usage, terms), ([list, used, agreed]) => {
      const periods = drawdown(list, used, agreed);
      const effective = total(periods, (period) => period.effective).plus(must(periods.at(-1)).closingValue);
      expect(effective).toEqual(total(periods, (period) => period.billed));
    });
  });

  test('no credit appears or vanishes, and usage is drawn or on demand', () => {
    always(fc.tuple(lotsWithExpiry, usage, terms), ([list, used, agreed]) => {
      let opening = ZERO;
      for (const [index, period] of drawdown(list, used, agreed).entries()) {
        expect(period.opening).toEqual(opening);
        const closing = period.opening.plus(period.added).minus(period.drawn).minus(period.expired);
        expect(period.closing).toEqual(closing);
        expect(period.drawn.plus(period.onDemand)).toEqual(used[index]);
        for (const part of [period.closing, period.expired, period.onDemand, period.closingValue]) {
          expect(part.greaterThanOrEqualTo(0)).toBe(true);
        }
        opening = period.closing;
      }
    });
  });

  test('nothing is used on demand while credits are left, but for those a window hands on', () => {
    always(fc.tuple(lotsWithExpiry, usage), ([list, used]) => {
      for (const period of drawdown(list, used, NO_WINDOW)) {
        expect(period.onDemand.isZero() || period.closing.isZero()).toBe(true);
      }
    });
  });

  test('a window hands on no more and no less than its limits', () => {
    always(fc.tuple(lotsWithExpiry, usage, terms), ([list, used, agreed]) => {
      for (const [index, { closing }] of drawdown(list, used, agreed).entries()) {
        if (agreed.window === null || (index + 1) % agreed.window !== 0) continue;
        expect(closing.greaterThanOrEqualTo(agreed.minRollover)).toBe(true);
        expect(agreed.maxRollover === null || closing.lessThanOrEqualTo(agreed.maxRollover)).toBe(true);
      }
    });
  });

  test('drawing what expires first loses the fewest credits: any later use would lose as many or more', () => {
    // Two lots, one that ends and one that does not: whatever can be drawn from the first in time is.
    always(fc.tuple(usage, wholes(1, 300), wholes(1, 300), fc.integer({ min: 1, max: 11 })), (given) => {
      const [used, ending, lasting, expiry] = given;
      const list = [lot(0, 0, lasting.toNumber()), lot(0, 0, ending.toNumber(), expiry)];
      const lost = total(drawdown(list, used, NO_WINDOW), ({ expired }) => expired);
      const inTime = used.slice(0, expiry).reduce((sum, value) => sum.plus(value), ZERO);
      const unavoidable = used.length > expiry ? Decimal.max(ending.minus(inTime), 0) : ZERO;
      expect(lost).toEqual(unavoidable);
    });
  });
});

test('one month by hand: two lots of unlike price, one expiring', () => {
  // 40 left of a lot at 2 lapse in month 2; 10 are drawn from the lot at 3, of which 20 stay; 0 on demand.
  const periods = drawdown([lot(0, 100, 50, 1), lot(1, 90, 30)], decimals([10, 10]), NO_WINDOW);
  const [, second] = periods;
  expect(must(second).expired.toNumber()).toBe(40);
  expect(must(second).effective.toNumber()).toBe(40 * 2 + 10 * 3);
  expect(must(second).closing.toNumber()).toBe(20);
  expect(must(second).closingValue.toNumber()).toBe(60);
});

test('a price that does not divide leaves nothing behind, also where free credits remain', () => {
  for (const free of [[], [lot(0, 0, 5)]]) {
    const [first, second] = drawdown([lot(0, 1, 3, 9), ...free], decimals([1, 2]), NO_WINDOW);
    expect(must(first).closingValue.plus(must(first).effective).equals(1)).toBe(true);
    expect(must(second).closingValue.isZero()).toBe(true);
  }
});

test('5,000 lots over 5,000 periods: what is bought and not used stays open', () => {
  const many = Array.from({ length: 5000 }, (_, index) => lot(index, 10, 7, index + 2500));
  const periods = drawdown(many, Array<Decimal>(5000).fill(ONE), NO_WINDOW);
  expect(must(periods.at(-1)).closing.greaterThan(0)).toBe(true);
});
