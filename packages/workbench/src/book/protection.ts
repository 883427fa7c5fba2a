import { HostError } from '../interpreter/host-object';
import type { Zone } from './address';
import { annotate, annotationsOf, type AnnotatedBook } from './annotations';
import type { CellLook } from './looks/cell-look';
import type { GridCommand } from './changes';
import type { Getters } from './grid';

/** What a protected sheet still allows. */
export const PROTECTION_OPTIONS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
} as const;

export type ProtectionOption = keyof typeof PROTECTION_OPTIONS;

export type ProtectionOptions = Readonly<Record<ProtectionOption, boolean>> & {
  readonly selectionMode: string;
};

export interface SheetProtection {
  readonly options: ProtectionOptions;
  readonly password?: string;
}

declare module './annotations' {
  interface AnnotationSections {
    /** By sheet id: absent where the sheet is not protected. */
    readonly protections: SheetProtection;
  }
}

/** As much of a book as its protection needs. */
interface ProtectedBook extends AnnotatedBook {
  readonly model: { readonly getters: Getters };
}

/** What a command needs in a protected sheet: unlocked cells, an option, or something that protection never allows. */
type Need = 'unlocked cells' | ProtectionOption | 'no protection';

const BY_DIMENSION: Readonly<Record<string, Readonly<Record<'ROW' | 'COL', ProtectionOption>>>> = {
  ADD_COLUMNS_ROWS: { ROW: 'allowInsertRows', COL: 'allowInsertColumns' },
  REMOVE_COLUMNS_ROWS: { ROW: 'allowDeleteRows', COL: 'allowDeleteColumns' },
  RESIZE_COLUMNS_ROWS: { ROW: 'allowFormatRows', COL: 'allowFormatColumns' },
  HIDE_COLUMNS_ROWS: { ROW: 'allowFormatRows', COL: 'allowFormatColumns' },
  UNHIDE_COLUMNS_ROWS: { ROW: 'allowFormatRows', COL: 'allowFormatColumns' },
  AUTORESIZE_ROWS: { ROW: 'allowFormatRows', COL: 'allowFormatRows' },
  AUTORESIZE_COLUMNS: { ROW: 'allowFormatColumns', COL: 'allowFormatColumns' },
};

const NEEDS: Readonly<Record<string, Need>> = {
  CLEAR_CELL: 'unlocked cells',
  CLEAR_CELLS: 'unlocked cells',
  DELETE_CONTENT: 'unlocked cells',
  PASTE: 'unlocked cells',
  SORT_CELLS: 'allowSort',
  UPDATE_FILTER: 'allowAutoFilter',
  SET_FORMATTING: 'allowFormatCells',
  CLEAR_FORMATTING: 'allowFormatCells',
  SET_BORDER: 'allowFormatCells',
  SET_ZONE_BORDERS: 'allowFormatCells',
  SET_BORDERS_ON_TARGET: 'allowFormatCells',
  ADD_CONDITIONAL_FORMAT: 'allowFormatCells',
  REMOVE_CONDITIONAL_FORMAT: 'allowFormatCells',
  CHANGE_CONDITIONAL_FORMAT_PRIORITY: 'allowFormatCells',
  CREATE_CHART: 'allowEditObjects',
  UPDATE_CHART: 'allowEditObjects',
  DELETE_CHART: 'allowEditObjects',
  CREATE_FIGURE: 'allowEditObjects',
  UPDATE_FIGURE: 'allowEditObjects',
  DELETE_FIGURE: 'allowEditObjects',
  CREATE_IMAGE: 'allowEditObjects',
  INSERT_CELL: 'no protection',
  DELETE_CELL: 'no protection',
  MOVE_RANGES: 'no protection',
  ADD_MERGE: 'no protection',
  REMOVE_MERGE: 'no protection',
  CREATE_TABLE: 'no protection',
  UPDATE_TABLE: 'no protection',
  REMOVE_TABLE: 'no protection',
  ADD_DATA_VALIDATION_RULE: 'no protection',
  REMOVE_DATA_VALIDATION_RULE: 'no protection',
};

/**
 * Sheets that are protected as in Excel: what cells hold can be changed only where they are unlocked, and what else
 * may be done is a matter of options. The grid's own lock knows whole sheets only.
 */
export class Protection {
  constructor(private readonly book: ProtectedBook) {}

  of(sheetId: string): SheetProtection | undefined {
    return annotationsOf(this.book, 'protections')[sheetId];
  }

  protect(sheetId: string, options: ProtectionOptions, password: string | undefined): void {
    if (this.of(sheetId) !== undefined) throw denied('The worksheet is protected already.');
    annotate(this.book, 'protections', sheetId, {
      options,
      ...(password === undefined || password === '' ? {} : { password }),
    });
  }

  unprotect(sheetId: string, password: string | undefined): void {
    const protection = this.of(sheetId);
    if (protection === undefined) return;
    if ((protection.password ?? '') !== (password ?? '')) {
      throw denied('The password for the worksheet is not right.');
    }
    annotate(this.book, 'protections', sheetId, undefined);
  }

  /** Any sheet is protected: asked for every cell that is written. */
  get isAnywhere(): boolean {
    const protections = annotationsOf(this.book, 'protections');
    for (const sheetId in protections) if (protections[sheetId] !== undefined) return true;
    return false;
  }

  /** Whether a sheet's protection lets a command through. */
  allows(command: GridCommand): boolean {
    if (!this.isAnywhere) return true;
    const protections = annotationsOf(this.book, 'protections');
    const need = needOf(command);
    const sheetId = command.sheetId ?? this.book.model.getters.getActiveSheetId();
    const protection = need === undefined ? undefined : protections[sheetId];
    if (need === undefined || protection === undefined) return true;
    if (need === 'unlocked cells') return this.areUnlocked(sheetId, zonesOf(command));
    return need !== 'no protection' && protection.options[need];
  }

  private areUnlocked(sheetId: string, zones: readonly Zone[]): boolean {
    const { getters } = this.book.model;
    return zones.every(({ left, top, right, bottom }) => {
      for (let row = top; row <= bottom; row += 1) {
        for (let col = left; col <= right; col += 1) {
          const look: CellLook | undefined = getters.getCell({ sheetId, row, col })?.style;
          if (look?.unlocked !== true) return false;
        }
      }
      return true;
    });
  }
}

function needOf(command: GridCommand): Need | undefined {
  if (command.type === 'UPDATE_CELL') {
    return command.content === undefined ? 'allowFormatCells' : 'unlocked cells';
  }
  return BY_DIMENSION[command.type]?.[command.dimension ?? 'ROW'] ?? NEEDS[command.type];
}

function zonesOf({ target, zone, row, col }: GridCommand): readonly Zone[] {
  if (target !== undefined) return target;
  if (zone !== undefined) return [zone];
  return row === undefined || col === undefined ? [] : [{ left: col, right: col, top: row, bottom: row }];
}

const denied = (message: string) => new HostError('AccessDenied', message, 403);
