import { runBatch } from '../excel/excel-batch';

/** How a step on the Terms table is run: in a batch of its own, or within that of a larger step. */
export type Turn = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

let last: Promise<unknown> = Promise.resolve();

/**
 * A batch that reads the Terms table and writes to it, after those begun before it are done. Excel takes the requests of
 * two batches in turns, so that both could read before either has written.
 */
export function runInTurn<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  const next = last.then(
    () => runBatch(batch),
    () => runBatch(batch),
  );
  last = next;
  return next;
}

/** The steps that are run with it belong to one batch, and so to one step of undo. */
export const within =
  (context: Excel.RequestContext): Turn =>
  (batch) =>
    batch(context);
