import { runBatch } from '../excel-batch';

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
