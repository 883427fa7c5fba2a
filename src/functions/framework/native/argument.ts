import { isBlank } from '../../../base/cell';
import {
  bracketed,
  call,
  compare,
  constant,
  either,
  EMPTY,
  text,
  whole,
  type Expression,
} from './expression';

/** An argument of a call as it is written, and what it holds. */
export interface NativeArgument {
  /**
   * `literal`: a number, a text, TRUE or FALSE · `array`: {1,2;3,4} · `cells`: a reference, a name or part of a table ·
   * `call`: one call of a function of Excel · `expression`: anything else that gives one value.
   */
  readonly written: 'omitted' | 'literal' | 'array' | 'cells' | 'call' | 'expression';
  /** As written; '' where it is left out. */
  readonly text: string;
  /** As Excel hands it to the function: one value, or rows of values; undefined where only Excel knows. */
  readonly value?: unknown;
  /** Of cells: the area that they take, such as A2:C5 or 'Price card'!A2:C5, with or without dollar signs. */
  readonly address?: string;
}

export const OMITTED: NativeArgument = { written: 'omitted', text: '', value: null };

/** A single value of the call; one that is left out has no expression. */
export function single(argument: NativeArgument): Expression | undefined {
  switch (argument.written) {
    case 'omitted':
      return undefined;
    case 'expression':
      return bracketed(argument.text);
    case 'array':
      return literal(onlyCell(argument.value));
    case 'literal':
      return /^[+-]/.test(argument.text) ? bracketed(argument.text) : whole(argument.text);
    case 'cells':
    case 'call':
      return whole(argument.text);
  }
}

/** A single value that must be there. */
export function needed(argument: NativeArgument): Expression {
  const found = single(argument);
  if (found === undefined) throw new RangeError('A required argument is left out.');
  return found;
}

/**
 * A single value with a default other than 0. A cell that is blank now may be filled later, so the formula asks; one
 * that is filled is simply referred to.
 */
export function orDefault(argument: NativeArgument, byDefault: Expression): Expression | undefined {
  const found = single(argument);
  return found && ifFilled(found, argument, byDefault);
}

export function ifFilled(
  cell: Expression,
  { written, value }: NativeArgument,
  byDefault: Expression,
): Expression {
  if (!isBlank(onlyCell(value)) || value === undefined) return cell;
  return written === 'cells' ? either(compare(cell, '=', EMPTY), byDefault, cell) : byDefault;
}

/** A value as it stands in a formula; a blank has no text. */
export function literal(value: unknown): Expression | undefined {
  switch (typeof value) {
    case 'number':
      return constant(value);
    case 'boolean':
      return whole(value ? 'TRUE' : 'FALSE');
    case 'string':
      return value.trim() === '' ? undefined : text(value);
    default:
      return undefined;
  }
}

/** The value of an argument that may come as a range of one cell. */
export function onlyCell(value: unknown): unknown {
  const [row] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return Array.isArray(row) ? (row as readonly unknown[])[0] : row;
}

const WHOLE_DATES = new Set(['DATE', 'EDATE', 'EOMONTH']);

/** A date: a time of day is dropped, as the function drops it. */
export function day(argument: NativeArgument): Expression | undefined {
  const found = single(argument);
  const value = onlyCell(argument.value);
  if (found === undefined || WHOLE_DATES.has(functionOf(argument))) return found;
  if (argument.written === 'literal' && typeof value === 'string') return dateFromIso(value);
  return typeof value === 'number' && Number.isInteger(value) ? found : call('INT', found);
}

const functionOf = ({ written, text: asWritten }: NativeArgument): string =>
  written === 'call' ? asWritten.slice(0, asWritten.indexOf('(')).toUpperCase() : '';

function dateFromIso(iso: string): Expression {
  const [year = 0, month = 0, of = 0] = iso.trim().split('-').map(Number);
  return call('DATE', year, month, of);
}

/** A cell that holds a date as text: fine for the function, and no date for plain arithmetic. */
export const isTextDate = ({ written, value }: NativeArgument): boolean =>
  written !== 'literal' && typeof onlyCell(value) === 'string' && !isBlank(onlyCell(value));
