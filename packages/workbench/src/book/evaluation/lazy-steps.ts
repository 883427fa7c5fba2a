import * as o from '@odoo/o-spreadsheet';
import type { AST, Arg, CellPosition, Matrix, Range } from '@odoo/o-spreadsheet';
import { call, type CallParts, type Result, type Run, type Step } from './lazy-run';
import { first, OWN, sharedCell, singleOf, type Cell } from './own-functions';

/* The functions that do not need all of their arguments, or not their values: see `lazy-formula.ts`. */

/** An argument that is an error by itself, whatever the function would do with it. */
export const isLost = (node: AST): boolean => node.type === 'FUNCALL' && ERRORS.has(node.value.toUpperCase());

const ERRORS: ReadonlySet<string> = new Set([OWN.error, OWN.otherBook, OWN.unknown]);

/** Functions that tell of errors. */
export const SEES_ERRORS = new Set(
  'ISERROR ISERR ISNA ISREF ERROR.TYPE COUNT COUNTA AGGREGATE TYPE'.split(' '),
);

const isMatrix = (value: Result): value is Matrix<Cell> => Array.isArray(value);

const isArray = (value: Result): value is Matrix<Cell> =>
  isMatrix(value) && (value.length > 1 || (value[0]?.length ?? 0) > 1);

const isError = (cell: Cell | undefined): boolean => o.helpers.isEvaluationError(cell?.value ?? null);

const hasError = (value: Result): boolean =>
  isMatrix(value) ? value.some((column) => column.some(isError)) : isError(value);

const ZERO: Cell = { value: 0 };

/** TRUE or FALSE; undefined where the value is neither, nor a number. */
function truthOf(value: Result): boolean | undefined {
  const cell = first(value as Arg);
  if (isError(cell)) return undefined;
  try {
    return o.helpers.toBoolean(cell);
  } catch {
    return undefined;
  }
}

const choice =
  ({ name, args }: CallParts): Step =>
  (run) => {
    const [condition, whenTrue, whenFalse] = args;
    const value = condition?.(run);
    const truth = isArray(value) ? undefined : truthOf(value);
    if (truth === undefined && isArray(value))
      return call(run, name, [value, ...args.slice(1).map((arg) => arg(run))]);
    if (truth === undefined) return call(run, name, [value]);
    if (!truth && whenFalse === undefined) return { value: false };
    return (truth ? whenTrue : whenFalse)?.(run) ?? ZERO;
  };

const choices =
  ({ name, args }: CallParts): Step =>
  (run) => {
    for (let at = 0; at + 1 < args.length; at += 2) {
      const value = args[at]?.(run);
      const truth = isArray(value) ? undefined : truthOf(value);
      if (truth === true) return args[at + 1]?.(run) ?? ZERO;
      if (truth === undefined && isArray(value))
        return call(run, name, [value, ...args.slice(at + 1).map((arg) => arg(run))]);
      if (truth === undefined) return call(run, name, [value, ZERO]);
    }
    return { value: '#N/A', message: 'None of the conditions is met.' };
  };

const alternative =
  (isCaught: (value: Result) => boolean) =>
  ({ name, args }: CallParts): Step =>
  (run) => {
    const [wanted, otherwise] = args;
    const value = wanted?.(run);
    // The add-in's function is under way: see grid.ts.
    const isBusy = !isArray(value) && first(value as Arg)?.value === '#BUSY!';
    if (!isCaught(value) || isBusy) return value ?? ZERO;
    return call(run, name, [value, otherwise?.(run)]);
  };

const hasNotAvailable = (value: Result): boolean =>
  isMatrix(value)
    ? value.some((column) => column.some((cell) => cell?.value === '#N/A'))
    : value?.value === '#N/A';

const oneOf =
  ({ name, args }: CallParts): Step =>
  (run) => {
    const [index, ...options] = args;
    const value = index?.(run);
    const number = isArray(value) ? NaN : Math.trunc(Number(first(value as Arg)?.value));
    const option = options[number - 1];
    return option === undefined
      ? call(run, name, [value, ...options.map((each) => each(run))])
      : (option(run) ?? ZERO);
  };

const switched =
  ({ name, args }: CallParts): Step =>
  (run) => {
    const [wanted, ...cases] = args;
    const value = wanted?.(run);
    if (isArray(value)) return call(run, name, [value, ...cases.map((each) => each(run))]);
    const sought = first(value as Arg);
    if (isError(sought)) return sought;
    for (let at = 0; at + 1 < cases.length; at += 2) {
      const offered = first(cases[at]?.(run) as Arg);
      if (isError(offered)) return offered;
      if (isSame(sought?.value, offered?.value)) return cases[at + 1]?.(run) ?? ZERO;
    }
    const isLeft = cases.length % 2 === 1;
    return isLeft ? (cases.at(-1)?.(run) ?? ZERO) : { value: '#N/A', message: 'None of the cases is met.' };
  };

