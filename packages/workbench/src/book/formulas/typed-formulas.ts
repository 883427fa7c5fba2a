import { invalidArgument } from '../../interpreter/host-object';
import { annotate, annotationsOf, followRanges, SET_ANNOTATION } from '../annotations';
import type { Book, Position } from '../book';
import type { GridCommand } from '../changes';
import { OWN } from '../evaluation/own-functions';
import { BATCH } from '../grid';
import type { Names, NameView } from '../names/names';
import { BadStructuredReference, renameTable, type FormulaCell } from '../names/structured-reference';
import type { Tables } from '../names/tables';
import { excelFormula } from './excel-formula';
import { gridFormula, type FormulaDirectory, type NamedThing } from './grid-formula';
import { movedFormula } from './moved-formula';

/** A formula as a person typed it. */
export interface TypedFormula {
  readonly text: string;
  /** The rows and columns of an array formula of a fixed size, as Excel had them before arrays that spill. */
  readonly size?: readonly [rows: number, columns: number];
}

declare module '../annotations' {
  interface AnnotationSections {
    /** By cell id: a formula that the grid holds in other words. */
    readonly typedFormulas: TypedFormula;
  }
}

followRanges('typedFormulas', (typed, cellId, adapt) => {
  const sheetId = adapt.sheetOf(Number(cellId));
  const text = sheetId === undefined ? typed.text : adapt.references(sheetId, typed.text);
  return text === typed.text ? typed : { ...typed, text };
});

/**
 * Formulas on a grid that reads some otherwise than Excel, or not at all: written in the grid's words, shown as typed,
 * and written anew when a table grows, shrinks or is renamed.
 */
export class TypedFormulas {
  private readonly written: Position[] = [];
  /** Something happened that may have moved cells. */
  private hasMoved = true;
  /** The tables when all formulas were last looked at. */
  private followed = '';
  private known: FormulaDirectory | undefined;

  constructor(
    private readonly book: Book,
    private readonly tables: Tables,
    private readonly names: Names,
  ) {
    book.model.on('command-dispatched', this, (command: object) => this.note(command as GridCommand));
    // The grid reports a command after it was settled, and the parts of it before.
    book.onSettle((command) => {
      this.note(command);
      this.settle();
    });
  }

  private note({ type, content, sheetId, row, col, isGrowth, section }: GridCommand): void {
    if (!STAY_IN_PLACE.has(type) && isGrowth !== true) this.hasMoved = true;
    if (!ARE_FOR_CELLS.has(type) && section !== 'typedFormulas') this.known = undefined;
    if (type !== 'UPDATE_CELL' || content === undefined) return;
    if (sheetId === undefined || row === undefined || col === undefined) return;
    this.written.push({ sheetId, row, col });
  }

  toGrid(formula: string, position: Position): string {
    try {
      return this.translate({ text: formula }, position);
    } catch (failure) {
      if (failure instanceof BadStructuredReference) throw invalidArgument(failure.message);
      throw failure;
    }
  }

  /** Keeps the formula as typed where the grid holds another text. */
  remember(position: Position, typed: string, written: string): void {
    const cell = this.book.state.getCell(position);
    if (cell === undefined) return;
    const known = annotationsOf(this.book, 'typedFormulas')[cell.id];
    if (typed === written && known === undefined) return;
    if (known?.text === typed && known.size === undefined) return;
    annotate(this.book, 'typedFormulas', cell.id, typed === written ? undefined : { text: typed });
  }

  /** As typed, as long as that still means what the grid computes. */
  toExcel(formula: string, position: Position): string {
    const kept = this.book.kept.typed(formula);
    if (kept !== undefined) return kept;
    const typed = this.typedAt(position);
    if (typed === undefined) return excelFormula(formula);
    return same(this.tryTranslate(typed, position), formula) ? typed.text : excelFormula(formula);
  }

  /** The rows and columns of an array formula of a fixed size; undefined for any other formula. */
  arraySize(position: Position): TypedFormula['size'] {
    return this.typedAt(position)?.size;
  }

  /** In the words of the grid, with what the formula needs and the grid does not have. */
  inGrid(typed: TypedFormula, position: Position): string | undefined {
    return this.tryTranslate(typed, position);
  }

