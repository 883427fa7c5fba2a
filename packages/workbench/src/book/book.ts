import * as o from '@odoo/o-spreadsheet';
import type { Zone } from './address';
import { registerAnnotations } from './annotations';
import type { BookContent } from './book-content';
import {
  ChangeTracker,
  PART_OF_LAST_STEP,
  type StepOrigin,
  type GridCommand,
  type SheetChange,
} from './changes';
import {
  createModel,
  dispatchOf,
  evaluateNow,
  forgetSteps,
  prepareGrid,
  runInBatch,
  type Dispatch,
  type Getters,
} from './grid';
import { NumberFormats } from './cells/number-format';
import type { Iteration, LastValues } from './evaluation/iteration';
import type { CellLook } from './looks/cell-look';
import { KeptFormulas } from './formulas/kept-formulas';
import { PendingLooks, type LookChange } from './looks/pending-looks';
import { Protection } from './protection';
import { refusalError } from './refusal';
import { seededData, type SheetSeed } from './sheet-seed';

export interface Position {
  readonly sheetId: string;
  readonly row: number;
  readonly col: number;
}

/** What happened to the book in one step; reported once per request or edit, after values were computed. */
export interface BookEvents {
  /** @param author the client whose add-in did it; undefined for a person in the grid */
  changed(changes: readonly SheetChange[], author: object | undefined): void;
  /** Selection, active sheet or list of sheets may differ from before. */
  viewChanged(): void;
  /** Something was done that can be undone. */
  stepRecorded(): void;
  /** Values were computed; commands may not be dispatched now. */
  evaluated(command: string | undefined): void;
}

/** Commands that neither see nor move looks: these go on waiting. */
const APART_FROM_LOOKS = new Set([
  'UPDATE_CELL',
  'SET_ZONE_BORDERS',
  'SET_ANNOTATION',
  'RESIZE_COLUMNS_ROWS',
  'FREEZE_ROWS',
  'FREEZE_COLUMNS',
  'UNFREEZE_COLUMNS_ROWS',
  'SET_GRID_LINES_VISIBILITY',
  'COLOR_SHEET',
  'CREATE_NAMED_RANGE',
]);

/** The grid refuses a command that would change nothing; for a host that is a success. */
const HARMLESS = new Set(['NoChanges', 'Success']);

/**
 * The workbook. It owns the grid's model and is the only caller of its `dispatch`: work of one request is one
 * command, hence one undo step, one recalculation and one set of events.
 */
export class Book {
  readonly model: o.Model;
  readonly formats: NumberFormats;
  readonly protection = new Protection(this);
  /** Formulas that keep the values of a file. */
  readonly kept: KeptFormulas;
  /** How circles are computed; undefined where they are errors. */
  iteration: Iteration | undefined;
  /** What cells of circles came to before. */
  readonly lastValues: LastValues = new Map();
  /** Otherwise values stay as they are until `calculate`. */
  computesAutomatically = true;
  private readonly tracker = new ChangeTracker();
  private readonly listeners = new Set<Partial<BookEvents>>();
  private readonly settlers = new Set<(command: { readonly type: string }) => void>();
  private readonly looks = new PendingLooks();
  private batch: Dispatch | undefined;
  private isStale = false;
  private run: StepOrigin | undefined;
  /** The host itself is at work, which protection does not concern. */
  private isOwnWork = false;

  constructor(
    content: readonly SheetSeed[] | BookContent = [{ name: 'Sheet1' }],
    locale: o.Locale = o.DEFAULT_LOCALE,
  ) {
    prepareGrid();
    registerAnnotations();
    const { data, formats, iteration }: BookContent =
      'data' in content ? content : { data: seededData(content), formats: new NumberFormats() };
    this.formats = formats;
    this.iteration = iteration;
    // A book that is opened is computed once it is complete.
    this.computesAutomatically = !('data' in content);
    this.model = createModel(
      { ...data, settings: { locale } },
      {
        formats,
        lastValues: this.lastValues,
        iteration: () => this.iteration,
        settle: (command, dispatch) => this.settle(command, dispatch),
        stepRecorded: () => {
          this.tracker.stepRecorded(this.run);
          for (const listener of this.listeners) listener.stepRecorded?.();
        },
        computes: () => this.computesAutomatically,
        allows: (command) => this.isOwnWork || this.protection.allows(command),
        stepsTogether: (direction) => this.tracker.stepsTogether(direction),
      },
    );
    this.kept = new KeptFormulas(this.model.getters);
    this.observe();
  }

