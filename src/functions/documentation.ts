import { catalogue, type FunctionOfCatalogue } from './catalogue';
import type {
  ColumnRule,
  FunctionDescriptor,
  OptionRule,
  OptionsRule,
  Parameter,
  ParameterRule,
  TableRule,
} from './descriptor';
import { breakevenTokensTexts } from './texts/breakeven-tokens';
import { checkTexts } from './texts/check';
import { committedCostTexts } from './texts/committed-cost';
import { cutoverShareTexts } from './texts/cutover-share';
import { drawdownTexts } from './texts/drawdown';
import { explainTexts } from './texts/explain';
import { reservedCostTexts } from './texts/reserved-cost';
import { reservedUnitsTexts } from './texts/reserved-units';
import { scheduleTexts } from './texts/schedule';
import { takeOrPayTexts } from './texts/take-or-pay';
import { tieredCostTexts } from './texts/tiered-cost';
import { tokenCostTexts } from './texts/token-cost';
import { totalTexts } from './texts/total';
import { trancheExposureTexts } from './texts/tranche-exposure';
import { trancheScheduleTexts } from './texts/tranche-schedule';
import { versionTexts } from './texts/version';
import { isRangeText, type ArgumentText, type FunctionTexts, type TextsOf } from './texts/texts';

type Described<T> = T & { readonly text: string };

/** The rule of an argument, with what each column or option means. */
export type DocumentedRule =
  | Exclude<ParameterRule, TableRule | OptionsRule>
  | (Omit<TableRule, 'columns'> & { readonly columns: readonly Described<ColumnRule>[] })
  | (Omit<OptionsRule, 'options'> & { readonly options: readonly Described<OptionRule>[] });

export type DocumentedParameter = Omit<Described<Parameter>, 'rule'> & { readonly rule: DocumentedRule };

/** A function with all that is said about it. */
export interface DocumentedFunction
  extends Omit<FunctionDescriptor, 'parameters' | 'result'>, Omit<FunctionTexts, 'parameters' | 'result'> {
  readonly parameters: readonly DocumentedParameter[];
  readonly result: Described<FunctionDescriptor['result']>;
}

/** By id; the compiler requires those of every function, argument, column and option, and allows no other. */
const TEXTS: { readonly [F in FunctionOfCatalogue as F['id']]: TextsOf<F> } = {
  RESERVED_COST: reservedCostTexts,
  RESERVED_UNITS: reservedUnitsTexts,
  TOKEN_COST: tokenCostTexts,
  TIERED_COST: tieredCostTexts,
  CUTOVER_SHARE: cutoverShareTexts,
  TRANCHE_SCHEDULE: trancheScheduleTexts,
  COMMITTED_COST: committedCostTexts,
  TAKE_OR_PAY: takeOrPayTexts,
  DRAWDOWN: drawdownTexts,
  TRANCHE_EXPOSURE: trancheExposureTexts,
  BREAKEVEN_TOKENS: breakevenTokensTexts,
  SCHEDULE: scheduleTexts,
  TOTAL: totalTexts,
  EXPLAIN: explainTexts,
  CHECK: checkTexts,
  VERSION: versionTexts,
};

/**
 * Every function with its texts, in the order of the catalogue. The functions answer without them, so the bundle that
 * computes leaves them out: the pane fetches this module when it shows them (`await import('../functions/documentation')`).
 */
export const documentation: readonly DocumentedFunction[] = catalogue.map((descriptor) =>
  withTexts(descriptor, textsOf(descriptor.id)),
);

/** The function of this id. Throws where there is none. */
export function documentedFunction(id: string): DocumentedFunction {
  const documented = documentation.find((each) => each.id === id);
  if (documented === undefined) throw new RangeError(`There is no function ${id}.`);
  return documented;
}

function textsOf(id: string): FunctionTexts {
  return found(TEXTS as Readonly<Record<string, FunctionTexts>>, id);
}

function withTexts(descriptor: FunctionDescriptor, texts: FunctionTexts): DocumentedFunction {
  return {
    ...descriptor,
    ...texts,
    parameters: descriptor.parameters.map((parameter) => ({
      ...parameter,
      ...argumentWithText(parameter.rule, found(texts.parameters, parameter.name)),
    })),
    result: { ...descriptor.result, text: texts.result },
  };
}

function argumentWithText(
  rule: ParameterRule,
  given: ArgumentText,
): Pick<DocumentedParameter, 'text' | 'rule'> {
  if (rule.type === 'table') {
    const { text, columns } = isRangeText(given) ? given : wrongShape(given);
    return { text, rule: { ...rule, columns: described(rule.columns, columns) } };
  }
  if (rule.type === 'options') {
    const texts = typeof given === 'string' || isRangeText(given) ? wrongShape(given) : given;
    const names = rule.options.map(({ name }) => name).join(', ');
    return {
      text: `Range of two columns, name and value: ${names}. If omitted, the defaults hold.`,
      rule: { ...rule, options: described(rule.options, texts) },
    };
  }
  return { text: typeof given === 'string' ? given : wrongShape(given), rule };
}

function described<T extends { readonly name: string }>(
  parts: readonly T[],
  texts: Readonly<Record<string, string>>,
): Described<T>[] {
  return parts.map((part) => ({ ...part, text: found(texts, part.name) }));
}

function wrongShape(given: ArgumentText): never {
  throw new TypeError(`The text of an argument does not fit its rule: ${JSON.stringify(given)}`);
}

function found<T>(texts: Readonly<Record<string, T>>, name: string): T {
  const text = texts[name];
  if (text === undefined) throw new Error(`${name} has no text.`);
  return text;
}
