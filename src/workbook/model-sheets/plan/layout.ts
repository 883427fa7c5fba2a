import type { PlanRow, SheetPlan } from './plan';
import type { SheetPlace } from './places';

/** Rows to insert or delete, one after the other, to bring a sheet to its plan. */
export interface RowStep {
  readonly kind: 'insert' | 'delete';
  readonly at: number;
  readonly count: number;
}

export interface Layout {
  readonly place: SheetPlace;
  readonly steps: readonly RowStep[];
  /** Ids of the rows that are new. */
  readonly added: ReadonlySet<string>;
}

/** A sheet that is not there yet: its rows from the top. */
export function newLayout({ name, rows, series }: SheetPlan): Layout {
  const places = new Map<string, number>();
  rows.forEach(({ id }, index) => {
    if (id !== '') places.set(id, index + 1);
  });
  return { place: { name, rows: places, series }, steps: [], added: new Set(places.keys()) };
}

/**
 * A sheet that is there: rows that the plan lacks go, those that it has besides come in below the row that precedes them
 * in the plan. Where the others stand is left as it is.
 *
 * @param gone rows to delete, which the plan no longer has
 */
export function changedLayout(plan: SheetPlan, old: SheetPlace, gone: readonly number[]): Layout {
  const steps: RowStep[] = deletions(gone);
  const rows = new Map(
    [...old.rows]
      .filter(([, row]) => !gone.includes(row))
      .map(([id, row]) => [id, row - gone.filter((other) => other < row).length]),
  );
  const added = new Set<string>();
  let above = 0;
  for (const run of runsOf(plan.rows, rows)) {
    if (!run.isMissing) {
      above = rows.get(run.rows[0]?.id ?? '') ?? above;
      continue;
    }
    const at = above + 1;
    steps.push({ kind: 'insert', at, count: run.rows.length });
    for (const [id, row] of rows) if (row >= at) rows.set(id, row + run.rows.length);
    run.rows.forEach(({ id }, index) => {
      if (id === '') return;
      rows.set(id, at + index);
      added.add(id);
    });
    above = at + run.rows.length - 1;
  }
  return { place: { name: old.name, rows, series: Math.max(old.series, plan.series) }, steps, added };
}

/** From the bottom up, neighbours together: each step moves all that stands below. */
function deletions(gone: readonly number[]): RowStep[] {
  const steps: { kind: 'delete'; at: number; count: number }[] = [];
  for (const row of [...gone].sort((a, b) => b - a)) {
    const last = steps.at(-1);
    if (last?.at === row + 1) {
      last.at = row;
      last.count += 1;
    } else steps.push({ kind: 'delete', at: row, count: 1 });
  }
  return steps;
}

interface Run {
  readonly isMissing: boolean;
  readonly rows: PlanRow[];
}

/** Missing rows in a row, together with the gaps among them and before them; rows that are there, one by one. */
function runsOf(rows: readonly PlanRow[], there: ReadonlyMap<string, number>): Run[] {
  const runs: Run[] = [];
  let gaps: PlanRow[] = [];
  for (const row of rows) {
    if (row.id === '') {
      gaps.push(row);
      continue;
    }
    const isMissing = !there.has(row.id);
    const last = runs.at(-1);
    if (isMissing && last?.isMissing) last.rows.push(...gaps, row);
    else runs.push({ isMissing, rows: isMissing ? [...gaps, row] : [row] });
    gaps = [];
  }
  return runs;
}
