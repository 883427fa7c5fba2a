import { Refusal } from '../../base/refusal';
import { placesOf } from '../../terms/table/places';
import { asText } from './as-text';
import { editValueOf } from '../../terms/entry/edit';
import { type CellWrite, type Conflict, formulaOf, isSameValue } from './edit-plan';

/** A write whose cells were read once more in the request that wrote them. */
export interface GuardedWrite {
  /** After the sync: cells that somebody else had changed or moved by then. */
  overtaken(): Conflict[];
  /** Queues putting back what the request has overwritten. */
  putBack(): void;
}

/**
 * Queues writing some cells of the table. Between the reading of a table and the request that writes to it somebody else
 * may be quicker; the request therefore reads them again just before it writes.
 *
 * @param range the table with its header
 */
export function writeGuarded(
  range: Excel.Range,
  headerRow: number,
  cells: readonly CellWrite[],
): GuardedWrite {
  const header = range.getRow(headerRow).load('values');
  const guarded = cells.map((write) => {
    const place = () => range.getCell(write.row, write.column);
    return {
      write,
      row: range.getRow(write.row).load('values'),
      before: place().load('values,formulas,numberFormat'),
      target: place(),
    };
  });
  for (const { write, target } of guarded) {
    if (write.numberFormat !== undefined) target.numberFormat = [[write.numberFormat]];
    target.values = [[write.value]];
  }
  return {
    overtaken: () =>
      guarded.flatMap(({ write: { edit, column }, row, before }) => {
        const places = placesOf([...header.values, ...row.values]);
        const isThere =
          !(places instanceof Refusal) &&
          places.row(edit.section, edit.item, edit.term) === 1 &&
          places.column(edit.column) === column;
        const found = editValueOf(before.values[0]?.[0]);
        return isThere && isSameValue(found, edit.seen) ? [] : [{ edit, found }];
      }),
    putBack: () => {
      for (const { before, target } of guarded) {
        target.numberFormat = before.numberFormat;
        target.formulas = [[contentOf(before)]];
      }
    },
  };
}

/** What makes the cell what it was: its formula, or its constant. */
function contentOf({ values, formulas }: Excel.Range): string | number | boolean {
  const formula = formulaOf({ values, formulas }, 0, 0);
  const value: unknown = values[0]?.[0];
  if (formula !== undefined) return formula;
  return typeof value === 'number' || typeof value === 'boolean' ? value : asText(String(value ?? ''));
}
