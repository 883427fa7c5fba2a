import { MAX_COLUMNS, type Zone } from '../address';
import type { CellLook } from './cell-look';

/** What a request sets of a cell: a style, a number format of the grid, or both. */
export interface LookChange {
  readonly style?: CellLook;
  readonly format?: string;
}

/** One command of the grid: a look for zones of a sheet. */
export interface Look extends LookChange {
  readonly sheetId: string;
  readonly target: readonly Zone[];
}

/** A change that cells share, and what becomes of it when another one is added: found once for all of them. */
interface Shared {
  readonly change: LookChange;
  readonly after: Map<string, Shared>;
}

/**
 * Looks that wait for the end of a step. office.js sets a look property by property and range by range, and each
 * command of the grid costs a pass over its cells; here every cell gathers what it gets, and cells that end up with the
 * same become one command.
 */
export class PendingLooks {
  private readonly sheets = new Map<string, Map<number, Shared>>();
  private readonly shared = new Map<string, Shared>();
  private readonly nothing: Shared = { change: {}, after: new Map() };

  add(sheetId: string, zone: Zone, change: LookChange): void {
    const cells = this.sheets.get(sheetId) ?? new Map<number, Shared>();
    this.sheets.set(sheetId, cells);
    const key = keyOf(change);
    for (let row = zone.top; row <= zone.bottom; row += 1) {
      for (let column = zone.left; column <= zone.right; column += 1) {
        const cell = row * MAX_COLUMNS + column;
        cells.set(cell, this.next(cells.get(cell) ?? this.nothing, change, key));
      }
    }
  }

  /** What waits for a cell. */
  at(sheetId: string, row: number, column: number): LookChange | undefined {
    return this.sheets.get(sheetId)?.get(row * MAX_COLUMNS + column)?.change;
  }

  /** What waits, one entry for each look; nothing waits afterwards. */
  take(): Look[] {
    if (this.sheets.size === 0) return [];
    const looks: Look[] = [];
    for (const [sheetId, cells] of this.sheets) {
      const byChange = new Map<Shared, number[]>();
      for (const [cell, shared] of cells) {
        const same = byChange.get(shared);
        if (same === undefined) byChange.set(shared, [cell]);
        else same.push(cell);
      }
      for (const [{ change }, same] of byChange) looks.push({ sheetId, target: rectangles(same), ...change });
    }
    this.sheets.clear();
    this.shared.clear();
    this.nothing.after.clear();
    return looks;
  }

  private next(before: Shared, change: LookChange, key: string): Shared {
    const known = before.after.get(key);
    if (known !== undefined) return known;
    const merged = {
      ...before.change,
      ...change,
      ...(change.style === undefined ? {} : { style: { ...before.change.style, ...change.style } }),
    };
    const mergedKey = keyOf(merged);
    const next = this.shared.get(mergedKey) ?? { change: merged, after: new Map() };
    this.shared.set(mergedKey, next);
    before.after.set(key, next);
    return next;
  }
}

/** A key that is undefined takes a property away, and counts. */
const keyOf = ({ style, format }: LookChange) =>
  JSON.stringify([
    format ?? null,
    Object.entries(style ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, value ?? null]),
  ]);

/** Runs of neighbouring cells of a row, joined where the rows below have the same. */
function rectangles(cells: number[]): Zone[] {
  const done: Zone[] = [];
  let open = new Map<string, Zone>();
  let row = -1;
  for (const run of rowRuns(cells)) {
    if (run.top !== row) {
      for (const zone of open.values()) if (zone.bottom < run.top - 1) done.push(zone);
      open = new Map([...open].filter(([, zone]) => zone.bottom >= run.top - 1));
      row = run.top;
    }
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    open.set(key, above === undefined ? run : { ...above, bottom: run.bottom });
  }
  return [...done, ...open.values()];
}

function rowRuns(cells: number[]): Zone[] {
  const runs: Zone[] = [];
  let last: { left: number; top: number; right: number; bottom: number } | undefined;
  for (const cell of cells.sort((a, b) => a - b)) {
    const row = Math.floor(cell / MAX_COLUMNS);
    const column = cell % MAX_COLUMNS;
    if (last !== undefined && last.top === row && last.right === column - 1) last.right = column;
    else runs.push((last = { left: column, right: column, top: row, bottom: row }));
  }
  return runs;
}
