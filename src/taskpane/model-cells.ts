import { readBatch } from '../workbook/excel-batch';

export interface ModelCells {
  readonly values: readonly (readonly unknown[])[];
  readonly scenarioName: string;
}

/** The cells behind the names Terms and Scenario; undefined where the workbook has no Terms. */
export function readModelCells(): Promise<ModelCells | undefined> {
  return readBatch(async (context) => {
    const { names } = context.workbook;
    const terms = names.getItemOrNullObject('Terms').getRangeOrNullObject().load('values');
    const scenario = names.getItemOrNullObject('Scenario').getRangeOrNullObject().load('values');
    await context.sync();
    if (terms.isNullObject) return undefined;
    return {
      values: terms.values,
      scenarioName: scenario.isNullObject ? '' : String(scenario.values[0]?.[0] ?? ''),
    };
  });
}

/** Calls back after every change of a cell. @returns stops watching */
export async function watchModelCells(onChange: () => void): Promise<() => Promise<void>> {
  const handler = await readBatch(async (context) => {
    const added = context.workbook.worksheets.onChanged.add(() => {
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
