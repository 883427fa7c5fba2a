import * as o from '@odoo/o-spreadsheet';
import type { Arg, Matrix } from '@odoo/o-spreadsheet';
import { first, type Cell } from '../evaluation/own-functions';
import { formulaTree, rewritten, type FormulaNode } from './formula-tree';

/*
 * A formula that the grid cannot compute keeps the value that the file says, as long as what it reads is as it was.
 */

/** The grid's function in whose place such a formula stands; its arguments are the cells that the formula reads. */
export const KEPT = 'KEPT.VALUE';

/** How a formula is stored in a file. */
export type FormulaKind = 'plain' | 'fixed array' | 'dynamic array';

export interface KeptFormula {
  /** The formula as typed, cut where it refers to cells: the grid moves these. */
  readonly pieces: readonly string[];
  readonly kind: FormulaKind;
  /** Columns of cells. */
  readonly values: Matrix<Cell>;
  /** Why the grid cannot compute it: words that follow "since". */
  readonly reason: string;
}

const books = new WeakMap<object, KeptFormulas>();

/** The formulas of a book that keep values. */
export class KeptFormulas {
  private readonly formulas: KeptFormula[] = [];
  /** What each formula read when its value was right. */
  private readonly prints = new Map<number, string>();
  private isSettled = false;

  constructor(getters: object) {
    books.set(getters, this);
  }

  /** @returns the formula as the grid holds it */
  keep(formula: KeptFormula, references: readonly string[]): string {
    this.formulas.push(formula);
    return `=${KEPT}(${[this.formulas.length - 1, ...references].join(',')})`;
  }

  /** From here on, a value is given up when what its formula reads changes. */
  settle(): void {
    this.isSettled = true;
  }

  /** The kept formula behind a formula of the grid. */
  behind(gridFormula: string): KeptFormula | undefined {
    const [, number] = CALL.exec(gridFormula) ?? [];
    return number === undefined ? undefined : this.formulas[Number(number)];
  }

  /** As it was typed, with the cells that it refers to now. */
  typed(gridFormula: string): string | undefined {
    const kept = this.behind(gridFormula);
    const tree = kept === undefined ? undefined : formulaTree(gridFormula);
    if (kept === undefined || tree?.kind !== 'call') return undefined;
    const references = tree.args.slice(1).map(({ start, end }) => gridFormula.slice(start, end));
    // The references behind the last piece are there to be watched only.
    const last = kept.pieces.length - 1;
    return kept.pieces.map((piece, at) => piece + (at < last ? (references[at] ?? '') : '')).join('');
  }

  value(number: number, read: readonly Arg[]): Cell | Matrix<Cell> {
    const kept = this.formulas[number];
    if (kept === undefined) return { value: '#N/A', message: 'The value of the file is not there.' };
    const print = read.map(printOf).join(' ');
    if (!this.isSettled) this.prints.set(number, print);
    if (this.prints.get(number) === print) return kept.values;
    const [[{ value } = { value: null }] = []] = kept.values;
    return {
      value: '#N/A',
      message: `The value of the file was ${String(value ?? 'blank')}. What the formula reads has changed, and the grid cannot compute it: ${kept.reason}.`,
    };
  }
}

const CALL = /^=KEPT\.VALUE\((\d+)[,)]/i;

/** Once per process. */
export function addKeptFunction(): void {
  const { arg } = o.helpers;
  o.registries.functionRegistry.replace(KEPT, {
    description: 'The value that a formula had in the file.',
    category: 'Excel',
    args: [arg('number (number)', ''), arg('read (any, range<any>, optional, repeating)', '')],
    compute(number: Arg, ...read: Arg[]) {
      const kept = books.get(this.getters);
      return (
        kept?.value(Number(first(number)?.value), read) ?? { value: '#N/A', message: 'There is no file.' }
      );
    },
    isExported: false,
  });
}

const printed = new WeakMap<object, string>();

/** What stands in cells, short: the ranges of a large book would fill the memory. */
function printOf(arg: Arg): string {
  if (!Array.isArray(arg)) return `${typeof arg?.value} ${String(arg?.value)}`;
  const known = printed.get(arg);
  if (known !== undefined) return known;
  let hash = 0;
  let count = 0;
  for (const column of arg)
    for (const cell of column) {
      count += 1;
      const text = `${typeof cell?.value}${String(cell?.value)}`;
      for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    }
  const print = `${count}:${hash}`;
  printed.set(arg, print);
  return print;
}

/** A formula cut where it refers to cells, and the references. */
export interface CutFormula {
  readonly pieces: readonly string[];
  readonly references: readonly string[];
  /** Names and parts of tables, as they are written. */
  readonly words: readonly string[];
}

export function cutFormula(formula: string): CutFormula {
  const tree = formulaTree(formula);
  if (tree === undefined) return { pieces: [formula], references: [], words: [] };
  const references: string[] = [];
  const words: string[] = [];
  const marked = rewritten(formula, tree, (node: FormulaNode) => {
    if (node.kind === 'name' || node.kind === 'table') words.push(node.text);
    if (node.kind !== 'cells' || !PLAIN.test(node.text)) return undefined;
    references.push(node.text);
    return CUT;
  });
  return { pieces: marked.split(CUT), references, words };
}

const CUT = '\u0001';
/** Cells of one sheet of the same book. */
const PLAIN = /^(?:(?:'(?:[^'[\]:]|'')+'|[^'![\]:]+)!)?[$A-Za-z\d]+(?::[$A-Za-z\d]+)?$/;
