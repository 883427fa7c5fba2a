import type { Zone } from './address';
import { union } from './address';

/** What a step did to cells, for change events. */
export interface SheetChange {
  readonly sheetId: string;
  readonly zone: Zone;
  readonly kind: ChangeKind;
}

export type ChangeKind =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

/** As many steps as the grid's own undo stack keeps. */
const UNDO_LEVELS = 99;

/** One run of an add-in. */
export interface StepOrigin {
  /** The client that the add-in runs in. */
  readonly author: object | undefined;
}

/** In place of a run: the step belongs to the one before, whoever made that. */
export const PART_OF_LAST_STEP: StepOrigin = { author: undefined };

/** What a person undoes at once: one step of the grid, or all that a run of the add-in made in a row. */
interface UndoStep {
  readonly changes: readonly SheetChange[];
  /** How many steps of the grid. */
  readonly size: number;
  readonly run: StepOrigin | undefined;
}

/**
 * Collects what commands touch until they are finalized. The grid reports no cells for an undo, so the touched cells
 * of every step are kept beside its undo stack.
 */
export class ChangeTracker {
  private current: SheetChange[] = [];
  /** Of the command that was finalized last: it becomes a step after that, or does not. */
  private finalized: readonly SheetChange[] = [];
  private undo: UndoStep[] = [];
  private redo: UndoStep[] = [];

  /** Notes what a dispatched command of the grid touches. */
  note(command: GridCommand): void {
    if (command.type === 'REQUEST_UNDO') this.takeBack();
    else if (command.type === 'REQUEST_REDO') this.repeat();
    else this.current.push(...touchedBy(command));
  }

  /** @returns one change per sheet and kind since the last call */
  take(): readonly SheetChange[] {
    const changes = merged(this.current);
    this.current = [];
    this.finalized = changes;
    return changes;
  }

  /**
   * The grid put a step on its undo stack.
   * @param run  of the add-in, whose steps belong together; undefined for an edit of a person
   */
  stepRecorded(run: StepOrigin | undefined): void {
    const changes = [...this.finalized, ...this.current];
    const last = this.undo.at(-1);
    if (last !== undefined && run !== undefined && (last.run === run || run === PART_OF_LAST_STEP)) {
      this.undo.pop();
      const { run: first, size } = last;
      this.undo.push({ changes: merged([...last.changes, ...changes]), size: size + 1, run: first });
    } else {
      this.undo.push({ changes: merged(changes), size: 1, run });
    }
    this.forgetOldest();
    this.redo = [];
    this.finalized = [];
  }

  forget(): void {
    this.undo = [];
    this.redo = [];
    this.finalized = [];
  }

  /** How many steps of the grid the next undo or redo takes back or repeats. */
  stepsTogether(direction: 'undo' | 'redo'): number {
    return (direction === 'undo' ? this.undo : this.redo).at(-1)?.size ?? 1;
  }

  private forgetOldest(): void {
    const size = this.undo.reduce((sum, step) => sum + step.size, 0);
    const [oldest] = this.undo;
    if (size <= UNDO_LEVELS || oldest === undefined) return;
    if (oldest.size === 1) this.undo.shift();
    else this.undo[0] = { ...oldest, size: oldest.size - 1 };
  }

  private takeBack(): void {
    const step = this.undo.pop();
    if (step === undefined) return;
    this.redo.push(step);
    this.current.push(...step.changes);
  }

  /** The grid reports the commands of a repeated step anew. */
  private repeat(): void {
    const step = this.redo.pop();
    if (step !== undefined) this.undo.push(step);
  }
}

/** The fields of the grid's commands that say what they touch. */
export interface GridCommand {
  readonly type: string;
  readonly sheetId?: string;
  readonly col?: number;
  readonly row?: number;
  readonly content?: string;
  readonly target?: readonly Zone[];
  readonly zone?: Zone;
  readonly dimension?: 'ROW' | 'COL';
  readonly shiftDimension?: 'ROW' | 'COL';
  readonly base?: number;
  readonly position?: 'before' | 'after' | number;
  readonly quantity?: number;
  /** The sheet makes room. That is a matter of the grid: Excel's has all its rows and columns from the start. */
  readonly isGrowth?: boolean;
  readonly elements?: readonly number[];
  /** Of the annotations. */
  readonly section?: string;
}

function touchedBy(command: GridCommand): SheetChange[] {
  const { sheetId, col, row, zone, target } = command;
  if (sheetId === undefined || command.isGrowth === true) return [];
  const edited = (zones: readonly Zone[]) =>
    zones.map((each) => ({ sheetId, zone: each, kind: 'RangeEdited' as const }));
  switch (command.type) {
    case 'UPDATE_CELL':
    case 'CLEAR_CELL':
      if (col === undefined || row === undefined) return [];
      if (command.type === 'UPDATE_CELL' && command.content === undefined) return [];
      return edited([{ left: col, right: col, top: row, bottom: row }]);
    case 'CLEAR_CELLS':
    case 'DELETE_CONTENT':
      return edited(target ?? []);
    case 'SORT_CELLS':
      return edited(zone === undefined ? [] : [zone]);
    case 'INSERT_CELL':
    case 'DELETE_CELL':
      if (zone === undefined) return [];
      return [{ sheetId, zone, kind: command.type === 'INSERT_CELL' ? 'CellInserted' : 'CellDeleted' }];
    case 'ADD_COLUMNS_ROWS':
      return [inserted(sheetId, command)];
    case 'REMOVE_COLUMNS_ROWS':
      return [removed(sheetId, command)];
    default:
      return [];
  }
}

function inserted(
  sheetId: string,
  { dimension, base = 0, position, quantity = 1 }: GridCommand,
): SheetChange {
  const first = position === 'after' ? base + 1 : base;
  return lines(sheetId, dimension, first, first + quantity - 1, 'Inserted');
}

function removed(sheetId: string, { dimension, elements = [] }: GridCommand): SheetChange {
  return lines(sheetId, dimension, Math.min(...elements), Math.max(...elements), 'Deleted');
}

function lines(
  sheetId: string,
  dimension: 'ROW' | 'COL' | undefined,
  first: number,
  last: number,
  what: 'Inserted' | 'Deleted',
): SheetChange {
  return dimension === 'COL'
    ? { sheetId, zone: { left: first, right: last, top: 0, bottom: 1_048_575 }, kind: `Column${what}` }
    : { sheetId, zone: { left: 0, right: 16_383, top: first, bottom: last }, kind: `Row${what}` };
}

/** One change per sheet and kind: its zone holds all cells that were touched. */
function merged(changes: readonly SheetChange[]): SheetChange[] {
  const byKey = new Map<string, SheetChange>();
  for (const change of changes) {
    const key = `${change.sheetId}|${change.kind}`;
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? change : { ...known, zone: union(known.zone, change.zone) });
  }
  return [...byKey.values()];
}
