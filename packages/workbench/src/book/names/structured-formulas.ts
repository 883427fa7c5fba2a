import { invalidArgument } from '../../interpreter/host-object';
import { annotate, annotationsOf, SET_ANNOTATION } from '../annotations';
import type { Book, Position } from '../book';
import type { GridCommand } from '../changes';
import { inGridDialect } from './formula-dialect';
import { BATCH } from '../grid';
import { BadStructuredReference, mayHoldTables, renameTable, toA1 } from './structured-reference';
import type { Tables } from './tables';

declare module '../annotations' {
  interface AnnotationSections {
    /** By cell id: a formula with structured references as it was typed. */
    readonly typedFormulas: string;
  }
}

/**
 * Formulas with structured references on a grid that has none: written as A1, shown as typed, and written anew when
 * a table grows, shrinks or is renamed.
 */
export class StructuredFormulas {
  private readonly written: Position[] = [];
  /** Something happened that may have moved cells. */
  private hasMoved = true;
  /** The tables when all formulas were last looked at. */
  private followed = '';

  constructor(
    private readonly book: Book,
    private readonly tables: Tables,
  ) {
    book.model.on('command-dispatched', this, (command: object) => this.note(command as GridCommand));
    // The grid reports a command after it was settled, and the parts of it before.
    book.onSettle((command) => {
      this.note(command);
      this.settle();
    });
  }

  private note({ type, content, sheetId, row, col, isGrowth }: GridCommand): void {
    if (!STAY_IN_PLACE.has(type) && isGrowth !== true) this.hasMoved = true;
    if (type !== 'UPDATE_CELL' || content === undefined) return;
    if (sheetId === undefined || row === undefined || col === undefined) return;
    this.written.push({ sheetId, row, col });
  }

  toGrid(formula: string, position: Position): string {
    try {
      return this.translate(formula, position);
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
    const wanted = typed === written ? undefined : typed;
    if (known !== wanted) annotate(this.book, 'typedFormulas', cell.id, wanted);
  }

  /** As typed, as long as that still means what the grid computes. */
  toExcel(formula: string, position: Position): string {
    const cell = this.book.state.getCell(position);
    const typed = cell === undefined ? undefined : annotationsOf(this.book, 'typedFormulas')[cell.id];
    if (typed === undefined) return formula;
    return same(this.tryTranslate(typed, position), formula) ? typed : formula;
  }

  renamed(from: string, to: string): void {
    for (const [id, typed] of Object.entries(annotationsOf(this.book, 'typedFormulas'))) {
      if (typed !== undefined) annotate(this.book, 'typedFormulas', id, renameTable(typed, from, to));
    }
  }

  private translate(formula: string, position: Position): string {
    const names = this.tables.all().map((table) => table.name);
    const readable = inGridDialect(formula);
    if (!mayHoldTables(readable, names)) return readable;
    const cell = { ...position, sheetName: (id: string) => this.book.sheetName(id) };
    return toA1(readable, cell, this.tables);
  }

  private tryTranslate(formula: string, position: Position): string | undefined {
    try {
      return this.translate(formula, position);
    } catch (failure) {
      if (failure instanceof BadStructuredReference) return undefined;
      throw failure;
    }
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
    const formula = this.gridFormula(position);
    const cell = this.book.hasSheet(position.sheetId) ? this.book.state.getCell(position) : undefined;
    if (cell === undefined) return;
    const typed = annotationsOf(this.book, 'typedFormulas')[cell.id];
    if (
      typed !== undefined &&
      (formula === undefined || !same(this.tryTranslate(typed, position), formula))
    ) {
      annotate(this.book, 'typedFormulas', cell.id, undefined);
    }
    if (formula === undefined || !cell.isFormula || !cell.compiledFormula.isBadExpression) return;
    const translated = this.tryTranslate(formula, position);
    if (translated === undefined || translated === formula) return;
    this.book.dispatch('UPDATE_CELL', { ...position, content: translated });
    this.remember(position, formula, translated);
  }

  private follow(cellId: number, typed: string): void {
    const position = this.book.state.tryGetCellPosition(cellId);
    if (position === undefined || !this.book.hasSheet(position.sheetId)) return;
    const wanted = this.tryTranslate(typed, position);
    const formula = this.gridFormula(position);
    if (wanted === undefined || formula === undefined || same(wanted, formula)) return;
    this.book.dispatch('UPDATE_CELL', { ...position, content: wanted });
  }

  private gridFormula(position: Position): string | undefined {
    if (!this.book.hasSheet(position.sheetId)) return undefined;
    const cell = this.book.state.getCell(position);
    return cell?.isFormula ? cell.compiledFormula.toFormulaString(this.book.state) : undefined;
  }
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

/** The grid may change blanks and case. */
const same = (a: string | undefined, b: string) =>
  a !== undefined && a.replace(/\s/g, '').toUpperCase() === b.replace(/\s/g, '').toUpperCase();
