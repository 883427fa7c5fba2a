import { gridFormula } from '../../book/formulas/grid-formula';
import { withIntersections } from '../../book/formulas/implicit-intersection';
import { fittedFormula, type TypedFormula } from '../../book/formulas/typed-formulas';
import type { FormulaKind } from '../../book/formulas/kept-formulas';
import { BadStructuredReference } from '../../book/names/structured-reference';
import { typedFormula, unknownCustom, type CustomNames } from '../package/typed-formula';
import type { FileDirectory } from './file-directory';
import type { ReadCell, StoredValue } from './read-cells';
import { areaOf, MOST_FILLED } from './stored-values';

/** A formula of a file, and what the grid makes of it. */
export interface OpenedFormula {
  readonly row: number;
  readonly col: number;
  readonly typed: TypedFormula;
  readonly kind: FormulaKind;
  /** As the grid holds it. */
  readonly content: string;
  /** What it came to when the file was saved, and what each cell of an array formula did, row by row. */
  readonly stored: readonly (readonly StoredValue[])[];
  /** What the formula needs and the grid does not have. */
  readonly lacks: readonly string[];
}

/** Reads the formulas of a file. */
export class FormulaReading {
  /** Functions of other add-ins. */
  readonly strangers = new Set<string>();

  constructor(
    private readonly directory: FileDirectory,
    private readonly customNames: CustomNames,
  ) {}

  /** @param table  the name of the table that holds the cell */
  read(
    { row, col, formula = '', array, isDynamic }: ReadCell,
    sheetId: string,
    table: string | undefined,
    stored: OpenedFormula['stored'],
  ): OpenedFormula {
    for (const name of unknownCustom(formula, this.customNames)) this.strangers.add(name);
    const cell = { sheetId, row, col, sheetName: (id: string) => this.directory.sheetName(id) };
    const plain = typedFormula(formula, this.customNames, table);
    const text =
      array === undefined ? withIntersections(plain, (name) => this.directory.isOneCell(name, cell)) : plain;
    const size =
      array === undefined || isDynamic || areaOf(array) > MOST_FILLED
        ? undefined
        : ([array.bottom - array.top + 1, array.right - array.left + 1] as const);
    const typed = { text, ...(size === undefined ? {} : { size }) };
    const kind = array === undefined ? 'plain' : size === undefined ? 'dynamic array' : 'fixed array';
    try {
      const { text: inGrid, lacks } = gridFormula(text, cell, this.directory);
      const content = size === undefined ? inGrid : fittedFormula(inGrid, size);
      return { row, col, typed, kind, content, stored, lacks };
    } catch (failure) {
      if (!(failure instanceof BadStructuredReference)) throw failure;
      const lacks = ['a part of a table that is not there'];
      return { row, col, typed, kind, content: text, stored, lacks };
    }
  }
}
