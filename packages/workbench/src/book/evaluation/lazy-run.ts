import * as o from '@odoo/o-spreadsheet';
import type { AST, EvalContext, Matrix, Range } from '@odoo/o-spreadsheet';
import type { Cell } from './own-functions';

/* What a formula is computed with, argument by argument: see `lazy-formula.ts`. */

export type Result = Cell | Matrix<Cell> | undefined;
export type Reader = (range: Range) => Result;

/** What the grid hands to a compiled formula. */
export interface Run {
  readonly formula: CompiledFormula;
  readonly deps: readonly Range[];
  readonly ref: Reader;
  readonly range: Reader;
  readonly symbol: (name: string, isRange: boolean) => Result;
  readonly context: EvalContext & Record<string, (...args: unknown[]) => Result>;
}

export type Step = (run: Run) => Result;

/** The part of a compiled formula that its typings leave out or forbid. */
export interface CompiledFormula {
  readonly literalValues: { readonly numbers: readonly Cell[]; readonly strings: readonly Cell[] };
  readonly symbols: readonly string[];
  readonly isBadExpression: boolean;
  execute: Execute;
  getAst(getters: object): AST;
}

export type Execute = (
  this: CompiledFormula,
  deps: readonly Range[],
  ref: Reader,
  range: Reader,
  symbol: Run['symbol'],
  context: Run['context'],
) => Result;

export interface CallParts {
  readonly name: string;
  readonly node: Extract<AST, { readonly type: 'FUNCALL' }>;
  readonly args: readonly Step[];
  /** The place of its first reference among those of the formula. */
  readonly firstReference: number;
  readonly symbols: readonly string[];
}

export const call = ({ context }: Run, name: string, args: readonly Result[]): Result => {
  const compute = context[name];
  if (compute === undefined) throw new o.EvaluationError(`There is no function ${name}.`, '#NAME?');
  return compute.apply(context, [...args]);
};
