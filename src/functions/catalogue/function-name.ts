/** Names that Excel itself uses, or that a LAMBDA or the old macro language claims. */
const TAKEN = new Set([
  'RESULT',
  'RETURN',
  'VALUE',
  'ARGUMENT',
  'EVALUATE',
  'CALL',
  'EXEC',
  'ERROR',
  'RUN',
  'ECHO',
  'GROUP',
]);

/** Why a function cannot have this name, as a sentence; undefined where it can. */
export function nameProblem(name: string): string | undefined {
  if (!/^[A-Z][A-Z0-9]*(_[A-Z][A-Z0-9]*)*$/.test(name)) {
    return `"${name}" is no name for a function: it takes words of capital letters and digits between underscores, such as BLENDED_PRICE.`;
  }
  if (name.length < 3) return `${name} is too short: Excel takes names of three letters and more.`;
  // A1 … XFD1048576 and R1C1 are cells.
  if (/^[A-Z]{1,3}\d+$/.test(name) || /^R\d*C\d*$/.test(name)) {
    return `${name} is the address of a cell: choose a name that is none.`;
  }
  return TAKEN.has(name) ? `${name} is a name of Excel's own: choose another.` : undefined;
}
