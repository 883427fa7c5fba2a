import { dayOf } from '../../src/base/calendar';

/**
 * The arguments of an example's formula as Excel would deliver them, so that formula and arguments cannot drift
 * apart. Knows what examples use: numbers, texts, TRUE and FALSE, DATE and array
 * constants.
 */
export function argumentsOf(formula: string, id: string): unknown[] {
  const open = `=METER.${id}(`;
  if (!formula.startsWith(open) || !formula.endsWith(')')) throw new Error(`not a call of ${id}: ${formula}`);
  const inside = formula.slice(open.length, -1);
  return inside === '' ? [] : split(inside, ',').map(value);
}

function value(text: string): unknown {
  if (text === '') return null;
  if (text.startsWith('{')) return split(text.slice(1, -1), ';').map((row) => split(row, ',').map(value));
  if (text.startsWith('"')) return text.slice(1, -1);
  const date = /^DATE\((\d+),(\d+),(\d+)\)$/.exec(text);
  if (date) return dayOf(Number(date[1]), Number(date[2]), Number(date[3]));
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  const number = Number(text);
  if (Number.isNaN(number)) throw new Error(`unknown in an example: ${text}`);
  return number;
}

/** Splits at a separator outside of texts, braces and brackets. */
function split(text: string, separator: string): string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (!quoted && '({'.includes(letter)) depth += 1;
    if (!quoted && ')}'.includes(letter)) depth -= 1;
    if (letter === separator && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
