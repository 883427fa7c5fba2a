import { prefixOf, storedFunctionName } from './stored-formula';
import { typedThisRow, withItemsOfExcel } from './table-parts';

/*
 * A formula as a file stores it, as a person types it: what `stored-formula.ts` does, undone.
 */

/** A cell, with or without its sheet. */
const CELL = String.raw`(?:'(?:[^']|'')*'!|[A-Za-z_][\w.]*!)?\$?[A-Za-z]{1,3}\$?\d+`;

/** A text, a truth as a function (LibreOffice), a reference to a spill, a quoted sheet, or a name before a parenthesis. */
const PARTS = new RegExp(
  String.raw`"(?:[^"]|"")*"|\b(TRUE|FALSE)\(\)|_xlfn\.ANCHORARRAY\((${CELL})\)|'(?:[^']|'')*'|([A-Za-z_][\w.]*)(?=\()`,
  'gi',
);

const PREFIX = /^(?:_xlfn\.)?(?:_xlws\.)?/i;

/** How the functions of an add-in are called, by how a file stores their names. */
export type CustomNames = ReadonlyMap<string, string>;

/** By the list of what there is, never by guessing: CONTOSO_A_B may be CONTOSO.A.B or CONTOSO.A_B. */
export const customNames = (functions: Iterable<string>): CustomNames =>
  new Map([...functions].map((name) => [storedFunctionName(name).toUpperCase(), name]));

/**
 * @param tableHere  the name of the table that holds the formula
 * @returns with its sign of equality. A prefix stays where the function is not known here: Excel shows it so, too, where
 * it does not know a function, and the formula is stored again as it was.
 */
export const typedFormula = (stored: string, names: CustomNames, tableHere?: string): string =>
  `=${typedThisRow(withItemsOfExcel(stored), tableHere).replace(
    PARTS,
    (all: string, truth?: string, anchor?: string, called?: string) => {
      if (truth !== undefined) return truth;
      if (anchor !== undefined) return `${anchor}#`;
      if (called === undefined) return all;
      const custom = names.get(called.toUpperCase());
      if (custom !== undefined) return custom;
      const plain = called.replace(PREFIX, '');
      return prefixOf(plain.toUpperCase()) === '' ? called : plain;
    },
  )}`;

const CUSTOM = /"(?:[^"]|"")*"|\b(_xldudf_\w+)(?=\()/gi;

/** Functions of add-ins that a stored formula calls and that are not in the list. */
export const unknownCustom = (stored: string, names: CustomNames): string[] =>
  [...stored.matchAll(CUSTOM)].flatMap(([, called]) =>
    called === undefined || names.has(called.toUpperCase()) ? [] : [called],
  );
