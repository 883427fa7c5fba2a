/** A structured reference that one range answers: Usage, Usage[#All], Usage[Tokens], Usage[[#All],[Tokens]]. */
export interface TableReference {
  readonly table: string;
  readonly part: 'Data' | 'All' | 'Headers' | 'Totals';
  readonly column?: string;
}

const PARTS = ['Data', 'All', 'Headers', 'Totals'] as const;
// In a column's name, ' goes before the characters that mean something here.
const COLUMN = String.raw`(?:'.|[^[\]'#@])+`;
const REFERENCE = /^([\p{L}_\\][\p{L}\p{N}_.]*)\[(.*)\]$/su;
const PART_AND_COLUMN = new RegExp(String.raw`^\[#(\w+)\]\s*,\s*\[(${COLUMN})\]$`, 's');
const ONE_COLUMN = new RegExp(String.raw`^(?:\[(${COLUMN})\]|(${COLUMN}))$`, 's');

const partOf = (name: string | undefined) => PARTS.find((part) => part.toLowerCase() === name?.toLowerCase());

const unescaped = (column: string) => column.trim().replaceAll(/'(.)/gs, '$1');

/** undefined for what depends on the formula's own row ([@Tokens]) or takes several columns. */
export function readTableReference(text: string): TableReference | undefined {
  const [, table, inside] = REFERENCE.exec(text) ?? [];
  if (table === undefined || inside === undefined) return undefined;
  if (inside.trim() === '') return { table, part: 'Data' };
  const whole = /^#(\w+)$/.exec(inside.trim());
  if (whole) {
    const part = partOf(whole[1]);
    return part && { table, part };
  }
  const both = PART_AND_COLUMN.exec(inside);
  if (both) {
    const part = partOf(both[1]);
    return part && { table, part, column: unescaped(both[2] ?? '') };
  }
  const one = ONE_COLUMN.exec(inside);
  const column = one?.[1] ?? one?.[2];
  return column === undefined ? undefined : { table, part: 'Data', column: unescaped(column) };
}

/** @param from the table or one of its columns */
export function partRange(
  from: Pick<Excel.Table, 'getDataBodyRange' | 'getRange' | 'getHeaderRowRange' | 'getTotalRowRange'>,
  part: TableReference['part'],
): Excel.Range {
  switch (part) {
    case 'Data':
      return from.getDataBodyRange();
    case 'All':
      return from.getRange();
    case 'Headers':
      return from.getHeaderRowRange();
    case 'Totals':
      return from.getTotalRowRange();
  }
}
