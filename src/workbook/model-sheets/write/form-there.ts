import type { Contract } from '../../../contract/contract';
import { identityOf } from '../../../terms/catalogue/term-name';
import { Refusal } from '../../../base/refusal';
import { COMPUTED_SHEETS } from '../plan/outcome';
import { NATIVE_BLOCKS, type SheetForm } from '../plan/sheet-form';
import type { Survey } from './survey';

/** The form in which the sheets of a model stand. */
export function formOf({ found }: Pick<Survey, 'found'>): SheetForm {
  const isNative = [...found.values()].some(({ place }) =>
    Object.values(NATIVE_BLOCKS).some((id) => place.rows.has(id)),
  );
  return isNative ? 'native' : 'live';
}

const NOT_COMPLETE =
  'The table of terms has problems, which the sheet of checks lists, so there is nothing yet to put into formulas. Correct them, then try again.';

/** Why the sheets cannot change to a form, and what to do; undefined where they can. */
export function turnRefusal(
  form: SheetForm,
  contract: Contract | undefined,
  { found }: Pick<Survey, 'found'>,
): Refusal | undefined {
  if (contract === undefined) return new Refusal(NOT_COMPLETE);
  const locked = [...found].flatMap(([key, { name, isProtected }]) =>
    isProtected && COMPUTED_SHEETS.includes(key) ? [name] : [],
  );
  if (locked.length > 0) return new Refusal(lockedSentence(locked));
  return form === 'native' ? nativeRefusal(contract) : undefined;
}

const lockedSentence = (names: readonly string[]): string =>
  `${names.length === 1 ? 'The sheet' : 'The sheets'} ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} protected, and the formulas of a model change on all its sheets together. Choose Review > Unprotect Sheet there, then try again.`;

/** Why a contract cannot stand in native form. */
function nativeRefusal({ table }: Contract): Refusal | undefined {
  const decided = table.scenarios.filter(
    (_name, scenario) =>
      scenario > 0 && table.value(...identityOf('Scenario', 'Decided on'), scenario) !== null,
  );
  return decided.length === 0
    ? undefined
    : new Refusal(
        `The ${decided.length === 1 ? 'scenario' : 'scenarios'} ${decided.join(', ')} ${decided.length === 1 ? 'has' : 'have'} a date Decided on, and formulas of Excel compute one scenario from its start. Clear Scenario | Decided on there, or hand over values instead.`,
      );
}
