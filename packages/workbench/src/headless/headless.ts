import { createRequire } from 'node:module';
import path from 'node:path';
import { NO_ADDIN } from '../addin';
import {
  createWorkbench,
  readFile,
  type Client,
  type FileCheck,
  type OpenedFile,
  type SheetSeed,
  type Workbench,
} from '../workbench';
import { ADDIN_ORIGIN, fileIn, readAddin, type AddinFolder, type HeadlessAddin } from './addin-folder';
import { nodeXml } from './node-xml';
import { openOfficeContext, type OfficeContext } from './office-context';

export { readAddin, type AddinFolder, type HeadlessAddin };

export interface HeadlessOptions {
  /** What `readAddin` read; Excel without an add-in when left out. */
  readonly addin?: HeadlessAddin;
  /** The folder of office.js as published; that of the package @microsoft/office-js when left out. */
  readonly officeJsFolder?: string;
  readonly sheets?: readonly SheetSeed[];
  /** The bytes of an .xlsx file to open, instead of sheets. */
  readonly file?: Uint8Array;
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly culture?: string;
}

/** What @types/office-js leaves out. */
export interface OfficeRuntimeStorage {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
}

/** An add-in at a workbook, in this process. */
export interface HeadlessClient {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeRuntime: { readonly storage: OfficeRuntimeStorage };
  readonly CustomFunctions: typeof CustomFunctions;
  /** The global object in which office.js and the add-in run. */
  readonly window: Record<string, unknown>;
  close(): void;
}

/** Excel with an add-in, in this process. */
export interface Headless extends HeadlessClient {
  readonly workbench: Workbench;
  /** How the formulas of the opened file compare with the values that it says. */
  check(): Promise<FileCheck>;
  /** A second person opens the same workbook, with the add-in. */
  join(): Promise<HeadlessClient>;
  idle(): Promise<void>;
}

const HOST_ORIGIN = 'https://localhost:3001';

/** Boots the unmodified office.js against a workbench and loads the add-in's bundle as Excel does. */
export async function openHeadless(options: HeadlessOptions = {}): Promise<Headless> {
  silenceGrid();
  const addin = options.addin ?? WITHOUT_ADDIN;
  const culture = options.culture === undefined ? {} : { culture: options.culture };
  const file = options.file === undefined ? undefined : opened(options.file, { addin, ...culture });
  const workbench = createWorkbench({
    addin,
    ...culture,
    ...(file === undefined ? {} : { file }),
    origin: HOST_ORIGIN,
    ...(options.sheets === undefined ? {} : { sheets: options.sheets }),
    ...(options.requirementSets === undefined ? {} : { requirementSets: options.requirementSets }),
  });
  const folder = options.officeJsFolder ?? officeJsPackage();
  const first = await load(workbench, folder, addin);
  const others: HeadlessClient[] = [];
  return {
    ...first,
    workbench,
    check: () => workbench.checked,
    idle: () => workbench.idle(),
    join: async () => {
      const other = await load(workbench.openClient(), folder, addin);
      others.push(other);
      return other;
    },
    close: () => {
      for (const client of [first, ...others]) client.close();
    },
  };
}

function opened(bytes: Uint8Array, options: Parameters<typeof readFile>[1]): OpenedFile {
  const file = readFile(bytes, options, nodeXml);
  if ('problem' in file) throw new Error(`The file ${file.problem}`);
  return file;
}

/** Loads office.js and the add-in in a context of their own. */
async function load(
  host: Workbench | Client,
  officeJsFolder: string,
  { pageUrl, scripts, folder }: HeadlessAddin,
): Promise<HeadlessClient> {
  const context = openOfficeContext({
    officeJsFolder,
    frameName: host.frameName(),
    pageUrl,
    hostOrigin: HOST_ORIGIN,
    fileBehind: (pathname) => fileIn(folder, pathname),
    receive: (message) => host.receive(message),
  });
  host.connect((message) => context.deliver(message));
  for (const script of scripts) context.run(script);
  await officeReady(context);
  await host.ready;
  return { ...officeGlobals(context), window: context.window, close: () => context.close() };
}

/** The grid prints a duration for every command, in Node to standard output. */
function silenceGrid(): void {
  Reflect.set(console, 'debug', () => undefined);
}

const WITHOUT_ADDIN: HeadlessAddin = { ...NO_ADDIN, pageUrl: `${ADDIN_ORIGIN}/`, scripts: [] };

/** Found as Node finds packages, from here on: office.js is the choice of whoever uses this package. */
function officeJsPackage(): string {
  const file = createRequire(__filename).resolve('@microsoft/office-js/package.json');
  return path.join(path.dirname(file), 'dist');
}

function officeReady(context: OfficeContext): Promise<void> {
  const { Office } = officeGlobals(context);
  return new Promise((resolve) => {
    void Office.onReady(() => resolve());
  });
}

type Globals = Pick<Headless, 'Excel' | 'Office' | 'OfficeRuntime' | 'CustomFunctions'>;

/** Read late: Excel exists only after the host-specific part of the library has been loaded. */
function officeGlobals(context: OfficeContext): Globals {
  const { Excel, Office, OfficeRuntime, CustomFunctions } = context.window as unknown as Globals;
  return { Excel, Office, OfficeRuntime, CustomFunctions };
}
