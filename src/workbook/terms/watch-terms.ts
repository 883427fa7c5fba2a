import { readBatch } from '../excel/excel-batch';
import { locateTerms } from './terms-sheet';

/** Long enough that a paste or a lever, which is many events, is answered once. */
const QUIET_MS = 150;

/**
 * Calls back when the model's inputs may have changed, after a moment of quiet: cells edited by hand, by an add-in, by
 * somebody else or by undo, rows and sheets that came or went, and formulas in the table that came out otherwise.
 *
 * @param quiet milliseconds without a further change
 * @returns stops watching
 */
export async function watchTerms(onChange: () => void, quiet = QUIET_MS): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quiet);
    return Promise.resolve();
  };
  const handlers = await readBatch(async (context) => {
    const sheet = (await locateTerms(context))?.sheet.id;
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(soon),
      worksheets.onAdded.add(soon),
      worksheets.onDeleted.add(soon),
      // Other sheets calculate all the time, and no input comes of it.
      worksheets.onCalculated.add(({ worksheetId }) =>
        sheet === undefined || worksheetId === sheet ? soon() : Promise.resolve(),
      ),
    ];
    await context.sync();
    return added;
  });
  return async () => {
    clearTimeout(timer);
    const [first] = handlers;
    if (!first) return;
    await Excel.run(first.context, async (context) => {
      for (const each of handlers) each.remove();
      await context.sync();
    });
  };
}
