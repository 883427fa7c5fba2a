import { catalogue } from './catalogue';
import type { CellBlock, CellValue, FunctionDescriptor } from './descriptor';
import { Refusal } from './refusal';

/** Entry of the bundle: makes the functions known to Excel as soon as the script is read, before Office is ready. */
for (const descriptor of catalogue) {
  CustomFunctions.associate(descriptor.id, (...args: unknown[]) => answer(descriptor, args));
}

function answer(descriptor: FunctionDescriptor, args: readonly unknown[]): CellValue | CellBlock {
  const outcome = outcomeOf(descriptor, args);
  if (outcome instanceof Refusal) throw errorOf(outcome);
  return outcome;
}

/** A fault of ours must not leave the cell with a bare error either. */
function outcomeOf(descriptor: FunctionDescriptor, args: readonly unknown[]) {
  try {
    return descriptor.call(args);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return new Refusal(
      `${descriptor.id} met a fault of its own (${reason}). Please report it with the formula and its values.`,
    );
  }
}

function errorOf({ code, sentence }: Refusal): CustomFunctions.Error {
  switch (code) {
    case '#VALUE!':
      return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, sentence);
    case '#N/A':
      return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, sentence);
    // Excel takes no text with this one.
    case '#NUM!':
      return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
  }
}
