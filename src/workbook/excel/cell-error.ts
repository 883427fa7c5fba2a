import type { Outcome } from '../../functions/framework/descriptor';
import type { ArgumentValue } from '../formulas/argument-values';

const CODES = new Set([
  '#VALUE!',
  '#N/A',
  '#NUM!',
  '#REF!',
  '#NAME?',
  '#DIV/0!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
  '#CONNECT!',
  '#BLOCKED!',
  '#FIELD!',
  '#UNKNOWN!',
]);

export const isErrorCode = (value: unknown): value is string => typeof value === 'string' && CODES.has(value);

/** Errors that Excel itself puts into a cell, and what to do about them. */
const SENTENCES: Readonly<Record<string, string>> = {
  '#BUSY!': 'Excel is still calculating this cell.',
  '#GETTING_DATA': 'Excel is still calculating this cell.',
  '#NAME?':
    'Excel does not know this function at the moment: open Meterbook on the Home tab, then press F2 and Enter in the cell.',
  '#SPILL!':
    'The result needs more cells than are free: clear the cells to the right of the formula and below it.',
  '#REF!':
    'The formula refers to cells that have been deleted: undo the deletion, or point it to other cells.',
  '#CALC!': 'Excel stopped this calculation: press F2 and Enter in the cell to start it again.',
  '#CONNECT!':
    'Excel lost its connection to Meterbook: reload the workbook, then press F2 and Enter in the cell.',
  '#BLOCKED!': 'This Excel does not run add-ins: ask whoever manages it to allow Meterbook.',
};

interface Circumstances {
  /** What the function gives for the same arguments; undefined where one of them is unknown. */
  readonly outcome: Outcome | undefined;
  readonly unknown: ArgumentValue | undefined;
  readonly isPart: boolean;
}

/** Why a cell shows an error, where the function itself has no objection to its arguments. */
export function explainError(code: string, { outcome, unknown, isPart }: Circumstances): string {
  const own = SENTENCES[code];
  if (own) return own;
  if (unknown && !unknown.known)
    return `One argument cannot be read from here, so the reason is not known. ${unknown.why}`;
  if (isPart)
    return `This function has no objection to its arguments; the error ${code} comes from another part of the formula.`;
  if (outcome !== undefined) {
    return 'The function has no objection to its arguments as they are now: press F9, or F2 and Enter in the cell, to calculate it again.';
  }
  return `Excel shows ${code} in this cell.`;
}

/** Errors that Excel's own functions give, and what they mean. */
const NATIVE_SENTENCES: Readonly<Record<string, string>> = {
  '#DIV/0!': 'A number is divided by zero or by a blank cell: fill the divisor, or show a blank with IF.',
  '#N/A': 'Something was looked for and not found: check what the formula looks for, and where.',
  '#VALUE!': 'A text stands where the formula needs a number: correct the cell that it refers to.',
  '#NUM!': 'The arithmetic has no answer, or one too large for a cell: check the numbers that go in.',
  '#NULL!': 'Two ranges with a space between them do not meet: put a comma or a colon between them.',
};

/** Why a cell without a Meterbook function shows an error. */
export function explainForeignError(
  code: string,
  references: readonly { readonly written: string; readonly isError: boolean }[],
): string {
  const faulty = references.find(({ isError }) => isError);
  if (faulty)
    return `${faulty.written}, to which the formula refers, holds an error: go there for the reason.`;
  return SENTENCES[code] ?? NATIVE_SENTENCES[code] ?? `Excel shows ${code} in this cell.`;
}
