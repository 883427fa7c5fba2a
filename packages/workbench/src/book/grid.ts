import * as o from '@odoo/o-spreadsheet';
import type { NumberFormats } from './cells/number-format';
import type { Evaluator, SheetZone } from './evaluation/evaluator';
import { mendFunctions } from './evaluation/excel-functions';
import { evaluateFully } from './evaluation/full-evaluation';
import { computeDeepChains } from './evaluation/deep-chains';
import { iterateCircles, type Iteration, type LastValues } from './evaluation/iteration';
import { computeLazily } from './evaluation/lazy-formula';
import { keepOneCellRanges, printBothEnds } from './evaluation/one-cell-ranges';
import { addOwnFunctions } from './evaluation/own-functions';
import { paintAsInExcel, showAsInExcel } from './evaluation/shown-text';
import { addKeptFunction } from './formulas/kept-formulas';
import { keepValuesUnderMerges } from './merged-values';
import { countFilteredRows } from './rules/filters';
import { checkAsExcelDoes, moveListSources } from './rules/grid-validation';

/*
 * Everything that must be in place in the process before the first model of the grid exists: functions, error codes
 * and plugins are registries of the library, shared by all books. What belongs to one book is found by its getters.
 */

export type Getters = o.Model['getters'];

/** The library's types know only its own commands; those that are added here travel beside them. */
export type Dispatch = (type: string, payload?: object) => o.DispatchResult;

export type { SheetZone };

/** One book's side of what the library calls: see Book. */
export interface GridOwner {
  readonly formats: NumberFormats;
  /** What cells of circles came to before. */
  readonly lastValues: LastValues;
  /** How circles are computed; undefined where they are errors. */
  iteration(): Iteration | undefined;
  /** A command has been carried out completely, before values are computed; more may be dispatched as part of it. */
  settle(command: { readonly type: string }, dispatch: Dispatch): void;
  /** A step was added to the undo stack, taken back or repeated. */
  stepRecorded(id: string): void;
  /** Values are computed as soon as something changes. */
  computes(): boolean;
  /** Whether a sheet's protection lets the command through. */
  allows(command: { readonly type: string }): boolean;
  /** How many of the grid's steps the next undo or redo takes together: those of one run of the add-in. */
  stepsTogether(direction: 'undo' | 'redo'): number;
}

const owners = new WeakMap<object, GridOwner>();
const evaluations = new WeakMap<object, { finalize(): void }>();
const evaluators = new WeakMap<object, Evaluator>();
const histories = new WeakMap<object, object>();
const batches = new WeakMap<object, BatchPlugin>();

/** Whose model is being made: the grid computes before anybody could say whose it is. */
let maker: GridOwner | undefined;

/** Makes the model of a book. */
export function createModel(data: object, owner: GridOwner): o.Model {
  maker = owner;
  try {
    const model = new o.Model(data);
    owners.set(model.getters, owner);
    printBothEnds(model.getters);
    return model;
  } finally {
    maker = undefined;
  }
}

/** Computes what is out of date now instead of at the end of the running command. */
export function evaluateNow(getters: Getters): void {
  evaluations.get(getters)?.finalize();
}

/** All cells that depend on cells, directly or not. */
export const dependentsOf = (getters: Getters, zones: readonly SheetZone[]): SheetZone[] => [
  ...(evaluators.get(getters)?.getCellsDependingOn(zones) ?? []),
];

/** Empties the undo stack. */
export function forgetSteps(getters: Getters): void {
  Object.assign(histories.get(getters) ?? {}, { undoStack: [], redoStack: [] });
}

/** Runs work inside the running command: what it dispatches shares one undo step and one recalculation. */
export function runInBatch(model: o.Model, work: (dispatch: Dispatch) => void): void {
  const batch = batches.get(model.getters);
  if (batch === undefined) throw new Error('The grid was created before its plugins were registered.');
  batch.work = work;
  dispatchOf(model)(BATCH);
}

export const dispatchOf = (model: o.Model): Dispatch => model.dispatch as Dispatch;

export const BATCH = 'RUN_BATCH';

class BatchPlugin extends o.UIPlugin {
  static override getters = [] as const;
  work: ((dispatch: Dispatch) => void) | undefined;
  private depth = 0;

  constructor(config: ConstructorParameters<typeof o.UIPlugin>[0]) {
    super(config);
    batches.set(this.getters, this);
    leaveCommandsAsTheyAre(config.session);
    config.session.on('new-local-state-update', this, ({ id }: { id: string }) =>
      owners.get(this.getters)?.stepRecorded(id),
    );
  }

  override allowDispatch(command: o.Command): o.CommandResult {
    const isAllowed = owners.get(this.getters)?.allows(command) !== false;
    return (isAllowed ? 'Success' : 'SheetLocked') as o.CommandResult;
  }

  override beforeHandle(): void {
    this.depth += 1;
  }

  /** Core plugins may dispatch while they handle a command, and nothing may be added then; hence the depth. */
  override handle(command: o.Command): void {
    const dispatch = this.dispatch as Dispatch;
    const { type }: { type: string } = command;
    try {
      if (type === BATCH) {
        const work = this.work;
        this.work = undefined;
        work?.(dispatch);
      }
      if (this.depth === 1) owners.get(this.getters)?.settle({ ...command, type }, dispatch);
    } finally {
      this.depth -= 1;
    }
  }
}

