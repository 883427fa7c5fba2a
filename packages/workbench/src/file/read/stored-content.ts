import { DEFAULT_LOCALE, helpers, type Locale } from '@odoo/o-spreadsheet';
import { gridContent } from '../../book/cells/typed-value';
import type { StoredValue } from './read-cells';

/** The grid's content for a value that a file stores; '' for a blank cell. */
export function storedContent(value: StoredValue, isTextFormat: boolean, locale: Locale): string {
  if (value === undefined) return '';
  switch (value.is) {
    case 'number':
      return gridContent(Number(value.text)) ?? '';
    case 'boolean':
      return value.truth ? 'TRUE' : 'FALSE';
    case 'error':
      return value.text;
    default:
      return isTextFormat ? textInTextFormat(value.text) : literalText(value.text, locale);
  }
}

/** In a cell with the text format the grid keeps everything but a formula as it is. */
const textInTextFormat = (text: string) => (text.startsWith('=') ? `'${text}` : text);

/** A text that the grid would read as something else is kept by a sign in front, as a person would. */
const literalText = (text: string, locale: Locale): string =>
  /^['=#]|^(?:true|false)$/i.test(text) ||
  helpers.isNumber(text, DEFAULT_LOCALE) ||
  helpers.isDateTime(text, locale)
    ? `'${text}`
    : text;
