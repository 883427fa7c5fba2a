import fc from 'fast-check';
import { type CellOptions, type DraftRow, type RelativeDay, rowFor } from './cell-arbitrary';

export type Rows = fc.Arbitrary<DraftRow[]>;
export const together = (...rows: fc.Arbitrary<DraftRow | DraftRow[]>[]): Rows =>
  fc.tuple(...rows).map((list) => list.flat());
export const nothing: Rows = fc.constant([]);
/** Out of so many tables, one has the rows. */
export const sometimes = (rows: Rows, present = 1, absent = 1): Rows =>
  fc.oneof({ weight: absent, arbitrary: nothing }, { weight: present, arbitrary: rows });
/** Rows that only the first scenario fills, now and then: Base knows nothing of them. */
export const perhapsOnlyInScenario = (rows: Rows): Rows =>
  fc.tuple(rows, fc.integer({ min: 0, max: 5 })).map(([list, dice]) =>
    dice > 0
      ? list
      : list.map((row) => {
          const [base = ''] = row.cells;
          return { ...row, cells: ['', base, ''] };
        }),
  );
export const section =
  (name: string) =>
  (item: string | RelativeDay, term: string, options?: CellOptions): fc.Arbitrary<DraftRow> =>
    rowFor(name, item, term, options);
export const optional = { optional: true };
