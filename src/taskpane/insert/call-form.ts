import { Refusal } from '../../base/refusal';
import type { DocumentedFunction, DocumentedParameter } from '../../functions/catalogue/documentation';
import type { Culture } from '../../terms/entry/entry';
import {
  argumentEntry,
  optionLiteral,
  quoted,
  readArgumentEntry,
} from '../../workbook/formulas/argument-entry';
import { composeFormula } from '../../workbook/formulas/compose-formula';
import { readCalls, type Argument } from '../../workbook/formulas/formula';

/** What is typed into the form of a function: by argument, and by option. */
export interface CallEntries {
  readonly arguments: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

export const NO_ENTRIES: CallEntries = { arguments: {}, options: {} };

export interface ComposedCall {
  /** en-US; undefined while an entry cannot stand in a formula. */
  readonly formula: string | undefined;
  /** By argument, why its text cannot be used. */
  readonly refusals: Readonly<Record<string, string>>;
  /** Required arguments that are still blank. */
  readonly missing: readonly string[];
}

/** The formula that the form stands for. */
export function composeCall(
  { id, parameters }: DocumentedFunction,
  entries: CallEntries,
  culture: Culture,
): ComposedCall {
  const refusals: Record<string, string> = {};
  const missing: string[] = [];
  const written = parameters.map((parameter) => {
    const reading = readParameter(parameter, entries, culture);
    if (reading instanceof Refusal) {
      refusals[parameter.name] = reading.sentence;
      return '';
    }
    if (reading === '' && !parameter.optional) missing.push(parameter.name);
    return reading;
  });
  const isWhole = Object.keys(refusals).length === 0;
  return { formula: isWhole ? composeFormula(id, written) : undefined, refusals, missing };
}

function readParameter(
  parameter: DocumentedParameter,
  entries: CallEntries,
  culture: Culture,
): string | Refusal {
  const { name, rule } = parameter;
  const reading = readArgumentEntry(parameter, entries.arguments[name] ?? '', culture);
  if (rule.type !== 'options' || reading instanceof Refusal || reading !== '') return reading;
  const rows: string[] = [];
  for (const option of rule.options) {
    const text = entries.options[option.name] ?? '';
    if (text.trim() === '') continue;
    const literal = optionLiteral(option.rule, text, culture);
    if (literal === undefined) {
      return new Refusal(
        `${option.name} is ${text.trim()}: options that are typed here hold values. To refer to cells, give a range of names and values.`,
      );
    }
    rows.push(`${quoted(option.name)},${literal}`);
  }
  return rows.length > 0 ? `{${rows.join(';')}}` : '';
}

/** The form that stands for a formula of the function; undefined where the formula is another one. */
export function entriesOf(
  { id, parameters }: DocumentedFunction,
  formula: string,
  culture: Culture,
): CallEntries | undefined {
  const call = readCalls(formula).find(({ name }) => name.toUpperCase().endsWith(`.${id}`));
  if (!call) return undefined;
  const entered: Record<string, string> = {};
  const options: Record<string, string> = {};
  for (const [index, parameter] of parameters.entries()) {
    const argument = call.arguments[index];
    if (!argument || argument.kind === 'omitted') continue;
    const typed = typedOptions(parameter, argument, culture);
    if (typed) Object.assign(options, typed);
    else entered[parameter.name] = argumentEntry(parameter, argument, culture);
  }
  return { arguments: entered, options };
}

/** Options that an array constant holds go into their own fields. */
function typedOptions(
  { rule }: DocumentedParameter,
  argument: Argument,
  culture: Culture,
): Record<string, string> | undefined {
  if (rule.type !== 'options' || argument.kind !== 'array') return undefined;
  const typed: Record<string, string> = {};
  for (const [name, value] of argument.rows) {
    const option = rule.options.find((each) => each.name.toLowerCase() === String(name).toLowerCase());
    if (!option || value === undefined || typeof value === 'object') return undefined;
    typed[option.name] =
      typeof value === 'number' ? String(value).replace('.', culture.decimal) : String(value);
  }
  return typed;
}
