import { decimalFromCell } from '../../../base/decimal';
import { plain } from '../../../base/nearest';
import type { TermDefinition } from '../../../terms/catalogue/catalogue';
import type { TermRule } from '../../../terms/catalogue/definition';
import type { EditValue } from '../../../terms/entry/edit';
import { type Culture, readEntry, writeEntry } from '../../../terms/entry/entry';
import { allowed } from '../../../base/rule';
import { Refusal } from '../../../base/refusal';
import type { TermValue } from '../../../terms/catalogue/rule';

/** The word that says, in the pane as in the sheet, that a term has no value. */
export const NONE = 'None';

/** What is in a cell, as it would be typed: nothing for a blank one, and what cannot be read as it stands. */
export function draftOf(definition: TermDefinition, cell: EditValue, culture: Culture): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? cell : writeEntry(definition, decimalFromCell(cell), culture);
}

/** Reads what was typed. Nothing means a blank cell: the scenario inherits Base. */
export function readDraft(definition: TermDefinition, text: string, culture: Culture): EditValue | Refusal {
  if (text.trim() === '') return null;
  if (isNone(definition.rule, text)) {
    return mayBeAbsent(definition)
      ? NONE
      : new Refusal(`This term needs a value: enter ${allowed(definition.rule)}.`);
  }
  return readEntry(definition, text, culture);
}

const isNone = (rule: TermRule, text: string): boolean =>
  plain(text) === plain(NONE) &&
  !(rule.type === 'choice' && rule.choices.some((choice) => plain(choice) === plain(NONE)));

/**
 * Whether "no value" means something of its own for the term. A required term has no such state, and one with a
 * default falls back to that.
 */
export const mayBeAbsent = ({ required, byDefault }: TermDefinition): boolean =>
  required !== true && byDefault === undefined;

/** A value as the list shows it; a dash where there is none. */
export function valueShown(definition: TermDefinition, value: TermValue | null, culture: Culture): string {
  return value === null ? '–' : writeEntry(definition, value, culture);
}
