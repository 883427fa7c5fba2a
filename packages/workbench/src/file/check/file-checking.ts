import type { EvaluatedCell } from '@odoo/o-spreadsheet';
import { cellAddress, splitSheetName } from '../../book/address';
import { annotateAll } from '../../book/annotations';
import type { Book, Position } from '../../book/book';
import { excelErrorCode } from '../../book/cells/cell-error';
import { cutFormula } from '../../book/formulas/kept-formulas';
import { formulaTree } from '../../book/formulas/formula-tree';
import type { TypedFormula } from '../../book/formulas/typed-formulas';
import { BUSY } from '../../book/grid';
import type { HostContext } from '../../host/context';
import type { OpenedFormula } from '../read/formula-reading';
import type { OpenedFile } from '../read/open-file';
import type { StoredValue } from '../read/read-cells';
import type { Difference, FileCheck, KeptCell } from './file-check';
import { isSameValue, shownText, storedText } from './same-value';
import { VolatileCells } from './volatile-cells';

/** A formula of the file that the book holds. */
interface Checked extends Position {
  readonly formula: OpenedFormula;
}

type Target = Pick<HostContext, 'book' | 'formulas'> & { isCustom(name: string): boolean };

/** Formulas that wait for each other are kept one after the other. */
const MOST_ROUNDS = 12;

/**
 * A file says what each of its formulas came to. After opening, each is compared with that: what the grid cannot compute
 * keeps the value of the file, and what shows something else is told.
 */
export class FileChecking {
  private readonly kept: KeptCell[] = [];
  /** Formulas that need what the grid does not have, and of which the file says nothing. */
  private readonly unsaid: readonly Checked[];
  private suspects: readonly Checked[];
  private readonly volatile: VolatileCells;

  constructor(
    file: OpenedFile,
    private readonly target: Target,
  ) {
    this.volatile = new VolatileCells(target.book);
    this.suspects = file.sheets.flatMap(({ id: sheetId, formulas }) =>
      formulas.map((formula) => ({ sheetId, row: formula.row, col: formula.col, formula })),
    );
    this.unsaid = this.suspects.filter(
      ({ formula: { lacks, stored } }) => lacks.length > 0 && stored[0]?.[0] === undefined,
    );
  }

  /** Compares what is computed by now. */
  compare(): void {
    const { book } = this.target;
    this.suspects = this.suspects.filter((each) => !this.isAsInFile(each));
    for (let round = 0; round < MOST_ROUNDS && this.suspects.length > 0; round += 1) {
      const isLast = round === MOST_ROUNDS - 1;
      const mended = this.suspects
        .map((each) => this.mended(each, isLast))
        .filter((each) => each !== undefined);
      // What waits for nothing else is kept at the end, whatever its error comes from.
      const rest =
        mended.length > 0 || isLast ? mended : this.suspects.flatMap((each) => this.keptAtLast(each));
      if (rest.length === 0) break;
      book.asOwnWork(() =>
        book.transaction(() => {
          for (const { position, content } of rest) book.dispatch('UPDATE_CELL', { ...position, content });
          annotateAll(
            book,
            'typedFormulas',
            rest.flatMap(({ position, typed }) => noted(book, position, typed)),
          );
        }),
      );
      this.suspects = this.suspects.filter((each) => !this.isAsInFile(each));
    }
    book.forgetSteps();
  }

  /** What there is to tell, once nothing is under way. */
  result(): FileCheck {
    this.compare();
    const differences = this.suspects.flatMap((each) => this.differences(each));
    this.target.book.kept.settle();
    const uncomputed = this.unsaid
      .filter((each) => this.evaluated(each).type === 'error')
      .map((each) => ({ ...this.placeOf(each), reason: lackOf(each.formula.lacks) }));
    return { differences, kept: this.kept, uncomputed };
  }

  private evaluated(position: Position): EvaluatedCell {
    return this.target.book.getters.getEvaluatedCell(position);
  }

  private isAsInFile(checked: Checked): boolean {
    return this.cellsOf(checked).every(({ position, stored }) =>
      isSameValue(this.evaluated(position), stored, () => this.magnitude(checked)),
    );
  }

  /** The cell of a formula, and those that it fills. */
  private cellsOf({
    sheetId,
    row,
    col,
    formula,
  }: Checked): { readonly position: Position; readonly stored: StoredValue }[] {
    return formula.stored.flatMap((line, y) =>
      line.map((stored, x) => ({ position: { sheetId, row: row + y, col: col + x }, stored })),
    );
  }

