import type { Rule } from '../../base/rule';

/** What the item column of a section holds. */
export type ItemKind =
  /** The section describes one thing; the item is blank. */
  | 'none'
  /** A name that the person chooses: a product, a vendor, a tranche. */
  | 'name'
  /** A date from which the row holds, as a date or as ISO text. */
  | 'date'
  /** 1, 2, 3 …: a tier or a contract year. */
  | 'number'
  /** One of the token classes. */
  | 'token class';

export const TOKEN_CLASSES = ['Input', 'Output', 'Cache read', 'Cache write', 'Cache write 1h'] as const;
export type TokenClass = (typeof TOKEN_CLASSES)[number];

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** What a term's cell holds. */
export type TermRule = Exclude<Rule, { readonly type: 'label' }>;

/** What a term may hold. What it means is said in its text (texts/, by documentation.ts), which parsing does without. */
export interface TermFacts {
  /** The name in the column Term. One that ends in # stands for a numbered family: "Month #". */
  readonly term: string;
  readonly rule: TermRule;
  /** "currency" stands for the table's own. */
  readonly unit: string;
  /** Holds where the table is silent. A term without default has no value then. */
  readonly byDefault?: number | string;
  /** Further units that the column Unit may name. */
  readonly alsoUnits?: readonly string[];
  /**
   * Must have a value in every scenario in which its item has any. The word None in a required term of a named item
   * leaves the item out of the scenario.
   */
  readonly required?: boolean;
  /** Stands for the term in a scenario without its item, so that the item counts for nothing there. */
  readonly withoutItem?: number | 'model start';
}
