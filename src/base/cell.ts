import { decimalFromCell } from './decimal';

/**
 * What one cell holds, whatever the shape in which Excel delivers it. Everything that a program or a version of
 * Excel does differently ends here: blanks as null, undefined or empty text; errors as text codes, as error objects
 * or as data types; formatted numbers as objects.
 */
export type Cell =
  | { readonly holds: 'blank' }
  | { readonly holds: 'number'; readonly value: number }
  | { readonly holds: 'text'; readonly value: string }
  | { readonly holds: 'boolean'; readonly value: boolean }
  | { readonly holds: 'error'; readonly code: string }
  /** Something that is no cell value: an infinite number, a picture, a linked record. */
  | { readonly holds: 'other'; readonly shown: string };

const BLANK: Cell = { holds: 'blank' };

/** The error values of Excel, as their codes read in a cell. */
const ERROR_CODES = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#EXTERNAL!',
  '#PYTHON!',
  '#TIMEOUT!',
]);

export function cellOf(raw: unknown): Cell {
  switch (typeof raw) {
    case 'undefined':
      return BLANK;
    case 'number':
      return Number.isFinite(raw) ? { holds: 'number', value: raw } : { holds: 'other', shown: String(raw) };
    case 'boolean':
      return { holds: 'boolean', value: raw };
    case 'string':
      return cellOfText(raw);
    case 'object':
      return raw === null || isInvocation(raw) ? BLANK : cellOfObject(raw);
    default:
      return { holds: 'other', shown: `a ${typeof raw}` };
  }
}

function cellOfText(raw: string): Cell {
  const value = raw.trim();
  if (value === '') return BLANK;
  return ERROR_CODES.has(value) ? { holds: 'error', code: value } : { holds: 'text', value };
}

/** Data types of Excel carry their plain value in basicValue; error objects carry a code. */
function cellOfObject(raw: object): Cell {
  if ('code' in raw && typeof raw.code === 'string') return { holds: 'error', code: raw.code };
  if ('basicValue' in raw && typeof raw.basicValue !== 'object') return cellOf(raw.basicValue);
  return { holds: 'other', shown: 'a data type' };
}

/**
 * Excel hands every function its invocation object after the arguments that it knows of. With a functions.json in
 * its cache that is older than the code, that object lands on a parameter added since, and stands for nothing.
 */
export function isInvocation(raw: unknown): boolean {
  return (
    typeof raw === 'object' &&
    raw !== null &&
    !Array.isArray(raw) &&
    ('functionName' in raw || 'setResult' in raw || ('address' in raw && !('basicValue' in raw)))
  );
}

/** Nothing was given: the argument was left out, or its cell is blank. */
export function isBlank(raw: unknown): boolean {
  return cellOf(raw).holds === 'blank';
}

/** A cell's content as it is named in a sentence. */
export function shown(cell: Cell): string {
  switch (cell.holds) {
    case 'blank':
      return 'blank';
    case 'number':
      return decimalFromCell(cell.value).toString();
    case 'text':
      return `"${cell.value}"`;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.code;
    case 'other':
      return cell.shown;
  }
}
