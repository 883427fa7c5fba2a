import { formulaTree, childrenOf, type FormulaNode } from '../../book/formulas/formula-tree';
import { withIntersections } from '../../book/formulas/implicit-intersection';

/**
 * Whether a formula works on whole ranges where a plain formula of a file would take one cell of them: such a one is
 * stored as a dynamic array. The others stay plain, which every spreadsheet program recalculates and edits.
 * @param formula    as typed
 * @param isOneCell  whether a name stands for a single cell
 */
export function worksOnArrays(formula: string, isOneCell: (name: string) => boolean): boolean {
  if (withIntersections(formula, isOneCell) !== formula) return true;
  const tree = GIVES_ARRAYS.test(formula) ? formulaTree(formula) : undefined;
  return tree !== undefined && callsArrays(tree);
}

const ARRAYS =
  'SEQUENCE RANDARRAY MUNIT TRANSPOSE FILTER SORT SORTBY UNIQUE TAKE DROP VSTACK HSTACK TOCOL TOROW EXPAND'.split(
    ' ',
  );

const GIVES_ARRAYS = new RegExp(`\\b(?:${ARRAYS.join('|')})\\(`, 'i');

const callsArrays = (node: FormulaNode): boolean =>
  (node.kind === 'call' && ARRAYS.includes(node.name.toUpperCase())) || childrenOf(node).some(callsArrays);
