import { HostError, invalidArgument, itemAlreadyExists } from '../../interpreter/host-object';
import {
  formatAbsoluteZone,
  formatZone,
  parseZone,
  quoteSheetName,
  splitSheetName,
  type Zone,
} from '../address';
import { annotate, annotationsOf } from '../annotations';
import type { Book } from '../book';
import { formulaTree } from '../formulas/formula-tree';
import { FormulaNames, formulaKey } from './formula-names';
import { gridNameOf } from './grid-name';
import { nameProblem } from './name-rules';
import { BadStructuredReference, renameTable, toA1 } from './structured-reference';
import type { Tables } from './tables';

export interface NameTarget {
  readonly sheetId: string;
  readonly zone: Zone;
}

/** A defined name. */
export interface NameView {
  /** Tells it from others that are called so in other sheets. */
  readonly key: string;
  readonly name: string;
  readonly comment: string;
  readonly visible: boolean;
  /** The id of the sheet that the name belongs to; undefined for a name of the workbook. */
  readonly scope: string | undefined;
  /** As Excel shows it: `=Model!$B$2:$B$3`, `=TermsTable[#All]`, or `=0.25`. */
  readonly formula: string;
  /** Whether it stands for cells; their sheet may be gone. */
  readonly isOfCells: boolean;
  /** Undefined when the cells are gone, and for a constant or a formula. */
  target(): NameTarget | undefined;
}

export interface NameNote {
  /** The name, where the grid had to be given another: it knows one of a kind, and not all signs. */
  readonly name?: string;
  /** What the name refers to, where that is a table: `TermsTable[#All]`. */
  readonly tableReference?: string;
  readonly comment: string;
  readonly visible: boolean;
  /** The sheet that the name belongs to; absent for a name of the workbook. */
  readonly scope?: string;
}

declare module '../annotations' {
  interface AnnotationSections {
    /** By the grid's name, in capitals. */
    readonly names: NameNote;
  }
}

const NO_NOTE: NameNote = { comment: '', visible: true };

/**
 * The names of a book. The grid holds names of ranges; a name that refers to a table is such a range, which follows
 * the table whenever it grows, shrinks or moves.
 */
export class Names {
  private readonly formulas: FormulaNames;

  constructor(
    private readonly book: Book,
    private readonly tables: Tables,
  ) {
    this.formulas = new FormulaNames(book);
    book.onSettle(() => {
      this.followTables();
      this.leaveWithSheets();
    });
  }

  all(): NameView[] {
    return [
      ...this.book.getters.getNamedRanges().map(({ name }) => this.ofCells(name)),
      ...this.formulas.all().map(({ name, scope }) => this.ofFormula(formulaKey(name, scope))),
    ];
  }

  /** @param scope the id of a sheet; otherwise a name of the workbook is meant */
  find(name: string, scope?: string): NameView | undefined {
    const wanted = name.toUpperCase();
    return this.all().find((each) => each.name.toUpperCase() === wanted && each.scope === scope);
  }

  /** A name as formulas of a sheet read it: its own come before those of the workbook. */
  seenFrom(name: string, sheetId: string): NameView | undefined {
    return this.find(name, sheetId) ?? this.find(name);
  }

  byKey(key: string): NameView | undefined {
    if (this.formulas.get(key) !== undefined) return this.ofFormula(key);
    return this.book.getters.getNamedRange(key) === undefined ? undefined : this.ofCells(key);
  }

  isTaken(name: string): boolean {
    const wanted = name.toUpperCase();
    return this.all().some((each) => each.name.toUpperCase() === wanted);
  }

  /** `Model!$B$2:$B$3`; undefined where no name of a range is called so. */
  absoluteAddress(name: string): string | undefined {
    const wanted = name.toUpperCase();
    const found = this.find(name) ?? this.all().find((each) => each.name.toUpperCase() === wanted);
    const target = found?.target();
    if (target === undefined) return undefined;
    return `${quoteSheetName(this.book.sheetName(target.sheetId))}!${formatAbsoluteZone(target.zone)}`;
  }

