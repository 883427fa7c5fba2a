import { Contract } from '../../../contract/contract';
import { findScenario } from '../../../terms/table/find-scenario';
import { termsOf } from '../../../terms/table/memo';
import type { ParsedTerms } from '../../../terms/table/parse';
import { problemText } from '../../../terms/table/problem';
import { optional, type Argument } from './boundary';
import { cellOf, shown } from '../../../base/cell';
import { label, refuseError } from './kinds';
import { Refusal } from '../../../base/refusal';
import { uncapital } from '../../../base/words';

const about = {
  unit: 'Terms table',
  matrix: true,
  rule: { type: 'terms' },
} as const;

/** The Terms table with all that is wrong with it, for the function that reports just that. */
export const termsRange: Argument<ParsedTerms, { readonly type: 'terms' }> = { ...about, read: readTerms };

/** The contract that the Terms table describes; a table with problems is refused. */
export const terms: Argument<Contract, { readonly type: 'terms' }> = {
  ...about,
  read(raw, name) {
    const parsed = readTerms(raw, name);
    if (parsed instanceof Refusal) return parsed;
    return parsed.table ? Contract.of(parsed.table) : new Refusal(problemText(parsed.problems));
  },
};

function readTerms(raw: unknown, name: string): ParsedTerms | Refusal {
  if (Array.isArray(raw)) return termsOf(blockOf(raw));
  const cell = cellOf(raw);
  if (cell.holds === 'error') return refuseError(cell.code, name);
  return new Refusal(
    `${name} is ${shown(cell)}: it must be the Terms table with its header. Give the range, as TermsTable[#All].`,
  );
}

/** A single row may come as a plain list. */
function blockOf(raw: readonly unknown[]): readonly (readonly unknown[])[] {
  return raw.every(Array.isArray)
    ? raw
    : [raw.flatMap((cell: unknown): readonly unknown[] => (Array.isArray(cell) ? cell : [cell]))];
}

/** The scenario by its name, which may be a number such as 2028; left out, Base. */
export const scenario = optional(label, '', {
  unit: 'name',
  defaultText: 'Base',
});

/** The place of a scenario in the table. */
export function scenarioOf({ table }: Contract, given: string | number): number | Refusal {
  const found = findScenario(table, String(given));
  if (!(found instanceof Refusal)) return found;
  return new Refusal(`scenario: ${uncapital(found.sentence)}`, {
    about: 'scenario',
  });
}
