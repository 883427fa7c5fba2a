import type { Locale } from '@odoo/o-spreadsheet';
import * as o from '@odoo/o-spreadsheet';

/** How numbers and dates are written where the person is. */
export interface Culture {
  /** e.g. de-DE */
  readonly name: string;
  readonly decimal: string;
  readonly group: string;
  readonly currency: string;
  readonly dateSeparator: string;
  readonly shortDate: string;
  readonly longDate: string;
  readonly longTime: string;
  /** The same for the grid. */
  readonly locale: Locale;
}

/** 31 December 2027, 13:05:09 UTC: every part differs from the others. */
const SAMPLE = new Date(1_830_258_309_000);
const PARTS: Readonly<Record<string, string>> = { day: 'd', month: 'm', year: 'yyyy' };

/**
 * @param name  a language tag, e.g. en-US
 * @throws Error with a sentence where the text is none
 */
export function cultureOf(name: string): Culture {
  const numbers = partsOf(() => new Intl.NumberFormat(name).formatToParts(-1234567.5), name);
  const dates = partsOf(() => new Intl.DateTimeFormat(name, { timeZone: 'UTC' }).formatToParts(SAMPLE), name);
  const decimal = numbers.find(({ type }) => type === 'decimal')?.value ?? '.';
  const group = plainBlank(numbers.find(({ type }) => type === 'group')?.value ?? '');
  const separator = dates.find(({ type }) => type === 'literal')?.value.trim() ?? '/';
  const shortDate = dates.map(({ type, value }) => PARTS[type] ?? value.trim()).join('');
  const isTwelve = new Intl.DateTimeFormat(name, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  const isUs = name === 'en-US';
  return {
    name,
    decimal,
    group,
    currency: isUs ? '$' : '¤',
    dateSeparator: separator,
    shortDate,
    longDate: isUs ? 'dddd, mmmm d, yyyy' : 'dddd, d mmmm yyyy',
    longTime: isTwelve ? 'h:mm:ss AM/PM' : 'hh:mm:ss',
    locale: isUs
      ? o.DEFAULT_LOCALE
      : {
          name,
          code: name.replace('-', '_'),
          decimalSeparator: decimal,
          ...(group === '' ? {} : { thousandsSeparator: group }),
          weekStart: 1,
          dateFormat: shortDate,
          timeFormat: isTwelve ? 'hh:mm:ss a' : 'hh:mm:ss',
          formulaArgSeparator: decimal === ',' ? ';' : ',',
        },
  };
}

function partsOf<T>(read: () => T, name: string): T {
  try {
    return read();
  } catch {
    throw new Error(`"${name}" is not the name of a culture such as en-US or de-DE.`);
  }
}

/** Number formats separate with narrow blanks; people type plain ones. */
const plainBlank = (text: string) => (text.trim() === '' && text !== '' ? ' ' : text);

/** A formula as the person writes it, from the one that Excel stores (en-US), and back. */
export function localFormula(formula: string, { locale }: Culture): string {
  return translated(formula, o.DEFAULT_LOCALE, locale);
}

export function storedFormula(formula: string, { locale }: Culture): string {
  return translated(formula, locale, o.DEFAULT_LOCALE);
}

function translated(formula: string, from: Locale, to: Locale): string {
  if (!formula.startsWith('=') || from === to) return formula;
  return o
    .tokenize(formula, from)
    .map(({ type, value }) => {
      if (type === 'ARG_SEPARATOR') return to.formulaArgSeparator;
      return type === 'NUMBER' ? value.replace(from.decimalSeparator, to.decimalSeparator) : value;
    })
    .join('');
}
