import { useCallback, useEffect, useState } from 'react';

/** How far a computation has come. */
export interface Progress {
  /** What is being computed: "Delay 6 months". */
  readonly text: string;
  /** From 0 to 1. */
  readonly done: number;
}

/** A computation in parts; the pane answers between two of them. */
export type Work<T> = Generator<Progress, T>;

export interface Stepwise<T> {
  /** The last result; undefined until there is one. */
  readonly value: T | undefined;
  /** The result is of an earlier question. */
  readonly isStale: boolean;
  readonly isRunning: boolean;
  readonly progress: Progress | undefined;
  stop(): void;
  /** Begins again after a stop. */
  start(): void;
}

/**
 * Computes part by part after the pane has been painted, until it is done, stopped, or asked something else.
 * @param begin must stay the same function for as long as its result holds; undefined where there is nothing to compute
 */
export function useStepwise<T>(begin: (() => Work<T>) | undefined): Stepwise<T> {
  const [result, setResult] = useState<{ readonly of: unknown; readonly value: T }>();
  const [progress, setProgress] = useState<Progress>();
  const [stopped, setStopped] = useState<unknown>();
  const [fault, setFault] = useState<{ readonly reason: unknown }>();
  const isStopped = begin !== undefined && stopped === begin;
  const isDone = begin !== undefined && result?.of === begin;
  useEffect(() => {
    if (!begin || isStopped || isDone) return undefined;
    const work = begin();
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      try {
        const { done, value } = work.next();
        if (done) {
          setResult({ of: begin, value });
          return;
        }
        setProgress(value);
        timer = setTimeout(next);
      } catch (reason) {
        setFault({ reason });
      }
    };
    timer = setTimeout(next);
    return () => {
      clearTimeout(timer);
      setProgress(undefined);
    };
  }, [begin, isStopped, isDone]);
  // A fault of the model is shown by the boundary around the view, as one while drawing would be.
  if (fault) throw fault.reason;
  return {
    value: result?.value,
    isStale: !isDone,
    isRunning: begin !== undefined && !isDone && !isStopped,
    progress,
    stop: useCallback(() => setStopped(() => begin), [begin]),
    start: useCallback(() => setStopped(undefined), []),
  };
}
