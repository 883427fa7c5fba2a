import { parse, type EvaluatedCell } from '@odoo/o-spreadsheet';
import { invalidArgument } from '../../interpreter/host-object';
import { cellZone, sheetAddress, type Zone } from '../address';
import type { Book, Position } from '../book';
import { errorMeaning, excelErrorCode } from './cell-error';
import { linkedContent, linkOf } from './hyperlinks';
import { gridContent } from './typed-value';

export type ValueType = 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';

/** Turns formulas as Excel writes them into what the grid reads, and back. */
export interface FormulaText {
  toGrid(formula: string, position: Position): string;
  toExcel(formula: string, position: Position): string;
  /** Called after a formula was written, so that toExcel can show it as typed. */
  remember(position: Position, typed: string, written: string): void;
}

/** Reads and writes cells by position. */
export class Cells {
  constructor(
    private readonly book: Book,
    private readonly formulas: FormulaText,
  ) {}

  /** '' for a blank cell, Excel's code for an error. */
  value(position: Position): string | number | boolean {
    const cell = this.evaluated(position);
    if (cell.type === 'error') return excelErrorCode(cell.value);
    const value = cell.value ?? '';
    return typeof value === 'string' && this.isQuotedFormula(value, position) ? value.slice(1) : value;
  }

  valueType(position: Position): ValueType {
    return VALUE_TYPES[this.evaluated(position).type];
  }

  /** What the cell shows. */
  text(position: Position): string {
    const cell = this.evaluated(position);
    return cell.type === 'error' ? excelErrorCode(cell.value) : cell.formattedValue;
  }

  /** A formula kept as text in a cell with the text format: see gridContent. */
  private isQuotedFormula(text: string, position: Position): boolean {
    return text.startsWith("'=") && this.numberFormat(position) === '@';
  }

  /** The sentence behind an error; undefined where there is no error. */
  errorMessage(position: Position): string | undefined {
    const cell = this.evaluated(position);
    if (cell.type !== 'error') return undefined;
    // The engine's words for an unknown name are "Invalid formula", and a fault of its own asks for a support ticket.
    const isUseful = cell.value !== '#BAD_EXPR' && !cell.message?.includes('odoo.com');
    return (isUseful ? cell.message : undefined) ?? errorMeaning(cell.value);
  }

  /** The formula as typed, else the constant; '' in a blank or spilled cell. */
  formula(position: Position): string | number | boolean {
    const cell = this.inside(position) ? this.book.state.getCell(position) : undefined;
    if (cell === undefined) return '';
    if (cell.isFormula) {
      return this.formulas.toExcel(cell.compiledFormula.toFormulaString(this.book.state), position);
    }
    return this.value(position);
  }

  hasContent(position: Position): boolean {
    if (!this.inside(position)) return false;
    const cell = this.book.state.getCell(position);
    return cell !== undefined && (cell.isFormula || cell.content !== '');
  }

  /** Not the format that a formula without one takes over from its precedents, as in Excel a cell keeps its own. */
  numberFormat(position: Position): string {
    if (!this.inside(position)) return 'General';
    return this.book.formats.excelFormat(this.book.lookAt(position).format);
  }

  /** Writes a value as a person would type it; null leaves the cell alone. */
  write(position: Position, value: unknown): void {
    const own = this.inside(position) ? this.book.lookAt(position).format : undefined;
    const isTextFormat = own !== undefined && this.book.formats.excelFormat(own) === '@';
    const format = isTextFormat ? '@' : own;
    const typed = gridContent(value, isTextFormat);
    if (typed === undefined) return;
    const isFormula = typed.startsWith('=') && typed.length > 1;
    const content = isFormula ? this.formulas.toGrid(typed, position) : this.withLink(position, typed);
    if (content === '' && !this.hasContent(position)) return;
    // A format that waits goes along: without it the grid would give a date one of its own, and take text for numbers.
    this.book.dispatch('UPDATE_CELL', { ...position, content, ...(format === undefined ? {} : { format }) });
    this.formulas.remember(position, typed, content);
    if (isFormula) this.checkFormula(position, content);
  }

  /** A text in a cell with a hyperlink stays one that can be followed. */
  private withLink(position: Position, typed: string): string {
    const link = this.inside(position) ? linkOf(this.book, position) : undefined;
    return link === undefined ? typed : linkedContent(this.book, typed, link);
  }

  /** Excel refuses a formula that it cannot read; an unknown name or function is fine, and shows #NAME?. */
  private checkFormula(position: Position, typed: string): void {
    const cell = this.book.state.getCell(position);
    if (cell === undefined || !cell.isFormula || !cell.compiledFormula.isBadExpression) return;
    const reason = syntaxError(typed);
    if (reason === undefined) return;
    this.book.dispatch('UPDATE_CELL', { ...position, content: '' });
    const address = sheetAddress(this.book.sheetName(position.sheetId), cellZone(position.row, position.col));
    throw invalidArgument(`The formula ${typed} in ${address} cannot be read: ${reason}`);
  }

  private evaluated(position: Position): EvaluatedCell {
    return this.inside(position) ? this.book.getters.getEvaluatedCell(position) : BLANK;
  }

  private inside({ sheetId, row, col }: Position): boolean {
    const { state: getters } = this.book;
    return col < getters.getNumberCols(sheetId) && row < getters.getNumberRows(sheetId);
  }

  /** The smallest zone that holds everything in the sheet, or only values; undefined in an empty sheet. */
  usedZone(sheetId: string, valuesOnly: boolean, within?: Zone): Zone | undefined {
    let zone: { left: number; top: number; right: number; bottom: number } | undefined;
    const include = ({ row, col }: { row: number; col: number }) => {
      if (within && (row < within.top || row > within.bottom || col < within.left || col > within.right))
        return;
      zone ??= { left: col, right: col, top: row, bottom: row };
      zone.left = Math.min(zone.left, col);
      zone.right = Math.max(zone.right, col);
      zone.top = Math.min(zone.top, row);
      zone.bottom = Math.max(zone.bottom, row);
    };
    const { getters } = this.book;
    for (const position of getters.getEvaluatedCellsPositions(sheetId)) {
      const { value } = getters.getEvaluatedCell(position);
      if (value !== null || !valuesOnly) include(position);
    }
    if (!valuesOnly) {
      for (const cell of getters.getCells(sheetId)) include(getters.getCellPosition(cell.id));
    }
    return zone;
  }
}

const VALUE_TYPES = {
  empty: 'Empty',
  text: 'String',
  number: 'Double',
  boolean: 'Boolean',
  error: 'Error',
} as const;

const BLANK = {
  type: 'empty',
  value: null,
  formattedValue: '',
  defaultAlign: 'left',
  isAutoSummable: true,
} as EvaluatedCell;

function syntaxError(formula: string): string | undefined {
  try {
    parse(formula);
    return undefined;
  } catch (failure) {
    return failure instanceof Error || isMessage(failure) ? failure.message : String(failure);
  }
}

const isMessage = (value: unknown): value is { readonly message: string } =>
  typeof value === 'object' && value !== null && 'message' in value;
