import type { EditValue } from '../entry/edit';
import { fileValue } from './cell-content';
import { writeCsvRecords } from './csv-records';
import { guarded } from './imported-text';
import { type FileRow, type ScenarioFile } from './scenario-file';

const LEFT_OF_SCENARIOS = ['Unit'];
const RIGHT_OF_SCENARIOS = [
  'Low',
  'High',
  'Distribution',
  'Correlation',
  'Status',
  'Source',
  'As of',
  'Note',
];

/**
 * Scenarios as CSV, in the columns of the Terms table. Texts that a spreadsheet program would take for formulas stand
 * behind an apostrophe.
 */
export function writeCsv({ scenarios, rows }: ScenarioFile): string {
  const isStated = (column: string): boolean => rows.some(({ cells }) => cells.has(column));
  const columns = [
    ...LEFT_OF_SCENARIOS.filter(isStated),
    'Base',
    ...scenarios,
    ...RIGHT_OF_SCENARIOS.filter(isStated),
  ];
  return writeCsvRecords([
    ['Section', 'Item', 'Term', ...columns.map(guarded)],
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
