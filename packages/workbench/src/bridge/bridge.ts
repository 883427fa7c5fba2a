import type * as o from '@odoo/o-spreadsheet';
import { formatZone, cellAddress, quoteSheetName, type Zone } from '../book/address';
import type { Book } from '../book/book';
import { BUSY } from '../book/grid';
import { Arguments } from './arguments';
import type { FunctionDefinition } from './function-metadata';
import { gridResult, parseResults, type GridResult } from './results';

/** Message types of category 1. */
export const INVOKE = 1000;
export const CANCEL = 1001;

const CANCELABLE = 1;
const STREAMING = 2;
const ALLOWS_ERRORS = 4;

/** One invocation: queued, sent, or done; a streaming one is never done. */
interface Call {
  readonly id: number;
  readonly definition: FunctionDefinition;
  readonly cellId: number;
  readonly message: readonly unknown[];
  sent: boolean;
  result: GridResult | undefined;
}

/** The calls of one cell. */
interface CellRecord {
  /** The iteration of the engine in which `calls` were asked for. */
  iteration: object;
  /** The formula that asked: another formula in the cell makes the record void. */
  formula: unknown;
  calls: Map<string, Call>;
  /** Asked for in an earlier iteration; cancelled when nobody asks again. */
  previous: Map<string, Call>;
}

/** What the grid gives to `compute` as `this`. */
export type Iteration = o.EvalContext;

const CALCULATING: o.FunctionResultObject = { value: BUSY, message: 'Calculating.' };

/**
 * Custom functions on a grid that computes synchronously: a call that is not answered yet shows #BUSY!, and its cell
 * is computed again when the answer has come. Knows the book and a way to post to the add-in's runtime, no more.
 */
export class FunctionBridge {
  private readonly args = new Arguments();
  private readonly records = new Map<number, CellRecord>();
  private readonly calls = new Map<number, Call>();
  private readonly touched = new Set<number>();
  private readonly dirty = new Set<number>();
  private queue: Call[] = [];
  private cancelled: number[] = [];
  private waiting: (() => void)[] = [];
  private lastId = 0;
  private isRunning = false;
  private isFlushPlanned = false;

  constructor(
    private readonly book: Book,
    private readonly definitions: ReadonlyMap<string, FunctionDefinition>,
    private readonly post: (type: number, messages: readonly unknown[]) => void,
  ) {
    book.listen({ evaluated: () => this.afterEvaluation() });
  }

  /** The add-in's runtime is up; a second time means that the add-in was loaded anew. */
  start(): void {
    if (this.isRunning) this.restart();
    this.isRunning = true;
    this.send();
  }

  /** Called by the grid for every formula that names the function. Only queues: nothing is sent while it computes. */
  compute(name: string, iteration: Iteration, args: readonly o.Arg[]): GridResult {
    const definition = this.definitions.get(name);
    const position = iteration.__originCellPosition;
    if (definition === undefined)
      return { value: '#NAME?', message: `${name} is not known in this workbook.` };
    const cell = position === undefined ? undefined : this.book.getters.getCell(position);
    if (position === undefined || cell === undefined || iteration.updateDependencies === undefined) {
      return { value: '#N/A', message: `${name} is computed in cells only.` };
    }
    const record = this.record(cell, iteration);
    const prepared = this.args.wire(definition, args);
    if ('error' in prepared) return prepared.error;
    const key = `${definition.id}\u0002${prepared.key}`;
    const call =
      record.calls.get(key) ??
      record.previous.get(key) ??
      this.enqueue(definition, cell.id, this.message(definition, position, prepared.value, args));
    record.calls.set(key, call);
    return call.result ?? CALCULATING;
  }

  /** Results as the runtime posts them. They are shown in a later task, so that the runtime gets its reply first. */
  receive(entries: unknown): void {
    for (const result of parseResults(entries)) {
      const call = this.calls.get(result.id);
      if (call === undefined) continue;
      call.result = gridResult(result, this.book.formats);
      if (call.definition.options?.stream !== true) this.calls.delete(call.id);
      this.dirty.add(call.cellId);
    }
    if (this.dirty.size > 0 && !this.isFlushPlanned) {
      this.isFlushPlanned = true;
      setTimeout(() => this.flush(), 0);
    }
  }

  /** What was asked is asked anew, at the latest when every cell is computed. */
  forgetResults(): void {
    for (const record of this.records.values()) {
      for (const call of record.calls.values()) this.end(call);
      record.calls = new Map();
    }
  }

