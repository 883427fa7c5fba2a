import { orList } from './words';
import { isoText, LAST_DAY } from './calendar';
import { FIRST_CONTRACT_DAY } from './contract-day';
import type { Decimal } from './decimal';

/** Where a number may lie; a bound that is left out does not bind. */
export interface NumberRange {
  readonly min?: number;
  readonly max?: number;
  /** The value must lie above this. */
  readonly above?: number;
  readonly whole?: boolean;
}

/** A share is a part of a whole: 5 % is 0.05 in its cell. */
export type NumberRule = { readonly type: 'number' | 'share' } & NumberRange;

/**
 * What one cell may hold, as data: an argument of a function and a term of the contract say it in the same words. The
 * sentences, the checks, the docs and the generators of the property tests all read it.
 */
export type Rule =
  | NumberRule
  | { readonly type: 'date' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  /** A name that is passed through as it is, a text or a number. */
  | { readonly type: 'label' }
  | { readonly type: 'text' };

export const isWithin = ({ min, max, above, whole }: NumberRange, value: Decimal): boolean =>
  (min === undefined || value.greaterThanOrEqualTo(min)) &&
  (max === undefined || value.lessThanOrEqualTo(max)) &&
  (above === undefined || value.greaterThan(above)) &&
  (!whole || value.isInteger());

/** What is allowed, in words: "a whole number, from 1 to 600", "Monthly or Yearly". */
export function allowed(rule: Rule): string {
  switch (rule.type) {
    case 'number':
    case 'share':
      return rule.whole ? `a whole number, ${limits(rule)}` : limits(rule);
    case 'date':
      return `a date from ${isoText(FIRST_CONTRACT_DAY)} to ${isoText(LAST_DAY)}`;
    case 'choice':
      return orList(rule.choices);
    case 'label':
      return 'text or a number';
    case 'text':
      return 'text';
  }
}

/** "from 0 to 1", "above 0", "any number" */
function limits({ min, max, above }: NumberRange): string {
  if (above !== undefined) return max === undefined ? `above ${above}` : `above ${above} and at most ${max}`;
  if (min !== undefined) return max === undefined ? `${min} or more` : `from ${min} to ${max}`;
  return max === undefined ? 'any number' : `at most ${max}`;
}

/** The remedy for a share that was given in percent; undefined where its hundredth would be refused as well. */
export function percentRemedy(rule: NumberRule, value: Decimal): string | undefined {
  const part = value.dividedBy(100);
  if (rule.type !== 'share' || !value.isPositive() || !isWithin(rule, part)) return undefined;
  return `Write ${part.toString()} or ${value.toString()}% for ${value.toString()} percent.`;
}
