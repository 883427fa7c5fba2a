import type { Cell } from '../../base/cell';
import { Decimal } from '../../base/decimal';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import type { Culture } from './culture';
import { readDateEntry, writeDate } from './date-entry';
import type { TermFacts, TermRule } from '../catalogue/definition';
import type { EditValue } from './edit';
import { readNumberEntry, writeNumber } from './number-entry';
import { type TermValue, readByRule } from '../catalogue/rule';

export { type Culture, INVARIANT } from './culture';

/** What reading and writing an entry needs to know of a term. */
export type EntryTerm = Pick<TermFacts, 'term' | 'rule' | 'unit'>;

/** Units in which a person thinks in percent. */
const RATES: ReadonlySet<string> = new Set(['share', 'per year', 'per month', 'per year or month']);
/** Units in which a percent sign has a meaning without being the custom. */
const ALSO_PERCENT: ReadonlySet<string> = new Set(['factor', 'cv']);

const NONE = 'none';

/**
 * Reads what a person typed for a term, in the numbers and dates of the workbook's culture. Nothing typed is a blank
 * cell, the word None is no value; a date becomes its serial, a share its part of 1.
 *
 * @returns the value for the cell, or a refusal with what was typed, what is allowed and what to write
 */
export function readEntry(definition: EntryTerm, text: string, culture: Culture): EditValue | Refusal {
  const typed = text.trim();
  if (typed === '') return null;
  const { term, rule } = definition;
  if (plain(typed) === NONE && !hasChoice(rule, NONE)) return 'None';
  const cell = cellOfEntry(definition, typed, culture);
  if (cell instanceof Refusal) return cell.at(`${term} is "${typed}":`);
  const reading = readByRule(rule, cell);
  if (reading instanceof Refusal) return new Refusal(inCulture(reading.sentence, culture)).at(term);
  return reading instanceof Decimal ? reading.toNumber() : reading;
}

const hasChoice = (rule: TermRule, word: string): boolean =>
  rule.type === 'choice' && rule.choices.some((choice) => plain(choice) === word);

function cellOfEntry({ rule, unit }: EntryTerm, typed: string, culture: Culture): Cell | Refusal {
  switch (rule.type) {
    case 'text':
    case 'choice':
      return { holds: 'text', value: typed };
    case 'date': {
      const reading = readDateEntry(typed, culture);
      return reading instanceof Refusal ? reading : { holds: 'number', value: reading };
    }
    case 'number':
    case 'share': {
      const reading = readNumberEntry(typed, culture);
      if (reading instanceof Refusal) return reading;
      if (typed.endsWith('%') && !takesPercent({ rule, unit })) {
        return new Refusal(
          `its unit is ${unit}, and a percentage would be of something unsaid. Leave the percent sign out.`,
        );
      }
      return { holds: 'number', value: reading.toNumber() };
    }
  }
}

const isRate = ({ rule, unit }: Pick<EntryTerm, 'rule' | 'unit'>): boolean =>
  rule.type === 'share' || RATES.has(unit);

const takesPercent = (term: Pick<EntryTerm, 'rule' | 'unit'>): boolean =>
  isRate(term) || ALSO_PERCENT.has(term.unit);

/** The rules speak with a decimal point; where that stands between thousands it would mislead. */
const inCulture = (sentence: string, { decimal }: Culture): string =>
  decimal === '.'
    ? sentence
    : sentence.replace(/(\d)\.(\d)/g, (_all, before, after) => `${before}${decimal}${after}`);

/** A value as `readEntry` takes it back, and as a person reads it: rates in percent, long numbers in groups. */
export function writeEntry(definition: EntryTerm, value: TermValue | null, culture: Culture): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return value;
  if (definition.rule.type === 'date') return writeDate(value.toNumber(), culture);
  return isRate(definition) ? `${writeNumber(value.times(100), culture)}%` : writeNumber(value, culture);
}
