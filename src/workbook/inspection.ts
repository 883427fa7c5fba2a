import { describeArguments } from '../functions/describe';
import type { FunctionDescriptor, Outcome } from '../functions/descriptor';
import { Refusal } from '../functions/refusal';
import { readArguments, type ArgumentValue } from './argument-values';
import { explainError, isErrorCode } from './cell-error';
import { readBatch } from './excel-batch';
import { isWholeFormula, readCalls, type FunctionCall } from './formula';
import { findFunction } from './function-names';
import { blockSize, formatResult, formatValue } from './value-format';

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

export type Inspection =
  | { readonly kind: 'nothing'; readonly address: string; readonly content: 'blank' | 'constant' | 'formula' }
  | {
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
    };

/** Reads the active cell: which function of ours it calls, with what, what came out, and what is wrong with it. */
export function inspectActiveCell(): Promise<Inspection> {
  return readBatch(inspectIn);
}

async function inspectIn(context: Excel.RequestContext): Promise<Inspection> {
  const active = context.workbook.getActiveCell().load('address,formulas,values');
  const parent = active.getSpillParentOrNullObject().load('address,formulas,values');
  await context.sync();
  const isAnchor = String(active.formulas[0]?.[0] ?? '').startsWith('=');
  const anchor = isAnchor || parent.isNullObject ? active : parent;
  const formula = String(anchor.formulas[0]?.[0] ?? '');
  const found = findCall(formula);
  if (!found) return { kind: 'nothing', address: active.address, content: contentKind(formula) };

  const spill = anchor.getSpillingToRangeOrNullObject().load('rowCount,columnCount');
  const values = await readArguments(context, anchor.worksheet, found.call);
  const cell: unknown = active.values[0]?.[0];
  const isPart = !isWholeFormula(formula, found.call);
  const outcome = rerun(found.descriptor, values);
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
  };
}

interface FoundCall {
  readonly call: FunctionCall;
  readonly descriptor: FunctionDescriptor;
}

/** The outermost, leftmost call of a function of ours. */
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

/** Excel keeps an error's sentence to itself, so the function is asked again; undefined where an argument is unknown. */
function rerun(descriptor: FunctionDescriptor, values: readonly ArgumentValue[]): Outcome | undefined {
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
  const raw = values.map((each) => (each.known ? each.value : null));
  const described = describeArguments(descriptor, raw)[index];
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