  renamed(from: string, to: string): void {
    for (const [id, typed] of Object.entries(annotationsOf(this.book, 'typedFormulas'))) {
      if (typed === undefined) continue;
      annotate(this.book, 'typedFormulas', id, { ...typed, text: renameTable(typed.text, from, to) });
    }
  }

  private typedAt(position: Position): TypedFormula | undefined {
    const cell = this.book.state.getCell(position);
    return cell === undefined ? undefined : annotationsOf(this.book, 'typedFormulas')[cell.id];
  }

  private translate({ text, size }: TypedFormula, position: Position): string {
    const cell = { ...position, sheetName: (id: string) => this.book.sheetName(id) };
    const formula = gridFormula(text, cell, this.directory()).text;
    return size === undefined ? formula : fittedFormula(formula, size);
  }

  private tryTranslate(typed: TypedFormula, position: Position): string | undefined {
    try {
      return this.translate(typed, position);
    } catch (failure) {
      if (failure instanceof BadStructuredReference) return undefined;
      throw failure;
    }
  }

  /** The names and tables of the book; a new one after each change of any. */
  private directory(): FormulaDirectory {
    this.known ??= directoryOf(this.book, this.tables, this.names);
    return this.known;
  }

  /** Part of every step: what a person typed into the grid is rewritten, and what a table's new shape asks for. */
  private settle(): void {
    const written = this.written.splice(0);
    for (const position of written) this.adopt(position);
    const tables = this.shapeOfTables();
    if (this.hasMoved || tables !== this.followed) {
      for (const [id, typed] of Object.entries(annotationsOf(this.book, 'typedFormulas'))) {
        if (typed !== undefined) this.follow(Number(id), typed);
      }
      this.followed = tables;
    }
    this.hasMoved = false;
    this.written.length = 0;
  }

  private shapeOfTables(): string {
    return JSON.stringify(
      this.tables
        .all()
        .map((table) => [table, this.book.sheetName(table.sheetId), this.tables.columnNames(table)]),
    );
  }

  private adopt(position: Position): void {
    const formula = this.gridFormulaAt(position);
    const cell = this.book.hasSheet(position.sheetId) ? this.book.state.getCell(position) : undefined;
    if (cell === undefined) return;
    const typed = annotationsOf(this.book, 'typedFormulas')[cell.id];
    if (
      typed !== undefined &&
      (formula === undefined || !same(this.tryTranslate(typed, position), formula))
    ) {
      annotate(this.book, 'typedFormulas', cell.id, undefined);
    }
    if (formula === undefined || this.book.kept.behind(formula) !== undefined) return;
    const translated = this.tryTranslate({ text: formula }, position);
    if (translated === undefined || translated === formula) return;
    this.book.dispatch('UPDATE_CELL', { ...position, content: translated });
    this.remember(position, formula, translated);
  }

  private follow(cellId: number, typed: TypedFormula): void {
    const position = this.book.state.tryGetCellPosition(cellId);
    if (position === undefined || !this.book.hasSheet(position.sheetId)) return;
    const wanted = this.tryTranslate(typed, position);
    const formula = this.gridFormulaAt(position);
    if (wanted === undefined || formula === undefined || same(wanted, formula)) return;
    this.book.dispatch('UPDATE_CELL', { ...position, content: wanted });
  }

  private gridFormulaAt(position: Position): string | undefined {
    if (!this.book.hasSheet(position.sheetId)) return undefined;
    const cell = this.book.state.getCell(position);
    return cell?.isFormula ? cell.compiledFormula.toFormulaString(this.book.state) : undefined;
  }
}

/** A formula whose result fills cells of a fixed size. */
export const fittedFormula = (formula: string, [rows, columns]: readonly [number, number]): string =>
  `=${OWN.fitted}(${formula.slice(1)},${rows},${columns})`;

