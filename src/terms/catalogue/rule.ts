import { orList } from '../../base/words';
import { civilDate, dayFromIso, dayOf, isoText } from '../../base/calendar';
import { type Cell, shown } from '../../base/cell';
import { isContractDay, yearMeant, yearRemedy } from '../../base/contract-day';
import { Decimal, decimalFromCell } from '../../base/decimal';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { allowed, isWithin, type NumberRule, percentRemedy } from '../../base/rule';
import type { TermRule } from './definition';

/** A number or a date serial as a decimal; a choice as the catalogue spells it; a text as it stands. */
export type TermValue = Decimal | string;

/** Reads a cell that is not blank by the rule of its term. A refusal lacks the place of the cell, with which it begins. */
export function readByRule(rule: TermRule, cell: Cell): TermValue | Refusal {
  if (cell.holds === 'error') return new Refusal(`holds the error ${cell.code}. Correct that cell first.`);
  switch (rule.type) {
    case 'number':
    case 'share':
      return readNumber(rule, cell);
    case 'date':
      return readDate(cell);
    case 'choice':
      return readChoice(rule.choices, cell);
    case 'text':
      if (cell.holds === 'text') return cell.value;
      if (cell.holds === 'number') return String(cell.value);
      return new Refusal(`is ${shown(cell)}: it must be text.`);
  }
}

function readNumber(rule: NumberRule, cell: Cell): TermValue | Refusal {
  if (cell.holds === 'text') {
    return new Refusal(
      `is the text "${cell.value}": it must be a number, ${allowed(rule)}. Retype it as a number; comma or point is never guessed.`,
    );
  }
  if (cell.holds !== 'number')
    return new Refusal(`is ${shown(cell)}: it must be a number, ${allowed(rule)}.`);
  const value = decimalFromCell(cell.value);
  if (isWithin(rule, value)) return value;
  const sentence = `is ${value.toString()}: it must be ${allowed(rule)}.`;
  return new Refusal(`${sentence} ${percentRemedy(rule, value) ?? 'Correct the value.'}`);
}

/** A date in a cell is a serial; a time of day is dropped. */
function readDate(cell: Cell): TermValue | Refusal {
  if (cell.holds === 'text') {
    const day = dayFromIso(cell.value);
    const { year, month, day: dayOfMonth } = civilDate(day ?? firstOfYear(cell.value) ?? EXAMPLE_DAY);
    return new Refusal(
      `is the text "${cell.value}": it must be a date. Enter a date that Excel knows as one, or =DATE(${year},${month},${dayOfMonth}).`,
    );
  }
  if (cell.holds !== 'number') {
    return new Refusal(`is ${shown(cell)}: it must be a date. Enter a date, or =DATE(2027,1,31).`);
  }
  const day = Math.floor(cell.value);
  if (isContractDay(day)) return new Decimal(day);
  const remedy = yearRemedy(cell.value) ?? 'Enter a date, or =DATE(2027,1,31).';
  return new Refusal(`is ${shown(cell)}: it must be ${allowed({ type: 'date' })}. ${remedy}`);
}

const EXAMPLE_DAY = dayOf(2027, 1, 31);

function firstOfYear(text: string): number | undefined {
  const year = yearMeant(text);
  return year === undefined ? undefined : dayOf(Number(year), 1, 1);
}

function readChoice(choices: readonly string[], cell: Cell): TermValue | Refusal {
  const found = cell.holds === 'text' ? choices.find((name) => plain(name) === plain(cell.value)) : undefined;
  if (found !== undefined) return found;
  return new Refusal(`is ${shown(cell)}: it must be ${orList(choices)}.`);
}

/** A value as a sentence names it. */
export function valueText(rule: TermRule, value: TermValue): string {
  if (typeof value === 'string') return rule.type === 'text' ? `"${value}"` : value;
  return rule.type === 'date' ? isoText(value.toNumber()) : value.toString();
}
