import { civilDate, dayFromIso, dayOf, isoText, type Day } from '../../base/calendar';
import { Decimal } from '../../base/decimal';
import { Refusal } from '../../base/refusal';
import type { Parameter, ParameterRule } from '../../functions/framework/descriptor';
import type { ArgumentRule } from '../../functions/framework/arguments/kinds';
import type { Culture } from '../../terms/entry/entry';
import { readCalls, type Argument } from './formula';

/** A cell or a range, with or without its sheet: what no text or name is mistaken for. */
const ADDRESS =
  /^(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?#?$/iu;

/**
 * Reads what a person typed for an argument: numbers and dates in the workbook's culture, words as they are, and cells,
 * ranges, names and formulas as in a cell. A text that begins with = is a formula whatever the argument takes.
 *
 * @returns the argument as a formula holds it, in en-US; empty where it is left out
 */
export function readArgumentEntry(
  { name, rule }: Parameter,
  text: string,
  culture: Culture,
): string | Refusal {
  const typed = text.trim();
  if (typed === '') return '';
  if (typed.startsWith('=')) return asFormula(name, typed.slice(1).trim());
  if (/^["{]/.test(typed) || ADDRESS.test(typed)) return asFormula(name, typed);
  const value = valueArgument(oneRule(rule), typed, culture);
  return value === undefined ? asFormula(name, typed) : value;
}

/** The rule for one value, where the argument takes one. */
function oneRule(rule: ParameterRule): ArgumentRule | undefined {
  if (rule.type === 'table') return rule.orOne;
  if (rule.type === 'line') return { type: 'label' };
  return rule.type === 'options' || rule.type === 'terms' ? undefined : rule;
}

/** A typed value as a literal; undefined where the text is none. */
function valueArgument(rule: ArgumentRule | undefined, typed: string, culture: Culture): string | undefined {
  switch (rule?.type) {
    case 'number':
    case 'share':
      return numberLiteral(typed, culture);
    case 'date': {
      const day = dayFromText(typed, culture);
      return day === undefined ? undefined : dateCall(day);
    }
    case 'choice':
      if (rule.choices.includes('TRUE') && /^(true|false)$/i.test(typed)) return typed.toUpperCase();
      return quoted(typed);
    case 'label':
      return quoted(typed);
    case undefined:
      return undefined;
  }
}

/** A value of an option, as an array constant holds it; undefined where the text is none. */
export const optionLiteral = (rule: ArgumentRule, text: string, culture: Culture): string | undefined => {
  const typed = text.trim();
  // An array constant holds no calls, so a date stands in it as ISO text.
  if (rule.type === 'date') {
    const day = dayFromText(typed, culture);
    return day === undefined ? undefined : quoted(isoText(day));
  }
  const literal = valueArgument(rule, typed, culture);
  // Nor does it hold a per cent mark.
  return literal?.endsWith('%') ? new Decimal(literal.slice(0, -1)).div(100).toFixed() : literal;
};

function asFormula(name: string, text: string): string | Refusal {
  const [call] = readCalls(`=X(${text})`);
  const isOne = call?.arguments.length === 1 && call.text === `X(${text})`;
  if (isOne && text !== '') return text;
  return new Refusal(
    `${name} is ${text === '' ? 'an empty formula' : text}: it must be one argument. Give a value, a cell, a range, or one formula.`,
    { about: name },
  );
}

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A number as a formula holds it: 1.234,5 of some cultures is 1234.5; 5% stays 5%. */
export function numberLiteral(typed: string, { decimal, group }: Culture): string | undefined {
  const spaceless = typed.replace(/[\s\u00a0\u202f]/g, '');
  const bare = spaceless.replaceAll(group.trim() === '' ? ' ' : group, '').replace(decimal, '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?$/i.test(bare) ? bare.replace(/^\+/, '') : undefined;
}

/** ISO, or in the order of the culture with any of the usual separators. */
export function dayFromText(typed: string, { dateOrder }: Culture): Day | undefined {
  const iso = dayFromIso(typed);
  if (iso !== undefined) return iso;
  const parts = typed.split(/[./\-\s]+/).filter((part) => part !== '');
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const part = (letter: string): number => Number(parts[dateOrder.indexOf(letter)]);
  const [year, month, day] = [part('y'), part('m'), part('d')];
  if (year < 1000) return undefined;
  const found = dayOf(year, month, day);
  const civil = civilDate(found);
  return civil.month === month && civil.day === day ? found : undefined;
}

function dateCall(date: Day): string {
  const { year, month, day } = civilDate(date);
  return `DATE(${year},${month},${day})`;
}

/** An argument of a formula as a person would have typed it; the inverse of reading it. */
export function argumentEntry({ rule }: Parameter, argument: Argument, culture: Culture): string {
  const one = oneRule(rule);
  if (argument.kind === 'literal') {
    if (typeof argument.value === 'string') {
      const isWord = (one?.type === 'label' || one?.type === 'choice') && !/^["{=]/.test(argument.value);
      return isWord && !ADDRESS.test(argument.value) ? argument.value : argument.text;
    }
    if (typeof argument.value === 'number') return argument.text.replace('.', culture.decimal);
  }
  if (argument.kind === 'call' && one?.type === 'date') return dateOfCall(argument.text) ?? argument.text;
  const isName = argument.kind === 'name' && (one?.type === 'label' || one?.type === 'choice');
  return isName ? `=${argument.text}` : argument.text;
}

/** DATE(2027,1,31) as 2027-01-31, which every culture reads. */
function dateOfCall(text: string): string | undefined {
  const [, year, month, day] = /^DATE\((\d{4}),(\d{1,2}),(\d{1,2})\)$/i.exec(text) ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return dayFromIso(iso) === undefined ? undefined : iso;
}