/** What formulas of a book may refer to by words. */
function directoryOf(book: Book, tables: Tables, names: Names): FormulaDirectory {
  const views = names.all();
  const isOwnToGrid = ({ isOfCells, key, name, scope }: NameView): boolean =>
    isOfCells && key === name && scope === undefined;
  const byName = new Map<string, NameView>();
  for (const view of views) byName.set(nameKey(view.name, view.scope), view);
  const directory: FormulaDirectory = {
    find: (name) => tables.find(name),
    at: (sheetId, row, column) => tables.at(sheetId, row, column),
    columnNames: (table) => tables.columnNames(table),
    specialWords: new Set([
      ...tables.all().map(({ name }) => name.toLowerCase()),
      ...views.filter((view) => !isOwnToGrid(view)).map(({ name }) => name.toLowerCase()),
    ]),
    named: (name, sheetName, cell) => {
      const sheetId = sheetName === undefined ? cell.sheetId : book.findSheet(sheetName);
      if (sheetId === undefined) return undefined;
      const view = byName.get(nameKey(name, sheetId)) ?? byName.get(nameKey(name, undefined));
      return view === undefined ? undefined : meaningOf(view, cell, directory);
    },
    sheetsBetween: (first, last) => {
      const sheets = book.state.getSheetIds().map((id) => book.sheetName(id));
      return between(sheets, first, last);
    },
  };
  return directory;
}

const nameKey = (name: string, scope: string | undefined): string => `${name.toUpperCase()} ${scope ?? ''}`;

/** A name that stands for cells by its name in the grid, any other by its formula as it reads in the cell. */
export function meaningOf(
  { isOfCells, key, formula, target }: Pick<NameView, 'isOfCells' | 'key' | 'formula' | 'target'>,
  cell: FormulaCell,
  directory: FormulaDirectory,
): NamedThing {
  if (isOfCells && target() !== undefined) return { kind: 'cells', gridName: key };
  return { kind: 'formula', text: textOfName(formula, cell, directory) };
}

/** Names that name each other in a circle would go on for ever. */
const MOST_NESTED_NAMES = 20;
let nested = 0;

/** The formula of a name is written as in the first cell of a sheet. */
export function textOfName(formula: string, cell: FormulaCell, directory: FormulaDirectory): string {
  if (nested >= MOST_NESTED_NAMES) return `${OWN.error}("#NAME?")`;
  nested += 1;
  try {
    const here = movedFormula(formula, cell.row, cell.col);
    return gridFormula(here, cell, directory).text.slice(1);
  } finally {
    nested -= 1;
  }
}

/** The sheets from one to another in the order of the tabs. */
export function between(sheets: readonly string[], first: string, last: string): string[] | undefined {
  const place = (name: string): number =>
    sheets.findIndex((sheet) => sheet.toLowerCase() === name.toLowerCase());
  const [a, b] = [place(first), place(last)];
  return a < 0 || b < 0 ? undefined : sheets.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** Commands after which every formula means what it meant; there are thousands of them where sheets are written. */
const STAY_IN_PLACE: ReadonlySet<string> = new Set([
  BATCH,
  SET_ANNOTATION,
  'UPDATE_CELL',
  // The grid's own part of UPDATE_CELL; what moves cells has a command of its own besides.
  'UPDATE_CELL_POSITION',
  'SET_FORMATTING',
  'SET_ZONE_BORDERS',
  'RESIZE_COLUMNS_ROWS',
  'FREEZE_ROWS',
  'FREEZE_COLUMNS',
  'UNFREEZE_COLUMNS_ROWS',
  'SET_GRID_LINES_VISIBILITY',
  'COLOR_SHEET',
  'ADD_DATA_VALIDATION_RULE',
  'ADD_CONDITIONAL_FORMAT',
  'CREATE_NAMED_RANGE',
  'CREATE_SHEET',
  'CREATE_FIGURE',
  'CREATE_CHART',
  'UPDATE_CHART',
  'EVALUATE_CELLS',
  'ACTIVATE_SHEET',
]);

/** Commands that change no name, table or sheet. */
const ARE_FOR_CELLS: ReadonlySet<string> = new Set([
  BATCH,
  'UPDATE_CELL',
  'UPDATE_CELL_POSITION',
  'SET_FORMATTING',
  'SET_ZONE_BORDERS',
  'EVALUATE_CELLS',
  'ACTIVATE_SHEET',
]);

/** The grid may change blanks and case. */
const same = (a: string | undefined, b: string) =>
  a !== undefined && a.replace(/\s/g, '').toUpperCase() === b.replace(/\s/g, '').toUpperCase();
