import { splitAddress } from './cell-address';
import { readBatch } from './excel-batch';
import type { Target } from './go-to';

export interface Selection {
  /** The one cell that typing would go to. */
  readonly cell: Target;
  /** All that is selected. */
  readonly range: Target;
}

/** What is selected now; of several areas at once, the active cell. */
export async function readSelection(): Promise<Selection> {
  try {
    return await readBatch(async (context) => {
      const active = context.workbook.getActiveCell().load('address');
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      return { cell: splitAddress(active.address), range: splitAddress(range.address) };
    });
  } catch {
    // Excel refuses to name several areas as one range.
    const cell = await readBatch(async (context) => {
      const active = context.workbook.getActiveCell().load('address');
      await context.sync();
      return splitAddress(active.address);
    });
    return { cell, range: cell };
  }
}

/** Calls back after every change of the selection. @returns stops watching */
export async function watchSelection(onChange: () => void): Promise<() => Promise<void>> {
  const handler = await readBatch(async (context) => {
    const added = context.workbook.onSelectionChanged.add(() => {
      onChange();
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return () =>
    Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
}
