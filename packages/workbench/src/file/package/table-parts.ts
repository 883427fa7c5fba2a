/*
 * Parts of a table in a formula. "This row" of a table is typed as `Table[@[Unit price]]` or `[@Rate]`, and stored as `Table[[#This Row],[Unit price]]`.
 */

/** A text, a quoted sheet, or a table's brackets with @; what stands in the brackets may be quoted by '. */
const TYPED =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[@((?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*)\]/gu;

const STORED =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|([\p{L}_\\][\p{L}\p{N}_.\\]*)\[(?:#This Row|\[#This Row\](?:,((?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*))?)\]/giu;

/** @param tableHere  the table that holds the formula; undefined outside of any */
export const storedThisRow = (formula: string, tableHere: () => string | undefined): string =>
  formula.replace(TYPED, (all: string, table?: string, columns?: string) => {
    const name = table ?? (columns === undefined ? undefined : tableHere());
    if (name === undefined || columns === undefined) return all;
    if (columns.trim() === '') return `${name}[#This Row]`;
    return `${name}[[#This Row],${columns.startsWith('[') ? columns : `[${columns}]`}]`;
  });

/** A column that needs no brackets of its own. */
const PLAIN_COLUMN = /^\[([\p{L}\p{N}_]+)\]$/u;

/** One column of the table that holds the formula is typed without the table's name, as Excel shows it. */
export const typedThisRow = (formula: string, tableHere: string | undefined): string =>
  formula.replace(STORED, (all: string, table?: string, columns = '') => {
    if (table === undefined) return all;
    const isOneOfOwn =
      table.toLowerCase() === tableHere?.toLowerCase() && /^\[(?:[^[\]']|'.)*\]$/.test(columns);
    return `${isOneOfOwn ? '' : table}[@${PLAIN_COLUMN.exec(columns)?.[1] ?? columns}]`;
  });

const ITEM = /"(?:[^"]|"")*"|(?<=\[)#(?:all|data|headers|totals|this row)(?=\])/gi;
const ITEMS = ['#All', '#Data', '#Headers', '#Totals', '#This Row'];

/** LibreOffice writes `#headers` where Excel says `#Headers`. */
export const withItemsOfExcel = (formula: string): string =>
  formula.replace(ITEM, (all) => ITEMS.find((item) => item.toLowerCase() === all.toLowerCase()) ?? all);