  /** The state of the book, apart from looks that wait: for what they do not concern. */
  get state(): Getters {
    return this.model.getters;
  }

  /** The state of the book, with everything that was asked for. */
  get getters(): Getters {
    if (this.batch !== undefined) this.flushLooks();
    return this.model.getters;
  }

  listen(listener: Partial<BookEvents>): void {
    this.listeners.add(listener);
  }

  /** Work that completes every outermost command, as part of it: it may dispatch. */
  onSettle(work: (command: { readonly type: string }) => void): void {
    this.settlers.add(work);
  }

  /**
   * Runs work as one step. Nested calls join the step that runs.
   * @param run  what the steps of one run of the add-in share: a person undoes them together, unless others came between
   */
  transaction<T>(work: () => T, run?: StepOrigin): T {
    if (this.batch !== undefined) return work();
    let outcome: Outcome<T> | undefined;
    this.run = run;
    try {
      runInBatch(this.model, (dispatch) => {
        this.batch = dispatch;
        try {
          outcome = outcomeOf(work);
          // What an add-in asked for before it failed stays done.
          const flushed = outcomeOf(() => this.flushLooks());
          if ('value' in outcome && 'failure' in flushed) outcome = flushed;
        } finally {
          this.batch = undefined;
        }
      });
    } finally {
      this.run = undefined;
    }
    if (outcome === undefined) throw new Error('The grid refused the step.');
    if ('failure' in outcome) throw outcome.failure;
    return outcome.value;
  }

  /** Work that follows from what was done last, and is undone with it. */
  completeLastStep(work: () => void): void {
    this.transaction(work, PART_OF_LAST_STEP);
  }

  /** Carries out a command of the grid, or refuses with Excel's error. */
  dispatch(type: string, payload: object = {}): void {
    const refusal = this.tryDispatch(type, payload);
    if (refusal !== undefined) throw refusalError(refusal);
  }

  /** Sets styles of cells; in a step they wait, and are carried out together. */
  setStyle(sheetId: string, zone: Zone, style: CellLook): void {
    this.setLook(sheetId, zone, { style });
  }

  /** @param change  a number format in it is the grid's: see `formats` */
  setLook(sheetId: string, zone: Zone, change: LookChange): void {
    this.requireAllowed({ type: 'SET_FORMATTING', sheetId, target: [zone] });
    this.looks.add(sheetId, zone, change);
    if (this.batch === undefined) this.flushLooks();
  }

  /** The style of a cell and its number format, with what waits. */
  lookAt({ sheetId, row, col }: Position): LookChange {
    const cell = this.model.getters.getCell({ sheetId, row, col });
    const waiting = this.looks.at(sheetId, row, col);
    const format = waiting?.format ?? cell?.format;
    return { style: { ...cell?.style, ...waiting?.style }, ...(format === undefined ? {} : { format }) };
  }

  /** @throws AccessDenied where the sheet's protection does not let the command through */
  requireAllowed(command: GridCommand): void {
    if (!this.protection.allows(command)) throw refusalError('SheetLocked');
  }

  /** @returns the grid's reason for refusing, undefined when it was done or there was nothing to do */
  tryDispatch(type: string, payload: object = {}): string | undefined {
    const isChecked = !this.isOwnWork && this.protection.isAnywhere;
    if (isChecked && !this.protection.allows({ type, ...payload })) return 'SheetLocked';
    if (!APART_FROM_LOOKS.has(type)) this.flushLooks();
    const { reasons } = (this.batch ?? dispatchOf(this.model))(type, payload);
    this.isStale = true;
    return reasons.find((reason) => !HARMLESS.has(reason));
  }

  /** Makes values current in the middle of a step; without it they are current at its end. */
  evaluate(): void {
    if (this.batch === undefined || !this.isStale) return;
    this.isStale = false;
    evaluateNow(this.getters);
  }

  /** Computes every cell. */
  calculate(): void {
    const before = this.computesAutomatically;
    this.computesAutomatically = true;
    this.dispatch('EVALUATE_CELLS');
    // Inside a step the values are needed before its end.
    this.isStale = true;
    this.evaluate();
    this.computesAutomatically = before;
  }

