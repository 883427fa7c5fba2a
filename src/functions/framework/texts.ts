import type { Arguments } from './arguments/boundary';
import type { NamedFunction } from './define';
import type { CellBlock, CellValue, OptionsRule, TableRule } from './descriptor';
import type { ErrorCode } from './error-code';

type TextByName<Name extends string = string> = Readonly<Record<Name, string>>;

/** What a range is, and what its columns are. */
interface RangeText<Name extends string = string> {
  readonly text: string;
  readonly columns: TextByName<Name>;
}

/**
 * What an argument is, with range and default: shown by Excel, the pane and the docs page. Of options the meaning of
 * each by name; what is said of their range is the same everywhere.
 */
export type ArgumentText = string | RangeText | TextByName;

export const isRangeText = (given: ArgumentText): given is RangeText =>
  typeof given === 'object' && typeof given['columns'] === 'object';

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
  readonly code: ErrorCode;
  readonly sentence: string;
}

/** All that is said about a function beside what it takes and gives. */
export interface FunctionTexts {
  /** One or two sentences: shown by Excel's formula builder. */
  readonly summary: string;
  /** The question that it answers, in an analyst's words. */
  readonly question: string;
  readonly parameters: Readonly<Record<string, ArgumentText>>;
  readonly result: string;
  /** The rule as formulas, one a line. */
  readonly equation: readonly string[];
  /** What happens at the edges: zeros, equal dates, bounds. */
  readonly edges: readonly string[];
  readonly examples: readonly Example[];
  readonly refusals: readonly RefusalExample[];
  readonly source: string;
  readonly since: string;
}

type TextOf<R> =
  R extends TableRule<infer Name>
    ? RangeText<Name>
    : R extends OptionsRule<infer Name>
      ? TextByName<Name>
      : string;

/** The texts of one function: of every argument, column and option that it has, and of no other. */
export interface TextsOf<F extends NamedFunction<string, Arguments>> extends FunctionTexts {
  readonly parameters: { readonly [P in keyof F['arguments']]: TextOf<F['arguments'][P]['rule']> };
}
