import type { EvaluatedCell } from '@odoo/o-spreadsheet';
import { excelErrorCode } from '../../book/cells/cell-error';
import type { StoredValue } from '../read/read-cells';

/** Programs add up in different orders; beyond nine digits their sums may differ. */
const SHARE = 1e-9;

/**
 * Whether a cell shows what the file says; a file that says nothing is right.
 * @param magnitude  of what the formula reads: a sum that cancels out is 0 up to its digits
 */
export function isSameValue(shown: EvaluatedCell, stored: StoredValue, magnitude: () => number): boolean {
  if (stored === undefined) return true;
  switch (stored.is) {
    case 'number': {
      const number = shown.type === 'empty' ? 0 : shown.value;
      return typeof number === 'number' && isClose(number, Number(stored.text), magnitude);
    }
    case 'text': {
      const text = shown.type === 'empty' ? '' : shown.value;
      return shown.type !== 'error' && text === stored.text.replaceAll('\r\n', '\n');
    }
    case 'boolean':
      return shown.value === stored.truth;
    default:
      return shown.type === 'error' && excelErrorCode(shown.value) === stored.text;
  }
}

function isClose(a: number, b: number, magnitude: () => number): boolean {
  const apart = Math.abs(a - b);
  if (apart <= SHARE * Math.max(Math.abs(a), Math.abs(b))) return true;
  return (a === 0 || b === 0) && apart <= SHARE * SHARE + SHARE * 1e-3 * magnitude();
}

/** For a person. */
export function storedText(stored: StoredValue): string {
  if (stored === undefined) return '';
  if (stored.is === 'boolean') return stored.truth ? 'TRUE' : 'FALSE';
  return stored.text;
}

export function shownText({ type, value }: EvaluatedCell): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return type === 'error' ? excelErrorCode(String(value)) : String(value ?? '');
}
