import { decimalFromCell } from '../../../base/decimal';
import { isoText } from '../../../base/calendar';
import { isOmitted } from './boundary';
import { cellOf, shown } from '../../../base/cell';
import { counted } from '../../../base/words';
import type { FunctionDescriptor, Parameter, ParameterRule } from '../descriptor';
import { date, isBlankAsZero, type ArgumentRule } from './kinds';

/** One argument of a call as a person reads it. */
export interface ArgumentDescription {
  readonly name: string;
  readonly unit: string;
  /** The value in words: a date as 2027-01-31, a range by its size, options by name; the default where none was given. */
  readonly shown: string;
  /** `missing`: required, but blank or left out. */
  readonly state: 'given' | 'default' | 'missing';
}

/** The arguments of a call by name, usable or not: nothing here refuses. */
export function describeArguments(
  descriptor: FunctionDescriptor,
  args: readonly unknown[],
): ArgumentDescription[] {
  return descriptor.parameters.map((parameter, index) => describe(parameter, args[index]));
}

function describe(parameter: Parameter, raw: unknown): ArgumentDescription {
  const { name, unit, defaultText, rule } = parameter;
  const isBlank = isOmitted(raw) || (!isTableRule(rule) && isBlankAsZero(rule, cellOf(onlyCell(raw))));
  if (!isBlank) return { name, unit, shown: inWords(rule, raw), state: 'given' };
  if (defaultText !== undefined) return { name, unit, shown: defaultText, state: 'default' };
  return { name, unit, shown: 'blank', state: 'missing' };
}

function isTableRule(rule: ParameterRule): rule is Exclude<ParameterRule, ArgumentRule> {
  return rule.type === 'table' || rule.type === 'options' || rule.type === 'terms' || rule.type === 'line';
}

/** The content of a range of one cell, which stands for its cell. */
function onlyCell(raw: unknown): unknown {
  if (!Array.isArray(raw) || raw.length !== 1) return raw;
  const row: unknown = raw[0];
  return Array.isArray(row) && row.length === 1 ? row[0] : raw;
}

function inWords(rule: ParameterRule, raw: unknown): string {
  const value = onlyCell(raw);
  if (!Array.isArray(value)) return oneInWords(isTableRule(rule) ? undefined : rule, value);
  const rows: readonly unknown[] = value;
  if (rule.type === 'options') return optionsInWords(rule.options, rows);
  const width = Array.isArray(rows[0]) ? rows[0].length : 1;
  return `range of ${counted(rows.length, 'row')} × ${counted(width, 'column')}`;
}

function optionsInWords(
  options: Extract<ParameterRule, { type: 'options' }>['options'],
  rows: readonly unknown[],
): string {
  const parts: string[] = [];
  for (const row of rows) {
    if (!Array.isArray(row)) continue;
    const name = cellOf(row[0]);
    if (name.holds === 'blank') continue;
    const text = name.holds === 'text' ? name.value : shown(name);
    const rule = options.find((option) => option.name.toLowerCase() === text.toLowerCase())?.rule;
    parts.push(`${text} = ${oneInWords(rule, row[1])}`);
  }
  return parts.length > 0 ? parts.join('; ') : 'none';
}

function oneInWords(rule: ArgumentRule | undefined, raw: unknown): string {
  const cell = cellOf(raw);
  if (cell.holds === 'number') {
    const day = rule?.type === 'date' ? date.read(cell, '') : undefined;
    return typeof day === 'number' ? isoText(day) : decimalFromCell(cell.value).toString();
  }
  return cell.holds === 'text' ? cell.value : shown(cell);
}
