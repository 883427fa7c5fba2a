import type { ArgumentRule } from './arguments/kinds';
import type { Refusal } from '../../base/refusal';

/** What Excel may hand to a custom function, and what it may receive back. */
export type CellValue = number | string | boolean | null;
export type CellBlock = CellValue[][];

/** A result for the grid: one value, a block that spills, or a refusal with its sentence. */
export type Outcome = CellValue | CellBlock | Refusal;

/** One column of a range argument. */
export interface ColumnRule<Name extends string = string> {
  readonly name: Name;
  readonly unit: string;
  /** Its cells may be blank, and at the right end it may be missing. */
  readonly optional: boolean;
  readonly rule: ArgumentRule;
}

/** One named option. */
export interface OptionRule<Name extends string = string> {
  readonly name: Name;
  readonly unit: string;
  readonly defaultText: string;
  readonly rule: ArgumentRule;
}

export interface TableRule<Name extends string = string> {
  readonly type: 'table';
  readonly columns: readonly ColumnRule<Name>[];
  readonly orOne?: ArgumentRule;
}

export interface OptionsRule<Name extends string = string> {
  readonly type: 'options';
  readonly options: readonly OptionRule<Name>[];
}

/** What an argument may hold, as data: for messages, editors, the docs page and the generators of property tests. */
export type ParameterRule =
  | ArgumentRule
  | TableRule
  | OptionsRule
  /** The Terms table. */
  | { readonly type: 'terms' }
  /** The id of a line of the contract; where a range is taken, several. */
  | { readonly type: 'line' };

/** What one parameter takes; the boundary turns a raw argument into the value that the body receives. */
export interface Parameter {
  readonly name: string;
  /** Shown beside the number: "USD per unit-hour", "tokens", "date". */
  readonly unit: string;
  readonly optional: boolean;
  /** A range of cells rather than one value. */
  readonly matrix: boolean;
  readonly rule: ParameterRule;
  /** What holds where it is left out; undefined for a required one. */
  readonly defaultText: string | undefined;
}

/**
 * What a function takes and gives: all that a call and its refusals need. What is said about it besides stands in its
 * texts.ts (joined to this in catalogue/documentation.ts), which nothing loads until it is shown.
 */
export interface FunctionDescriptor {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  readonly result: {
    readonly matrix: boolean;
    /** A text rather than a number. */
    readonly isText?: true;
    readonly unit: string;
    readonly format: string;
  };
  /**
   * Takes the raw arguments of Excel (omitted = null) and never throws on what a person can type. A function whose body
   * is fetched when it is first called answers later.
   */
  call(args: readonly unknown[]): Outcome | Promise<Outcome>;
}
