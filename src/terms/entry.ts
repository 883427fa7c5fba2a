import { civilDate, dayFromIso } from '../calc/calendar';
import type { Cell } from '../calc/cell';
import { Decimal } from '../calc/decimal';
import type { TermDefinition } from './definition';
import type { EditValue } from './edit';
import { type TermValue, readByRule } from './rule';

/** How the workbook writes numbers and dates. */
export interface Culture {
  readonly decimal: string;
  readonly group: string;
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy';
  readonly dateSeparator: string;
}

export const INVARIANT: Culture = { decimal: '.', group: ',', dateOrder: 'ymd', dateSeparator: '-' };

export type EntryReading = { readonly value: EditValue } | { readonly refusal: string };

/** Reads what a person typed for a term. A blank text is blank, the word None is no value. */
export function readEntry(definition: TermDefinition, text: string, culture: Culture): EntryReading {
  const typed = text.trim();
  if (typed === '') return { value: null };
  const { rule } = definition;
  if (rule.type !== 'choice' && typed.toLowerCase() === 'none') return { value: 'None' };
  const cell = cellOfEntry(rule.type, typed, culture);
  const reading = readByRule(rule, cell);
  if ('reason' in reading) return { refusal: `${definition.term} ${reading.reason}` };
  return { value: typeof reading.value === 'string' ? reading.value : reading.value.toNumber() };
}

function cellOfEntry(type: TermDefinition['rule']['type'], typed: string, culture: Culture): Cell {
  if (type === 'date') {
    const day = dayFromIso(typed);
    return day === undefined ? { holds: 'text', value: typed } : { holds: 'number', value: day };
  }
  if (type === 'text' || type === 'choice') return { holds: 'text', value: typed };
  const number = Number(typed.replaceAll(culture.group, '').replace(culture.decimal, '.').replace('%', ''));
  if (!Number.isFinite(number)) return { holds: 'text', value: typed };
  const value = typed.endsWith('%') ? new Decimal(number).dividedBy(100).toNumber() : number;
  return { holds: 'number', value };
}

/** A value as readEntry takes it back: dates in the order of the culture, shares as numbers. */
export function writeEntry(definition: TermDefinition, value: TermValue | null, culture: Culture): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return value;
  if (definition.rule.type === 'date') return dateText(value.toNumber(), culture);
  return value.toFixed().replace('.', culture.decimal);
}

function dateText(day: number, { dateOrder, dateSeparator }: Culture): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const parts = {
    y: String(year).padStart(4, '0'),
    m: String(month).padStart(2, '0'),
    d: String(dayOfMonth).padStart(2, '0'),
  };
  return [...dateOrder].map((part) => parts[part as keyof typeof parts]).join(dateSeparator);
}
