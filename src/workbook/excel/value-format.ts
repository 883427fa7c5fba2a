import { FIRST_DAY, isoText, LAST_DAY } from '../../base/calendar';
import { counted } from '../../base/words';
import type { FunctionDescriptor, ParameterRule } from '../../functions/framework/descriptor';

/** Digits that a cell keeps. */
const CELL_DIGITS = 15;

const exact = new Intl.NumberFormat('en-US', { maximumSignificantDigits: CELL_DIGITS });

/** A value as an analyst reads it: grouped digits, dates as 2027-01-31, words as they are. */
export function formatValue(value: unknown, rule?: ParameterRule): string {
  if (typeof value === 'number') {
    if (rule?.type === 'date' && value >= FIRST_DAY && value <= LAST_DAY) return isoText(Math.floor(value));
    return Math.abs(value) >= 1e-6 || value === 0 ? exact.format(value) : String(value);
  }
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value === null || value === undefined ? '' : String(value);
}

/** A result in the number format of its function; the whole value where rounding would hide it. */
export function formatResult(value: unknown, { result }: FunctionDescriptor, isPart: boolean): string {
  if (typeof value !== 'number' || isPart || result.matrix) return formatValue(value);
  const digits = /\.(0+)/.exec(result.format)?.[1]?.length ?? 0;
  const isShare = result.format.includes('%');
  const smallest = 0.5 * 10 ** -(digits + (isShare ? 2 : 0));
  if (value !== 0 && Math.abs(value) < smallest) return formatValue(value);
  return new Intl.NumberFormat('en-US', {
    style: isShare ? 'percent' : 'decimal',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** 8 rows × 10 columns; undefined for a single cell is the caller's affair. */
export function blockSize(rows: number, columns: number): string {
  return `${counted(rows, 'row')} × ${counted(columns, 'column')}`;
}
