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
import { nameProblem } from './name-rules';
import { BadStructuredReference, renameTable, toA1 } from './structured-reference';
import type { Tables } from './tables';

export interface NameTarget {
  readonly sheetId: string;
  readonly zone: Zone;
}

/** A defined name. */
export interface NameView {
  readonly name: string;
  readonly comment: string;
  readonly visible: boolean;
  /** The id of the sheet that the name belongs to; undefined for a name of the workbook. */
  readonly scope: string | undefined;
  /** As Excel shows it: `=Model!$B$2:$B$3`, or `=TermsTable[#All]`. */
  readonly formula: string;
  /** Undefined when the cells are gone. */
  target(): NameTarget | undefined;
}

interface NameNote {
  /** What the name refers to, where that is a table: `TermsTable[#All]`. */
  readonly tableReference?: string;
  readonly comment: string;
  readonly visible: boolean;
  /** The sheet that the name belongs to; absent for a name of the workbook. */
  readonly scope?: string;
}

declare module '../annotations' {
  interface AnnotationSections {
    /** By upper-case name. */
    readonly names: NameNote;
  }
}

const NO_NOTE: NameNote = { comment: '', visible: true };

/**
 * The names of a book. The grid holds names of ranges; a name that refers to a table is such a range, which follows
 * the table whenever it grows, shrinks or moves.
 */
export class Names {
  constructor(
    private readonly book: Book,
    private readonly tables: Tables,
  ) {
    book.onSettle(() => {
      this.followTables();
      this.leaveWithSheets();
    });
  }

  all(): NameView[] {
    return this.book.getters.getNamedRanges().map(({ name }) => this.view(name));
  }

  find(name: string): NameView | undefined {
    const wanted = name.toUpperCase();
    const known = this.book.getters.getNamedRanges().find((each) => each.name.toUpperCase() === wanted);
    return known === undefined ? undefined : this.view(known.name);
  }

  /** `Model!$B$2:$B$3`; undefined where no name of a range is called so. */
  absoluteAddress(name: string): string | undefined {
    const target = this.find(name)?.target();
    if (target === undefined) return undefined;
    return `${quoteSheetName(this.book.sheetName(target.sheetId))}!${formatAbsoluteZone(target.zone)}`;
  }

  /**
   * @param reference cells, or a formula such as `=Sheet1!$A$1:$B$2` or `=TermsTable[#All]`
   * @param scope the id of the sheet that the name is to belong to
   */
  add(name: string, reference: NameTarget | string, comment: string, scope?: string): NameView {
    const problem = nameProblem(name);
    if (problem !== undefined) throw invalidArgument(problem);
    const known = this.find(name);
    if (known !== undefined && known.scope !== scope) throw inAnotherScope(name);
    if (known !== undefined || this.tables.find(name) !== undefined) {
      throw itemAlreadyExists(`The name "${name}" is in use already.`);
    }
    const { target, tableReference } = this.resolve(reference);
    this.book.growTo(target.sheetId, this.inside(target));
    // Without its sheet the grid measures the range by the sheet that is shown.
    const { sheetId } = target;
    this.book.dispatch('CREATE_NAMED_RANGE', { sheetId, name, ranges: [this.rangeData(target)] });
    this.note(name, {
      comment,
      visible: true,
      ...(tableReference === undefined ? {} : { tableReference }),
      ...(scope === undefined ? {} : { scope }),
    });
    return this.view(name);
  }

  refer(name: string, reference: string): void {
    const { target, tableReference } = this.resolve(reference);
    this.moveTo(name, target);
    const { comment, visible, scope } = this.noteOf(name);
    this.note(name, {
      comment,
      visible,
      ...(tableReference === undefined ? {} : { tableReference }),
      ...(scope === undefined ? {} : { scope }),
    });
  }

  describe(name: string, change: Partial<Pick<NameNote, 'comment' | 'visible'>>): void {
    this.note(name, { ...this.noteOf(name), ...change });
  }

  remove(name: string): void {
    this.book.dispatch('DELETE_NAMED_RANGE', { name });
    annotate(this.book, 'names', name.toUpperCase(), undefined);
  }

  tableRenamed(from: string, to: string): void {
    for (const { name } of this.all()) {
      const note = this.noteOf(name);
      if (note.tableReference === undefined) continue;
      this.note(name, { ...note, tableReference: renameTable(note.tableReference, from, to) });
    }
  }

  private view(name: string): NameView {
    const { comment, visible, scope, tableReference } = this.noteOf(name);
    const target = () => this.target(name);
    const found = target();
    const address =
      found === undefined
        ? '#REF!'
        : `${quoteSheetName(this.book.sheetName(found.sheetId))}!${formatAbsoluteZone(found.zone)}`;
    return { name, comment, visible, scope, formula: `=${tableReference ?? address}`, target };
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

  private resolve(reference: NameTarget | string): { target: NameTarget; tableReference?: string } {
    if (typeof reference !== 'string') return { target: reference };
    if (!reference.startsWith('=')) throw notARange(reference);
    const body = reference.slice(1).trim();
    const cells = this.cellsOf(body);
    if (cells !== undefined) return { target: cells };
    const table = this.tableCells(body);
    if (table === undefined) throw notARange(reference);
    return { target: table, tableReference: body };
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
      return address === body ? undefined : this.cellsOf(address);
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

const directory = (tables: Tables) => ({
  find: (name: string) => tables.find(name),
  columnNames: (table: Parameters<Tables['columnNames']>[0]) => tables.columnNames(table),
});

const inAnotherScope = (name: string) =>
  new HostError(
    'NotImplemented',
    `The workbench holds a name once, for the workbook or for one sheet, and "${name}" is in use. Choose another name.`,
    501,
  );

const notARange = (reference: string) =>
  new HostError(
    'NotImplemented',
    `The workbench holds names of ranges and tables; "${reference}" is neither. Put the value into a cell and name that.`,
    501,
  );
