import { useState } from 'react';
import { announce } from '../../commands/announcement';
import type { Culture } from '../../terms/entry/entry';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import { type ScenarioChange, changeScenario } from '../../workbook/terms/change-scenario';
import type { Conflict, FormulaCell, SeenEdit } from '../../workbook/terms/write-edits';
import type { Obstacles } from '../scenarios/terms/not-written';
import { afterOwnStep } from '../shell/model-session';

export interface LeverApplication extends Obstacles {
  readonly isRunning: boolean;
  apply(change: ScenarioChange): void;
  refuse(problem: string): void;
  /** Leaves the workbook as it is. */
  leave(): void;
}

interface Outcome {
  readonly problem?: string;
  readonly conflicts?: readonly Conflict[];
  readonly formulas?: readonly FormulaCell[];
}

/** Applies a lever to the workbook, all of it or nothing, and announces the outcome. */
export function useLeverApplication(culture: Culture, done: () => void): LeverApplication {
  const [isRunning, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({});
  const [attempted, setAttempted] = useState<{ change: ScenarioChange; replaceFormulas: boolean }>();

  const write = (change: ScenarioChange, replaceFormulas: boolean): void => {
    if (isRunning) return;
    setRunning(true);
    setOutcome({});
    setAttempted({ change, replaceFormulas });
    changeScenario(change, { culture, replaceFormulas })
      .then(async (written) => {
        if (written.kind === 'done') {
          announce({ sentence: written.sentence, failed: false });
          await afterOwnStep();
          done();
        } else if (written.kind === 'changed') setOutcome({ conflicts: written.conflicts });
        else if (written.kind === 'formulas') setOutcome({ formulas: written.formulas });
        else setOutcome({ problem: written.sentence });
      })
      .catch((fault: unknown) => setOutcome({ problem: sentenceFor(fault) }))
      .finally(() => setRunning(false));
  };

  const { problem, conflicts = [], formulas = [] } = outcome;
  return {
    isRunning,
    problem,
    conflicts,
    formulas,
    apply: (change) => write(change, false),
    refuse: (sentence) => setOutcome({ problem: sentence }),
    overwrite: () => {
      if (!attempted) return;
      const { change, replaceFormulas } = attempted;
      write({ ...change, edits: asFound(change.edits, conflicts) }, replaceFormulas);
    },
    replaceFormulas: () => {
      if (attempted) write(attempted.change, true);
    },
    leave: () => setOutcome({}),
  };
}

const asFound = (edits: readonly SeenEdit[], conflicts: readonly Conflict[]): readonly SeenEdit[] =>
  edits.map((edit) => {
    const conflict = conflicts.find((each) => each.edit === edit);
    return conflict ? { ...edit, seen: conflict.found } : edit;
  });
