import { Button, MessageBar, MessageBarActions, MessageBarBody, Subtitle2 } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  type BringBackOutcome,
  bringBack,
  removeRecord,
} from '../../workbook/hand-off/bring-back/bring-back';
import type { Conflict } from '../../workbook/hand-off/bring-back/fate';
import { useAction } from '../parts/action';
import { ConflictList } from './conflict-list';
import { useLook } from '../parts/look';
import { StepProgress } from '../parts/step-progress';
import { useLongStep } from '../parts/use-long-step';

/** Puts the formulas of a hand-off back, and asks about every cell that is not what the hand-off left. */
export function BringBackPart() {
  const look = useLook();
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [complete, setComplete] = useState<string>();
  const settled = (outcome: BringBackOutcome): void => {
    if (outcome.kind !== 'done') return;
    setConflicts(outcome.conflicts);
    setComplete(outcome.isComplete ? outcome.sheet : undefined);
  };
  const step = useLongStep(
    (options, choice: { restore?: readonly number[]; keep?: readonly number[] }) =>
      bringBack({ ...options, ...choice }),
    settled,
  );
  const remove = useAction(async () => {
    const outcome = await removeRecord();
    if (outcome.kind === 'done') setComplete(undefined);
    return outcome;
  });
  return (
    <section className={look.part} aria-labelledby="bring-back">
      <Subtitle2 as="h2" id="bring-back" className={look.title}>
        Bring back
      </Subtitle2>
      <p className={look.text}>
        Puts the formulas of a hand-off back where their cells are now. What you changed since then stays
        until you decide.
      </p>
      <Button
        className={look.narrow}
        icon={<ArrowUndoRegular />}
        disabledFocusable={step.isRunning}
        onClick={() => step.run({})}
      >
        Bring back
      </Button>
      <StepProgress label="Bringing back" step={step} />
      {conflicts.length > 0 && (
        <ConflictList
          conflicts={conflicts}
          isRunning={step.isRunning}
          onKeep={(numbers) => step.run({ keep: numbers })}
          onRestore={(numbers) => step.run({ restore: numbers })}
        />
      )}
      {complete !== undefined && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            Nothing waits any more. Remove the sheet {complete}? Formulas that you kept as values stand only
            there, and Excel cannot undo it.
          </MessageBarBody>
          <MessageBarActions>
            <Button disabledFocusable={remove.isRunning} onClick={() => remove.run()}>
              Remove the sheet
            </Button>
            <Button onClick={() => setComplete(undefined)}>Keep it</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </section>
  );
}
