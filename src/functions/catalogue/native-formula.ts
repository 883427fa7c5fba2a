import { catalogue, type FunctionOfCatalogue } from './catalogue';
import { Refusal } from '../../base/refusal';
import { OMITTED, type NativeArgument } from '../framework/native/argument';
import { breakevenTokens } from '../breakeven-tokens/native';
import { committedCost } from '../committed-cost/native';
import { cutoverShare } from '../cutover-share/native';
import { type NativeDeclaration, type NativeReading, type Reading } from '../framework/native/reading';
import { reservedCost } from '../reserved-cost/native';
import { reservedUnits } from '../reserved-units/native';
import { tieredCost } from '../tiered-cost/native';
import { tokenCost } from '../token-cost/native';
import { trancheExposure } from '../tranche-exposure/native';

/** The native reading of every function; the compiler requires a declaration of each. */
export const nativeFunctions: { readonly [F in FunctionOfCatalogue as F['id']]: NativeDeclaration } = {
  RESERVED_COST: reservedCost,
  RESERVED_UNITS: reservedUnits,
  TOKEN_COST: tokenCost,
  TIERED_COST: tieredCost,
  CUTOVER_SHARE: cutoverShare,
  COMMITTED_COST: committedCost,
  TRANCHE_EXPOSURE: trancheExposure,
  BREAKEVEN_TOKENS: breakevenTokens,
  TRANCHE_SCHEDULE: new Refusal('It sorts the tranches by date, which formulas of Excel 2016 do not.'),
  TAKE_OR_PAY: new Refusal(
    'Its ledger carries make-up and banked quantities from year to year by age, which takes a table of formulas rather than one.',
  ),
  DRAWDOWN: new Refusal(
    'Its ledger uses up the lots by their expiry, which takes a table of formulas rather than one.',
  ),
  SCHEDULE: new Refusal(
    'It computes the lines of a whole contract; the native form of the sheet Schedule holds them as formulas.',
  ),
  TOTAL: new Refusal(
    'It adds up a line of a whole contract; the native form of the sheet Schedule holds that line as formulas.',
  ),
  EXPLAIN: new Refusal('It tells in words how a figure comes about.'),
  CHECK: new Refusal('It checks the Terms and the contract as a whole, and answers in sentences.'),
  VERSION: new Refusal(
    'It tells which version of Meterbook computed the workbook, and that stays as it was.',
  ),
};

/** More characters than this Excel takes in no formula. */
const LONGEST_FORMULA = 8192;
const MOST_PARAMETERS = 6;

/** What a function declares, found by an id that comes from a formula. */
export function declarationOf(id: string): NativeDeclaration {
  const declarations: Readonly<Record<string, NativeDeclaration>> = nativeFunctions;
  return declarations[id] ?? new Refusal(`Meterbook has no function ${id}.`);
}

/**
 * A call in plain Excel.
 *
 * @param id   the function's id, such as TIERED_COST
 * @param args in the order of the parameters, as written in the call
 */
export function nativeReading(id: string, args: readonly NativeArgument[]): NativeReading {
  const declaration = declarationOf(id);
  if (declaration instanceof Refusal) return declaration;
  const refusal = refusalOf(id, args);
  if (refusal) return new Refusal(`The call is refused: ${refusal.sentence}`);
  const given = Array.from({ length: MOST_PARAMETERS }, (_, index) => args[index] ?? OMITTED);
  return printed(declaration.read(...(given as Parameters<typeof declaration.read>)));
}

/** What the function itself says to the arguments, where all of them are known. */
function refusalOf(id: string, args: readonly NativeArgument[]): Refusal | undefined {
  if (args.some(({ value }) => value === undefined)) return undefined;
  const outcome = catalogue.find((each) => each.id === id)?.call(args.map(({ value }) => value));
  return outcome instanceof Refusal ? outcome : undefined;
}

function printed(reading: Reading): NativeReading {
  if (reading instanceof Refusal) return reading;
  const block = 'text' in reading ? [[reading]] : reading;
  const formulas = block.map((row) => row.map(({ text }) => `=${text}`));
  const longest = Math.max(...formulas.flat().map(({ length }) => length));
  if (longest <= LONGEST_FORMULA) return { formulas };
  return new Refusal(
    `Its formula would take ${longest} characters, more than the ${LONGEST_FORMULA} that Excel allows. Put long arguments into cells of their own.`,
  );
}
