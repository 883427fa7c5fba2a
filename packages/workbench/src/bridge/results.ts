import type { FunctionResultObject, Matrix } from '@odoo/o-spreadsheet';
import { errorMeaning } from '../book/cells/cell-error';
import type { NumberFormats } from '../book/cells/number-format';

type Cell = FunctionResultObject;

/** What a formula gets: one cell, or a column-major matrix that spills. */
export type GridResult = Cell | Matrix<Cell>;

/** The codes with which the client's runtime reports a failed call. */
const FAILURES: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

/** One entry of SetInvocationArrayResults: [id, succeeded, value, error code when failed, …]. */
export interface InvocationResult {
  readonly id: number;
  readonly succeeded: boolean;
  readonly value: unknown;
  readonly errorCode: number;
}

export function parseResults(entries: unknown): InvocationResult[] {
  if (!Array.isArray(entries)) return [];
  return entries.filter(Array.isArray).map((entry: unknown[]) => ({
    id: Number(entry[0]),
    succeeded: entry[1] === true,
    value: entry[2],
    errorCode: Number(entry[3]),
  }));
}

export function gridResult(result: InvocationResult, formats: NumberFormats): GridResult {
  if (!result.succeeded) return failure(result);
  if (!Array.isArray(result.value)) return gridCell(result.value, formats);
  return columnMajor(result.value, formats);
}

function failure({ value, errorCode }: InvocationResult): Cell {
  const code = FAILURES[errorCode] ?? '#VALUE!';
  return { value: code, message: typeof value === 'string' && value !== '' ? value : errorMeaning(code) };
}

function columnMajor(rows: readonly unknown[], formats: NumberFormats): GridResult {
  const lines = rows.map((row): unknown[] => (Array.isArray(row) ? row : [row]));
  const width = Math.max(0, ...lines.map((line) => line.length));
  if (width === 0) return { value: '#CALC!', message: 'The function returned an empty array.' };
  return Array.from({ length: width }, (_, column) =>
    lines.map((line) =>
      column < line.length
        ? gridCell(line[column], formats)
        : { value: '#N/A', message: errorMeaning('#N/A') },
    ),
  );
}

/** A number, text or boolean; an error object; a number with a format. Excel shows null as 0. */
function gridCell(value: unknown, formats: NumberFormats): Cell {
  if (value === null || value === undefined) return { value: 0 };
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return { value };
  if (typeof value !== 'object') return unreadable();
  const { code, message, basicValue, numberFormat } = value as Record<string, unknown>;
  if (typeof code === 'string') {
    const text = typeof message === 'string' && message !== '' ? message : errorMeaning(code);
    return { value: code, message: text };
  }
  if (typeof basicValue === 'number' && typeof numberFormat === 'string') {
    const format = formats.gridFormat(numberFormat);
    return format === '' ? { value: basicValue } : { value: basicValue, format };
  }
  return unreadable();
}

const unreadable = (): Cell => ({
  value: '#VALUE!',
  message: 'The function returned a kind of value that the workbench does not know.',
});
