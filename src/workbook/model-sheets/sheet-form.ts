import type { Contract } from '../../contract/contract';
import type { Survey } from './survey';

/** Live sheets ask Meterbook for their figures; native ones compute them in formulas of Excel alone. */
export type SheetForm = 'live' | 'native';

/** Rows that only sheets in native form have. */
export const NATIVE_BLOCKS = { inputs: 'block.inputs', engine: 'block.engine' } as const;

/** The form in which the sheets of a model stand. */
export function formOf({ found }: Pick<Survey, 'found'>): SheetForm {
  const isNative = [...found.values()].some(({ place }) =>
    Object.values(NATIVE_BLOCKS).some((id) => place.rows.has(id)),
  );
  return isNative ? 'native' : 'live';
}

const NOT_COMPLETE =
  'The table of terms has problems, which the sheet of checks lists, so there is nothing yet to put into formulas. Correct them, then try again.';

/** Why a contract cannot stand in native form, and what to do; undefined where it can. */
export function nativeRefusal(contract: Contract | undefined): string | undefined {
  if (contract === undefined) return NOT_COMPLETE;
  const { table } = contract;
  const decided = table.scenarios.filter(
    (_name, scenario) => scenario > 0 && table.value('Scenario', '', 'Decided on', scenario) !== null,
  );
  return decided.length === 0
    ? undefined
    : `The ${decided.length === 1 ? 'scenario' : 'scenarios'} ${decided.join(', ')} ${decided.length === 1 ? 'has' : 'have'} a date Decided on, and formulas of Excel compute one scenario from its start. Clear Scenario | Decided on there, or hand over values instead.`;
}
