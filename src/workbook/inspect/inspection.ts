import { describeArguments } from '../../functions/framework/arguments/describe';
import type { FunctionDescriptor, Outcome } from '../../functions/framework/descriptor';
import { Refusal } from '../../base/refusal';
import { readArguments, readReferenced, type ArgumentValue } from '../formulas/argument-values';
import { explainError, explainForeignError, isErrorCode } from '../excel/cell-error';
import { readBatch } from '../excel/excel-batch';
import { figureOf, type CellOfBlock, type Figure, type SheetFigure } from './figure';
import { isWholeFormula, readCalls, readReferences, type FunctionCall } from '../formulas/formula';
import { findFunction } from '../formulas/function-names';
import { readSheetRow } from '../excel/sheet-row';
import { blockSize, formatResult, formatValue } from '../excel/value-format';

/** One argument as the pane shows it. */
export interface ArgumentView {
  readonly name: string;
  readonly unit: string;
  /** As it stands in the formula; empty where it was left out. */
  readonly written: string;
  readonly shown: string;
  readonly isNumber: boolean;
  /** `unknown`: only Excel could tell its value. */
  readonly state: 'given' | 'default' | 'missing' | 'unknown';
  /** Where its value stands, with the sheet; absent where it stands in the formula. */
  readonly at?: string;
  /** The options of an options range, one by one. */
  readonly options: readonly OptionView[];
}

export interface OptionView {
  readonly name: string;
  readonly shown: string;
  readonly unit: string;
  readonly isNumber: boolean;
}

export interface Problem {
  readonly code: string;
  readonly sentence: string;
}

/** Cells that a formula refers to. */
export interface ReferenceView {
  /** As it stands in the formula. */
  readonly written: string;
  readonly shown: string;
  readonly at: string;
  readonly isError: boolean;
}

/** A cell without a Meterbook function. */
export interface PlainCell {
  readonly kind: 'plain';
  /** With the sheet. */
  readonly address: string;
  readonly content: 'blank' | 'constant' | 'formula';
  readonly formula: string;
  readonly value: string;
  /** What its row and column show, on a sheet that was generated. */
  readonly row?: SheetFigure;
  readonly references: readonly ReferenceView[];
  readonly problem?: Problem;
}

/** A cell whose formula calls a Meterbook function. */
export interface FunctionCell {
  readonly kind: 'function';
  readonly address: string;
  /** The cell with the formula, where the selected one only holds a part of its result. */
  readonly spilledFrom?: string;
  readonly formula: string;
  readonly descriptor: FunctionDescriptor;
  readonly value: string;
  readonly unit: string;
  /** Rows and columns, where the result is a block. */
  readonly size?: string;
  readonly problem?: Problem;
  readonly isBusy: boolean;
  /** The formula holds more than this one call. */
  readonly isPart: boolean;
  readonly arguments: readonly ArgumentView[];
  /** Where the cell shows a figure of a model. */
  readonly figure?: Figure;
}

export type Inspection = PlainCell | FunctionCell;

/** Of a long list, what a person would look at. */
const MOST_REFERENCES = 12;

/** Reads the active cell: what it calls or refers to, with what, what came out, and what is wrong with it. */
export function inspectActiveCell(): Promise<Inspection> {
  return readBatch(inspectIn);
}

const LOADED = 'address,formulas,values,rowIndex,columnIndex';

async function inspectIn(context: Excel.RequestContext): Promise<Inspection> {
  const active = context.workbook.getActiveCell().load(LOADED);
  const parent = active.getSpillParentOrNullObject().load(LOADED);
  await context.sync();
  const isAnchor = String(active.formulas[0]?.[0] ?? '').startsWith('=');
  const anchor = isAnchor || parent.isNullObject ? active : parent;
  const formula = String(anchor.formulas[0]?.[0] ?? '');
  const found = findCall(formula);
  return found
    ? inspectCall(context, { active, anchor, formula, found })
    : inspectPlain(context, active, formula);
}

interface CellWithCall {
  readonly active: Excel.Range;
  /** The cell with the formula: the active one, or the one that spills into it. */
  readonly anchor: Excel.Range;
  readonly formula: string;
  readonly found: FoundCall;
}

async function inspectCall(
  context: Excel.RequestContext,
  { active, anchor, formula, found }: CellWithCall,
): Promise<FunctionCell> {
  const spill = anchor.getSpillingToRangeOrNullObject().load('rowCount,columnCount');
  const values = await readArguments(context, anchor.worksheet, found.call);
  const cell: unknown = active.values[0]?.[0];
  const isPart = !isWholeFormula(formula, found.call);
  const outcome = await rerun(found.descriptor, values);
  const place = placeInBlock(formula, found.call, {
    row: active.rowIndex - anchor.rowIndex,
    column: active.columnIndex - anchor.columnIndex,
  });
  const figure = place && figureOf(found.descriptor.id, rawOf(values), place);
  return {
    kind: 'function',
    address: active.address,
    ...(anchor === active ? {} : { spilledFrom: anchor.address }),
    formula,
    descriptor: found.descriptor,
    value: formatResult(cell, found.descriptor, isPart),
    unit: typeof cell === 'number' && !isPart ? found.descriptor.result.unit : '',
    ...(spill.isNullObject ? {} : { size: blockSize(spill.rowCount, spill.columnCount) }),
    ...problemOf(anchor.values[0]?.[0], outcome, values, isPart),
    isBusy: cell === '#BUSY!' || cell === '#GETTING_DATA',
    isPart,
    arguments: found.descriptor.parameters.map((_, index) => viewOf(found, values, index)),
    ...(figure ? { figure } : {}),
  };
}

