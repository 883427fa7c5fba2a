import { annotate, annotationsOf, followRanges } from '../annotations';
import type { Book } from '../book';
import { renameTable } from './structured-reference';

/** A name that stands for a constant or a formula. */
export interface FormulaName {
  readonly name: string;
  /** As it would read in the first cell of a sheet, with its sign of equality. */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
  readonly scope?: string;
}

declare module '../annotations' {
  interface AnnotationSections {
    /** By name and scope: names that the grid cannot hold. */
    readonly formulaNames: FormulaName;
  }
}

followRanges('formulaNames', (name, _key, adapt) => {
  const formula = adapt.references('', name.formula);
  return formula === name.formula ? name : { ...name, formula };
});

/** The names of a book that stand for no cells: constants and formulas, which the grid cannot hold. */
export class FormulaNames {
  constructor(private readonly book: Book) {}

  all(): FormulaName[] {
    return Object.values(annotationsOf(this.book, 'formulaNames')).filter((name) => name !== undefined);
  }

  get(key: string): FormulaName | undefined {
    return annotationsOf(this.book, 'formulaNames')[key];
  }

  set(key: string, name: FormulaName | undefined): void {
    annotate(this.book, 'formulaNames', key, name);
  }

  tableRenamed(from: string, to: string): void {
    for (const name of this.all())
      this.set(formulaKey(name.name, name.scope), { ...name, formula: renameTable(name.formula, from, to) });
  }

  /** A sheet takes its names along. */
  leaveWithSheets(): void {
    for (const { name, scope } of this.all())
      if (scope !== undefined && !this.book.hasSheet(scope)) this.set(formulaKey(name, scope), undefined);
  }
}

/** A blank keeps it apart from the grid's names, which have none. */
export const formulaKey = (name: string, scope: string | undefined): string =>
  `${name.toUpperCase()} ${scope ?? ''}`;
