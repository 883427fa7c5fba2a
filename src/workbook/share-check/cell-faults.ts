import { counted } from '../../base/words';
import { cellAt } from '../excel/cell-address';
import { explainForeignError, isErrorCode } from '../excel/cell-error';
import { readCalls } from '../formulas/formula';
import { findFunction } from '../formulas/function-names';
import type { Fault, Finding } from './finding';
import { type SurveyedSheet, isFormula } from './workbook-survey';

/** What happens to Meterbook's formulas elsewhere. */
export const WITHOUT_US =
  'Whoever opens the workbook without it sees the last figures until Excel calculates them again, and #NAME? from then on; in LibreOffice #NAME? at once.';

interface CellFault {
  readonly fault: Fault;
  /** Tells kinds of the fault apart: the error, or the function. Nothing where the cell is in order. */
  kind(formula: unknown, value: unknown): string | undefined;
  sentence(kind: string, cells: number): string;
  remedy(kind: string): string;
}

/** Functions of Excel whose results change without a change in what they refer to. */
const VOLATILE: ReadonlySet<string> = new Set([
  'NOW',
  'TODAY',
  'RAND',
  'RANDBETWEEN',
  'RANDARRAY',
  'OFFSET',
  'INDIRECT',
  'CELL',
  'INFO',
]);

/** A number as a person or another program writes one, in any culture. */
const NUMBER_LIKE = /^[-+−]?[$€£¥]?\s?(?:\d{1,3}(?:[,.'’\s\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?\s?%?$/;

const CELL_FAULTS: readonly CellFault[] = [
  {
    fault: 'functions that will break',
    // The record of a hand-off holds formulas as texts, which need no add-in.
    kind: (formula, value) =>
      isFormula(formula) && formula !== value && callsOurs(formula) ? 'ours' : undefined,
    sentence: (_kind, cells) =>
      `${counted(cells, 'formula needs', 'formulas need')} Meterbook. ${WITHOUT_US}`,
    remedy: () => 'Choose Hand off below, or ask the recipient to add Meterbook.',
  },
  {
    fault: 'error cell',
    kind: (_formula, value) => (isErrorCode(value) ? value : undefined),
    sentence: (kind, cells) => `${counted(cells, 'cell shows', 'cells show')} ${kind}.`,
    remedy: (kind) => explainForeignError(kind, []),
  },
  {
    fault: 'external link',
    kind: (formula) => (isFormula(formula) ? linkIn(formula) : undefined),
    sentence: (kind, cells) =>
      `${counted(cells, 'formula reads', 'formulas read')} the workbook ${kind}, which a recipient does not have.`,
    remedy: () =>
      'Copy the cells that are needed into this workbook, or choose Data > Edit Links > Break Link.',
  },
  {
    fault: 'text number',
    kind: (formula, value) =>
      !isFormula(formula) && typeof value === 'string' && NUMBER_LIKE.test(value.trim()) ? 'text' : undefined,
    sentence: (_kind, cells) =>
      `${counted(cells, 'cell holds a number', 'cells hold numbers')} as text: sums pass it over without a word.`,
    remedy: () => 'Set the cell to a number format, and enter the number again.',
  },
  {
    fault: 'volatile function',
    kind: (formula) => (isFormula(formula) ? volatileIn(formula) : undefined),
    sentence: (kind, cells) =>
      `${counted(cells, 'formula calls', 'formulas call')} ${kind}, whose result changes by itself: the recipient may see other figures than you.`,
    remedy: (kind) => VOLATILE_REMEDIES[kind] ?? 'Enter the value that you mean as a constant.',
  },
];

const VOLATILE_REMEDIES: Readonly<Record<string, string>> = {
  OFFSET: 'Refer to the cells directly, or with INDEX.',
  INDIRECT: 'Refer to the cells directly, or with INDEX.',
};

const callsOurs = (formula: string): boolean =>
  readCalls(formula).some(({ name }) => findFunction(name) !== undefined);

const volatileIn = (formula: string): string | undefined =>
  readCalls(formula)
    .map(({ name }) => name.toUpperCase())
    .find((name) => VOLATILE.has(name));

/** 'C:\path\[Book.xlsx]Sheet'!A1; [Book.xlsx]Sheet!A1 or [1]Sheet!A1; a name in Book.xlsx. */
const LINKS = [
  /'[^'[\]]*\[([^[\]]+)\](?:[^'[\]]|'')*'!/,
  // The column of a table has the table's name before its bracket.
  /(?<![\p{L}\p{N}_.\]['])\[([^[\]']+)\][\p{L}\p{N}_.:]*!/u,
  /([^\\/'!=(,+*^&<>-]+\.xl[a-z]{1,2})'?!/i,
];

/** The other workbook that a formula reads; texts in quotes do not count. */
export function linkIn(formula: string): string | undefined {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return LINKS.map((link) => link.exec(bare)?.[1]).find((book) => book !== undefined);
}

/** One finding for each sheet and kind of fault, at its first cell. @param skip cells that are checked elsewhere */
export function cellFaults(
  sheet: SurveyedSheet,
  skip: (fault: Fault, row: number, column: number) => boolean,
): Finding[] {
  const found = new Map<string, { check: CellFault; kind: string; address: string; count: number }>();
  sheet.formulas.forEach((cells, row) => {
    cells.forEach((formula, column) => {
      const value = sheet.values[row]?.[column];
      if (value === '' && formula === '') return;
      for (const check of CELL_FAULTS) {
        const kind = check.kind(formula, value);
        const [at, across] = [sheet.top + row, sheet.left + column];
        if (kind === undefined || skip(check.fault, at, across)) continue;
        const key = `${check.fault}|${kind}`;
        const known = found.get(key) ?? { check, kind, address: cellAt(at, across), count: 0 };
        found.set(key, { ...known, count: known.count + 1 });
      }
    });
  });
  return [...found.values()].map(({ check, kind, address, count }) => ({
    fault: check.fault,
    sheet: sheet.name,
    address,
    count,
    sentence: check.sentence(kind, count),
    remedy: check.remedy(kind),
  }));
}
