import { parseZone } from './book/address';
import { Book, type SheetSeed } from './book/book';
import { Cells } from './book/cells';
import { CellStyles } from './book/cell-styles';
import { Charts } from './book/charts';
import { ConditionalFormats } from './book/conditional-formats';
import { keepLinksFromSpreading } from './book/hyperlinks';
import { Names } from './book/names';
import { Tables } from './book/tables';
import { StructuredFormulas } from './book/structured-formulas';
import { Validations } from './book/validations';
import { FunctionBridge } from './bridge/bridge';
import { definitionsOf, type FunctionMetadata, type FunctionsMetadata } from './bridge/function-metadata';
import { claimFunctions, registerFunctions } from './bridge/register';
import { ChangeEvents } from './host/change-events';
import type { HostContext } from './host/context';
import { Range } from './host/range';
import {
  ActionService,
  AddinInternalService,
  AppRuntime,
  AppRuntimePersistenceService,
  AppRuntimeService,
  CustomFunctionsService,
  DynamicRibbonService,
  type RibbonUpdate,
} from './host/services';
import { Workbook } from './host/workbook';
import { Coverage } from './interpreter/coverage';
import { itemNotFound, type HostObject } from './interpreter/host-object';
import { Interpreter } from './interpreter/interpreter';
import { ObjectPathType, type QueryRequest } from './interpreter/protocol';
import { ClientRuns } from './interpreter/runs';
import { appContext, frameName, REQUIREMENT_SETS } from './wire/app-context';
import { FocusIn, type FocusExit } from './wire/focus';
import { RichApiEvents } from './wire/rich-api-events';
import { Transport, type RichApiRequest } from './wire/transport';

export type { RibbonUpdate, SheetSeed, FunctionMetadata, FunctionsMetadata };

export interface WorkbenchOptions {
  /** The add-in's functions.json. */
  readonly metadata: FunctionsMetadata;
  /** What stands before the dot in formulas, e.g. METER. */
  readonly namespace: string;
  readonly addin: { readonly id: string; readonly name: string };
  /** Of the page that holds the add-in's frame; its host name must be the frame's, and https. */
  readonly origin: string;
  /** One empty sheet when left out. */
  readonly sheets?: readonly SheetSeed[];
  readonly fileName?: string;
  /** What the host claims to support, to test an add-in against an older Excel. */
  readonly requirementSets?: Readonly<Record<string, string>>;
}

const WRITES = 1;
const WAITS_FOR_CELL_EDIT = 64;
const CELL_EDIT_POLL_MS = 50;

export function createWorkbench(options: WorkbenchOptions): Workbench {
  return new Workbench(options);
}

/**
 * Excel's side of office.js over a spreadsheet grid. Give its `frameName()` to the frame before the frame's address,
 * pass messages of the frame to `receive` and let it post through `connect`; mount `book.model` as grid, or do not.
 */
export class Workbench {
  readonly book: Book;
  readonly coverage = new Coverage();
  /** Resolves when the add-in's runtime of custom functions is up. */
  readonly ready: Promise<void>;
  /** Set by the page: while it answers true, requests are refused as in Excel's cell edit mode. */
  isEditing: () => boolean = () => false;
  private readonly transport: Transport;
  private readonly events: RichApiEvents;
  private readonly bridge: FunctionBridge;
  private readonly cells: Cells;
  private readonly interpreter: Interpreter;
  private readonly runs = new ClientRuns();
  private readonly runtime: AppRuntime;
  private readonly services: ReadonlyMap<string, () => HostObject>;
  private readonly commands = new Map<string, () => void>();
  private readonly focusListeners = new Set<(exit: FocusExit) => void>();
  private readonly ribbonListeners = new Set<(update: RibbonUpdate) => void>();
  private documentSettings: readonly (readonly [string, string])[] = [];
  private lastConversation = 0;
  private lastCommand = 0;
  private markReady: () => void = () => undefined;

