import * as o from '@odoo/o-spreadsheet';
import { argumentTargets } from '../evaluation/function-arguments';
import { parseZone, splitSheetName } from '../address';
import { formulaTree, rewritten, type Call, type FormulaNode } from './formula-tree';

/*
 * A plain formula of a file takes one cell of a range where it needs one value: that of its own row or column. Excel shows
 * such a place by an @, since in a formula without it a range means all of its cells.
 */

/**
 * How a part of a formula is read: as one value, as a range whose operators are read as one value, or as an array
 * throughout.
 */
type Reading = 'one' | 'range' | 'array';

/** Arguments that are arrays in any formula, by function: those from the first number to the last. */
const ARRAYS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  ...Object.fromEntries(
    `SUMPRODUCT MMULT MDETERM MINVERSE MODE MODE.SNGL MODE.MULT FREQUENCY CORREL COVAR COVARIANCE.P COVARIANCE.S PEARSON RSQ
     SLOPE INTERCEPT STEYX SUMX2MY2 SUMX2PY2 SUMXMY2 TTEST T.TEST FTEST F.TEST CHITEST CHISQ.TEST PROB LINEST LOGEST TREND
     GROWTH FILTER SORT SORTBY UNIQUE TEXTJOIN CONCAT HSTACK VSTACK TOCOL TOROW WRAPROWS WRAPCOLS TAKE DROP CHOOSECOLS
     CHOOSEROWS EXPAND MAP REDUCE SCAN BYROW BYCOL LET LAMBDA XLOOKUP XMATCH`
      .split(/\s+/)
      .map((name) => [name, [0, 99] as const]),
  ),
  INDEX: [0, 0],
  LOOKUP: [1, 2],
  IRR: [0, 0],
  MIRR: [0, 0],
  FORECAST: [1, 2],
  'FORECAST.LINEAR': [1, 2],
  AGGREGATE: [2, 99],
};

/** Functions that take a range where the grid would ask for a value. */
const TAKE_RANGES = new Set('ROW COLUMN ROWS COLUMNS AREAS ISREF SHEET SHEETS'.split(' '));
/** Arguments that are one value where the grid takes ranges as well. */
const ONE_VALUE: Readonly<Record<string, readonly number[]>> = { IF: [0], CHOOSE: [0], IFS: [], SWITCH: [0] };
/** Functions that hand on what they are given. */
const HAND_ON = new Set('IF CHOOSE IFERROR IFNA IFS SWITCH'.split(' '));

/**
 * @param formula    as typed, of a cell that is no array
 * @param isOneCell  whether a name stands for a single cell, or for none
 */
export function withIntersections(formula: string, isOneCell: (name: string) => boolean): string {
  if (!MAY_HOLD_RANGE.test(formula)) return formula;
  const tree = formulaTree(formula);
  if (tree === undefined) return formula;
  const marked = new Set<FormulaNode>();
  mark(tree, 'one', { isOneCell, marked });
  if (marked.size === 0) return formula;
  return rewritten(formula, tree, (node, print) => {
    if (!marked.delete(node)) return undefined;
    return node.kind === 'binary' ? `@(${print(node)})` : `@${print(node)}`;
  });
}

/** A range, or a word that may be a name or a table. */
const MAY_HOLD_RANGE = /:|\[|[\p{L}_\\][\p{L}\p{N}_.\\]*(?![\p{L}\p{N}_.\\(!])/u;

interface Marking {
  readonly isOneCell: (name: string) => boolean;
  readonly marked: Set<FormulaNode>;
}

function mark(node: FormulaNode, reading: Reading, marking: Marking): void {
  switch (node.kind) {
    case 'cells':
    case 'name':
    case 'table':
      if (reading === 'one' && isMany(node, marking)) marking.marked.add(node);
      return;
    case 'group':
      mark(node.inner, reading, marking);
      return;
    case 'postfix':
      if (node.operator !== '#') mark(node.operand, reading === 'array' ? 'array' : 'one', marking);
      return;
    case 'prefix':
      if (node.operator !== '@') mark(node.operand, reading === 'array' ? 'array' : 'one', marking);
      return;
    case 'binary':
      markBinary(node, reading, marking);
      return;
    case 'call':
      markCall(node, reading, marking);
      return;
    default:
  }
}

function markBinary(
  node: Extract<FormulaNode, { kind: 'binary' }>,
  reading: Reading,
  marking: Marking,
): void {
  if (node.operator === ':') {
    if (reading === 'one') marking.marked.add(node);
    return;
  }
  if (node.operator === ' ' || node.operator === ',') return;
  for (const side of [node.left, node.right]) mark(side, reading === 'array' ? 'array' : 'one', marking);
}

function markCall({ name, args }: Call, reading: Reading, marking: Marking): void {
  const upper = name.replace(/^_xlfn\.(?:_xlws\.)?/i, '').toUpperCase();
  const readings = readingsOf(upper, args.length, reading);
  args.forEach((arg, at) => mark(arg, readings(at), marking));
}

function readingsOf(name: string, count: number, reading: Reading): (at: number) => Reading {
  if (reading === 'array') return () => 'array';
  const arrays = ARRAYS[name];
  const isArray = (at: number): boolean => arrays !== undefined && at >= arrays[0] && at <= arrays[1];
  if (TAKE_RANGES.has(name)) return () => 'range';
  if (!o.registries.functionRegistry.contains(name)) return (at) => (isArray(at) ? 'array' : 'range');
  const { args } = o.registries.functionRegistry.get(name);
  const targets = argumentTargets(args, count);
  const ones = ONE_VALUE[name];
  return (at) => {
    if (isArray(at)) return 'array';
    if (HAND_ON.has(name) && ones?.includes(at) !== true) return reading;
    if (ones?.includes(at) === true) return 'one';
    return takesRange(args[targets[at] ?? -1]) ? 'range' : 'one';
  };
}

const takesRange = (argument: { readonly type?: readonly string[] } | undefined): boolean =>
  argument?.type?.some((type) => type.startsWith('RANGE')) === true;

function isMany({ kind, text }: Extract<FormulaNode, { text: string }>, { isOneCell }: Marking): boolean {
  if (kind === 'name') return !isOneCell(text);
  if (kind === 'table') return !/\[#This Row\]|@/i.test(text) || /\]:\[/.test(text);
  const zone = parseZone(splitSheetName(text).address);
  return zone !== undefined && (zone.left !== zone.right || zone.top !== zone.bottom);
}

/** Without the marks: as a file stores the formula. */
export function withoutIntersections(formula: string): string {
  if (!formula.includes('@')) return formula;
  const tree = formulaTree(formula);
  if (tree === undefined) return formula;
  return rewritten(formula, tree, (node, print) => {
    if (node.kind !== 'prefix' || node.operator !== '@') return undefined;
    const { operand } = node;
    // A mark before a range of computed ends had to put it in parentheses.
    return operand.kind === 'group' && operand.inner.kind === 'binary'
      ? print(operand.inner)
      : print(operand);
  });
}

/** With the marks as the function by which a file stores them in an array formula. */
export function withStoredIntersections(formula: string): string {
  const tree = formula.includes('@') ? formulaTree(formula) : undefined;
  if (tree === undefined) return formula;
  return rewritten(formula, tree, (node, print) =>
    node.kind === 'prefix' && node.operator === '@' ? `_xlfn.SINGLE(${print(node.operand)})` : undefined,
  );
}
