import { civilDate, type Day } from '../../base/calendar';
import { Decimal } from '../../base/decimal';
import type { Culture } from '../../terms/entry/entry';

const GROUPS_OF_THREE = /\B(?=(\d{3})+$)/g;

/** Where a figure is not available. */
export const NOT_AVAILABLE = 'n/a';

/** A number with grouped digits, rounded half away from zero. */
export function numberText(value: Decimal, digits: number, culture: Culture): string {
  if (!value.isFinite()) return NOT_AVAILABLE;
  const [whole = '', fraction] = value.toFixed(digits, Decimal.ROUND_HALF_UP).split('.');
  const grouped = whole.replace(GROUPS_OF_THREE, culture.group);
  return fraction === undefined ? grouped : `${grouped}${culture.decimal}${fraction}`;
}

const MOST_DECIMALS = 4;

/** A number with as many decimals as it has, up to four. */
export const shortText = (value: Decimal, culture: Culture): string =>
  numberText(value, Math.min(MOST_DECIMALS, value.toDecimalPlaces(MOST_DECIMALS).decimalPlaces()), culture);

/** 0.125 as 12.5%. */
export const shareText = (value: Decimal, digits: number, culture: Culture): string =>
  value.isFinite() ? `${numberText(value.times(100), digits, culture)}%` : NOT_AVAILABLE;

/** A date in the workbook's order, with four digits for the year. */
export function dateText(day: Day, { dateOrder, dateSeparator }: Culture): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const parts = {
    y: String(year).padStart(4, '0'),
    m: String(month).padStart(2, '0'),
    d: String(dayOfMonth).padStart(2, '0'),
  };
  return [dateOrder[0], dateOrder[1], dateOrder[2]]
    .map((part) => (part === 'y' || part === 'm' || part === 'd' ? parts[part] : ''))
    .join(dateSeparator);
}

/** The month of a day: 2027-03 in every culture, since 03/2027 and 2027/03 are easily misread in a narrow chart. */
export function monthText(day: Day): string {
  const { year, month } = civilDate(day);
  return `${year}-${String(month).padStart(2, '0')}`;
}

const MONEY_DIGITS = 2;
const PRICE_DIGITS = 4;
const SHARE_DIGITS = 2;
const SIGNIFICANT = 10;

/**
 * A value as suits its unit: money to the cent, unit prices with four decimals, shares in per cent, dates as dates;
 * anything else with the digits that it has, up to ten.
 * @param currency as the unit names it
 */
export function valueText(
  value: Decimal | undefined,
  unit: string,
  currency: string,
  culture: Culture,
): string {
  if (value === undefined || !value.isFinite()) return NOT_AVAILABLE;
  if (unit === 'date') return value.isZero() ? 'none' : dateText(value.toNumber(), culture);
  if (unit === 'yes or no') return value.isZero() ? 'no' : 'yes';
  if (unit === 'share') return shareText(value, SHARE_DIGITS, culture);
  if (unit === currency) return numberText(value, MONEY_DIGITS, culture);
  if (unit.startsWith(`${currency} per`)) return numberText(value, PRICE_DIGITS, culture);
  const digits = value.toSignificantDigits(SIGNIFICANT);
  return numberText(digits, digits.decimalPlaces(), culture);
}

/** The unit to show beside such a text; those that the text says itself are left out. */
export const unitBeside = (unit: string): string => (SAID_BY_TEXT.has(unit) ? '' : unit);

const SAID_BY_TEXT: ReadonlySet<string> = new Set(['date', 'yes or no', 'share', 'choice', 'text']);
