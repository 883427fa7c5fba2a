import type { Refusal } from './refusal';

/** What Excel may hand to a custom function, and what it may receive back. */
export type CellValue = number | string | boolean | null;
export type CellBlock = CellValue[][];

/** A result for the grid: one value, a block that spills, or a refusal with its sentence. */
export type Outcome = CellValue | CellBlock | Refusal;

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

/** Everything that functions.json, the boundary, the pane and the docs page say about a function. */
export interface FunctionDescriptor {
  readonly id: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly options?: readonly OptionText[];
  readonly result: {
    readonly matrix: boolean;
    readonly unit: string;
    readonly format: string;
    readonly text: string;
  };
  readonly examples: readonly Example[];
  readonly source: string;
  readonly since: string;
  /** Takes the raw arguments of Excel (omitted = null) and never throws on what a person can type. */
  call(args: readonly unknown[]): Outcome;
}

export interface OptionText {
  readonly name: string;
  readonly text: string;
  readonly unit: string;
}
