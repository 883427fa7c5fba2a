/**
 * Dates as day serials: whole days since 1899-12-30, the numbers that spreadsheets keep dates in. Serials below 61
 * are left out, because Excel counts a 29 February 1900 that never was.
 *
 * Plain integer arithmetic on the Gregorian calendar; JavaScript's Date would bring in time zones.
 */
export type Day = number;

export const FIRST_DAY: Day = 61; // 1900-03-01
export const LAST_DAY: Day = 2_958_465; // 9999-12-31

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** 0000-03-01, from which the arithmetic below counts, lies this many days before 1899-12-30. */
const EPOCH_SHIFT = 693_899;
const DAYS_IN_ERA = 146_097;
const YEARS_IN_ERA = 400;

/**
 * The serial of a calendar date. Years start in March here, so that a leap day is the last day of its year and the
 * months before it have fixed lengths.
 */
export function dayOf(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / YEARS_IN_ERA);
  const yearOfEra = marchYear - era * YEARS_IN_ERA;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - EPOCH_SHIFT;
}

/** The calendar date of a serial; the inverse of {@link dayOf}. */
export function civilDate(serial: Day): CivilDate {
  const days = serial + EPOCH_SHIFT;
  const era = Math.floor(days / DAYS_IN_ERA);
  const dayOfEra = days - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / (DAYS_IN_ERA - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * YEARS_IN_ERA + (month <= 2 ? 1 : 0);
  return { year, month, day };
}

export function monthStart(day: Day): Day {
  const { year, month } = civilDate(day);
  return dayOf(year, month, 1);
}

export function nextMonthStart(day: Day): Day {
  const { year, month } = civilDate(day);
  return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
}

/** Days in the calendar month that holds the day. */
export function daysInMonth(day: Day): number {
  return nextMonthStart(day) - monthStart(day);
}

/** The same day of the month so many months later, or that month's last day: Excel's EDATE. */
export function addMonths(day: Day, months: number): Day {
  const from = civilDate(day);
  const monthNumber = from.year * 12 + (from.month - 1) + months;
  const first = dayOf(Math.floor(monthNumber / 12), (((monthNumber % 12) + 12) % 12) + 1, 1);
  return first + Math.min(from.day, daysInMonth(first)) - 1;
}

/**
 * Whole months from one day to another: the largest k with addMonths(from, k) on or before `to`; negative when `to`
 * lies before `from`. Excel's DATEDIF counts otherwise at month ends.
 */
export function wholeMonths(from: Day, to: Day): number {
  const a = civilDate(from);
  const b = civilDate(to);
  const months = (b.year - a.year) * 12 + (b.month - a.month);
  return addMonths(from, months) <= to ? months : months - 1;
}

export function isoText(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The serial of a text such as 2027-01-31; undefined when the text is no such date or no such day exists. */
export function dayFromIso(text: string): Day | undefined {
  const parts = ISO_DATE.exec(text);
  if (!parts) return undefined;
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return isoText(day) === text ? day : undefined;
}