  /** The greatest number among the cells that a formula reads. */
  private magnitude(position: Position): number {
    const { state, getters } = this.target.book;
    const cell = state.getCell(position);
    if (cell === undefined || !cell.isFormula) return 0;
    let greatest = 0;
    for (const { sheetId, zone } of cell.compiledFormula.rangeDependencies) {
      if (zone.top < 0 || (zone.right - zone.left + 1) * (zone.bottom - zone.top + 1) > MOST_READ) continue;
      for (const { value } of getters.getEvaluatedCellsInZone(sheetId, zone))
        if (typeof value === 'number') greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }

  /** What to write instead of a formula that shows something else; undefined for one that is to stay. */
  private mended(checked: Checked, isLast: boolean): Mended | undefined {
    const { formula } = checked;
    const shown = this.evaluated(checked);
    if (shown.value === BUSY) return undefined;
    if (formula.kind === 'plain' && this.spills(checked)) return this.single(checked);
    if (formula.lacks.length > 0) return this.keep(checked, lackOf(formula.lacks));
    if (isLast || shown.type !== 'error' || !this.isRoot(checked, shown)) return undefined;
    return this.isOfFile(checked) ? this.keep(checked, reasonOf(shown)) : undefined;
  }

  private keptAtLast(checked: Checked): Mended[] {
    const shown = this.evaluated(checked);
    if (shown.type !== 'error' || shown.value === BUSY || !this.isOfFile(checked)) return [];
    const origin = shown.errorOriginPosition;
    if (origin !== undefined && this.isCustom(origin)) return [];
    return [this.keep(checked, reasonOf(shown))];
  }

  /** A plain formula shows one value. */
  private spills(position: Position): boolean {
    return (
      this.target.book.state.getSpreadZone(position) !== undefined ||
      this.evaluated(position).value === '#SPILL!'
    );
  }

  private single({ formula, ...position }: Checked): Mended {
    const body = formula.typed.text.slice(1);
    const tree = formulaTree(formula.typed.text);
    const isOne = tree !== undefined && ['call', 'cells', 'name', 'table', 'group'].includes(tree.kind);
    const typed = { text: isOne ? `=@${body}` : `=@(${body})` };
    return { position, typed, content: this.target.formulas.inGrid(typed, position) ?? formula.content };
  }

  /** The error begins in this cell. */
  private isRoot(position: Position, shown: EvaluatedCell): boolean {
    const origin = shown.type === 'error' ? shown.errorOriginPosition : undefined;
    return origin === undefined || isSamePlace(origin, position);
  }

  /** Whether the value of the file is what Excel would show today: neither chance nor an add-in decides. */
  private isOfFile(checked: Checked): boolean {
    const first = checked.formula.stored[0]?.[0];
    const isError = first?.is === 'error';
    const shown = this.evaluated(checked);
    // Another error than the file's is worth no more than the file's, unless the grid knows it for certain.
    if (first === undefined || (isError && !isGridsOwn(shown))) return false;
    return !this.isCustom(checked) && !this.volatile.has(checked);
  }

  private isCustom(position: Position): boolean {
    const cell = this.target.book.state.getCell(position);
    return (
      cell?.isFormula === true &&
      cell.compiledFormula.symbols.some((symbol) => this.target.isCustom(symbol.toUpperCase()))
    );
  }

  private keep({ formula, ...position }: Checked, reason: string): Mended {
    const { book, formulas } = this.target;
    const { typed, kind, stored } = formula;
    const { pieces, references, words } = cutFormula(typed.text);
    const watched = words.flatMap((word) => {
      const inGrid = formulas.inGrid({ text: `=${word}` }, position)?.slice(1) ?? '';
      return /^[^"#()]+$/.test(inGrid) && this.isReadable(inGrid) ? [inGrid] : [];
    });
    const width = stored[0]?.length ?? 1;
    const values = Array.from({ length: width }, (_, x) => stored.map((line) => gridValue(line[x])));
    const content = book.kept.keep({ pieces, kind, values, reason }, [...references, ...watched]);
    this.kept.push({ ...this.placeOf(position), reason });
    return { position, typed, content };
  }

  /** An address, or a name that the grid knows. */
  private isReadable(text: string): boolean {
    const { address } = splitSheetName(text);
    return /\d|:/.test(address) || this.target.book.state.getNamedRange(text) !== undefined;
  }

  private placeOf({ sheetId, row, col }: Position): Pick<KeptCell, 'sheetName' | 'address'> {
    return { sheetName: this.target.book.sheetName(sheetId), address: cellAddress(row, col) };
  }

  private differences(checked: Checked): Difference[] {
    const different = this.cellsOf(checked).find(
      ({ position, stored }) => !isSameValue(this.evaluated(position), stored, () => this.magnitude(checked)),
    );
    if (different === undefined) return [];
    const { position, stored } = different;
    return [
      {
        ...this.placeOf(position),
        shown: shownText(this.evaluated(position)),
        stored: storedText(stored),
        isVolatile: this.volatile.has(checked),
      },
    ];
  }
}

interface Mended {
  readonly position: Position;
  readonly content: string;
  readonly typed: TypedFormula;
}

const MOST_READ = 2_000;

const isSamePlace = (a: Position, b: Position): boolean =>
  a.row === b.row && a.col === b.col && a.sheetId === b.sheetId;

const lackOf = (lacks: readonly string[]): string => `the grid has no ${[...new Set(lacks)].join(', ')}`;

const reasonOf = (shown: EvaluatedCell): string =>
  shown.value === '#CYCLE'
    ? 'they lead in a circle'
    : `the grid makes ${excelErrorCode(String(shown.value))} of it`;

/** Errors that say that the grid could not compute, rather than that there is no answer. */
const isGridsOwn = ({ value }: EvaluatedCell): boolean =>
  ['#BAD_EXPR', '#CYCLE', '#ERROR', '#SPILL!', '#NAME?'].includes(String(value));

function gridValue(stored: StoredValue): { readonly value: string | number | boolean | null } {
  if (stored === undefined) return { value: null };
  if (stored.is === 'boolean') return { value: stored.truth };
  return { value: stored.is === 'number' ? Number(stored.text) : stored.text };
}

/** What a cell is remembered by; nothing for one that keeps its value, which is remembered otherwise. */
function noted(book: Book, position: Position, typed: TypedFormula): [string, TypedFormula | undefined][] {
  const cell = book.state.getCell(position);
  if (cell === undefined || !cell.isFormula) return [];
  const isKept = book.kept.behind(cell.compiledFormula.toFormulaString(book.state)) !== undefined;
  return [[String(cell.id), isKept ? undefined : typed]];
}
