import { invalidArgument } from '../../interpreter/host-object';
import { recognisedText, withoutLargeExponent } from './typed-text';

/** What an add-in may write into one cell. `null` leaves the cell alone, '' clears it. */
export type WrittenValue = string | number | boolean | null;

/**
 * The grid's content for a value as a person would type it, en-US: numbers, TRUE, dates, percentages and formulas
 * are recognised, a leading ' keeps text.
 *
 * @param isTextFormat the cell has the number format "@", which keeps everything as text
 * @returns undefined for "leave alone"
 */
export function gridContent(value: unknown, isTextFormat = false): string | undefined {
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw invalidArgument(`${value} cannot be written into a cell.`);
      return numberContent(value);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'string':
      return textContent(value, isTextFormat);
    default:
      if (value === null || value === undefined) return undefined;
      throw invalidArgument('A cell takes a number, a text, a boolean or null.');
  }
}

function numberContent(value: number): string {
  const [digits = '', exponent] = String(value === 0 ? 0 : value).split('e');
  if (exponent === undefined) return digits;
  const sign = digits.startsWith('-') ? '-' : '';
  return sign + withoutLargeExponent(digits.slice(sign.length), `e${exponent}`);
}

function textContent(text: string, isTextFormat: boolean): string {
  // In a cell with the text format the grid keeps everything but a formula as it is.
  if (isTextFormat) return text.startsWith('=') ? `'${text}` : text;
  return text.startsWith("'") ? text : recognisedText(text);
}

/** Values for every cell of a block, from one value or a two-dimensional array of exactly its shape. */
export function blockOf(
  value: unknown,
  rows: number,
  columns: number,
): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) return () => value;
  const fits = value.length === rows && value.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) {
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return (row, column) => (value as unknown[][])[row]?.[column];
}
