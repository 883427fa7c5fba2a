import * as o from '@odoo/o-spreadsheet';
import type { AST, Range } from '@odoo/o-spreadsheet';
import { rangeArguments } from './function-arguments';
import { call, type CompiledFormula, type Execute, type Step } from './lazy-run';
import { isLost, isOwn, SEES_ERRORS, STEPS } from './lazy-steps';
import type { Cell } from './own-functions';

/*
 * The grid computes every argument before it calls a function. Excel computes of IF and its kin only the branch that is
 * taken: the other one may lead in a circle or take long. And it asks neither ROW nor OFFSET for the values of a
 * reference whose place is meant. Formulas with such functions are computed here, argument by argument.
 */

/** By the grid's own way to compute it, which formulas of one form share. */
const lazily = new WeakMap<Execute, Execute>();

/** Lets formulas compute only what they need. Once per process. */
export function computeLazily(): void {
  const compiler = o.CompiledFormula as unknown as Record<
    'Compile' | 'CompileForSerializedFormula',
    Compiler
  >;
  const { Compile, CompileForSerializedFormula } = compiler;
  compiler.Compile = function (formula, sheetId, getters) {
    const compiled = Compile.call(this, formula, sheetId, getters);
    makeLazy(compiled, String(formula));
    return compiled;
  };
  compiler.CompileForSerializedFormula = function (sheetId, base) {
    const compiled = CompileForSerializedFormula.call(this, sheetId, base);
    const { execute } = base as CompiledFormula;
    if (isLazy.has(execute)) compiled.execute = execute;
    return compiled;
  };
}

type Compiler = (this: unknown, ...args: unknown[]) => CompiledFormula;

const isLazy = new WeakSet<Execute>();

function makeLazy(compiled: CompiledFormula, formula: string): void {
  if (compiled.isBadExpression) return;
  if (!compiled.symbols.some((symbol) => isOwn(symbol.toUpperCase()))) return;
  const { execute, symbols } = compiled;
  let own = lazily.get(execute);
  if (own === undefined) {
    own = executed(new Compilation(symbols).step(o.parse(formula), false));
    lazily.set(execute, own);
    isLazy.add(own);
  }
  compiled.execute = own;
}

const executed = (step: Step): Execute =>
  function (deps, ref, range, symbol, context) {
    return step({ formula: this, deps, ref, range, symbol, context }) as Cell;
  };

/** Goes through a formula in the order in which the grid counts its references and values. */
class Compilation {
  private numbers = 0;
  private strings = 0;
  private references = 0;

  /** @param symbols  the names and functions of the formula; a name may be called otherwise later */
  constructor(private readonly symbols: readonly string[]) {}

  step(node: AST, asRange: boolean): Step {
    switch (node.type) {
      case 'BOOLEAN': {
        const { value } = node;
        return () => ({ value });
      }
      case 'NUMBER': {
        const at = this.numbers++;
        return ({ formula }) => formula.literalValues.numbers[at];
      }
      case 'STRING': {
        const at = this.strings++;
        return ({ formula }) => formula.literalValues.strings[at];
      }
      case 'REFERENCE': {
        const at = this.references++;
        const isRange = asRange || node.value.includes(':');
        return ({ deps, ref, range }) => (isRange ? range : ref)(deps[at] as Range);
      }
      case 'SYMBOL': {
        const at = this.symbols.indexOf(node.value);
        return ({ formula, symbol }) => symbol(formula.symbols[at] ?? node.value, asRange);
      }
      case 'UNARY_OPERATION': {
        const operand = this.step(node.operand, node.value === '#');
        const name = UNARY[node.value] ?? '';
        return (run) => call(run, name, [operand(run)]);
      }
      case 'BIN_OPERATION': {
        const [left, right] = [this.step(node.left, false), this.step(node.right, false)];
        const name = BINARY[node.value] ?? '';
        return (run) => call(run, name, [left(run), right(run)]);
      }
      case 'ARRAY': {
        const rows = node.value.map((row) => row.map((value) => this.step(value, false)));
        return (run) =>
          call(
            run,
            'ARRAY.LITERAL',
            rows.map((row) =>
              call(
                run,
                'ARRAY.ROW',
                row.map((value) => value(run)),
              ),
            ),
          );
      }
      case 'FUNCALL':
        return this.call(node);
      default:
        return () => undefined;
    }
  }

  private call(node: Extract<AST, { readonly type: 'FUNCALL' }>): Step {
    const name = node.value.toUpperCase();
    const firstReference = this.references;
    const takesRanges = rangeArguments(name, node.args.length);
    const args = node.args.map((arg, at) => this.step(arg, takesRanges[at] === true));
    const own = STEPS.get(name);
    if (own !== undefined) return own({ name, node, args, firstReference, symbols: this.symbols });
    const lost = SEES_ERRORS.has(name) ? undefined : args[node.args.findIndex(isLost)];
    if (lost !== undefined) return lost;
    return (run) =>
      call(
        run,
        name,
        args.map((arg) => arg(run)),
      );
  }
}

const UNARY: Readonly<Record<string, string>> = {
  '-': 'UMINUS',
  '+': 'UPLUS',
  '%': 'UNARY.PERCENT',
  '#': 'SPILLED.RANGE',
};

const BINARY: Readonly<Record<string, string>> = {
  '=': 'EQ',
  '+': 'ADD',
  '-': 'MINUS',
  '*': 'MULTIPLY',
  '/': 'DIVIDE',
  '>=': 'GTE',
  '<>': 'NE',
  '>': 'GT',
  '<=': 'LTE',
  '<': 'LT',
  '^': 'POWER',
  '&': 'CONCATENATE',
};
