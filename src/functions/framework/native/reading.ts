import { Refusal } from '../../../base/refusal';
import type { FunctionDescriptor, Outcome } from '../descriptor';
import type { NativeArgument } from './argument';
import type { Expression } from './expression';

/** Plain formulas for the cells of a result, row by row, each with its =; or why there are none: its value takes its place. */
export type PlainFormulas = { readonly formulas: readonly (readonly string[])[] } | Refusal;

/** A reading before it is printed: one expression for a single cell, a block for several. */
export type Reading = Expression | readonly (readonly Expression[])[] | Refusal;

type Six<T> = readonly [T, T, T, T, T, T];

/** A function whose calls read in plain Excel. */
export interface NativeFormula {
  /** How the formula is built, and which calls have none. */
  readonly says: string;
  /** A call as a person writes it, for the docs. */
  readonly sample: readonly NativeArgument[];
  /** @param given in the order of the parameters, those left out included; they are known to be in range */
  read(...given: Six<NativeArgument>): Reading;
}

/** What a function declares: how its calls read in plain Excel, or why none does. */
export type NativeDeclaration = NativeFormula | Refusal;

/** A function that answers later has none: whether its call is refused must be known before its formula is built. */
export type NativeOf<F extends FunctionDescriptor> = [Outcome] extends [ReturnType<F['call']>]
  ? NativeDeclaration
  : Refusal;

export const textDate = (name: string): Refusal =>
  new Refusal(
    `${name} holds a date as text, with which plain arithmetic cannot count. Enter it as a date to keep a formula.`,
  );

export const otherOrder = (name: string): Refusal =>
  new Refusal(`The columns of ${name} stand in another order than a plain formula looks for them.`);

export function asExpression(found: Expression | undefined): Expression {
  if (found === undefined) throw new RangeError('A cell of the call is missing.');
  return found;
}
