import { cellOf, isBlank, shown } from '../../../base/cell';
import { nearest } from '../../../base/nearest';
import { columnNamed, type HeaderNames } from './header-names';
import { Refusal } from '../../../base/refusal';
import { blockOf, looksLikeHeader, table, type RawRow, type Table } from './table';

type Columns = Parameters<typeof table>[0];

/** Far more columns than any range of this sort has; a wider one is the wrong range. */
const WIDEST = 60;

/**
 * A range whose columns are found by their headers, in any order; optional ones may be missing. Without a header row
 * the columns stand in the order of the definition. An unknown header is refused, because a misspelt column would
 * otherwise be a column of nothing.
 */
export function headedTable<const C extends Columns>(
  columns: C,
  headings: HeaderNames = {},
): ReturnType<typeof table<C>> {
  const names = Object.keys(columns);
  const inOrder = table(columns);
  return {
    columns: inOrder.columns,
    read(raw, name) {
      const block = blockOf(raw, name, 1, WIDEST);
      if (block instanceof Refusal) return block;
      const [header] = block;
      const isHeaded =
        header !== undefined && (isHeader(header, names, headings) || looksLikeHeader(header, columns));
      if (!isHeaded) return inOrder.read(raw, name);
      const order = orderOf(header, name, inOrder, headings);
      if (order instanceof Refusal) return order;
      const wrong = withoutHeader(block, name) ?? outOfStep(block, order, name);
      if (wrong) return wrong;
      return inOrder.read(reordered(block, order, names), name);
    },
  };
}

/** A row of texts, of which at least one is the name of a column. */
function isHeader({ values }: RawRow, names: readonly string[], headings: HeaderNames): boolean {
  const cells = values.map(cellOf).filter(({ holds }) => holds !== 'blank');
  return (
    cells.every(({ holds }) => holds === 'text') &&
    cells.some((cell) => cell.holds === 'text' && columnNamed(cell.value, names, headings) !== undefined)
  );
}

/** For each column of the definition, where it stands in the range. */
function orderOf(
  header: RawRow,
  name: string,
  { columns }: Table<unknown>,
  headings: HeaderNames,
): Map<string, number> | Refusal {
  const names = columns.map((column) => column.name);
  const place = `${name}, row ${header.at}`;
  const order = new Map<string, number>();
  for (const [index, value] of header.values.entries()) {
    const cell = cellOf(value);
    if (cell.holds !== 'text') continue;
    const known = columnNamed(cell.value, names, headings);
    if (known === undefined) {
      return new Refusal(
        `${place}: "${cell.value}" is no column here. Did you mean ${nearest(cell.value, names).join()}? The columns are ${names.join(', ')}.`,
      );
    }
    if (order.has(known)) return new Refusal(`${place}: the column ${known} stands twice. Keep one of them.`);
    order.set(known, index);
  }
  const missing = columns.filter((column) => !column.optional && !order.has(column.name));
  if (missing.length === 0) return order;
  return new Refusal(`${place}: the column ${missing.map((column) => column.name).join(', ')} is missing.`);
}

const FIRST_UNIT = 'first unit';

/**
 * A card may name the first unit of each tier beside its last: the tiers must follow one another, for the quantities
 * between two of them would have no price.
 */
function outOfStep(
  [, ...rows]: readonly RawRow[],
  order: ReadonlyMap<string, number>,
  name: string,
): Refusal | undefined {
  const [first, last] = [order.get(FIRST_UNIT), order.get('up to')];
  if (first === undefined) return undefined;
  if (last === undefined) {
    return new Refusal(
      `${name} has the ${FIRST_UNIT} of each tier and no column up to: whether a bound belongs to the tier below is not said. Add a column up to, blank in the last row.`,
    );
  }
  let before: unknown = 0;
  for (const { values, at } of rows) {
    const given = cellOf(values[first]);
    const end = cellOf(before);
    before = values[last];
    if (given.holds === 'blank' || end.holds !== 'number') continue;
    if (given.holds === 'number' && given.value >= end.value && given.value <= end.value + 1) continue;
    return new Refusal(
      `${name}, row ${at} (${FIRST_UNIT}) is ${shown(given)}: the tier before ends at ${shown(end)}, so it must be ${shown(end)} or one more. Correct the row, or leave the column out.`,
    );
  }
  return undefined;
}

/** A value in a column without a name may be a quantity that would go missing. */
function withoutHeader([header, ...rows]: readonly RawRow[], name: string): Refusal | undefined {
  const nameless = (header?.values ?? []).flatMap((value, index) => (isBlank(value) ? [index] : []));
  for (const { values, at } of rows) {
    const index = nameless.find((column) => !isBlank(values[column]) && values[column] !== 0);
    if (index === undefined) continue;
    return new Refusal(
      `${name}, row ${at}, column ${index + 1} has a value, but the column has no header. Name the column, or leave it out.`,
    );
  }
  return undefined;
}

/** The rows in the order of the definition, each at its own place, so that messages name the row of the range. */
function reordered(
  block: readonly RawRow[],
  order: ReadonlyMap<string, number>,
  names: readonly string[],
): unknown[][] {
  const [header, ...rows] = block;
  const blank = names.map(() => null);
  const result: unknown[][] = Array.from({ length: block.at(-1)?.at ?? 0 }, () => blank);
  if (header) result[header.at - 1] = [...names];
  for (const { values, at } of rows) {
    result[at - 1] = names.map((column) => {
      const index = order.get(column);
      return index === undefined ? null : values[index];
    });
  }
  return result;
}