  constructor(private readonly options: WorkbenchOptions) {
    const definitions = definitionsOf(options.metadata, options.namespace);
    registerFunctions(definitions);
    this.book = new Book(options.sheets);
    this.ready = new Promise((resolve) => {
      this.markReady = resolve;
    });
    this.transport = new Transport(options.origin, {
      appContext: () => this.appContext(),
      richApi: (request) => this.richApi(request),
      saveSettings: (settings) => {
        this.documentSettings = settings;
      },
      readSettings: () => this.documentSettings,
      commandCompleted: (id) => this.completeCommand(id),
      eventRegistered: () => undefined,
      focusLeaves: (exit) => {
        for (const listener of this.focusListeners) listener(exit);
      },
      unknown: (name) => this.coverage.count(name),
    });
    this.events = new RichApiEvents(this.transport);
    this.bridge = new FunctionBridge(this.book, definitions, (type, messages) =>
      this.events.sendToFunctions(type, messages),
    );
    claimFunctions(this.book.getters, this.bridge);
    this.runtime = new AppRuntime(this.events);
    const host = this.hostContext();
    this.cells = host.cells;
    this.services = this.createServices();
    const global = new Workbook(host);
    this.interpreter = new Interpreter(
      { global, service: (name) => this.services.get(name)?.() },
      this.coverage,
    );
  }

  /** The frame's `name`, for one load of the frame: ask again before loading it anew. */
  frameName(): string {
    this.lastConversation += 1;
    const conversation = `${this.options.addin.id}-${Date.now()}-${this.lastConversation}`;
    this.transport.open(conversation);
    this.events.reset();
    this.interpreter.references.clear();
    this.runs.clear();
    return frameName({ conversation, addinId: this.options.addin.id, origin: this.options.origin });
  }

  /** How messages reach the frame. */
  connect(post: (message: string) => void): void {
    this.transport.connect(post);
  }

  /** A message of the frame; one that is not for this workbench is ignored. */
  receive(message: string): void {
    this.transport.receive(message);
  }

  /** Resolves when no custom function is under way and all results are shown. */
  async idle(): Promise<void> {
    do {
      await this.bridge.idle();
      // Results may have been written by code that waits for them in turn.
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
    } while (!this.bridge.isIdle());
  }

  /**
   * Runs a ribbon command without pane.
   * @returns resolves when the command's function calls `event.completed()`
   */
  runCommand(functionName: string, controlId: string): Promise<void> {
    if (!this.transport.isRegistered('appCommandInvoked')) {
      return Promise.reject(new Error('The add-in has not been loaded yet.'));
    }
    this.lastCommand += 1;
    const id = `command${this.lastCommand}`;
    const source = JSON.stringify({ source: { id: controlId } });
    return new Promise((resolve) => {
      this.commands.set(id, resolve);
      this.transport.raise('appCommandInvoked', { 0: id, 1: functionName, 2: source });
    });
  }

  /** Requests of the add-in to show or hide its task pane. */
  onTaskpane(listener: (isVisible: boolean) => void): void {
    this.runtime.onVisibility(listener);
  }

  /** The page opened or closed the pane: the add-in may want to know. */
  taskpaneShown(isVisible: boolean): void {
    this.runtime.setState(isVisible ? 'Visible' : 'Background');
  }

  /** Moves the keyboard focus to the first element of the add-in's page. */
  focusAddin(): void {
    this.transport.focus(FocusIn.First);
  }

  /** The keyboard focus leaves the add-in's page, and the host's page has to take it. */
  onFocusLeaves(listener: (exit: FocusExit) => void): void {
    this.focusListeners.add(listener);
  }

  /** The add-in enabled, disabled, showed or hid a ribbon control. */
  onRibbon(listener: (update: RibbonUpdate) => void): void {
    this.ribbonListeners.add(listener);
  }

