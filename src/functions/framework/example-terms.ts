/** A small Terms table for the examples: 100 units of capacity for three months, and a scenario at a lower rate. */
export const EXAMPLE_TERMS: readonly (readonly (string | number)[])[] = [
  ['Section', 'Item', 'Term', 'Base', 'Lower rate'],
  ['Model', '', 'Start', 46388, ''],
  ['Model', '', 'Horizon', 3, ''],
  ['Reserved', '', 'Start', 46388, ''],
  ['Reserved', '', 'Rate', 2, 1.5],
  ['Reserved', '', 'Tokens per unit-hour', 1000000, ''],
  ['Reserved', '2027-01-01', 'Units', 100, ''],
];

/** The table with one cell changed, for examples of what is refused. */
export const withCell = (row: number, column: number, value: string | number): (string | number)[][] =>
  EXAMPLE_TERMS.map((cells, place) =>
    place === row ? cells.map((cell, at) => (at === column ? value : cell)) : [...cells],
  );

/** A block as an array constant of a formula. */
export function arrayConstant(block: readonly (readonly (string | number)[])[]): string {
  const rows = block.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? `"${cell}"` : String(cell))).join(','),
  );
  return `{${rows.join(';')}}`;
}
