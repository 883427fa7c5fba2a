import { Decimal } from '../../base/decimal';
import { Refusal } from '../../base/refusal';
import type { Culture } from './culture';

/** Excel keeps so many digits of a number. */
const MOST_DIGITS = 15;
/** From so many digits on they stand in groups. */
const GROUPED_FROM = 5;

const SPACES = /[\s\u00a0\u202f]/;
const APOSTROPHES = /['’]/;
const MINUS = /^[-−]/;
const PERCENT = /[\s\u00a0\u202f]*%$/;

/**
 * Reads a number as a culture writes it: 1,234.5 or 1.234,5 or 1 234,5, with a sign, a power of ten or a percent sign.
 * Groups must be whole: what looks like the number of another culture is refused, since taking it either way would be
 * a guess. A refusal lacks what was typed, with which it begins.
 */
export function readNumberEntry(typed: string, culture: Culture): Decimal | Refusal {
  const isPercent = PERCENT.test(typed);
  const unsigned = typed.replace(PERCENT, '').replace(MINUS, '').replace(/^\+/, '');
  const [mantissa = '', exponent, ...more] = unsigned.split(/e/i);
  const isExponent = exponent === undefined || /^[+-]?\d{1,3}$/.test(exponent);
  const digits = more.length === 0 && isExponent ? digitsOf(mantissa, culture) : undefined;
  if (digits === undefined) return new Refusal(notOurs(culture));
  const magnitude = new Decimal(exponent === undefined ? digits : `${digits}e${exponent}`);
  if (magnitude.precision() > MOST_DIGITS) {
    return new Refusal(
      `it has ${magnitude.precision()} digits, and Excel keeps ${MOST_DIGITS}. Round it as you mean it.`,
    );
  }
  const held = magnitude.toNumber();
  if (!Number.isFinite(held)) return new Refusal('it is larger than a cell can hold.');
  if (held === 0 && !magnitude.isZero()) return new Refusal('it is nearer to 0 than a cell can hold.');
  const value = isPercent ? magnitude.dividedBy(100) : magnitude;
  return MINUS.test(typed) ? value.negated() : value;
}

/** Digits with a point, or undefined where the separators do not stand as the culture has them. */
function digitsOf(text: string, { decimal, group }: Culture): string | undefined {
  const [whole = '', decimals, ...more] = decimal === '' ? [text] : text.split(decimal);
  if (more.length > 0 || (decimals !== undefined && !/^\d*$/.test(decimals))) return undefined;
  const plainWhole = ungrouped(whole, group);
  if (plainWhole === undefined || (plainWhole === '' && (decimals ?? '') === '')) return undefined;
  return `${plainWhole || '0'}.${decimals || '0'}`;
}

function ungrouped(whole: string, group: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  const parts = whole.split(separatorLike(group));
  const [first = '', ...rest] = parts;
  // Where points separate thousands, 0.015 is not fifteen.
  const isGrouped = /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part));
  return isGrouped ? parts.join('') : undefined;
}

/** A keyboard has one kind of space and one apostrophe, whatever the culture prints. */
function separatorLike(group: string): string | RegExp {
  if (group === '') return '\u0000';
  if (SPACES.test(group)) return SPACES;
  return APOSTROPHES.test(group) ? APOSTROPHES : group;
}

const EXAMPLE = new Decimal('1234567.5');

function notOurs(culture: Culture): string {
  return `it must be a number as this workbook writes them, such as ${writeNumber(EXAMPLE, culture)}. Point and comma are never guessed.`;
}

/** As the culture writes it, all digits, in groups where there are many. */
export function writeNumber(value: Decimal, { decimal, group }: Culture): string {
  const [whole = '', decimals] = value.abs().toFixed().split('.');
  const grouped =
    group !== '' && whole.length >= GROUPED_FROM ? whole.replace(/\B(?=(\d{3})+$)/g, () => group) : whole;
  const sign = value.isNegative() && !value.isZero() ? '-' : '';
  return sign + (decimals === undefined ? grouped : `${grouped}${decimal}${decimals}`);
}
