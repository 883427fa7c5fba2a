import { OMITTED, type NativeArgument } from '../functions/native/argument';
import { nativeReading } from '../functions/native/native-functions';
import type { NativeReading } from '../functions/native/reading';
import type { ArgumentValue } from './argument-values';
import { readCalls, type Argument, type FunctionCall } from './formula';
import { findFunction } from './function-names';

/**
 * A call of ours in plain Excel.
 *
 * @param values what its arguments hold, as `readArguments` tells
 */
export function nativeCall(call: FunctionCall, values: readonly ArgumentValue[]): NativeReading {
  const descriptor = findFunction(call.name);
  if (descriptor === undefined) return { none: `${call.name} is no function of Meterbook.` };
  const within = call.arguments.find(({ text }) =>
    readCalls(`=${text}`).some(({ name }) => findFunction(name)),
  );
  if (within) {
    return {
      none: `${within.text} calls Meterbook inside another call; in a cell of its own it would have a plain formula.`,
    };
  }
  const given = call.arguments.map((argument, index) => nativeArgument(argument, values[index]));
  return nativeReading(descriptor.id, given);
}

function nativeArgument(argument: Argument, found: ArgumentValue | undefined): NativeArgument {
  const { kind, text } = argument;
  if (kind === 'omitted') return OMITTED;
  const value = found?.known ? found.value : undefined;
  const address = found?.known ? found.address : undefined;
  // Only newer versions of Excel know A1#, the block that spills from A1: its cells do everywhere.
  const isSpill = argument.kind === 'reference' && argument.spill;
  return {
    written: WRITTEN[kind],
    text: isSpill ? (address ?? text) : text,
    value,
    ...(address === undefined ? {} : { address }),
  };
}

const WRITTEN = {
  literal: 'literal',
  error: 'expression',
  array: 'array',
  reference: 'cells',
  name: 'cells',
  structured: 'cells',
  call: 'call',
  expression: 'expression',
} as const satisfies Record<Exclude<Argument['kind'], 'omitted'>, NativeArgument['written']>;
