import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../../src/functions/catalogue/catalogue';
import { Refusal } from '../../../src/base/refusal';
import type { TemplateCell } from '../../../src/terms/templates/layout';
import { template } from '../../../src/terms/templates/template';

/** The Transition template: the base case of the reference tables, and its scenarios. */
export const transition = template('transition');

/** A call as Excel makes it; a refusal comes back as such. */
export function call(id: string, ...args: unknown[]): unknown {
  const descriptor = catalogue.find((entry) => entry.id === id);
  if (!descriptor) throw new Error(`there is no function ${id}`);
  return descriptor.call(args);
}

/** A block of a call that must not be refused. */
export const block = (id: string, ...args: unknown[]): unknown[][] => blockOf(call(id, ...args));

/** The same of a function that answers later. */
export const laterBlock = async (id: string, ...args: unknown[]): Promise<unknown[][]> =>
  blockOf(await call(id, ...args));

function blockOf(outcome: unknown): unknown[][] {
  if (outcome instanceof Refusal) throw new Error(outcome.sentence);
  return outcome as unknown[][];
}

export const sentence = (outcome: unknown): string =>
  outcome instanceof Refusal ? outcome.sentence : `no refusal, but ${JSON.stringify(outcome)?.slice(0, 80)}`;

/** The template with one more row, or with another value in Base. */
export function withTerm(section: string, item: string, term: string, value: TemplateCell): TemplateCell[][] {
  const [header = [], ...rows] = transition;
  const at = (name: string): number => header.indexOf(name);
  const isMeant = (row: readonly TemplateCell[]): boolean =>
    row[at('Section')] === section && row[at('Item')] === item && row[at('Term')] === term;
  const changed = (row: TemplateCell[]): TemplateCell[] =>
    row.map((cell, place) => (place === at('Base') ? value : cell));
  if (rows.some(isMeant)) return [header, ...rows.map((row) => (isMeant(row) ? changed(row) : row))];
  const added = header.map((name) => ({ Section: section, Item: item, Term: term, Base: value })[name] ?? '');
  return [header, ...rows, added];
}

/** The rows of a reference table by the names of their columns. */
export function referenceRows(file: string): Readonly<Record<string, string>>[] {
  const text = readFileSync(path.join(__dirname, '..', '..', 'oracle', file), 'utf8');
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, place) => [names[place] ?? '', cell])),
  );
}

/**
 * The reference tables print twelve decimals and cells hold doubles: factors agree to the last printed decimal,
 * amounts to a millionth or to 1e-12 of their size, whichever is larger.
 */
export function expectClose(actual: unknown, expected: number, what: string, digits = 1e-6): void {
  const allowed = Math.max(digits, Math.abs(expected) * 1e-12);
  if (typeof actual !== 'number' || !(Math.abs(actual - expected) <= allowed)) {
    throw new Error(`${what}: ${String(actual)} is not within ${allowed} of ${expected}`);
  }
}
