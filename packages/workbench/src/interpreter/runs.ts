import type { QueryRequest } from './protocol';

/** One `Excel.run` of the add-in. */
export interface ClientRun {
  /** The client that the run is of. */
  readonly author: object;
  /** The highest id that its requests used so far. */
  lastId: number;
}

/** The first action of a new request context has this id; the context's root has the one before. */
const FIRST_ACTION = 2;

/** As many runs as may be under way at the same time. */
const KEPT_RUNS = 16;

/**
 * Tells which requests belong to one run. The client does not say so, but it numbers what it sends: a new run counts
 * from the start, a later request of the same run goes on where the last one ended.
 */
export class ClientRuns {
  private runs: ClientRun[] = [];

  runOf({ Actions, ObjectPaths }: QueryRequest): ClientRun {
    const actions = Actions.map((action) => action.Id);
    const firstId = Math.min(...actions);
    const lastId = Math.max(...actions, ...Object.keys(ObjectPaths).map(Number));
    const known = firstId > FIRST_ACTION ? this.endedBefore(firstId) : undefined;
    const run = known ?? { author: this, lastId };
    run.lastId = lastId;
    this.runs = [run, ...this.runs.filter((each) => each !== run)].slice(0, KEPT_RUNS);
    return run;
  }

  /** The run that went furthest without reaching the id. */
  private endedBefore(id: number): ClientRun | undefined {
    return this.runs
      .filter((run) => run.lastId < id)
      .reduce<ClientRun | undefined>(
        (best, run) => (best === undefined || run.lastId > best.lastId ? run : best),
        undefined,
      );
  }

  clear(): void {
    this.runs = [];
  }
}