  /**
   * @param reference cells, or a formula such as `=Sheet1!$A$1:$B$2`, `=TermsTable[#All]` or `=0.25`
   * @param scope the id of the sheet that the name is to belong to
   */
  add(name: string, reference: NameTarget | string, comment: string, scope?: string): NameView {
    const problem = nameProblem(name);
    if (problem !== undefined) throw invalidArgument(problem);
    if (this.find(name, scope) !== undefined || this.tables.find(name) !== undefined)
      throw itemAlreadyExists(`The name "${name}" is in use already.`);
    const note = { comment, visible: true, ...(scope === undefined ? {} : { scope }) };
    const resolved = this.resolve(reference);
    if ('formula' in resolved) {
      const key = formulaKey(name, scope);
      this.formulas.set(key, { name, formula: resolved.formula, ...note });
      return this.ofFormula(key);
    }
    const { target, tableReference } = resolved;
    this.book.growTo(target.sheetId, this.inside(target));
    const key = gridNameOf(name, (wanted) => this.book.getters.getNamedRange(wanted) !== undefined);
    // Without its sheet the grid measures the range by the sheet that is shown.
    const { sheetId } = target;
    this.book.dispatch('CREATE_NAMED_RANGE', { sheetId, name: key, ranges: [this.rangeData(target)] });
    this.note(key, {
      ...note,
      ...(key === name ? {} : { name }),
      ...(tableReference === undefined ? {} : { tableReference }),
    });
    return this.ofCells(key);
  }

  refer(key: string, reference: string): void {
    const { name, comment, visible, scope, target } = this.byKey(key) ?? this.missing(key);
    const resolved = this.resolve(reference);
    const isOfCells = this.formulas.get(key) === undefined;
    if ('formula' in resolved && !isOfCells) {
      const known = this.formulas.get(key);
      if (known !== undefined) this.formulas.set(key, { ...known, formula: resolved.formula });
      return;
    }
    if ('formula' in resolved || !isOfCells || target() === undefined) {
      this.remove(key);
      const added = this.add(name, reference, comment, scope);
      if (!visible) this.describe(added.key, { visible });
      return;
    }
    this.moveTo(key, resolved.target);
    const { tableReference } = resolved;
    const { name: shown, comment: words, visible: isVisible, scope: sheet } = this.noteOf(key);
    this.note(key, {
      comment: words,
      visible: isVisible,
      ...(shown === undefined ? {} : { name: shown }),
      ...(sheet === undefined ? {} : { scope: sheet }),
      ...(tableReference === undefined ? {} : { tableReference }),
    });
  }

  describe(key: string, change: Partial<Pick<NameNote, 'comment' | 'visible'>>): void {
    const formula = this.formulas.get(key);
    if (formula === undefined) this.note(key, { ...this.noteOf(key), ...change });
    else this.formulas.set(key, { ...formula, ...change });
  }

  remove(key: string): void {
    if (this.formulas.get(key) !== undefined) return this.formulas.set(key, undefined);
    this.book.dispatch('DELETE_NAMED_RANGE', { name: key });
    annotate(this.book, 'names', key.toUpperCase(), undefined);
  }

  tableRenamed(from: string, to: string): void {
    for (const { name } of this.book.getters.getNamedRanges()) {
      const note = this.noteOf(name);
      if (note.tableReference === undefined) continue;
      this.note(name, { ...note, tableReference: renameTable(note.tableReference, from, to) });
    }
    this.formulas.tableRenamed(from, to);
  }

  private ofFormula(key: string): NameView {
    const { name, formula, comment, visible, scope } = this.formulas.get(key) ?? this.missing(key);
    return { key, name, comment, visible, scope, formula, isOfCells: false, target: () => undefined };
  }

  private ofCells(key: string): NameView {
    const { name = key, comment, visible, scope, tableReference } = this.noteOf(key);
    const target = () => this.target(key);
    const found = target();
    const address =
      found === undefined
        ? '#REF!'
        : `${quoteSheetName(this.book.sheetName(found.sheetId))}!${formatAbsoluteZone(found.zone)}`;
    const formula = `=${tableReference ?? address}`;
    return { key, name, comment, visible, scope, formula, isOfCells: true, target };
  }

  private missing(key: string): never {
    throw invalidArgument(`There is no name "${key}".`);
  }

  private target(name: string): NameTarget | undefined {
    const range = this.book.getters.getNamedRange(name)?.range;
    if (range === undefined || range.invalidXc !== undefined || !this.book.hasSheet(range.sheetId))
      return undefined;
    return { sheetId: range.sheetId, zone: parseZone(this.unboundedText(range)) ?? range.zone };
  }

  /** Whole columns and rows reach to Excel's end, not to the grid's. */
  private unboundedText(range: Parameters<Book['getters']['getRangeString']>[0]): string {
    const text = this.book.getters.getRangeString(range, range.sheetId);
    return splitSheetName(text).address;
  }

