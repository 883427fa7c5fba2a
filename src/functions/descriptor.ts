import type { Rule } from './kinds';
import type { Refusal, RefusalCode } from './refusal';

/** What Excel may hand to a custom function, and what it may receive back. */
export type CellValue = number | string | boolean | null;
export type CellBlock = CellValue[][];

/** A result for the grid: one value, a block that spills, or a refusal with its sentence. */
export type Outcome = CellValue | CellBlock | Refusal;

/** One column of a range argument. */
export interface ColumnText {
  readonly name: string;
  readonly text: string;
  readonly unit: string;
  /** Its cells may be blank, and at the right end it may be missing. */
  readonly optional: boolean;
  readonly rule: Rule;
}

/** One named option. */
export interface OptionText {
  readonly name: string;
  readonly text: string;
  readonly unit: string;
  readonly defaultText: string;
  readonly rule: Rule;
}

/** What an argument may hold, as data: for messages, editors, the docs page and the generators of property tests. */
export type ParameterRule =
  | Rule
  | { readonly type: 'table'; readonly columns: readonly ColumnText[]; readonly orOne?: Rule }
  | { readonly type: 'options'; readonly options: readonly OptionText[] }
  /** The Terms table. */
  | { readonly type: 'terms' }
  /** The id of a line of the contract; where a range is taken, several. */
  | { readonly type: 'line' };

/** What one parameter takes; the boundary turns a raw argument into the value that the body receives. */
export interface Parameter {
  readonly name: string;
  /** What it is, with unit, range and default: shown by Excel, the pane and the docs page. */
  readonly text: string;
  /** Shown beside the number: "USD per unit-hour", "tokens", "date". */
  readonly unit: string;
  readonly optional: boolean;
  /** A range of cells rather than one value. */
  readonly matrix: boolean;
  readonly rule: ParameterRule;
  /** What holds where it is left out; undefined for a required one. */
  readonly defaultText: string | undefined;
}

export interface Example {
  /** The question that the example answers. */
  readonly title: string;
  /** en-US formula text. Ranges appear as array constants, so that an example can be pasted into any cell. */
  readonly formula: string;
  /** The arguments, in order, as Excel delivers them. */
  readonly args: readonly unknown[];
  readonly result: CellValue | CellBlock;
  /** How a person checks the result by hand. */
  readonly reading: string;
}

/** A mistake, and the sentence that answers it; tests run them. */
export interface RefusalExample {
  readonly title: string;
  readonly formula: string;
  readonly args: readonly unknown[];
  readonly code: RefusalCode;
  readonly sentence: string;
}

/** Everything that functions.json, the boundary, the pane and the docs page say about a function. */
export interface FunctionDescriptor {
  readonly id: string;
  /** One or two sentences: shown by Excel's formula builder. */
  readonly summary: string;
  /** The question that it answers, in an analyst's words. */
  readonly question: string;
  readonly parameters: readonly Parameter[];
  readonly options?: readonly OptionText[];
  readonly result: {
    readonly matrix: boolean;
    /** A text rather than a number. */
    readonly isText?: true;
    readonly unit: string;
    readonly format: string;
    readonly text: string;
  };
  /** The rule as formulas, one a line. */
  readonly equation: readonly string[];
  /** What happens at the edges: zeros, equal dates, bounds. */
  readonly edges: readonly string[];
  readonly examples: readonly Example[];
  readonly refusals: readonly RefusalExample[];
  readonly source: string;
  readonly since: string;
  /** Takes the raw arguments of Excel (omitted = null) and never throws on what a person can type. */
  call(args: readonly unknown[]): Outcome;
}