/**
 * For a server, the grid makes each step small, and large again when it comes back: a copy of all its cells and formulas
 * twice. Here both ends are this process.
 */
function leaveCommandsAsTheyAre(session: object): void {
  const asTheyAre = <T>(commands: T): T => commands;
  Object.assign(session, { commandSquisher: { squish: asTheyAre, unsquish: asTheyAre } });
}

/** A person undoes what an add-in did in one go as one step, though each of its requests is a step of the grid. */
function undoRunsAsOne(): void {
  const { featurePluginRegistry } = o.registries;
  const History = featurePluginRegistry.get('history');
  featurePluginRegistry.replace(
    'history',
    class extends History {
      constructor(config: ConstructorParameters<typeof History>[0]) {
        super(config);
        histories.set(this.getters, this);
      }

      override handle(command: o.Command): void {
        const direction = DIRECTIONS[command.type];
        const together = direction === undefined ? 1 : owners.get(this.getters)?.stepsTogether(direction);
        for (let step = 0; step < (together ?? 1); step += 1) super.handle(command);
      }
    },
  );
}

const DIRECTIONS: Readonly<Record<string, 'undo' | 'redo'>> = {
  REQUEST_UNDO: 'undo',
  REQUEST_REDO: 'redo',
};

/** Excel's codes that the library takes for plain text otherwise. */
const EXCEL_ERRORS = ['#VALUE!', '#REF!', '#BUSY!', '#CALC!', '#GETTING_DATA', '#BLOCKED!', '#UNKNOWN!'];

export const BUSY = '#BUSY!';

let prepared = false;

/** Registers, once per process, what all books need. */
export function prepareGrid(): void {
  if (prepared) return;
  prepared = true;
  polyfillGroupBy();
  for (const code of EXCEL_ERRORS) o.registries.errorTypes.add(code);
  const { coreViewsPluginRegistry, featurePluginRegistry } = o.registries;
  const Evaluation = coreViewsPluginRegistry.get('evaluation');
  coreViewsPluginRegistry.replace(
    'evaluation',
    class extends Evaluation {
      private readonly maker: GridOwner | undefined;

      constructor(config: ConstructorParameters<typeof Evaluation>[0]) {
        super(config);
        evaluations.set(this.getters, this);
        this.maker = maker;
        const { evaluator } = this as unknown as { readonly evaluator: Evaluator };
        evaluators.set(this.getters, evaluator);
        evaluateFully(evaluator, this.getters);
        showAsInExcel(
          evaluator,
          () => this.owner?.formats,
          () => this.getters.getLocale(),
        );
        iterateCircles(
          evaluator,
          (position) => this.getters.getCell(position)?.id,
          () => this.owner?.iteration(),
          this.maker?.lastValues ?? new Map(),
        );
        computeDeepChains(evaluator);
      }

      private get owner(): GridOwner | undefined {
        return owners.get(this.getters) ?? this.maker;
      }

      /** What is out of date waits for the next time. */
      override finalize(): void {
        if (this.owner?.computes() !== false) super.finalize();
      }
    },
  );
  featurePluginRegistry.add('workbench_batch', BatchPlugin);
  paintAsInExcel((getters) => owners.get(getters)?.formats);
  keepValuesUnderMerges();
  countFilteredRows();
  undoRunsAsOne();
  checkAsExcelDoes();
  moveListSources();
  for (const name of ['IFERROR', 'ISERROR', 'ISERR']) letBusyThrough(name);
  readSpillsOfOtherSheets();
  mendFunctions();
  addOwnFunctions();
  addKeptFunction();
  computeLazily();
  keepOneCellRanges();
}

/** The library's `Sheet2!A1#` reads the cells of the formula's own sheet, and answers 0 without a word. */
function readSpillsOfOtherSheets(): void {
  const original = o.registries.functionRegistry.get('SPILLED.RANGE');
  o.registries.functionRegistry.replace('SPILLED.RANGE', {
    ...original,
    compute(...args) {
      const [reference] = args;
      const cell = Array.isArray(reference) ? reference[0]?.[0] : reference;
      const sheetId = cell?.position?.sheetId ?? this.__originSheetId;
      const context: o.EvalContext = Object.create(this, { __originSheetId: { value: sheetId } });
      return original.compute.apply(context, args);
    },
  });
}

/** Otherwise `=IFERROR(CONTOSO.X(1),-1)` would show -1, and call dependents with it, while the call is under way. */
function letBusyThrough(name: string): void {
  const original = o.registries.functionRegistry.get(name);
  o.registries.functionRegistry.replace(name, {
    ...original,
    compute(...args) {
      const first = args[0];
      if (first !== undefined && !Array.isArray(first) && first.value === BUSY) return first;
      return original.compute.apply(this, args);
    },
  });
}

/** The library declares Node 22; on Node 20 this is the one function that it misses. */
function polyfillGroupBy(): void {
  const target = Object as { groupBy?: unknown };
  target.groupBy ??= <T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey) => {
    const groups: Record<PropertyKey, T[]> = Object.create(null);
    let index = 0;
    for (const item of items) {
      (groups[keyOf(item, index)] ??= []).push(item);
      index += 1;
    }
    return groups;
  };
}
