/**
 * What Excel recognises in typed text (en-US) and the grid does not: amounts in accounting parentheses, signs,
 * fractions, dates with the month's name. Each is rewritten to a spelling that the grid reads; the rest stays as typed.
 */
export function recognisedText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '=') return trimmed === '' ? text : "'=";
  if (trimmed.startsWith('=')) return trimmed;
  return amount(trimmed) ?? fraction(trimmed) ?? namedMonth(trimmed) ?? formulaWithoutEquals(trimmed) ?? text;
}

const AMOUNT =
  /^([+-])?\s*(%)?\s*([$€])?\s*([+-])?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s*(%)?$/i;

/** `(5)`, `+5`, `- 5`, `%5`, `+$5`: one sign at most, percent on one side only. */
function amount(text: string): string | undefined {
  const inParentheses = /^\(\s*(.+?)\s*\)$/.exec(text)?.[1];
  const match = AMOUNT.exec(inParentheses ?? text);
  if (match === null) return undefined;
  const [, before, percentBefore, currency = '', after, digits = '', exponent = '', percentAfter] = match;
  const signs = [inParentheses === undefined ? undefined : '-', before, after].filter(Boolean);
  const isPercent = percentBefore !== undefined || percentAfter !== undefined;
  if (signs.length > 1 || (percentBefore && percentAfter) || (isPercent && currency !== '')) return undefined;
  const number = exponent === '' ? digits : withoutLargeExponent(digits, exponent);
  return `${signs[0] === '-' ? '-' : ''}${currency}${number}${isPercent ? '%' : ''}`;
}

/** The grid reads exponents of two digits. Beyond, the digits are written out. */
export function withoutLargeExponent(digits: string, exponent: string): string {
  const power = Number(exponent.slice(1));
  if (Math.abs(power) < 100) return digits + exponent;
  const plain = digits.replaceAll(',', '');
  if (!Number.isFinite(Number(plain + exponent))) return digits + exponent;
  const [whole = '', decimals = ''] = plain.split('.');
  if (power < 0) return `0.${'0'.repeat(Math.max(0, -power - whole.length))}${whole}${decimals}`;
  return whole + decimals + '0'.repeat(Math.max(0, power - decimals.length));
}

/** `1 1/2` is a number in Excel. */
function fraction(text: string): string | undefined {
  const match = /^([+-]?)(\d+) +(\d{1,5})\/(\d{1,5})$/.exec(text);
  if (match === null || Number(match[4]) === 0) return undefined;
  return `${match[1] === '-' ? '-' : ''}${Number(match[2]) + Number(match[3]) / Number(match[4])}`;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 1 to 12 for a month's name or its first three letters. */
function monthOf(word: string): number | undefined {
  const wanted = word.toLowerCase();
  const index = MONTHS.findIndex((name) => name === wanted || name.slice(0, 3) === wanted);
  return index < 0 ? undefined : index + 1;
}

const YEAR = String.raw`(\d{4}|\d{2})`;
const TIME = String.raw`(\s+\d{1,2}(?::\d{2}){0,2}(?:\s*[ap]m)?)?`;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[\s/-]*([a-z]+)\.?(?:[\s/,-]+${YEAR})?${TIME}$`, 'i');
const MONTH_FIRST = new RegExp(String.raw`^([a-z]+)\.?\s+(\d{1,2})(?:\s*,\s*|\s+)${YEAR}${TIME}$`, 'i');
const MONTH_AND_NUMBER = /^([a-z]+)\.?[\s/,-]+(\d{4}|\d{1,2})$/i;

/** `1-Jan-2027`, `Jan 1, 2027`, `Jan 2027`; without a year the grid adds the running one, as Excel does. */
function namedMonth(text: string): string | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return date(dayFirst[2], dayFirst[1], dayFirst[3], dayFirst[4]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) return date(monthFirst[1], monthFirst[2], monthFirst[3], monthFirst[4]);
  const [, word, number = ''] = MONTH_AND_NUMBER.exec(text) ?? [];
  if (word === undefined) return undefined;
  // "Jan-27" is the 27th of January, "Jan-45" the first of January 1945.
  return number.length === 4 ? date(word, '1', number) : (date(word, number) ?? date(word, '1', number));
}

function date(word = '', day = '', year?: string, time = ''): string | undefined {
  const month = monthOf(word);
  if (month === undefined || Number(day) < 1 || Number(day) > daysIn(month, year)) return undefined;
  return `${month}/${Number(day)}${year === undefined ? '' : `/${year}`}${time}`;
}

/** Without a year, 29 February passes: whether the running year has it, the grid decides. */
function daysIn(month: number, year: string | undefined): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const known = year === undefined ? 0 : Number(year);
  return known % 4 === 0 && (known % 100 !== 0 || known % 400 === 0) ? 29 : 28;
}

/** A sign or an @ before anything but a number begins a formula. */
function formulaWithoutEquals(text: string): string | undefined {
  if (/^@[A-Za-z]+\(/.test(text)) return `=${text.slice(1)}`;
  return /^[+-]+[\w($]/.test(text) && !/^[+-]{3}/.test(text) ? `=${text}` : undefined;
}
