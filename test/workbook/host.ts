import path from 'node:path';
import {
  openHeadless,
  readAddin,
  type HeadlessOptions,
} from '../../packages/workbench/src/headless/headless';

const ROOT = path.resolve(__dirname, '../..');

export const ADDIN_AS_BUILT = {
  manifest: path.join(ROOT, 'manifest.xml'),
  folder: path.join(ROOT, 'dist/addin'),
};

export const addinAsBuilt = () => readAddin(ADDIN_AS_BUILT);

/** office.js on the workbench's host, in this process; the code under test finds `Excel` and `Office` as in the pane. */
export async function openHost(options: HeadlessOptions = {}) {
  const host = await openHeadless({ addin: addinAsBuilt(), ...options });
  Object.assign(globalThis, {
    Excel: host.Excel,
    Office: host.Office,
    CustomFunctions: host.CustomFunctions,
  });
  const run = host.Excel.run as typeof Excel.run;

  const read = async (sheet: string, address: string) => {
    await host.idle();
    return run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      range.load('values,formulas,text,numberFormat');
      await context.sync();
      return range.toJSON() as Required<
        Pick<Excel.Interfaces.RangeData, 'values' | 'formulas' | 'text' | 'numberFormat'>
      >;
    });
  };

  return {
    ...host,
    run,
    read,
    value: async (sheet: string, address: string): Promise<unknown> =>
      (await read(sheet, address)).values[0]?.[0],
    write: (sheet: string, address: string, formulas: unknown[][]) =>
      run(async (context) => {
        const worksheets = context.workbook.worksheets;
        const there = worksheets.getItemOrNullObject(sheet);
        await context.sync();
        const target = there.isNullObject ? worksheets.add(sheet) : there;
        target.getRange(address).formulas = formulas;
        await context.sync();
      }),
    select: (sheet: string, address: string) =>
      run(async (context) => {
        context.workbook.worksheets.getItem(sheet).getRange(address).select();
        await context.sync();
      }),
    sheetNames: () =>
      run(async (context) => {
        const sheets = context.workbook.worksheets.load('items/name');
        await context.sync();
        return sheets.items.map((sheet) => sheet.name);
      }),
  };
}

export type Host = Awaited<ReturnType<typeof openHost>>;
