import { useRef, useState } from 'react';
import { announce } from '../../commands/announcement';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import type { Outcome } from '../../workbook/step-outcome';

export interface ReportedAction {
  readonly isRunning: boolean;
  /** Runs one step, says what became of it, and goes on only where it was done. */
  run(step: () => Promise<Outcome>, then?: () => void): void;
}

/** A step on the Terms table: one at a time, its outcome announced whatever view is shown. */
export function useReportedAction(): ReportedAction {
  const [isRunning, setRunning] = useState(false);
  const running = useRef(false);
  const run: ReportedAction['run'] = (step, then) => {
    if (running.current) return;
    running.current = true;
    setRunning(true);
    step()
      .then(({ kind, sentence }) => {
        announce({ sentence, failed: kind !== 'done' });
        if (kind === 'done') then?.();
      })
      .catch((fault: unknown) => announce({ sentence: sentenceFor(fault), failed: true }))
      .finally(() => {
        running.current = false;
        setRunning(false);
      });
  };
  return { isRunning, run };
}
