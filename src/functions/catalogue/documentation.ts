import { catalogue } from './catalogue';
import type {
  ColumnRule,
  FunctionDescriptor,
  OptionRule,
  OptionsRule,
  Parameter,
  ParameterRule,
  TableRule,
} from '../framework/descriptor';
import { isRangeText, type ArgumentText, type FunctionTexts } from '../framework/texts';
import { textsById } from './texts.generated';

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

/**
 * Every function with its texts, in the order of the catalogue. The functions answer without them, so the bundle that
 * computes leaves them out: the pane fetches this module when it shows them.
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
  return found(textsById as Readonly<Record<string, FunctionTexts>>, id);
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
