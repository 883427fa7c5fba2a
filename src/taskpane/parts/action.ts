import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../../commands/announcement';
import { sentenceFor } from '../../workbook/excel/excel-batch';

/** What an action did, as it tells the person who asked for it. */
export interface ActionReport {
  readonly sentence: string;
  /** False where it changed nothing and the sentence says why. */
  readonly done?: boolean;
}

export interface Action<Given extends readonly unknown[]> {
  readonly isRunning: boolean;
  /** Runs the action, unless it is running; what it did, or why it failed, is announced. */
  run(...given: Given): void;
}

/** A step that changes the workbook: one at a time, and its outcome is said in the pane whatever view is shown. */
export function useAction<Given extends readonly unknown[]>(
  action: (...given: Given) => Promise<ActionReport>,
): Action<Given> {
  const [isRunning, setRunning] = useState(false);
  const running = useRef(false);
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  const run = useCallback((...given: Given) => {
    if (running.current) return;
    running.current = true;
    setRunning(true);
    latest
      .current(...given)
      .then(
        ({ sentence, done = true }) => announce({ sentence, failed: !done }),
        (fault: unknown) => announce({ sentence: sentenceFor(fault), failed: true }),
      )
      .finally(() => {
        running.current = false;
        setRunning(false);
      });
  }, []);
  return { isRunning, run };
}