/** Texts are compared without regard to case. */
const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? a.toLowerCase() === b.toLowerCase()
    : (a ?? 0) === (b ?? 0);

/** A reference by its place: cells without values. */
const places = new WeakMap<Range, Matrix<Cell>>();

function placesOf(range: Range): Matrix<Cell> {
  const known = places.get(range);
  if (known !== undefined) return known;
  const { sheetId, zone } = range;
  const { left, right, top, bottom } = zone;
  const made = Array.from({ length: right - left + 1 }, (_column, x) =>
    Array.from({ length: bottom - top + 1 }, (_row, y) => {
      const position: CellPosition = { sheetId, col: left + x, row: top + y };
      return { value: null, position } as Cell;
    }),
  );
  places.set(range, made);
  return made;
}

/** The range that an argument names; undefined for one that has to be computed. */
function namedRange(
  node: AST | undefined,
  reference: number,
  symbols: readonly string[],
  run: Run,
): Range | undefined {
  if (node?.type === 'REFERENCE') return isThere(run.deps[reference]);
  if (node?.type === 'SYMBOL') {
    const name = run.formula.symbols[symbols.indexOf(node.value)] ?? node.value;
    return isThere(run.context.getters.getNamedRange(name)?.range);
  }
  if (node?.type !== 'FUNCALL' || node.value.toUpperCase() !== 'INDIRECT') return undefined;
  const [text] = node.args;
  if (node.args.length !== 1 || text?.type !== 'STRING') return undefined;
  const { getters, __originSheetId: sheetId } = run.context;
  return isThere(getters.getRangeFromSheetXC(sheetId, text.value));
}

const isThere = (range: Range | undefined): Range | undefined =>
  range === undefined || range.invalidXc !== undefined || range.invalidSheetName !== undefined
    ? undefined
    : range;

/** A function that asks where its first argument lies. */
const byPlace =
  ({ name, node, args, firstReference, symbols }: CallParts): Step =>
  (run) => {
    const range = namedRange(node.args[0], firstReference, symbols, run);
    const place = range === undefined ? args[0]?.(run) : placesOf(range);
    return call(
      run,
      name,
      args.map((arg, at) => (at === 0 ? place : arg(run))),
    );
  };

/** Both corners of a range by their places. */
const byPlaces =
  ({ name, node, args, firstReference, symbols }: CallParts): Step =>
  (run) => {
    let reference = firstReference;
    const corners = args.map((arg, at) => {
      const range = namedRange(node.args[at], reference, symbols, run);
      reference += countReferences(node.args[at]);
      return range === undefined ? arg(run) : placesOf(range);
    });
    return call(run, name, corners);
  };

function countReferences(node: AST | undefined): number {
  return node === undefined
    ? 0
    : [...o.iterateAstNodes(node)].filter(({ type }) => type === 'REFERENCE').length;
}

/** Of a range, only the cell that is meant is computed: the others may depend on this one. */
const single =
  ({ node, args, firstReference, symbols }: CallParts): Step =>
  (run) => {
    const at = run.context.__originCellPosition;
    const [value] = node.args;
    const range = value?.type === 'FUNCALL' ? undefined : namedRange(value, firstReference, symbols, run);
    if (range === undefined || at === undefined) return singleOf(args[0]?.(run) as Arg, at);
    const cell = sharedCell(range.zone, at);
    if (cell === undefined) return singleOf(placesOf(range), at);
    const zone = { left: cell.col, right: cell.col, top: cell.row, bottom: cell.row };
    const only = { ...range, zone, unboundedZone: zone };
    if (value?.type === 'SYMBOL') run.context.addDependencies?.(at, [only]);
    return run.ref(only);
  };

export const STEPS: ReadonlyMap<string, (parts: CallParts) => Step> = new Map([
  ['IF', choice],
  ['IFS', choices],
  ['IFERROR', alternative(hasError)],
  ['IFNA', alternative(hasNotAvailable)],
  ['CHOOSE', oneOf],
  ['SWITCH', switched],
  ...[
    'ROW',
    'COLUMN',
    'ROWS',
    'COLUMNS',
    'OFFSET',
    'ISREF',
    'SHEET',
    'AREAS',
    'ISFORMULA',
    'FORMULATEXT',
  ].map((name) => [name, byPlace] as const),
  [OWN.between, byPlaces],
  [OWN.shared, byPlaces],
  [OWN.single, single],
]);

export const isOwn = (name: string): boolean => STEPS.has(name) || ERRORS.has(name);
