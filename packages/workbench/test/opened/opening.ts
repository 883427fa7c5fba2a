import { openHeadless, type Headless } from '../../src/headless/headless';
import { downloadXlsx } from '../../src/headless/download-xlsx';
import { fileOf, type FileBook, type FileCell } from './workbook';

const opened: Headless[] = [];

/** For `afterEach`. */
export function closeAll(): void {
  for (const host of opened.splice(0)) host.close();
}

/** Opens a file without an add-in. */
export async function openBytes(file: Uint8Array): Promise<Headless> {
  const host = await openHeadless({ file });
  opened.push(host);
  await host.idle();
  return host;
}

export const openBook = (book: FileBook): Promise<Headless> => openBytes(fileOf(book));

/** A book of one sheet called Data. */
export const openCells = (
  cells: Readonly<Record<string, FileCell | number | string | boolean>>,
): Promise<Headless> => openBook({ sheets: [{ name: 'Data', cells }] });

/** What Download makes of it, opened. */
export const reopened = async (host: Headless): Promise<Headless> =>
  openBytes(await downloadXlsx(host.workbench));

export interface Shown {
  readonly values: unknown[][];
  readonly formulas: unknown[][];
  readonly text: string[][];
  readonly numberFormat: string[][];
}

export const show = (host: Headless, address: string, sheet = 'Data'): Promise<Shown> =>
  host.Excel.run(async (context) => {
    const range = context.workbook.worksheets
      .getItem(sheet)
      .getRange(address)
      .load('values,formulas,text,numberFormat');
    await context.sync();
    const { values, formulas, text, numberFormat } = range;
    return { values, formulas, text, numberFormat: numberFormat as string[][] };
  });

/** The only value. */
export const valueOf = async (host: Headless, address: string, sheet = 'Data'): Promise<unknown> =>
  (await show(host, address, sheet)).values[0]?.[0];
