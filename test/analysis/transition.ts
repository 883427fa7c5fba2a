import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../src/base/refusal';
import { Contract } from '../../src/contract/contract';
import { findScenario } from '../../src/terms/table/find-scenario';
import { parseTerms } from '../../src/terms/table/parse';
import type { TermsTable } from '../../src/terms/table/table';
import { template } from '../../src/terms/templates/template';
import { REFERENCE_SCENARIOS } from '../terms/oracle';

/** The Transition template: the base case of the reference tables, and its scenarios. */
export const transitionBlock: readonly (readonly unknown[])[] = template('transition');

export function contractOf(block: readonly (readonly unknown[])[]): Contract {
  const { table, problems } = parseTerms(block);
  if (!table) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
  return Contract.of(table);
}

export function placeOf(table: TermsTable, scenario: string): number {
  const place = findScenario(table, scenario);
  if (place instanceof Refusal) throw new Error(place.sentence);
  return place;
}

export type ReferenceFigures = Readonly<Record<string, string>>;

/** The reference totals of each published scenario, by the template's column for it. */
export const REFERENCE: ReadonlyMap<string, ReferenceFigures> = (() => {
  const text = readFileSync(path.join(__dirname, '..', 'oracle', 'scenarios.csv'), 'utf8');
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',');
  const names = Object.values(REFERENCE_SCENARIOS);
  return new Map(
    lines.map((line, place) => {
      const cells = line.split(',');
      return [names[place] ?? '', Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))];
    }),
  );
})();

export const reference = (scenario: string, figure: string): string => {
  const text = REFERENCE.get(scenario)?.[figure];
  if (text === undefined) throw new Error(`The reference has no ${figure} of ${scenario}.`);
  return text;
};
