import type { NamedStyle } from './named-styles';
import { WorkbookStyles, addsStylesInStep } from './workbook-styles';

/**
 * Runs a step that gives cells named styles. Where Excel cannot add them within the step, the workbook has them before, and
 * loses those that were added when nothing came of the step. A workbook that takes no more styles is no reason to refuse the
 * step: its cells get their looks without them.
 */
export async function withStyles<T>(
  names: readonly NamedStyle[],
  step: () => Promise<T>,
  isDone: (outcome: T) => boolean = () => true,
): Promise<T> {
  if (addsStylesInStep()) return step();
  const added = await alone((styles) => styles.add(names)).catch(() => []);
  const outcome = await step();
  if (added.length > 0 && !isDone(outcome)) await alone((styles) => styles.takeBack(added));
  return outcome;
}

/** A batch of its own, not merged into one step of undo. */
const alone = <T>(work: (styles: WorkbookStyles) => T): Promise<T> =>
  Excel.run({ delayForCellEdit: true }, async (context) => {
    const styles = new WorkbookStyles(context);
    await context.sync();
    const result = work(styles);
    await context.sync();
    return result;
  });
