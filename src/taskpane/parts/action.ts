import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../../commands/announcement';
import { sentenceFor } from '../../workbook/excel/excel-batch';

/** What came of an action, for the person who asked for it: it was done, or the sentence says why not. */
interface Told {
  readonly kind: string;
  readonly sentence: string;
}

export interface Action<Given extends readonly unknown[]> {
  readonly isRunning: boolean;
  /** Runs the action, unless it is running; what it did, or why it failed, is announced. */
  run(...given: Given): void;
}

/** A step that changes the workbook: one at a time, and its outcome is said in the pane whatever view is shown. */
export function useAction<Given extends readonly unknown[]>(
  action: (...given: Given) => Promise<Told>,
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
        ({ kind, sentence }) => announce({ sentence, failed: kind !== 'done' }),
        (fault: unknown) => announce({ sentence: sentenceFor(fault), failed: true }),
      )
      .finally(() => {
        running.current = false;
        setRunning(false);
      });
  }, []);
  return { isRunning, run };
}
