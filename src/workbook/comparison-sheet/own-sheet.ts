import { letterOf, placeOf } from '../model-sheets/plan/columns';
import type { Corner } from './sheet-cells';

/** Leads to the first cell of the comparison, whatever its sheet is called by now and whatever stands before it. */
export const COMPARISON_NAME = 'Meterbook_Comparison';

/** The comparison as it is in the workbook. */
export interface OwnSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly isProtected: boolean;
  readonly corner: Corner;
  /** What it covered when it was written; undefined where the cell that says so has been changed. */
  readonly extent: { readonly rows: number; readonly columns: number } | undefined;
  /** A cell of it is not what was written. */
  readonly isChanged: boolean;
  /** Formulas and constants from the corner on, of all that the sheet holds. */
  readonly formulas: readonly (readonly unknown[])[];
}

export interface Found {
  readonly own: OwnSheet | undefined;
  /** The name is there and leads nowhere. */
  readonly isNameStale: boolean;
  /** Names of all sheets, in lower case. */
  readonly taken: ReadonlySet<string>;
  /** How a formula names the table of terms. */
  readonly terms: string;
}

/** The column of the cell that states what was written, from the corner. */
export const MARK_COLUMN = 8;

/** Finds the sheet by its name in the workbook, and reads it. */
export async function findOwnSheet(context: Excel.RequestContext): Promise<Found> {
  const { workbook } = context;
  const worksheets = workbook.worksheets.load('items/name');
  const name = workbook.names.getItemOrNullObject(COMPARISON_NAME).load('name');
  const terms = workbook.names.getItemOrNullObject('Terms').load('name');
  await context.sync();
  const found = {
    taken: new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase())),
    terms: terms.isNullObject ? 'TermsTable[#All]' : 'Terms',
  };
  if (name.isNullObject) return { ...found, own: undefined, isNameStale: false };
  const corner = name.getRangeOrNullObject().load('rowIndex,columnIndex');
  await context.sync();
  if (corner.isNullObject) return { ...found, own: undefined, isNameStale: true };
  const sheet = corner.worksheet.load('name');
  const protection = sheet.protection.load('protected');
  const used = sheet.getUsedRange(true).getBoundingRect(corner).load('formulas,rowIndex,columnIndex');
  await context.sync();
  const all: readonly (readonly unknown[])[] = used.formulas;
  const formulas = all
    .slice(corner.rowIndex - used.rowIndex)
    .map((row) => row.slice(corner.columnIndex - used.columnIndex));
  const mark = readMark(formulas[0]?.[MARK_COLUMN]);
  const place = { row: corner.rowIndex, column: corner.columnIndex };
  return {
    ...found,
    isNameStale: false,
    own: {
      sheet,
      name: sheet.name,
      isProtected: protection.protected,
      corner: place,
      extent: mark,
      isChanged: mark === undefined || contentMark(within(formulas, mark), place) !== mark.content,
      formulas,
    },
  };
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
}

const within = (formulas: readonly (readonly unknown[])[], { rows, columns }: Extent): unknown[][] =>
  formulas.slice(0, rows).map((row) => row.slice(0, columns));

/** What the sheet says of what was written: 62 × 16, and a mark of the contents. */
export const writeMark = (
  { rows, columns }: Extent,
  formulas: readonly (readonly unknown[])[],
  corner: Corner,
): string => `${rows} × ${columns} ${contentMark(formulas, corner)}`;

function readMark(cell: unknown): (Extent & { readonly content: string }) | undefined {
  const [, rows, columns, content] = /^(\d+) × (\d+) ([0-9a-f]{8})$/.exec(String(cell ?? '')) ?? [];
  return content === undefined ? undefined : { rows: Number(rows), columns: Number(columns), content };
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * FNV-1a over what the cells hold, the mark itself left out: tells changed contents from those that were written, also
 * where rows or columns have come in before them.
 */
function contentMark(formulas: readonly (readonly unknown[])[], corner: Corner): string {
  // Blank cells are left out: programs differ in how many of them they report behind the last filled one.
  const said = formulas.flatMap((row, r) =>
    row.flatMap((cell, c) =>
      cell === '' || (r === 0 && c === MARK_COLUMN) ? [] : [[r, c, seenFrom(corner, cell)]],
    ),
  );
  let hash = FNV_OFFSET;
  for (const letter of JSON.stringify(said)) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), FNV_PRIME);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const TEXTS = /("(?:[^"]|"")*")/;
const CELL = /(?<![\w.])(\$?)([A-Z]{1,3})(\$?)(\d+)\b/g;

/** A formula with its cells counted from the corner. */
function seenFrom(corner: Corner, cell: unknown): unknown {
  if (typeof cell !== 'string' || !cell.startsWith('=')) return cell;
  const counted = (part: string): string =>
    part.replaceAll(CELL, (_cell, a: string, letters: string, b: string, row: string) =>
      [a, placeOf(letters) - corner.column, b, Number(row) - corner.row].join(' '),
    );
  return cell
    .split(TEXTS)
    .map((part, place) => (place % 2 === 0 ? counted(part) : part))
    .join('');
}

/** Addresses of cells that a person filled where the comparison is about to grow. */
export function cellsInTheWay({ formulas, extent, corner }: OwnSheet, wanted: Extent): string[] {
  const covered = extent ?? { rows: 0, columns: 0 };
  return formulas.slice(0, wanted.rows).flatMap((row, r) =>
    row.slice(0, wanted.columns).flatMap((cell, c) => {
      const isOurs = r < covered.rows && c < covered.columns;
      return isOurs || cell === '' ? [] : [`${letterOf(corner.column + c)}${corner.row + r + 1}`];
    }),
  );
}
