import { useCallback, useEffect, useState } from 'react';
import { sentenceFor } from '../../../workbook/excel/excel-batch';
import { type PinChoice, type PinChoices, readPinChoices } from '../../../workbook/log/pin-choices';
import type { Pin } from '../../../workbook/log/pins';
import { useModel } from '../../shell/model-session';

/** One entry of the list from which two are chosen. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly choice: PinChoice;
}

export interface Picked {
  readonly now: readonly Option[];
  /** The latest first. */
  readonly pins: readonly Option[];
  /** Missing where there is nothing to choose. */
  readonly from: Option | undefined;
  readonly to: Option | undefined;
  chooseFrom(id: string): void;
  chooseTo(id: string): void;
}

export type PinReading =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly sentence: string; again(): void }
  | { readonly state: 'read'; readonly picked: Picked };

/**
 * What can be compared, and which two are: before a person chooses, the last pin and its scenario as it stands now.
 *
 * @param pinned another number after each pin that was made here: the log is read again
 */
export function usePinChoices(pinned: number): PinReading {
  const [choices, setChoices] = useState<PinChoices>();
  const [failure, setFailure] = useState<string>();
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({});
  const scenarios = useScenarioNames();
  const read = useCallback(() => {
    let isCurrent = true;
    readPinChoices().then(
      (found) => {
        if (!isCurrent) return;
        setFailure(undefined);
        setChoices(found);
      },
      (fault: unknown) => {
        if (isCurrent) setFailure(sentenceFor(fault));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  useEffect(() => read(), [read, pinned, scenarios]);
  if (failure !== undefined) return { state: 'failed', sentence: failure, again: () => void read() };
  if (!choices) return { state: 'reading' };
  const now = choices.scenarios.map(optionNow);
  const pins = choices.pins.map(optionOf);
  const all = [...pins, ...now];
  const find = (id: string | undefined) => all.find((option) => option.id === id);
  const from = find(chosen.from) ?? all[0];
  const to = find(chosen.to) ?? besideFirst(now, pins, choices);
  const picked = {
    now,
    pins,
    from,
    to,
    chooseFrom: (id: string) => setChosen((before) => ({ ...before, from: id })),
    chooseTo: (id: string) => setChosen((before) => ({ ...before, to: id })),
  };
  return { state: 'read', picked };
}

const optionNow = (name: string): Option => ({
  id: `now ${name}`,
  label: `${name} now`,
  choice: { now: name },
});

const optionOf = (pin: Pin): Option => ({
  id: `pin ${pin.time} ${pin.row} ${pin.scenario}`,
  label: `${pin.time}, ${pin.scenario}`,
  choice: { pin },
});

/** The scenario of the last pin as it stands now; where the table no longer has it, the one in force. */
function besideFirst(
  now: readonly Option[],
  pins: readonly Option[],
  { pins: [last], inForce }: PinChoices,
): Option | undefined {
  const named = (name: string | undefined) => now.find(({ id }) => id === `now ${name}`);
  return named(last?.scenario) ?? named(inForce) ?? now[0] ?? pins[1] ?? pins[0];
}

/** Changes when a scenario comes, goes or is renamed. */
function useScenarioNames(): string {
  const model = useModel();
  return model.state === 'ready' ? model.table.scenarios.join('\n') : model.state;
}
