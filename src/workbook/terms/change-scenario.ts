import { Refusal } from '../../base/refusal';
import { runInTurn, within } from './in-turn';
import { deleteScenario, duplicateScenario } from './scenario-columns';
import { setScenarioInForce } from './scenario-in-force';
import { type SeenEdit, type WriteOptions, type WriteOutcome, writeEdits } from './write-edits';

/** A scenario that is to say something else, made first where it is a new one. */
export interface ScenarioChange {
  readonly scenario: string;
  /** The scenario that a new one starts as; left out where the scenario is there. */
  readonly copyOf?: string;
  /** Cells of the scenario's column, seen in it as it is, or as it is right after it was made. */
  readonly edits: readonly SeenEdit[];
  readonly putInForce: boolean;
}

/**
 * Changes a scenario as one step of undo: makes it, writes its cells and puts it in force. Where the cells cannot be
 * written, a scenario that was made for them goes again.
 */
export function changeScenario(
  { scenario, copyOf, edits, putInForce }: ScenarioChange,
  options: Omit<WriteOptions, 'turn'> = {},
): Promise<WriteOutcome> {
  return runInTurn(async (context) => {
    const turn = within(context);
    const sentences: string[] = [];
    if (copyOf !== undefined) {
      const made = await duplicateScenario(copyOf, scenario, turn);
      if (made instanceof Refusal) return made;
      sentences.push(made.sentence);
    }
    const written = await writeEdits(edits, { ...options, turn });
    if (written.kind !== 'done') {
      if (copyOf !== undefined) await deleteScenario(scenario, turn);
      return written;
    }
    sentences.push(written.sentence);
    // A cell that cannot name the scenario is no reason to take back what was written.
    if (putInForce) sentences.push((await setScenarioInForce(scenario, turn)).sentence);
    return { ...written, sentence: sentences.join(' ') };
  });
}
