import type { ConditionalLook } from '../plan/area-looks';
import { CELL_NAMES } from '../plan/names';
import type { ModelSheetKey } from '../plan/outcome';
import type { Places } from '../plan/places';

export const ALL_PASS = 'All checks pass';

/** Says in words what the master check says in a figure. */
export const MASTER_TEXT = `=IF(${CELL_NAMES.master}=1,"${ALL_PASS}","A check fails: see Checks")`;

/** Says in words what the sign of a delta says. */
export const sideOf = (cell: string): string =>
  `=IF(${cell}<0,"this path is cheaper",IF(${cell}>0,"this path is dearer","no difference"))`;

type Rows = ConditionalLook['rows'];

const one =
  (key: ModelSheetKey, id: string): Rows =>
  (places) => [places.row(key, id), places.row(key, id)];

/** The master check in the second row. */
export const stateVerdicts = (key: ModelSheetKey): ConditionalLook[] => [
  {
    columns: ['G', 'I'],
    rows: one(key, 'sheet.state'),
    verdict: 'pass',
    when: (row) => `$G$${row}="${ALL_PASS}"`,
  },
  {
    columns: ['G', 'I'],
    rows: one(key, 'sheet.state'),
    verdict: 'fail',
    when: (row) => `$G$${row}<>"${ALL_PASS}"`,
  },
];

/** The checks of rows in column H, of which 0 is in order, from below a row to the end of the sheet. */
export function rowVerdicts(key: ModelSheetKey, after: string): ConditionalLook[] {
  const rows: Rows = (places) => [places.row(key, after) + 1, lastRow(places, key)];
  const columns = ['H', 'H'] as const;
  return [
    { columns, rows, verdict: 'pass', when: (row) => `AND(ISNUMBER($H${row}),$H${row}=0)` },
    { columns, rows, verdict: 'fail', when: (row) => `IF(ISNUMBER($H${row}),$H${row}<>0,ISERROR($H${row}))` },
  ];
}

/** How many checks fail, 0 of which is in order. */
export const countVerdicts = (key: ModelSheetKey, id: string, worst: 'fail' | 'alert'): ConditionalLook[] => [
  { columns: ['E', 'E'], rows: one(key, id), verdict: 'pass', when: (row) => `$E$${row}=0` },
  { columns: ['E', 'E'], rows: one(key, id), verdict: worst, when: (row) => `$E$${row}>0` },
];

/** The master check, of which 1 is in order, with the word beside it. */
export const masterVerdicts = (key: ModelSheetKey, id: string): ConditionalLook[] => [
  { columns: ['E', 'F'], rows: one(key, id), verdict: 'pass', when: (row) => `$E$${row}=1` },
  { columns: ['E', 'F'], rows: one(key, id), verdict: 'fail', when: (row) => `$E$${row}<>1` },
];

/** A delta with the words beside it. */
export const deltaVerdicts = (key: ModelSheetKey, id: string): ConditionalLook[] => [
  { columns: ['E', 'I'], rows: one(key, id), verdict: 'cheaper', when: (row) => `$E$${row}<0` },
  { columns: ['E', 'I'], rows: one(key, id), verdict: 'dearer', when: (row) => `$E$${row}>0` },
];

/** Native checks say 1 or 0 in column H, the function CHECK says TRUE or FALSE, and in column D whether it is an alert. */
export function checkVerdicts(rows: Rows): ConditionalLook[] {
  const columns = ['H', 'H'] as const;
  const logical = (row: number, then: string): string => `IF(ISLOGICAL($H${row}),${then},FALSE)`;
  const failed = (row: number, kind: string): string =>
    logical(row, `AND(NOT($H${row}),$D${row}${kind}"Alert")`);
  return [
    {
      columns,
      rows,
      verdict: 'pass',
      when: (row) => `IF(ISNUMBER($H${row}),$H${row}=1,${logical(row, `$H${row}`)})`,
    },
    {
      columns,
      rows,
      verdict: 'fail',
      when: (row) => `IF(ISNUMBER($H${row}),$H${row}<>1,${failed(row, '<>')})`,
    },
    { columns, rows, verdict: 'alert', when: (row) => failed(row, '=') },
  ];
}

const lastRow = (places: Places, key: ModelSheetKey): number => Math.max(...places.sheet(key).rows.values());
