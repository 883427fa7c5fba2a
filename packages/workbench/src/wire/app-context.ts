/** What Excel on the web tells an add-in about itself when the add-in starts. */

const EXCEL_WEB_APP = 16;
const READ_WRITE = 1;
const TASK_PANE = 2;

/** What the host claims to support; members beyond it answer ApiNotFound, by name. */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.20',
  CustomFunctions: '1.9',
  CustomFunctionsRuntime: '1.4',
  SharedRuntime: '1.2',
  AddInCommands: '1.3',
  RibbonApi: '1.2',
  DialogApi: '1.2',
  Settings: '1.1',
  DelayForCellEdit: '1.1',
};

export interface AppContextOptions {
  readonly addin: { readonly id: string; readonly name: string };
  readonly origin: string;
  readonly documentUrl: string;
  /** Of numbers and dates; the words are English. */
  readonly dataLocale: string;
  readonly settings: readonly (readonly [string, string])[];
  readonly requirementSets: Readonly<Record<string, string>>;
}

/** Names as office.js reads them. */
export function appContext(options: AppContextOptions): Record<string, unknown> {
  return {
    _id: options.addin.id,
    _appInstanceId: options.addin.id,
    _appName: EXCEL_WEB_APP,
    _appVersion: '16.00',
    _appUILocale: 'en-US',
    _dataLocale: options.dataLocale,
    _docUrl: options.documentUrl,
    _clientMode: READ_WRITE,
    _settings: options.settings,
    _reason: 'inserted',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: '',
    _requirementMatrix: JSON.stringify(options.requirementSets),
    _hostFullVersion: '16.0.0.0',
    _hostCustomMessage: '',
    _clientWindowWidth: 1440,
    _clientWindowHeight: 900,
    _addinName: options.addin.name,
    _appDomains: [options.origin],
    _initialDisplayMode: TASK_PANE,
  };
}

export interface FrameNameOptions {
  readonly conversation: string;
  readonly addinId: string;
  readonly origin: string;
}

/**
 * The `name` of the add-in's frame, to be set before its `src`: how a page of Excel on the web tells office.js that
 * it is hosted. Flags 3 = shared runtime and custom functions; logging is off, so nothing leaves the machine.
 */
export function frameName({ conversation, addinId, origin }: FrameNameOptions): string {
  return JSON.stringify({
    baseFrameName: `workbench_${conversation}`,
    hostInfo: 'Excel$Web$16.00$en-US$$$disableLogging$3',
    xdmInfo: `${conversation}|${addinId}|${origin}`,
    serializerVersion: '1',
    flights: '[]',
  });
}
