import { Refusal } from '../../../../src/base/refusal';
import { identify } from '../../../../src/terms/table/identity';
import type { ScenarioReading } from '../contract-case';
import { caseOf } from '../contract-pool';
import type { Cell, Draft, Row } from './draft';

type Pick = (row: Row) => boolean;

/** The same table with every number of some rows put through a function; words and blanks stay. */
export function changed(draft: Draft, pick: Pick, change: (value: number) => number): Draft {
  const cell = (value: Cell): Cell => (typeof value === 'number' ? change(value) : value);
  return {
    ...draft,
    rows: draft.rows.map((row) => (pick(row) ? { ...row, cells: row.cells.map(cell) } : row)),
  };
}

/** The same table with one value for a term in all scenarios, whether it had a row or not. */
export function withValue(draft: Draft, section: string, item: string, term: string, value: Cell): Draft {
  const rows = draft.rows.filter((row) => !isRow(row, section, item, term));
  const cells = [value, ...draft.scenarios.map(() => '')];
  return { ...draft, rows: [...rows, { section, item, term, cells }] };
}

export const isRow = (row: Row, section: string, item: string, term: string): boolean =>
  row.section === section && row.item === item && row.term === term;

export const without = (draft: Draft, pick: Pick): Draft => ({
  ...draft,
  rows: draft.rows.filter((row) => !pick(row)),
});

/** What a cell is measured in, as the catalogue has it. */
export function unitOf({ section, term }: Row): string {
  const found = identify(section, term);
  if (found instanceof Refusal) throw new Error(found.sentence);
  return found.definition.unit;
}

export const baseOf = (draft: Draft): ScenarioReading => caseOf(draft).base;
export const onlyBase = (draft: Draft): Draft => ({
  ...draft,
  scenarios: [],
  rows: draft.rows
    .map((row) => ({ ...row, cells: row.cells.slice(0, 1) }))
    .filter(({ cells: [base] }) => base !== ''),
});

const keyOf = ({ section, item, term }: Row): string => `${section}|${item}|${term}`;

/**
 * One table with other ones as its scenarios: a scenario costs far less than a table of its own. What another table
 * leaves out is None there.
 */
export function beside(base: Draft, others: readonly Draft[]): Draft {
  const tables = [base, ...others].map(({ rows }) => new Map(rows.map((row) => [keyOf(row), row])));
  const rows = new Map(tables.flatMap((table) => [...table]));
  return {
    ...base,
    scenarios: others.map((_draft, place) => `Variant ${place + 1}`),
    rows: [...rows].map(([key, row]) => {
      const [first = '', ...rest] = tables.map((table) => table.get(key)?.cells[0] ?? '');
      return {
        ...row,
        cells: [first, ...rest.map((cell) => (cell === first ? '' : cell || (cell === 0 ? 0 : 'None')))],
      };
    }),
  };
}
