/*
 * References in a formula, found without reading all of it: for thousands of formulas at once.
 */

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d+`;
const RANGE = String.raw`${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+`;

/** A text, the brackets of a table, or a reference with its sheet; a name or a function that looks like one is none. */
const PARTS = new RegExp(
  String.raw`"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^\]]*\])*\]|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$\\])(${RANGE})(?![\p{L}\p{N}_.(!\\])`,
  'gu',
);

/** @param change  gets a reference with its sheet, where it has one */
export const withReferences = (formula: string, change: (reference: string) => string): string =>
  formula.replace(PARTS, (all: string, _sheet?: string, cells?: string) =>
    cells === undefined ? all : change(all),
  );
