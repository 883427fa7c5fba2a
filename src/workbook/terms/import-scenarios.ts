import type { Culture } from '../../terms/entry/culture';
import type { Differences } from '../../terms/exchange/differences';
import { Refusal } from '../../base/refusal';
import { counted } from '../../base/words';
import { addScenario } from './scenario-columns';
import { type WriteOutcome, writeEdits } from './write-edits';

/**
 * Writes what a file says differently: the columns of its new scenarios, each as a step of undo, then all cells as one.
 * Cells that hold something else by now than the person was shown stop the whole of the second.
 */
export async function importScenarios(
  { newScenarios, edits }: Differences,
  options: { readonly replaceFormulas?: boolean; readonly culture?: Culture } = {},
): Promise<WriteOutcome> {
  for (const name of newScenarios) {
    const added = await addScenario(name);
    if (added instanceof Refusal) return added;
  }
  const outcome = await writeEdits(edits, options);
  if (outcome.kind !== 'done') return outcome;
  const cells = counted(edits.length, 'cell');
  const added = newScenarios.length === 0 ? '' : ` and added ${newScenarios.join(', ')}`;
  return { ...outcome, sentence: `Imported ${cells}${added}. Undo takes it back.` };
}
