import { Refusal } from '../../base/refusal';
import { OMITTED, type NativeArgument } from '../framework/native/argument';
import type { NativeDeclaration, PlainFormulas, Reading } from '../framework/native/reading';
import { catalogue } from './catalogue';
import { nativeById } from './native.generated';

/** More characters than this Excel takes in no formula. */
const LONGEST_FORMULA = 8192;
const MOST_PARAMETERS = 6;

/** What a function declares, found by an id that comes from a formula. */
export function declarationOf(id: string): NativeDeclaration {
  const declarations: Readonly<Record<string, NativeDeclaration>> = nativeById;
  return declarations[id] ?? new Refusal(`Meterbook has no function ${id}.`);
}

/**
 * A call in plain Excel.
 *
 * @param id   the function's id, such as TIERED_COST
 * @param args in the order of the parameters, as written in the call
 */
export function nativeReading(id: string, args: readonly NativeArgument[]): PlainFormulas {
  const declaration = declarationOf(id);
  if (declaration instanceof Refusal) return declaration;
  const refusal = refusalOf(id, args);
  if (refusal) return new Refusal(`The call is refused: ${refusal.sentence}`);
  const given = Array.from({ length: MOST_PARAMETERS }, (_, index) => args[index] ?? OMITTED);
  return printed(declaration.read(...(given as Parameters<typeof declaration.read>)));
}

/** What the function itself answers, where all arguments are known. */
function refusalOf(id: string, args: readonly NativeArgument[]): Refusal | undefined {
  if (args.some(({ value }) => value === undefined)) return undefined;
  const outcome = catalogue.find((each) => each.id === id)?.call(args.map(({ value }) => value));
  // A function that answers later has no native reading (NativeOf).
  return outcome instanceof Refusal ? outcome : undefined;
}

function printed(reading: Reading): PlainFormulas {
  if (reading instanceof Refusal) return reading;
  const block = 'text' in reading ? [[reading]] : reading;
  const formulas = block.map((row) => row.map(({ text }) => `=${text}`));
  const longest = Math.max(...formulas.flat().map(({ length }) => length));
  if (longest <= LONGEST_FORMULA) return { formulas };
  return new Refusal(
    `Its formula would take ${longest} characters, more than the ${LONGEST_FORMULA} that Excel allows. Put long arguments into cells of their own.`,
  );
}
