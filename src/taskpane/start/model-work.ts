import { useCallback, useRef, useState } from 'react';
import { Refusal } from '../../base/refusal';
import { announce } from '../../commands/announcement';
import type { TemplateName } from '../../terms/templates/template';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import type {
  ChangedCell,
  ModelOptions,
  ModelOutcome,
  Progress,
} from '../../workbook/model-sheets/plan/outcome';

/** What writes the sheets is fetched when it is first asked for. */
const modelSheets = () =>
  import(/* webpackChunkName: "model-sheets" */ '../../workbook/model-sheets/write/new-model');
const modelRefresh = () =>
  import(/* webpackChunkName: "model-sheets" */ '../../workbook/model-sheets/write/refresh-model');

type Step = (options: ModelOptions) => Promise<ModelOutcome>;

export interface ModelWork {
  readonly isRunning: boolean;
  readonly progress: Progress | undefined;
  readonly isCancelling: boolean;
  /** Cells that a person changed and that the last step left alone. */
  readonly changed: readonly ChangedCell[];
  create(template: TemplateName): void;
  refresh(): void;
  /** Runs the last step again and makes the changed cells what the model says. */
  overwrite(): void;
  keep(): void;
  cancel(): void;
}

/** Writes the model's sheets, one step at a time, with progress, and a way to break it off. */
export function useModelWork(onDone: () => void): ModelWork {
  const [isRunning, setRunning] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [isCancelling, setCancelling] = useState(false);
  const [changed, setChanged] = useState<readonly ChangedCell[]>([]);
  const isBusy = useRef(false);
  const isCancelled = useRef(false);
  const last = useRef<Step>(undefined);

  const run = useCallback(
    async (step: Step, overwrite: readonly ChangedCell[] = []) => {
      if (isBusy.current) return;
      isBusy.current = true;
      isCancelled.current = false;
      last.current = step;
      setRunning(true);
      setChanged([]);
      try {
        const outcome = await step({
          onProgress: setProgress,
          isCancelled: () => isCancelled.current,
          ...(overwrite.length > 0 ? { overwrite } : {}),
        });
        announce({ sentence: outcome.sentence, failed: outcome instanceof Refusal });
        if (outcome.kind === 'done') {
          setChanged(outcome.changed);
          if (outcome.changed.length === 0) onDone();
        }
      } catch (fault) {
        announce({ sentence: sentenceFor(fault), failed: true });
      } finally {
        isBusy.current = false;
        setRunning(false);
        setCancelling(false);
        setProgress(undefined);
      }
    },
    [onDone],
  );

  return {
    isRunning,
    progress,
    isCancelling,
    changed,
    create: (template) => void run(async (options) => (await modelSheets()).newModel(template, options)),
    refresh: () => void run(async (options) => (await modelRefresh()).refreshModel(options)),
    overwrite: () => {
      if (last.current) void run(last.current, changed);
    },
    keep: () => setChanged([]),
    cancel: () => {
      isCancelled.current = true;
      setCancelling(true);
    },
  };
}
