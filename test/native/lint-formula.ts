/** What LibreOffice lets pass and Excel refuses, or reads otherwise. */

const MOST_CHARACTERS = 8192;
const DEEPEST = 64;
const MOST_ARGUMENTS = 255;
const ALLOWED = new Set(
  'ABS AND COUNT DAY EDATE EOMONTH EXP IF IFERROR INDEX INT LN MATCH MAX MIN MONTH NORMSDIST OR ROW SUM SUMIFS SUMPRODUCT YEAR'.split(
    ' ',
  ),
);

/** Sentences on what is wrong with a formula of a line; none where it is in order. */
export function lintFormula(formula: string): string[] {
  const bare = formula.replaceAll(/"(?:[^"]|"")*"/g, '""').replaceAll(/'(?:[^']|'')*'!/g, '');
  const found: string[] = [];
  if (!/^=[^=]/.test(formula)) found.push('does not begin with one sign of equality');
  if (formula.length > MOST_CHARACTERS) found.push('is too long');
  for (const [, name = ''] of bare.matchAll(/([A-Z][A-Z0-9.]*)\(/g)) {
    if (!ALLOWED.has(name)) found.push(`calls ${name}`);
  }
  for (const [, number = ''] of bare.matchAll(/(?<![\w$.:\]])(\d+(?:\.\d+)?)(?![\w.])/g)) {
    if (number !== '0' && number !== '1') found.push(`holds the number ${number}`);
  }
  return [...found, ...nesting(bare)];
}

function nesting(bare: string): string[] {
  const open: { name: string; arguments: number }[] = [];
  const found: string[] = [];
  for (const [token, name = ''] of bare.matchAll(/([A-Z]*)\(|\)|,/g)) {
    if (token.endsWith('(')) {
      if (name === 'IF' && open.some((outer) => outer.name === 'SUMPRODUCT'))
        found.push('has IF inside SUMPRODUCT');
      open.push({ name, arguments: 1 });
      if (open.length === DEEPEST + 1) found.push('is nested too deep');
      continue;
    }
    const last = open.at(-1);
    if (!last) return [...found, 'closes a bracket that is not open'];
    if (token === ',') last.arguments += 1;
    else if ((open.pop()?.arguments ?? 0) > MOST_ARGUMENTS) found.push('passes too many arguments');
  }
  return open.length > 0 ? [...found, 'leaves a bracket open'] : found;
}
