/** A text in quotes with what the grid cannot read in it, a quoted sheet name, or LOG10, which it takes for a cell. */
const DIFFERING = /"((?:[^"]|"")*)"|'(?:[^']|'')*'|\bLOG10(?=\s*\()/gi;

/**
 * Rewrites what Excel's formulas say in a way that the grid cannot read: `"3"" pipe"` becomes
 * `("3"&CHAR(34)&" pipe")`, and LOG10 its LOG, whose base is 10 where none is given.
 */
export function inGridDialect(formula: string): string {
  return formula.replace(DIFFERING, (all, text?: string) => {
    if (/^log10$/i.test(all)) return 'LOG';
    if (text === undefined || !/""|\\$/.test(text)) return all;
    return `(${joined(text)})`;
  });
}

/** The grid ends a text at the first quote, unless a backslash stands before it. */
function joined(text: string): string {
  return text
    .split(/(""|\\)/)
    .filter((part) => part !== '')
    .map((part) => (part === '""' ? 'CHAR(34)' : part === '\\' ? 'CHAR(92)' : `"${part}"`))
    .join('&');
}