  /** Resolves when no call is queued, under way or not yet shown. Streams do not count. */
  idle(): Promise<void> {
    return this.isIdle() ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  isIdle(): boolean {
    if (this.queue.length > 0 || this.dirty.size > 0 || this.isFlushPlanned) return false;
    for (const call of this.calls.values()) {
      if (call.definition.options?.stream !== true) return false;
    }
    return true;
  }

  private record(cell: o.Cell, iteration: object): CellRecord {
    const formula = cell.isFormula ? cell.compiledFormula : undefined;
    let record = this.records.get(cell.id);
    if (record === undefined) {
      record = { iteration, formula, calls: new Map(), previous: new Map() };
      this.records.set(cell.id, record);
    } else if (record.iteration !== iteration) {
      for (const [key, call] of record.calls) record.previous.set(key, call);
      record.calls = new Map();
      record.iteration = iteration;
      record.formula = formula;
    }
    this.touched.add(cell.id);
    return record;
  }

  private enqueue(definition: FunctionDefinition, cellId: number, message: readonly unknown[]): Call {
    this.lastId += 1;
    const call: Call = {
      id: this.lastId,
      definition,
      cellId,
      message: [this.lastId, ...message],
      sent: false,
      result: undefined,
    };
    this.calls.set(call.id, call);
    this.queue.push(call);
    return call;
  }

  /** [function id, arguments, caller's address, flags, addresses of the arguments]; the invocation id comes first. */
  private message(
    definition: FunctionDefinition,
    position: o.CellPosition,
    values: unknown,
    args: readonly o.Arg[],
  ): readonly unknown[] {
    const { options } = definition;
    const flags =
      (options?.cancelable === true ? CANCELABLE : 0) |
      (options?.stream === true ? STREAMING : 0) |
      (definition.allowsErrors ? ALLOWS_ERRORS : 0);
    const address = `${this.sheetPrefix(position.sheetId)}${cellAddress(position.row, position.col)}`;
    const addresses =
      options?.requiresParameterAddresses === true ? args.map((arg) => this.argumentAddress(arg)) : null;
    return [definition.id, values, address, flags, addresses];
  }

  private argumentAddress(arg: o.Arg): string | null {
    const first = Array.isArray(arg) ? arg[0]?.[0]?.position : arg?.position;
    const last = Array.isArray(arg) ? arg.at(-1)?.at(-1)?.position : arg?.position;
    if (first === undefined || last === undefined) return null;
    const zone = { left: first.col, top: first.row, right: last.col, bottom: last.row };
    return `${this.sheetPrefix(first.sheetId)}${formatZone(zone)}`;
  }

  private sheetPrefix(sheetId: string): string {
    return `${quoteSheetName(this.book.sheetName(sheetId))}!`;
  }

  /** Ends the calls that no formula asks for any more, and posts the new ones. */
  private afterEvaluation(): void {
    for (const id of this.touched) {
      const record = this.records.get(id);
      if (record === undefined) continue;
      for (const [key, call] of record.previous) if (record.calls.get(key) !== call) this.end(call);
      record.previous = new Map();
    }
    this.touched.clear();
    this.sweep();
    queueMicrotask(() => this.send());
  }

  /** A cleared or overwritten cell, or one of a deleted sheet, is not computed again: look for it. */
  private sweep(): void {
    for (const [id, record] of this.records) {
      const cell = this.cell(id);
      if (cell !== undefined && cell.isFormula && cell.compiledFormula === record.formula) continue;
      for (const call of record.calls.values()) this.end(call);
      this.records.delete(id);
    }
  }

  /** A deleted sheet's cells still have positions: hence the checks. */
  private cell(id: number): o.Cell | undefined {
    const { getters } = this.book;
    const position = getters.tryGetCellPosition(id);
    if (position === undefined || !this.book.hasSheet(position.sheetId)) return undefined;
    const cell = getters.getCell(position);
    return cell?.id === id ? cell : undefined;
  }

  private end(call: Call): void {
    this.calls.delete(call.id);
    const isOpen = call.result === undefined || call.definition.options?.stream === true;
    if (call.sent && isOpen) this.cancelled.push(call.id);
  }

  private send(): void {
    if (!this.isRunning) return;
    const calls = this.queue.filter((call) => this.calls.has(call.id));
    this.queue = [];
    for (const call of calls) call.sent = true;
    if (calls.length > 0)
      this.post(
        INVOKE,
        calls.map((call) => call.message),
      );
    const cancelled = this.cancelled;
    this.cancelled = [];
    if (cancelled.length > 0)
      this.post(
        CANCEL,
        cancelled.map((invocationId) => ({ invocationId })),
      );
    this.settle();
  }

  private flush(): void {
    this.isFlushPlanned = false;
    const cellIds = [...this.dirty].filter((id) => this.cell(id) !== undefined);
    this.dirty.clear();
    // Making room computes every cell, these among them.
    if (cellIds.length > 0 && !this.makeRoom(cellIds)) this.book.dispatch('EVALUATE_CELLS', { cellIds });
    this.settle();
  }

  /**
   * The grid never grows for a spill; Excel's sheet is always large enough.
   * @returns whether sheets had to grow
   */
  private makeRoom(cellIds: readonly number[]): boolean {
    const tooLarge = cellIds
      .flatMap((id) => this.spillZones(id))
      .filter(({ sheetId, zone }) => {
        const { right, bottom } = this.book.extent(sheetId);
        return zone.right > right || zone.bottom > bottom;
      });
    if (tooLarge.length === 0) return false;
    this.book.completeLastStep(() => {
      for (const { sheetId, zone } of tooLarge) this.book.growTo(sheetId, zone);
    });
    return true;
  }

  private spillZones(cellId: number): { sheetId: string; zone: Zone }[] {
    const position = this.book.getters.tryGetCellPosition(cellId);
    if (position === undefined) return [];
    const { sheetId, row, col } = position;
    return [...(this.records.get(cellId)?.calls.values() ?? [])].flatMap(({ result }) => {
      if (!Array.isArray(result)) return [];
      const bottom = row + (result[0]?.length ?? 1) - 1;
      return [{ sheetId, zone: { left: col, top: row, right: col + result.length - 1, bottom } }];
    });
  }

  private settle(): void {
    if (!this.isIdle()) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  private restart(): void {
    this.records.clear();
    this.calls.clear();
    this.dirty.clear();
    this.queue = [];
    this.cancelled = [];
    this.book.dispatch('EVALUATE_CELLS');
  }
}
