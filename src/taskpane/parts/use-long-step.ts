import { useCallback, useEffect, useRef, useState } from 'react';
import { Refusal } from '../../base/refusal';
import { announce } from '../../commands/announcement';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import type { StepOptions } from '../../workbook/hand-off/step';
import type { Progress } from '../../workbook/model-sheets/plan/outcome';

interface Outcome {
  readonly kind: string;
  readonly sentence: string;
}

export interface LongStep<Given extends readonly unknown[]> {
  readonly isRunning: boolean;
  readonly progress: Progress | undefined;
  readonly isCancelling: boolean;
  /** Runs the step, unless it is running; what it did, or why it failed, is announced. */
  run(...given: Given): void;
  cancel(): void;
}

/** A step on the workbook that shows how far it is and can be broken off. */
export function useLongStep<Given extends readonly unknown[], Done extends Outcome>(
  step: (options: StepOptions, ...given: Given) => Promise<Done>,
  onOutcome: (outcome: Done) => void,
): LongStep<Given> {
  const [isRunning, setRunning] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [isCancelling, setCancelling] = useState(false);
  const isBusy = useRef(false);
  const isCancelled = useRef(false);
  const latest = useRef({ step, onOutcome });
  useEffect(() => {
    latest.current = { step, onOutcome };
  });
  const run = useCallback(async (...given: Given) => {
    if (isBusy.current) return;
    isBusy.current = true;
    isCancelled.current = false;
    setRunning(true);
    try {
      const options = { onProgress: setProgress, isCancelled: () => isCancelled.current };
      const outcome = await latest.current.step(options, ...given);
      announce({ sentence: outcome.sentence, failed: outcome instanceof Refusal });
      latest.current.onOutcome(outcome);
    } catch (fault) {
      announce({ sentence: sentenceFor(fault), failed: true });
    } finally {
      isBusy.current = false;
      setRunning(false);
      setCancelling(false);
      setProgress(undefined);
    }
  }, []);
  return {
    isRunning,
    progress,
    isCancelling,
    run: (...given) => void run(...given),
    cancel: () => {
      isCancelled.current = true;
      setCancelling(true);
    },
  };
}
