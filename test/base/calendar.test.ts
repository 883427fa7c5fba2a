import fc from 'fast-check';
import {
  addMonths,
  civilDate,
  dayFromIso,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  isoText,
  LAST_DAY,
  wholeMonths,
} from '../../src/base/calendar';
import { must } from '../contract/near';
import reference from '../contract/reference-vectors.json';

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

describe('day serials', () => {
  // Serials as Excel shows them when a date cell is formatted as a number.
  test.each([
    ['1900-03-01', 61],
    ['1970-01-01', 25569],
    ['2000-02-29', 36585],
    ['2026-07-01', 46204],
    ['2100-03-01', 73110],
    ['9999-12-31', 2958465],
  ])('%s is %i', (text, serial) => {
    expect(dayFromIso(text)).toBe(serial);
    expect(isoText(serial)).toBe(text);
  });

  test('agree with the calendar of the JavaScript engine over every day of 400 years', () => {
    const start = must(dayFromIso('1900-03-01'));
    const epoch = Date.UTC(1900, 2, 1);
    for (let offset = 0; offset < 146_097; offset += 1) {
      const date = new Date(epoch + offset * 86_400_000);
      const civil = civilDate(start + offset);
      if (
        civil.year !== date.getUTCFullYear() ||
        civil.month !== date.getUTCMonth() + 1 ||
        civil.day !== date.getUTCDate()
      ) {
        throw new Error(`day ${offset} is ${isoText(start + offset)}, not ${date.toISOString()}`);
      }
    }
  });

  test('and their calendar dates are inverse', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: dayOfMonth } = civilDate(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
      }),
    );
  });

  test.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-04-31',
    '2027-1-1',
    '27-01-01',
    '1 Jan 2027',
    '',
  ])('"%s" is no date', (text) => {
    expect(dayFromIso(text)).toBeUndefined();
  });
});

describe('months', () => {
  test.each(reference.edate as [string, number, string][])('%s and %i months is %s', (from, months, to) => {
    expect(isoText(addMonths(must(dayFromIso(from)), months))).toBe(to);
  });

  test.each([
    ['2027-01-31', '2027-02-28', 1],
    ['2027-01-31', '2027-02-27', 0],
    ['2028-02-29', '2029-02-28', 12],
    ['2027-01-01', '2027-01-01', 0],
    ['2027-01-15', '2027-01-14', -1],
    ['2027-03-31', '2027-02-28', -1],
    ['2027-03-31', '2027-02-27', -2],
  ])('from %s to %s there are %i whole months', (from, to, months) => {
    expect(wholeMonths(must(dayFromIso(from)), must(dayFromIso(to)))).toBe(months);
  });

  test('whole months are the most that fit', () => {
    const day = fc.integer({ min: 20_000, max: 80_000 });
    fc.assert(
      fc.property(day, day, (from, to) => {
        const months = wholeMonths(from, to);
        expect(addMonths(from, months)).toBeLessThanOrEqual(to);
        expect(addMonths(from, months + 1)).toBeGreaterThan(to);
      }),
    );
  });

  test.each([
    ['2027-02-10', 28],
    ['2028-02-10', 29],
    ['2100-02-10', 28],
    ['2000-02-10', 29],
    ['2027-12-31', 31],
  ])('the month of %s has %i days', (text, days) => {
    expect(daysInMonth(must(dayFromIso(text)))).toBe(days);
  });
});
