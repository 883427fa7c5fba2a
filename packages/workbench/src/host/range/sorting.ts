import { columnCount, rowCount, type Zone } from '../../book/address';
import { invalidArgument, type HostObject } from '../../interpreter/host-object';
import type { Range } from './range';

/** One column to sort by, counted from the range's first. */
export interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
}

type Sortable = string | number | boolean;

/** Excel's order: numbers, texts, FALSE and TRUE; blanks come last, whichever way. */
const RANK = { number: 0, string: 1, boolean: 2 };

/** Sorts the rows of a zone by the values that they show; rows keep their formulas and looks. */
export function sortRows(
  range: Range,
  fields: readonly SortField[],
  matchCase = false,
  hasHeaders = false,
): void {
  const { $host, $sheetId: sheetId } = range;
  const whole = range.$bounded;
  const zone: Zone = hasHeaders ? { ...whole, top: whole.top + 1 } : whole;
  for (const { key } of fields) {
    if (!(key >= 0 && key < columnCount(zone)))
      throw invalidArgument(`The range has no column ${key} to sort by.`);
  }
  $host.book.evaluate();
  const rows = Array.from({ length: rowCount(zone) }, (_, index) => zone.top + index);
  const keys = new Map(
    rows.map((row) => [
      row,
      fields.map(({ key }) => $host.cells.value({ sheetId, row, col: zone.left + key })),
    ]),
  );
  const order = [...rows].sort((a, b) => {
    for (const [index, { ascending }] of fields.entries()) {
      const difference = compared(
        keys.get(a)?.[index] ?? '',
        keys.get(b)?.[index] ?? '',
        ascending !== false,
        matchCase,
      );
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const content = order.map((row) =>
    Array.from({ length: columnCount(zone) }, (_, index) => {
      const position = { sheetId, row, col: zone.left + index };
      return { formula: $host.cells.formula(position), look: $host.book.lookAt(position) };
    }),
  );
  for (const [down, line] of content.entries()) {
    for (const [right, { formula, look }] of line.entries()) {
      const position = { sheetId, row: zone.top + down, col: zone.left + right };
      const { row, col } = position;
      $host.book.setLook(sheetId, { left: col, right: col, top: row, bottom: row }, { format: '', ...look });
      $host.cells.write(position, formula);
    }
  }
}

function compared(a: Sortable, b: Sortable, ascending: boolean, matchCase: boolean): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const difference = rankOf(a) - rankOf(b) || plainly(a, b, matchCase);
  return ascending ? difference : -difference;
}

const rankOf = (value: Sortable) => RANK[typeof value as keyof typeof RANK];

function plainly(a: Sortable, b: Sortable, matchCase: boolean): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { sensitivity: matchCase ? 'variant' : 'accent' });
}

export class RangeSort implements HostObject {
  readonly $type = 'RangeSort';

  constructor(private readonly range: Range) {}

  Apply(fields: readonly SortField[], matchCase = false, hasHeaders = false, orientation = 'Rows'): void {
    if (orientation !== 'Rows') throw invalidArgument('The workbench sorts rows.');
    sortRows(this.range, fields, matchCase, hasHeaders);
  }
}
