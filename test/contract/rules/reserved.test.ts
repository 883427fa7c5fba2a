import fc from 'fast-check';
import { Decimal, ONE, ZERO } from '../../../src/base/decimal';
import { civilDate, dayFromIso, daysInMonth, wholeMonths } from '../../../src/base/calendar';
import {
  RATE_BASES,
  reservedCapacity,
  reservedFee,
  type ReservedTariff,
  type UnitStep,
} from '../../../src/contract/rules/reserved';
import { expectNear, must } from '../near';
import reference from '../reference-vectors.json';

const { inputs, rows } = reference.reserved_fee;
const termStart = must(dayFromIso(inputs.start));
const termEnd = must(dayFromIso(inputs.end));

const steps: UnitStep[] = (inputs.units as [string, number][]).map(([from, units]) => ({
  from: must(dayFromIso(from)),
  units: new Decimal(units),
}));

const tariff: ReservedTariff = {
  rate: new Decimal(inputs.rate_per_unit_hour),
  basis: 'Hour',
  hoursPerMonth: null,
  escalator: new Decimal(inputs.escalator),
  termStart,
};

describe('reference table: 1,000 units, 1,110 from 2026-10-15, 33.00 per unit-hour, 4 % a year, two years', () => {
  test.each(rows as [string, string, string, string][])(
    '%s to %s: fee %s, capacity %s',
    (from, to, fee, capacity) => {
      const start = must(dayFromIso(from));
      // The table's term ends; a period is cut off there.
      const end = Math.min(must(dayFromIso(to)), termEnd);
      if (end <= start) {
        expect([fee, capacity]).toEqual(['0', '0']);
        return;
      }
      expectNear(reservedFee(steps, tariff, start, end), fee);
      const perUnitHour = new Decimal(inputs.tokens_per_unit_hour);
      expectNear(reservedCapacity(steps, perUnitHour, new Decimal(inputs.max_util), start, end), capacity);
    },
  );
});

/** The fee the long way: every day by itself. */
function feeDayByDay(ramp: readonly UnitStep[], terms: ReservedTariff, start: number, end: number): Decimal {
  let fee = ZERO;
  for (let day = start; day < end; day += 1) {
    const units = ramp.filter(({ from }) => from <= day).at(-1)?.units ?? ZERO;
    const years = Math.floor(wholeMonths(terms.termStart, day) / 12);
    const month = ONE.dividedBy(daysInMonth(day));
    const time = {
      Hour: terms.hoursPerMonth ? month.times(terms.hoursPerMonth) : new Decimal(24),
      Day: ONE,
      Month: month,
      Year: month.dividedBy(12),
    }[terms.basis];
    fee = fee.plus(units.times(terms.rate).times(terms.escalator.plus(1).pow(years)).times(time));
  }
  return fee;
}

const cents = (max: number) =>
  fc.integer({ min: 0, max: max * 100 }).map((value) => new Decimal(value).dividedBy(100));
const day = fc.integer({ min: 45_000, max: 47_000 });

const ramps = fc
  .array(fc.tuple(day, cents(2000)), { minLength: 1, maxLength: 6 })
  .map((list) => [...new Map(list)].sort(([a], [b]) => a - b).map(([from, units]) => ({ from, units })));

const tariffs = fc.record({
  rate: cents(100),
  basis: fc.constantFrom(...RATE_BASES),
  hoursPerMonth: fc.constant(null),
  escalator: fc.integer({ min: -50, max: 50 }).map((percent) => new Decimal(percent).dividedBy(100)),
  termStart: fc.integer({ min: 43_000, max: 45_000 }),
});

const close = (a: Decimal, b: Decimal) =>
  a
    .minus(b)
    .abs()
    .lessThanOrEqualTo(Decimal.max(a.abs(), b.abs(), 1).times('1e-30'));

describe('reserved fee', () => {
  test('agrees with the sum over single days, for every rate basis', () => {
    fc.assert(
      fc.property(ramps, tariffs, day, fc.integer({ min: 0, max: 900 }), (ramp, terms, start, days) => {
        const fee = reservedFee(ramp, terms, start, start + days);
        expect(close(fee, feeDayByDay(ramp, terms, start, start + days))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('agrees with the sum over single days for 730-hour months', () => {
    fc.assert(
      fc.property(ramps, tariffs, day, fc.integer({ min: 0, max: 400 }), (ramp, terms, start, days) => {
        const hourly: ReservedTariff = { ...terms, basis: 'Hour', hoursPerMonth: new Decimal(730) };
        const fee = reservedFee(ramp, hourly, start, start + days);
        expect(close(fee, feeDayByDay(ramp, hourly, start, start + days))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('adds up over any split of the period', () => {
    const length = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(ramps, tariffs, day, length, length, (ramp, terms, start, first, second) => {
        const middle = start + first;
        const whole = reservedFee(ramp, terms, start, middle + second);
        const parts = reservedFee(ramp, terms, start, middle).plus(
          reservedFee(ramp, terms, middle, middle + second),
        );
        expect(close(whole, parts)).toBe(true);
      }),
    );
  });

  test('of a full month at a monthly rate is units times rate, and of a full year twelve times that', () => {
    const monthly: ReservedTariff = { ...tariff, basis: 'Month', escalator: ZERO };
    const one = [{ from: 0, units: new Decimal(7) }];
    for (let month = 1; month <= 12; month += 1) {
      const start = must(dayFromIso(`2028-${String(month).padStart(2, '0')}-01`));
      expectNear(reservedFee(one, monthly, start, start + daysInMonth(start)), '231');
    }
    expectNear(reservedFee(one, { ...monthly, basis: 'Year' }, 46_388, 46_753), '231');
  });

  test('a term from 29 February has its anniversary on the 28th, and on the 29th in the next leap year', () => {
    const start = must(dayFromIso('2024-02-29'));
    const terms: ReservedTariff = { ...tariff, basis: 'Day', rate: ONE, escalator: ONE, termStart: start };
    const one = [{ from: start, units: ONE }];
    const rateOn = (text: string) => {
      const at = must(dayFromIso(text));
      return reservedFee(one, terms, at, at + 1).toNumber();
    };
    expect(rateOn('2025-02-27')).toBe(1);
    expect(rateOn('2025-02-28')).toBe(2);
    expect(rateOn('2028-02-28')).toBe(8);
    expect(rateOn('2028-02-29')).toBe(16);
    expect(civilDate(start)).toEqual({ year: 2024, month: 2, day: 29 });
  });
});
