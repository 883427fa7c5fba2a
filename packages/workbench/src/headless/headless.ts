import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  createWorkbench,
  readFile,
  type Client,
  type FunctionsMetadata,
  type OpenedFile,
  type SheetSeed,
  type ShortcutsFile,
  type Workbench,
} from '../workbench';
import { nodeXml } from './node-xml';
import { openOfficeContext, type OfficeContext } from './office-context';

export interface HeadlessOptions {
  /** The built add-in: functions.js and functions.json. `false` opens Excel without an add-in. */
  readonly addinFolder?: string | false;
  /** The folder of office.js as published. */
  readonly officeJsFolder?: string;
  readonly sheets?: readonly SheetSeed[];
  /** The bytes of an .xlsx file to open, instead of sheets. */
  readonly file?: Uint8Array;
  /** Script files to run after office.js, instead of the add-in's functions.js. */
  readonly scripts?: readonly string[];
  /** Instead of the add-in's functions.json. */
  readonly metadata?: FunctionsMetadata;
  readonly namespace?: string;
  readonly requirementSets?: Readonly<Record<string, string>>;
  readonly shortcuts?: ShortcutsFile;
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
  /** A second person opens the same workbook, with the add-in. */
  join(): Promise<HeadlessClient>;
  idle(): Promise<void>;
}

const ADDIN_ORIGIN = 'https://localhost:3000';
const HOST_ORIGIN = 'https://localhost:3001';

/** Boots the unmodified office.js against a workbench and loads the add-in's bundle as Excel does. */
export async function openHeadless(options: HeadlessOptions = {}): Promise<Headless> {
  silenceGrid();
  const files = addinFiles(options);
  const metadata = options.metadata ?? files.metadata;
  const namespace = options.namespace ?? 'METER';
  const culture = options.culture === undefined ? {} : { culture: options.culture };
  const file =
    options.file === undefined ? undefined : opened(options.file, { metadata, namespace, ...culture });
  const workbench = createWorkbench({
    metadata,
    namespace,
    ...culture,
    ...(file === undefined ? {} : { file }),
    addin: { id: '00000000-0000-4000-8000-000000000001', name: 'Meterbook' },
    origin: HOST_ORIGIN,
    ...(options.sheets === undefined ? {} : { sheets: options.sheets }),
    ...(options.shortcuts === undefined ? {} : { shortcuts: options.shortcuts }),
    ...(options.requirementSets === undefined ? {} : { requirementSets: options.requirementSets }),
  });
  const folder = options.officeJsFolder ?? inRepository('node_modules/@microsoft/office-js/dist');
  const scripts = options.scripts ?? files.scripts;
  const first = await load(workbench, folder, scripts);
  const others: HeadlessClient[] = [];
  return {
    ...first,
    workbench,
    idle: () => workbench.idle(),
    join: async () => {
      const other = await load(workbench.openClient(), folder, scripts);
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
  scripts: readonly string[],
): Promise<HeadlessClient> {
  const context = openOfficeContext({
    officeJsFolder,
    frameName: host.frameName(),
    addinOrigin: ADDIN_ORIGIN,
    hostOrigin: HOST_ORIGIN,
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

interface AddinFiles {
  readonly metadata: FunctionsMetadata;
  readonly scripts: readonly string[];
}

function addinFiles(options: HeadlessOptions): AddinFiles {
  if (options.addinFolder === false || options.metadata !== undefined) {
    return { metadata: { functions: [] }, scripts: [] };
  }
  const folder = options.addinFolder ?? inRepository('dist/addin');
  const metadata = path.join(folder, 'functions.json');
  if (!existsSync(metadata)) {
    throw new Error(`${metadata} does not exist. Build the add-in first: npm run build.`);
  }
  return {
    metadata: JSON.parse(readFileSync(metadata, 'utf8')) as FunctionsMetadata,
    scripts: [path.join(folder, 'functions.js')],
  };
}

/** Both the sources and the bundle dist/headless/headless.js lie some levels below the repository's package-lock.json. */
export function inRepository(file: string): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package-lock.json'))) return path.join(folder, file);
    if (folder === path.dirname(folder)) throw new Error(`No package-lock.json above ${__dirname}.`);
  }
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
