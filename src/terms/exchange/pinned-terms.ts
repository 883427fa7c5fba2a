import type { EditValue } from '../entry/edit';
import { scenarioRows } from './scenario-rows';

type Block = readonly (readonly unknown[])[];

const BEFORE_VALUES = ['Section', 'Item', 'Term', 'Unit'];
const AFTER_VALUES = ['Status'];

/**
 * The terms of one scenario as a text that they can be read from again: JSON of a Terms table with its header, Base and
 * the scenario's own column, and the rows that say something in either. Dates are serials, as Excel holds them.
 *
 * @returns undefined where the table has no such scenario
 */
export function pinnedTerms(block: Block, wanted: string): string | undefined {
  const found = scenarioRows(block, wanted);
  if (found === undefined) return undefined;
  const { scenario, rows } = found;
  const isBase = scenario === 'Base';
  const header = [...BEFORE_VALUES, 'Base', ...(isBase ? [] : [scenario]), ...AFTER_VALUES];
  return JSON.stringify([
    header,
    ...rows.map(({ definition, item, term, unit, base, own, status }): EditValue[] => [
      definition.section,
      item,
      term,
      unit,
      base,
      ...(isBase ? [] : [own]),
      status,
    ]),
  ]);
}

/** The table that {@link pinnedTerms} wrote, as Excel would deliver it; undefined where the text is none. */
export function readPinnedTerms(text: string): Block | undefined {
  let stated: unknown;
  try {
    stated = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(stated) && stated.every(isRow) ? stated : undefined;
}

const isRow = (row: unknown): row is EditValue[] =>
  Array.isArray(row) &&
  row.every((cell) => cell === null || typeof cell === 'string' || typeof cell === 'number');
