import type { EditValue } from '../entry/edit';
import { LEFT_OF_SCENARIOS, PROVENANCE, RIGHT_OF_SCENARIOS } from '../table/columns';
import { fileValue } from './cell-content';
import { writeCsvRecords } from './csv-records';
import { guarded } from './imported-text';
import { type FileRow, type ScenarioFile } from './scenario-file';

/** Names and values stand in every file; what stands beside them, where a row says something of it. */
const NAMES = ['Section', 'Item', 'Term'];
const beside = (columns: readonly string[]): string[] =>
  PROVENANCE.map(({ name }) => name).filter((name) => columns.includes(name));

/**
 * Scenarios as CSV, in the columns of the Terms table. Texts that a spreadsheet program would take for formulas stand
 * behind an apostrophe.
 */
export function writeCsv({ scenarios, rows }: ScenarioFile): string {
  const isStated = (column: string): boolean => rows.some(({ cells }) => cells.has(column));
  const columns = [
    ...beside(LEFT_OF_SCENARIOS).filter(isStated),
    'Base',
    ...scenarios,
    ...beside(RIGHT_OF_SCENARIOS).filter(isStated),
  ];
  return writeCsvRecords([
    [...NAMES, ...columns.map(guarded)],
    ...rows.map((row) => [
      row.definition.section,
      guarded(row.item),
      row.term,
      ...columns.map((column) => cellText(row, column)),
    ]),
  ]);
}

function cellText({ definition, cells }: FileRow, column: string): string {
  const value: EditValue = fileValue(definition, column, cells.get(column) ?? null);
  return typeof value === 'string' ? guarded(value) : value === null ? '' : String(value);
}