/** Which cell of the call's block is shown: of the call itself, or of one column of it, as INDEX(…,0,4) takes. */
function placeInBlock(formula: string, call: FunctionCall, cell: CellOfBlock): CellOfBlock | undefined {
  const [outer] = readCalls(formula);
  if (!outer || !isWholeFormula(formula, outer)) return undefined;
  if (outer.text === call.text) return cell;
  const [block, row, column] = outer.arguments;
  const isColumn = row?.kind === 'literal' && row.value === 0 && column?.kind === 'literal';
  if (outer.name.toUpperCase() !== 'INDEX' || block?.text !== call.text || !isColumn) return undefined;
  return { row: cell.row, column: Number(column.value) - 1 };
}

async function inspectPlain(
  context: Excel.RequestContext,
  active: Excel.Range,
  formula: string,
): Promise<PlainCell> {
  const { rowIndex, columnIndex, worksheet: sheet, address } = active;
  const row = await readSheetRow(context, { sheet, rowIndex, columnIndex });
  const references = await readReferenceViews(context, sheet, formula);
  const cell: unknown = active.values[0]?.[0];
  return {
    kind: 'plain',
    address,
    content: contentKind(formula),
    formula,
    value: formatValue(cell),
    ...(row ? { row } : {}),
    references,
    ...(isErrorCode(cell)
      ? { problem: { code: cell, sentence: explainForeignError(cell, references) } }
      : {}),
  };
}

async function readReferenceViews(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  formula: string,
): Promise<ReferenceView[]> {
  const references = readReferences(formula).slice(0, MOST_REFERENCES);
  if (references.length === 0) return [];
  const values = await readReferenced(context, sheet, references);
  return references.flatMap(({ text }, index) => {
    const value = values[index];
    if (!value?.known || value.address === undefined) return [];
    const cells: readonly unknown[] = Array.isArray(value.value) ? value.value.flat() : [value.value];
    const error = cells.find(isErrorCode);
    return [
      {
        written: text,
        shown: error ?? (cells.length === 1 ? formatValue(cells[0]) : `${cells.length} cells`),
        at: value.address,
        isError: error !== undefined,
      },
    ];
  });
}

interface FoundCall {
  readonly call: FunctionCall;
  readonly descriptor: FunctionDescriptor;
}

/** The outermost, leftmost call of a Meterbook function. */
function findCall(formula: string): FoundCall | undefined {
  for (const call of readCalls(formula)) {
    const descriptor = findFunction(call.name);
    if (descriptor) return { call, descriptor };
  }
  return undefined;
}

function contentKind(formula: string): 'blank' | 'constant' | 'formula' {
  if (formula === '') return 'blank';
  return formula.startsWith('=') ? 'formula' : 'constant';
}

const rawOf = (values: readonly ArgumentValue[]): unknown[] =>
  values.map((value) => (value.known ? value.value : null));

/** Excel does not pass on an error's sentence, so the function is called again; undefined where an argument is unknown. */
async function rerun(
  descriptor: FunctionDescriptor,
  values: readonly ArgumentValue[],
): Promise<Outcome | undefined> {
  const raw: unknown[] = [];
  for (const value of values) {
    if (!value.known) return undefined;
    raw.push(value.value);
  }
  return descriptor.call(raw);
}

function problemOf(
  cell: unknown,
  outcome: Outcome | undefined,
  values: readonly ArgumentValue[],
  isPart: boolean,
): { problem?: Problem } {
  if (!isErrorCode(cell)) return {};
  if (outcome instanceof Refusal && cell !== '#NAME?' && cell !== '#BUSY!') {
    return { problem: { code: cell, sentence: outcome.sentence } };
  }
  const unknown = values.find((value) => !value.known);
  return { problem: { code: cell, sentence: explainError(cell, { outcome, unknown, isPart }) } };
}

function viewOf(
  { call, descriptor }: FoundCall,
  values: readonly ArgumentValue[],
  index: number,
): ArgumentView {
  const value = values[index] ?? { known: true, value: null };
  const written = call.arguments[index]?.text ?? '';
  const described = describeArguments(descriptor, rawOf(values))[index];
  const parameter = descriptor.parameters[index];
  if (!described || !parameter) throw new Error(`${descriptor.id} has no parameter ${index + 1}.`);
  const { name, unit } = described;
  if (!value.known) {
    return { name, unit, written, shown: written, isNumber: false, state: 'unknown', options: [] };
  }
  const isNumber = typeof value.value === 'number' && described.state === 'given';
  return {
    name,
    unit,
    written,
    shown: isNumber ? formatValue(value.value, parameter.rule) : described.shown.replace(/^range of /, ''),
    isNumber,
    state: described.state,
    options: described.state === 'given' ? optionViews(descriptor, index, value.value) : [],
    ...(value.address === undefined ? {} : { at: value.address }),
  };
}

function optionViews(descriptor: FunctionDescriptor, index: number, raw: unknown): OptionView[] {
  const rule = descriptor.parameters[index]?.rule;
  if (rule?.type !== 'options' || !Array.isArray(raw)) return [];
  return raw.flatMap((row: unknown) => {
    if (!Array.isArray(row) || row[0] === null || row[0] === '') return [];
    const name = String(row[0]);
    const value: unknown = row[1] ?? null;
    const option = rule.options.find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
    return [
      {
        name,
        shown: value === null ? (option?.defaultText ?? 'blank') : formatValue(value, option?.rule),
        unit: option?.unit ?? '',
        isNumber: typeof value === 'number',
      },
    ];
  });
}
