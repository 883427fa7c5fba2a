import { catalogue } from '../../functions/catalogue/catalogue';
import { readCalls } from '../formulas/formula';
import { tokensOf } from '../formulas/formula-tokens';
import { NAMESPACE, findFunction } from '../formulas/function-names';

/** The functions of this deployment, by the name that a formula calls them by. */
const CALLED = new Map(catalogue.map(({ id }) => [`${NAMESPACE}.${id}`.toUpperCase(), id]));

/** As Excel writes a call while the add-in is away: _xldudf_, with underscores for the points. */
const STORED = new Map(
  catalogue.map(({ id }) => [`_XLDUDF_${`${NAMESPACE}_${id}`.replaceAll('.', '_')}`.toUpperCase(), id]),
);

/** The function of this deployment that a name in a formula calls. */
export const functionId = (name: string): string | undefined =>
  CALLED.get(name.toUpperCase()) ?? STORED.get(name.toUpperCase());

/** The functions of this deployment that a formula calls, each once. */
export const ownCalls = (formula: string): string[] =>
  MAY_CALL.test(formula)
    ? [...new Set(readCalls(formula).flatMap(({ name }) => functionId(name) ?? []))]
    : [];

/** Tens of thousands of formulas of a model do not name Meterbook at all: these need not be taken apart. */
const MAY_CALL = new RegExp(`${NAMESPACE.replaceAll('.', '\\.')}[._]`, 'i');

/** Whether a formula calls a function under a name that only Excel without the add-in uses. */
export const hasStoredCall = (formula: string): boolean =>
  readCalls(formula).some(({ name }) => STORED.has(name.toUpperCase()));

/** Functions that look like Meterbook's under the namespace of another deployment: left alone, and reported. */
export function callsOfOthers(formula: string): string[] {
  const found = readCalls(formula).flatMap(({ name }) => {
    const upper = name.toUpperCase();
    return !CALLED.has(upper) && !STORED.has(upper) && findFunction(name) !== undefined ? [name] : [];
  });
  return [...new Set(found)];
}

/** The formula with every stored name of a known function as it is typed. Other names stay as they are. */
export function withTypedNames(formula: string): string {
  const parts = tokensOf(formula).map(({ kind, text }) => {
    const id = kind === 'function' ? STORED.get(text.toUpperCase()) : undefined;
    return id === undefined ? text : `${NAMESPACE}.${id}`;
  });
  return `=${parts.join('')}`;
}
