import fc from 'fast-check';
import { Decimal } from '../../../src/base/decimal';
import { dayFromIso } from '../../../src/base/calendar';
import { meteredShare, rampShare } from '../../../src/contract/rules/cutover';
import { expectNear, must } from '../near';
import reference from '../reference-vectors.json';

const day = fc.integer({ min: 45_000, max: 48_000 });
const length = fc.integer({ min: 1, max: 400 });
const phaseIn = fc.integer({ min: 0, max: 400 });

/** The same share the long way: the ramp's average over each single day, summed. */
function shareDayByDay(start: number, end: number, from: number, to: number): number {
  const reached = (x: number) =>
    to === from ? (x >= from ? 1 : 0) : Math.min(1, Math.max(0, (x - from) / (to - from)));
  let sum = 0;
  for (let x = start; x < end; x += 1) {
    sum += to === from ? reached(x) : (reached(x) + reached(x + 1)) / 2;
  }
  return sum / (end - start);
}

describe('share of a period that a ramp has moved', () => {
  test.each(reference.ramp_share as [string, string, string, string, string][])(
    '%s to %s, ramp from %s to %s: %s',
    (start, end, from, to, expected) => {
      const days = [start, end, from, to].map((text) => must(dayFromIso(text)));
      const [a = 0, b = 0, c = 0, d = 0] = days;
      expectNear(rampShare(a, b, c, d), expected);
    },
  );

  test('agrees with the sum over single days', () => {
    fc.assert(
      fc.property(day, length, day, phaseIn, (start, days, from, ramp) => {
        const share = rampShare(start, start + days, from, from + ramp).toNumber();
        // 400 additions of doubles.
        expect(Math.abs(share - shareDayByDay(start, start + days, from, from + ramp))).toBeLessThan(1e-12);
      }),
    );
  });

  test('lies within 0 and 1, never falls with time, never rises with a later cutover', () => {
    fc.assert(
      fc.property(day, length, day, phaseIn, (start, days, cutover, phaseInDays) => {
        const share = (from: number, to: number, at: number) =>
          meteredShare(from, to, { day: at, phaseInDays }).toNumber();
        const now = share(start, start + days, cutover);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(1);
        expect(share(start + 1, start + 1 + days, cutover)).toBeGreaterThanOrEqual(now);
        expect(share(start, start + days, cutover + 1)).toBeLessThanOrEqual(now);
      }),
    );
  });

  test('weighted by days, the shares of two parts add to the share of the whole', () => {
    fc.assert(
      fc.property(day, length, length, day, phaseIn, (start, first, second, from, ramp) => {
        const middle = start + first;
        const end = middle + second;
        const share = (a: number, b: number) => rampShare(a, b, from, from + ramp).times(b - a);
        const difference = share(start, end).minus(share(start, middle)).minus(share(middle, end));
        expect(difference.abs().lessThan('1e-33')).toBe(true);
      }),
    );
  });

  test('is 0 in every period without a cutover', () => {
    expect(meteredShare(46_388, 46_419, null).equals(new Decimal(0))).toBe(true);
  });
});
