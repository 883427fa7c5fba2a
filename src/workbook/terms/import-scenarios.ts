import type { Culture } from '../../terms/entry/culture';
import type { Differences } from '../../terms/exchange/differences';
import { addScenario } from './scenario-columns';
import { type WriteReport, writeEdits } from './write-edits';

/**
 * Writes what a file says differently: the columns of its new scenarios, each as a step of undo, then all cells as one.
 * Cells that hold something else by now than the person was shown stop the whole of the second.
 */
export async function importScenarios(
  { newScenarios, edits }: Differences,
  options: { readonly replaceFormulas?: boolean; readonly culture?: Culture } = {},
): Promise<WriteReport> {
  for (const name of newScenarios) {
    const added = await addScenario(name);
    if (!added.done) return { ...added, conflicts: [], formulas: [] };
  }
  const report = await writeEdits(edits, options);
  if (!report.done) return report;
  const cells = `${edits.length} ${edits.length === 1 ? 'cell' : 'cells'}`;
  const added = newScenarios.length === 0 ? '' : ` and added ${newScenarios.join(', ')}`;
  return { ...report, sentence: `Imported ${cells}${added}. Undo takes it back.` };
}