  private resolve(reference: NameTarget | string): Resolved {
    if (typeof reference !== 'string') return { target: reference };
    if (!reference.startsWith('=')) throw notAReference(reference);
    const body = reference.slice(1).trim();
    const cells = this.cellsOf(body);
    if (cells !== undefined) return { target: cells };
    const table = this.tableCells(body);
    if (table !== undefined) return { target: table, tableReference: body };
    if (formulaTree(reference) === undefined) throw notAReference(reference);
    return { formula: `=${body}` };
  }

  /** An address with or without sheet; without, it is on the active sheet. */
  private cellsOf(text: string): NameTarget | undefined {
    const { sheetName, address } = splitSheetName(text);
    const zone = parseZone(address);
    if (zone === undefined) return undefined;
    const sheetId =
      sheetName === undefined ? this.book.getters.getActiveSheetId() : this.book.findSheet(sheetName);
    if (sheetId === undefined) throw invalidArgument(`There is no worksheet named "${sheetName ?? ''}".`);
    return { sheetId, zone };
  }

  private tableCells(body: string): NameTarget | undefined {
    const cell = {
      sheetId: '',
      row: -1,
      col: -1,
      sheetName: (id: string) => this.book.sheetName(id),
    };
    try {
      const address = toA1(body, cell, { ...directory(this.tables), at: () => undefined });
      return address === undefined ? undefined : this.cellsOf(address);
    } catch (failure) {
      if (failure instanceof BadStructuredReference) throw invalidArgument(failure.message);
      throw failure;
    }
  }

  private followTables(): void {
    for (const { name } of this.book.getters.getNamedRanges()) {
      const { tableReference } = this.noteOf(name);
      if (tableReference === undefined) continue;
      const wanted = this.tryTableCells(tableReference);
      const current = this.target(name);
      if (wanted === undefined || current === undefined) continue;
      if (wanted.sheetId !== current.sheetId || formatZone(wanted.zone) !== formatZone(current.zone)) {
        this.moveTo(name, wanted);
      }
    }
  }

  /** A sheet takes its names along. */
  private leaveWithSheets(): void {
    for (const { name } of this.book.getters.getNamedRanges()) {
      const { scope } = this.noteOf(name);
      if (scope !== undefined && !this.book.hasSheet(scope)) this.remove(name);
    }
    this.formulas.leaveWithSheets();
  }

  private tryTableCells(body: string): NameTarget | undefined {
    try {
      return this.tableCells(body);
    } catch (failure) {
      // The table, or the column, is gone: the name keeps the cells that it had.
      if (failure instanceof HostError) return undefined;
      throw failure;
    }
  }

  private moveTo(name: string, target: NameTarget): void {
    this.book.growTo(target.sheetId, this.inside(target));
    this.book.dispatch('UPDATE_NAMED_RANGE', {
      sheetId: target.sheetId,
      oldRangeName: name,
      newRangeName: name,
      ranges: [this.rangeData(target)],
    });
  }

  private inside({ sheetId, zone }: NameTarget): Zone {
    const extent = this.book.extent(sheetId);
    const isColumns = zone.bottom === 1_048_575;
    const isRows = zone.right === 16_383;
    return {
      ...zone,
      ...(isColumns ? { bottom: extent.bottom } : {}),
      ...(isRows ? { right: extent.right } : {}),
    };
  }

  private rangeData({ sheetId, zone }: NameTarget) {
    return this.book.getters.getRangeDataFromXc(sheetId, formatZone(zone));
  }

  private noteOf(name: string): NameNote {
    return annotationsOf(this.book, 'names')[name.toUpperCase()] ?? NO_NOTE;
  }

  private note(name: string, note: NameNote): void {
    annotate(this.book, 'names', name.toUpperCase(), note);
  }
}

type Resolved =
  { readonly target: NameTarget; readonly tableReference?: string } | { readonly formula: string };

const directory = (tables: Tables) => ({
  find: (name: string) => tables.find(name),
  columnNames: (table: Parameters<Tables['columnNames']>[0]) => tables.columnNames(table),
});

const notAReference = (reference: string) =>
  invalidArgument(
    `"${reference}" is not what a name can stand for: write a reference or a formula with its sign of equality, such as =Sheet1!$A$1:$B$2 or =0.25.`,
  );