  /** The sentence behind the error in a cell; undefined where the cell holds no error. */
  cellError(sheetName: string, address: string): string | undefined {
    const sheetId = this.book.findSheet(sheetName);
    const zone = parseZone(address);
    if (sheetId === undefined || zone === undefined) return undefined;
    return this.cells.errorMessage({ sheetId, row: zone.top, col: zone.left });
  }

  private hostContext(): HostContext {
    const { book, events, bridge } = this;
    keepLinksFromSpreading(book);
    const changes = new ChangeEvents(book, events, this.transport);
    const tables = new Tables(book);
    const formulas = new StructuredFormulas(book, tables);
    const names = new Names(book, tables);
    const host: HostContext = {
      book,
      tables,
      names,
      formulas,
      validations: new Validations(book, names),
      charts: new Charts(book),
      styles: new CellStyles(book),
      conditionalFormats: new ConditionalFormats(book),
      events,
      bridge,
      cells: new Cells(book, formulas),
      settings: new Map(),
      fileName: this.options.fileName ?? 'Workbook.xlsx',
      eventRange: (id) => {
        const found = changes.find(id);
        if (found === undefined) throw itemNotFound();
        return new Range(host, found.sheetId, found.zone);
      },
    };
    return host;
  }

  private createServices(): ReadonlyMap<string, () => HostObject> {
    const functions = new CustomFunctionsService(() => this.functionsReady(), this.bridge);
    const ribbon = new DynamicRibbonService((update) => {
      for (const listener of this.ribbonListeners) listener(update);
    });
    return new Map<string, () => HostObject>([
      ['Microsoft.ExcelServices.CustomFunctions', () => functions],
      ['Microsoft.AppRuntime.AppRuntimeService', () => new AppRuntimeService(this.runtime)],
      [
        'Microsoft.AppRuntime.AppRuntimePersistenceService',
        () => new AppRuntimePersistenceService(this.runtime),
      ],
      ['Microsoft.DynamicRibbon.DynamicRibbon', () => ribbon],
      ['Microsoft.Office.ActionService', () => new ActionService()],
      ['Microsoft.InternalService.AddinInternalService', () => new AddinInternalService()],
    ]);
  }

  private functionsReady(): void {
    this.bridge.start();
    this.markReady();
  }

  private appContext(): Record<string, unknown> {
    return appContext({
      addin: this.options.addin,
      origin: this.options.origin,
      documentUrl: this.options.fileName ?? 'Workbook.xlsx',
      settings: this.documentSettings,
      requirementSets: this.options.requirementSets ?? REQUIREMENT_SETS,
    });
  }

  /** Refuses what concerns the workbook while a person edits a cell; services of the add-in go on working. */
  private richApi(request: RichApiRequest): string | undefined | Promise<string | undefined> {
    const query = JSON.parse(request.body) as QueryRequest;
    const isForWorkbook = !Object.values(query.ObjectPaths).some(
      (path) => path.ObjectPathType === ObjectPathType.NewObject,
    );
    if (isForWorkbook && this.isEditing()) {
      if ((request.flags & WAITS_FOR_CELL_EDIT) === 0) return undefined;
      return this.afterEditing().then(() => this.query(query, request.flags, isForWorkbook));
    }
    return this.query(query, request.flags, isForWorkbook);
  }

  private query(query: QueryRequest, flags: number, isForWorkbook: boolean): string {
    const run = () => this.interpreter.run(query);
    if (!isForWorkbook) return JSON.stringify(run());
    const clientRun = this.runs.runOf(query);
    const writes = (flags & WRITES) !== 0;
    return JSON.stringify(writes ? this.book.transaction(run, clientRun) : run());
  }

  private async afterEditing(): Promise<void> {
    while (this.isEditing()) await new Promise((resolve) => setTimeout(resolve, CELL_EDIT_POLL_MS));
  }

  private completeCommand(id: string): void {
    this.commands.get(id)?.();
    this.commands.delete(id);
  }
}
