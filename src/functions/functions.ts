import { Refusal } from '../base/refusal';
import { catalogue } from './catalogue/catalogue';
import { check } from './check/function';
import type { CellBlock, CellValue, FunctionDescriptor, Outcome } from './framework/descriptor';
import { errorCode } from './framework/error-code';

/** Entry of the bundle: makes the functions known to Excel as soon as the script is read, before Office is ready. */
for (const descriptor of catalogue) {
  const call = (...args: unknown[]) => answer(descriptor, args);
  // It evaluates every scenario, so it answers last: a sheet shows its figures first, then whether they hold together.
  const isLast = descriptor === check;
  CustomFunctions.associate(
    descriptor.id,
    isLast ? (...args: unknown[]) => others().then(() => call(...args)) : call,
  );
}

/** Resolves when the calls that came together have been answered. */
function others(): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve));
}

type Answer = CellValue | CellBlock;

function answer(descriptor: FunctionDescriptor, args: readonly unknown[]): Answer | Promise<Answer> {
  const outcome = outcomeOf(descriptor, args);
  return outcome instanceof Promise ? outcome.then(forCell) : forCell(outcome);
}

function forCell(outcome: Outcome): Answer {
  if (outcome instanceof Refusal) throw errorOf(outcome);
  return outcome;
}

/** A fault of the program must not leave the cell with a bare error either. */
function outcomeOf(descriptor: FunctionDescriptor, args: readonly unknown[]): Outcome | Promise<Outcome> {
  const refuse = (fault: unknown) => refusalOf(fault, descriptor);
  try {
    const outcome = descriptor.call(args);
    return outcome instanceof Promise ? outcome.catch(refuse) : outcome;
  } catch (fault) {
    return refuse(fault);
  }
}

function refusalOf(fault: unknown, { id }: FunctionDescriptor): Refusal {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return new Refusal(
    `${id} met a fault of its own (${reason}). Please report it with the formula and its values.`,
  );
}

function errorOf(refusal: Refusal): CustomFunctions.Error {
  const { sentence } = refusal;
  switch (errorCode(refusal)) {
    case '#VALUE!':
      return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, sentence);
    case '#N/A':
      return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, sentence);
    // Excel takes no text with this one.
    case '#NUM!':
      return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
  }
}
