import { readBatch } from '../excel-batch';

/** Long enough that a paste or a lever, which is many events, is answered once. */
const QUIET_MS = 150;

/**
 * Calls back after cells of the workbook have changed and been quiet for a moment: by hand, by an add-in, by somebody
 * else, or by undo.
 * @returns stops watching
 */
export async function watchTerms(onChange: () => void, quiet = QUIET_MS): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const handler = (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(onChange, quiet);
    return Promise.resolve();
  };
  const handlers = await readBatch(async (context) => {
    const { worksheets } = context.workbook;
    const added = [worksheets.onChanged.add(handler)];
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