  /** Computes a book that was opened, for the first time. */
  start(): void {
    this.computesAutomatically = true;
    this.transaction(() => undefined);
  }

  /** What was done so far cannot be undone: a book that was opened begins as it is. */
  forgetSteps(): void {
    forgetSteps(this.getters);
    this.tracker.forget();
  }

  sheetName(sheetId: string): string {
    return this.model.getters.tryGetSheetName(sheetId) ?? '#REF!';
  }

  /** Sheet names are compared without regard to case. */
  findSheet(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return this.state.getSheetIds().find((id) => this.state.getSheetName(id).toLowerCase() === wanted);
  }

  hasSheet(sheetId: string): boolean {
    return this.state.tryGetSheet(sheetId) !== undefined;
  }

  extent(sheetId: string): Zone {
    return {
      left: 0,
      top: 0,
      right: this.model.getters.getNumberCols(sheetId) - 1,
      bottom: this.model.getters.getNumberRows(sheetId) - 1,
    };
  }

  /** Adds rows and columns until the zone lies inside the sheet, and some more: growing computes every cell anew. */
  growTo(sheetId: string, zone: Zone): void {
    const extent = this.extent(sheetId);
    const grow = (dimension: 'ROW' | 'COL', base: number, needed: number) => {
      if (needed <= base) return;
      const quantity = needed - base + Math.max(50, base >> 2);
      const sheetName = this.sheetName(sheetId);
      this.asOwnWork(() =>
        this.dispatch('ADD_COLUMNS_ROWS', {
          sheetId,
          sheetName,
          dimension,
          base,
          position: 'after',
          quantity,
          isGrowth: true,
        }),
      );
    };
    grow('ROW', extent.bottom, zone.bottom);
    grow('COL', extent.right, zone.right);
  }

  /** In pixels, from one column up to another without it. */
  columnsWidth(sheetId: string, from: number, to: number): number {
    let width = 0;
    for (let col = from; col < to; col += 1) width += this.getters.getColSize(sheetId, col);
    return width;
  }

  rowsHeight(sheetId: string, from: number, to: number): number {
    let height = 0;
    for (let row = from; row < to; row += 1) height += this.getters.getRowSize(sheetId, row);
    return height;
  }

  border(position: Position): o.Border | null {
    return this.model.getters.getCellBorder(position);
  }

  rangeData(sheetId: string, zone: Zone): o.RangeData {
    return { _sheetId: sheetId, _zone: zone };
  }

  /** Each look was allowed when it was set. */
  private flushLooks(): void {
    const looks = this.looks.take();
    if (looks.length === 0) return;
    this.asOwnWork(() => {
      for (const look of looks) this.dispatch('SET_FORMATTING', look);
    });
  }

  private settle(command: { readonly type: string }, dispatch: Dispatch): void {
    const outer = this.batch;
    this.batch = dispatch;
    try {
      this.asOwnWork(() => {
        for (const work of this.settlers) work(command);
      });
    } catch (failure) {
      // Reported, but not from here: it would leave the model unusable.
      queueMicrotask(() => {
        throw failure;
      });
    } finally {
      this.batch = outer;
    }
  }

  /** Work of the host itself, which the protection of sheets does not concern. */
  asOwnWork(work: () => void): void {
    const before = this.isOwnWork;
    this.isOwnWork = true;
    try {
      work();
    } finally {
      this.isOwnWork = before;
    }
  }

  private observe(): void {
    let last: string | undefined;
    this.model.on('command-dispatched', this, (command: object) => {
      const known = command as GridCommand;
      last = known.type;
      this.tracker.note(known);
    });
    this.model.on('command-finalized', this, () => {
      this.isStale = false;
      for (const listener of this.listeners) listener.evaluated?.(last);
      const changes = this.tracker.take();
      if (changes.length === 0) return;
      for (const listener of this.listeners) listener.changed?.(changes, this.run?.author);
    });
    this.model.on('update', this, () => {
      for (const listener of this.listeners) listener.viewChanged?.();
    });
    this.model.selection.observe(this, {
      handleEvent: () => {
        for (const listener of this.listeners) listener.viewChanged?.();
      },
    });
  }
}

type Outcome<T> = { readonly value: T } | { readonly failure: unknown };

/** An exception that crosses the grid's dispatch would leave the model unusable. */
function outcomeOf<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (failure) {
    return { failure };
  }
}
