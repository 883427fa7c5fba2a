import { Refusal } from '../../base/refusal';
import type { CellBlock, CellValue, FunctionDescriptor } from '../../functions/framework/descriptor';
import { readArguments } from './argument-values';
import { readBatch } from '../excel/excel-batch';
import { readCalls } from './formula';

/** What a call would give, before it is in any cell. */
export type Preview =
  | { readonly kind: 'value'; readonly value: CellValue }
  | { readonly kind: 'block'; readonly block: CellBlock }
  | Refusal
  /** Only Excel could tell. */
  | { readonly kind: 'unknown'; readonly why: string };

/** Runs the function on what its arguments hold now. @param sheet from which addresses without a sheet are read */
export function previewCall(
  descriptor: FunctionDescriptor,
  formula: string,
  sheet: string,
): Promise<Preview> {
  return readBatch(async (context) => {
    const [call] = readCalls(formula);
    if (!call) return { kind: 'unknown', why: 'This is not a formula that Excel would take.' };
    const home = context.workbook.worksheets.getItem(sheet);
    const values = await readArguments(context, home, call);
    const raw: unknown[] = [];
    for (const value of values) {
      if (!value.known) return { kind: 'unknown', why: value.why };
      raw.push(value.value);
    }
    const outcome = await descriptor.call(raw);
    if (outcome instanceof Refusal) return outcome;
    return Array.isArray(outcome) ? { kind: 'block', block: outcome } : { kind: 'value', value: outcome };
  });
}
