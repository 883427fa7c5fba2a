import * as o from '@odoo/o-spreadsheet';
import type { Range } from '@odoo/o-spreadsheet';

/*
 * The grid makes `A1` of a range of one cell. But `$A$1:A1` is the first cell of a running total, and grows when it is
 * filled down: such a range keeps its two ends.
 */

/** The part of a compiled formula that its typings forbid to change. */
interface Compiled {
  readonly rangeDependencies: Range[];
  adaptCompiledFormula(...args: unknown[]): Compiled;
}

type Maker = (this: unknown, ...args: unknown[]) => Compiled;

const ONE_CELL = /(?<![A-Za-z$])\$?([A-Za-z]{1,3})\$?(\d+):\$?([A-Za-z]{1,3})\$?(\d+)(?!\d)/g;

const holdsOneCell = (formula: string): boolean =>
  [...formula.matchAll(ONE_CELL)].some(
    ([, letters, row, otherLetters, otherRow]) =>
      letters?.toUpperCase() === otherLetters?.toUpperCase() && row === otherRow,
  );

/** Once per process. */
export function keepOneCellRanges(): void {
  const compiler = o.CompiledFormula as unknown as Record<
    'Compile' | 'CopyWithDependencies' | 'CopyWithDependenciesAndLiteral',
    Maker
  > & { readonly prototype: Compiled };
  const { Compile, CopyWithDependencies, CopyWithDependenciesAndLiteral } = compiler;
  compiler.Compile = function (...args) {
    const compiled = Compile.apply(this, args);
    const [formula] = args;
    if (typeof formula === 'string' && holdsOneCell(formula)) keepEnds(compiled, formula);
    return compiled;
  };
  compiler.CopyWithDependencies = function (...args) {
    return withEndsOf(args[0] as Compiled, CopyWithDependencies.apply(this, args));
  };
  compiler.CopyWithDependenciesAndLiteral = function (...args) {
    return withEndsOf(args[0] as Compiled, CopyWithDependenciesAndLiteral.apply(this, args));
  };
  const { adaptCompiledFormula } = compiler.prototype;
  compiler.prototype.adaptCompiledFormula = function (this: Compiled, ...args: unknown[]) {
    return withEndsOf(this, adaptCompiledFormula.apply(this, args));
  };
}

const isOneCell = ({ zone }: Range): boolean => zone.left === zone.right && zone.top === zone.bottom;

function keepEnds({ rangeDependencies }: Compiled, formula: string): void {
  let at = 0;
  try {
    for (const node of o.iterateAstNodes(o.parse(formula))) {
      if (node.type !== 'REFERENCE') continue;
      const range = rangeDependencies[at];
      if (range !== undefined && node.value.includes(':') && isOneCell(range))
        rangeDependencies[at] = { ...range, parts: endsOf(node.value) };
      at += 1;
    }
  } catch {
    // A formula that the grid cannot read has no ranges.
  }
}

const endsOf = (reference: string): Range['parts'] =>
  reference
    .slice(reference.lastIndexOf('!') + 1)
    .split(':')
    .map((end) => ({ colFixed: end.startsWith('$'), rowFixed: end.includes('$', 1) }));

function withEndsOf(before: Compiled, after: Compiled): Compiled {
  if (after === before) return after;
  before.rangeDependencies.forEach(({ parts }, at) => {
    const range = after.rangeDependencies[at];
    if (parts.length === 2 && range?.parts.length === 1 && isOneCell(range))
      after.rangeDependencies[at] = { ...range, parts };
  });
  return after;
}

/** Both ends of a range of one cell without a $, of which the grid prints one. */
export function printBothEnds(getters: { getRangeString: o.Model['getters']['getRangeString'] }): void {
  const { getRangeString } = getters;
  getters.getRangeString = (range, ...more) => {
    const text = getRangeString(range, ...more);
    if (range?.parts?.length !== 2 || text.includes(':') || !isOneCell(range)) return text;
    return text.startsWith('#') ? text : `${text}:${text.slice(text.lastIndexOf('!') + 1)}`;
  };
}
