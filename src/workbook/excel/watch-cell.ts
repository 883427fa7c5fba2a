import { readBatch } from './excel-batch';

/**
 * Calls back whenever what the active cell shows may have changed: another cell was selected, a cell was edited, or
 * Excel finished calculating.
 * @returns stops watching
 */
export async function watchActiveCell(onChange: () => void): Promise<() => Promise<void>> {
  const handler = (): Promise<void> => {
    onChange();
    return Promise.resolve();
  };
  const handlers = await readBatch(async (context) => {
    const { workbook } = context;
    const added = [
      workbook.onSelectionChanged.add(handler),
      workbook.worksheets.onChanged.add(handler),
      workbook.worksheets.onCalculated.add(handler),
    ];
    await context.sync();
    return added;
  });
  return async () => {
    const [first] = handlers;
    if (!first) return;
    await Excel.run(first.context, async (context) => {
      for (const each of handlers) each.remove();
      await context.sync();
    });
  };
}

/** The name that Excel shows for the open workbook. */
export function readWorkbookName(): Promise<string> {
  return readBatch(async (context) => {
    const workbook = context.workbook.load('name');
    await context.sync();
    return workbook.name;
  });
}
