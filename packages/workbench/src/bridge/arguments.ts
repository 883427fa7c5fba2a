import * as o from '@odoo/o-spreadsheet';
import type { Arg, FunctionResultObject, Matrix } from '@odoo/o-spreadsheet';
import { excelErrorCode } from '../book/cells/cell-error';
import { BUSY } from '../book/grid';
import type { FunctionDefinition, ParameterMetadata } from './function-metadata';

/** What the add-in's runtime receives for one argument. */
export type WireArgument = unknown;

/** An error among the arguments that ends the call before it starts. */
export interface ArgumentError {
  readonly error: FunctionResultObject;
}

type Cell = FunctionResultObject;

const isMatrix = (arg: Arg): arg is Matrix<Cell> => Array.isArray(arg);

/** Prepares arguments of the grid for the wire as Excel would. */
export class Arguments {
  private readonly prepared = new WeakMap<object, Prepared>();
  private readonly interned = new Map<string, number>();
  private lastIntern = 0;

  /** The grid's functions get one matrix object for all formulas that name the same range: convert it once. */
  wire(definition: FunctionDefinition, args: readonly Arg[]): Prepared | ArgumentError {
    const parts = args.map((arg, index) => this.argument(definition, parameterAt(definition, index), arg));
    const busy = parts.find((part) => 'error' in part && part.error.value === BUSY);
    const failed = busy ?? parts.find((part) => 'error' in part);
    if (failed !== undefined && 'error' in failed) return failed;
    const values = parts.map((part) => ('error' in part ? null : part.value));
    // Excel passes null for every parameter that the formula leaves out.
    const missing = definition.parameters.filter((each) => each.repeating !== true).length - values.length;
    for (let count = 0; count < missing; count += 1) values.push(null);
    return { value: values, key: parts.map((part) => ('error' in part ? '' : part.key)).join('\u0001') };
  }

  private argument(
    definition: FunctionDefinition,
    parameter: ParameterMetadata,
    arg: Arg,
  ): Prepared | ArgumentError {
    if (arg === undefined) return { value: null, key: '-' };
    if (parameter.dimensionality !== 'matrix') {
      return this.scalar(parameter, isMatrix(arg) ? arg[0]?.[0] : arg);
    }
    const matrix = isMatrix(arg) ? arg : [[arg]];
    const known = this.prepared.get(matrix);
    if (known !== undefined) return known;
    const prepared = this.matrix(definition, parameter, matrix);
    if (!('error' in prepared)) this.prepared.set(matrix, prepared);
    return prepared;
  }

  private scalar(parameter: ParameterMetadata, cell: Cell | undefined): Prepared | ArgumentError {
    const value = coerced(parameter.type, cell);
    if (isArgumentError(value)) return value;
    return { value, key: `${typeof value}:${String(value)}` };
  }

  private matrix(
    definition: FunctionDefinition,
    parameter: ParameterMetadata,
    columns: Matrix<Cell>,
  ): Prepared | ArgumentError {
    const height = columns[0]?.length ?? 0;
    const rows: unknown[][] = [];
    for (let row = 0; row < height; row += 1) {
      const line: unknown[] = [];
      for (const column of columns) {
        const value = matrixValue(definition, parameter, column[row]);
        if (isArgumentError(value)) return value;
        line.push(value);
      }
      rows.push(line);
    }
    return { value: rows, key: `#${this.intern(JSON.stringify(rows))}` };
  }

  private intern(json: string): number {
    const known = this.interned.get(json);
    if (known !== undefined) return known;
    if (this.interned.size >= MOST_INTERNED) this.interned.clear();
    this.lastIntern += 1;
    this.interned.set(json, this.lastIntern);
    return this.lastIntern;
  }
}

/** Beyond this, equal ranges may get a new number, which costs a repeated call and nothing else. */
const MOST_INTERNED = 2000;

export interface Prepared {
  readonly value: WireArgument;
  /** Equal keys mean equal arguments. */
  readonly key: string;
}

const isArgumentError = (value: unknown): value is ArgumentError =>
  typeof value === 'object' && value !== null && 'error' in value;

/** The last parameter stands for all further arguments where it repeats. */
function parameterAt(definition: FunctionDefinition, index: number): ParameterMetadata {
  const { parameters } = definition;
  return parameters[index] ?? parameters.at(-1) ?? { name: `argument ${index + 1}` };
}

const isError = (cell: Cell) => o.helpers.isEvaluationError(cell.value);

function matrixValue(
  definition: FunctionDefinition,
  parameter: ParameterMetadata,
  cell: Cell | undefined,
): unknown {
  if (cell === undefined || cell.value === null) return parameter.type === 'number' ? 0 : null;
  if (!isError(cell)) return parameter.type === 'number' ? coerced('number', cell) : cell.value;
  const code = String(cell.value);
  if (definition.allowsErrors && parameter.type === 'any' && code !== BUSY) {
    return { type: 'CustomFunctionError', code: excelErrorCode(code) };
  }
  return { error: cell };
}

/** Excel's coercion of one value to the type of a parameter. */
function coerced(type: string | undefined, cell: Cell | undefined): unknown {
  const value = cell?.value ?? null;
  if (cell !== undefined && isError(cell)) return { error: cell };
  switch (type) {
    case 'number':
      return toNumber(value);
    case 'string':
      if (value === null) return '';
      return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    case 'boolean':
      return toBoolean(value);
    default:
      return value;
  }
}

function toNumber(value: Cell['value']): unknown {
  if (value === null || value === '') return 0;
  if (typeof value === 'string') {
    const number = Number(value.replaceAll(',', ''));
    return Number.isFinite(number) && value.trim() !== '' ? number : wrongKind(value, 'a number');
  }
  return Number(value);
}

function toBoolean(value: Cell['value']): unknown {
  if (value === null) return false;
  if (typeof value !== 'string') return Boolean(value);
  if (/^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  return wrongKind(value, 'TRUE or FALSE');
}

const wrongKind = (value: unknown, wanted: string): ArgumentError => ({
  error: { value: '#VALUE!', message: `"${String(value)}" is not ${wanted}.` },
});
