import path from 'node:path';
import {
  openHeadless,
  readAddin,
  type Headless,
  type HeadlessAddin,
  type HeadlessOptions,
} from '../src/headless/headless';
import type { FunctionMetadata, FunctionsMetadata } from '../src/workbench';

/** A number, a text, a boolean or an error code, as Excel gives a cell's value. */
export type Value = string | number | boolean;

const scalar = (name: string, type = 'number', optional = false) => ({ name, type, optional });
const block = (name: string, type = 'any') => ({ name, type, dimensionality: 'matrix' });

const define = (id: string, parameters: FunctionMetadata['parameters'], more: object = {}) => ({
  id,
  name: id,
  parameters,
  result: { type: 'any' },
  ...more,
});

/** Describes fixtures/functions.js. */
const metadata: FunctionsMetadata = {
  functions: [
    define('ADD', [scalar('a'), scalar('b', 'number', true)]),
    define('SEEN', [scalar('value', 'any'), { ...block('block'), optional: true }]),
    define('COUNTDOWN', [scalar('from')]),
    define('REFUSE', [scalar('kind', 'string')]),
    define('LATER', [scalar('ms')]),
    define('WHERE', [block('block')], {
      options: { requiresAddress: true, requiresParameterAddresses: true },
    }),
    define('TOTAL', [block('block', 'number')]),
    define('TICK', [], { options: { stream: true, cancelable: true } }),
    define('FORMATTED', []),
    define('FETCHED', [scalar('file', 'string')]),
  ],
};

/** Functions that try the bridge, as T.ADD and so on. */
export const tryout: HeadlessAddin = {
  id: '00000000-0000-4000-8000-000000000002',
  name: 'Tryout',
  namespace: 'T',
  metadata,
  pageUrl: 'https://localhost:3000/pane.html',
  scripts: [path.join(__dirname, 'fixtures/functions.js')],
  folder: path.join(__dirname, 'fixtures'),
};

/** An add-in in files of its own, as one is built: CONTOSO.TIERED and CONTOSO.LIST. */
export const CONTOSO = {
  manifest: path.join(__dirname, 'fixtures/addin/manifest.xml'),
  folder: path.join(__dirname, 'fixtures/addin/site'),
};

export const contoso = () => readAddin(CONTOSO);

/** Excel with the functions to try, or with `options`. */
export const openExcel = (options: HeadlessOptions = {}) => openHeadless({ addin: tryout, ...options });

type Context = Excel.RequestContext;

/** Writes formulas or values and gives what the range holds when all is computed. */
export async function write(excel: Headless, address: string, values: unknown, sheet?: string) {
  await excel.Excel.run(async (context) => {
    sheetOf(context, sheet).getRange(address).values = values as Value[][];
    await context.sync();
  });
  await excel.idle();
}

export async function read(excel: Headless, address: string, sheet?: string): Promise<Value[][]> {
  return excel.Excel.run(async (context) => {
    const range = sheetOf(context, sheet).getRange(address);
    range.load('values');
    await context.sync();
    return range.values as Value[][];
  });
}

export async function formulas(excel: Headless, address: string, sheet?: string): Promise<Value[][]> {
  return excel.Excel.run(async (context) => {
    const range = sheetOf(context, sheet).getRange(address);
    range.load('formulas');
    await context.sync();
    return range.formulas as Value[][];
  });
}

const sheetOf = (context: Context, name: string | undefined) =>
  name === undefined ? context.workbook.worksheets.getFirst() : context.workbook.worksheets.getItem(name);

/** The error that `work` ends with; fails the test when it ends without. */
export async function failureOf(
  excel: Headless,
  work: (context: Context) => Promise<unknown>,
): Promise<{
  readonly code: string;
  readonly message: string;
  readonly debugInfo: { readonly statement?: string };
}> {
  try {
    await excel.Excel.run(work);
  } catch (failure) {
    return failure as Awaited<ReturnType<typeof failureOf>>;
  }
  throw new Error('Excel.run was expected to fail.');
}
