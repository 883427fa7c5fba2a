import type { FunctionBridge } from './bridge/bridge';
import { ChangeEvents } from './host/change-events';
import type { HostContext } from './host/context';
import { Range } from './host/range/range';
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
import type { Coverage } from './interpreter/coverage';
import { itemNotFound, type HostObject } from './interpreter/host-object';
import { Interpreter } from './interpreter/interpreter';
import { ObjectPathType, type QueryRequest } from './interpreter/protocol';
import { ClientRuns } from './interpreter/runs';
import type { PressedKey, Shortcuts } from './shortcuts';
import { appContext, frameName } from './wire/app-context';
import { FocusIn, type FocusExit } from './wire/focus';
import { RichApiEvents } from './wire/rich-api-events';
import { Transport, type RichApiRequest } from './wire/transport';

/** What the clients of a workbook share. */
export interface ClientSite {
  readonly addin: { readonly id: string; readonly name: string };
  readonly origin: string;
  readonly fileName: string;
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly coverage: Coverage;
  readonly bridge: FunctionBridge;
  readonly shortcuts: Shortcuts;
  /** What the object model stands on, apart from what belongs to one client. */
  readonly host: Omit<HostContext, 'events' | 'eventRange'>;
  /** `Office.context.document.settings`. */
  documentSettings: readonly (readonly [string, string])[];
  isEditing(): boolean;
  ribbon(update: RibbonUpdate): void;
}

const WRITES = 1;
const WAITS_FOR_CELL_EDIT = 64;
const CELL_EDIT_POLL_MS = 50;

let lastConversation = 0;

/** One frame with the add-in, at a workbook that others may have open, too. */
export class Client {
  /** Resolves when the add-in's runtime of custom functions is up. */
  readonly ready: Promise<void>;
  readonly events: RichApiEvents;
  readonly host: HostContext;
  private readonly transport: Transport;
  private readonly interpreter: Interpreter;
  private readonly runs = new ClientRuns();
  private readonly runtime: AppRuntime;
  private readonly services: ReadonlyMap<string, () => HostObject>;
  private readonly commands = new Map<string, () => void>();
  private readonly focusListeners = new Set<(exit: FocusExit) => void>();
  private lastCommand = 0;
  private markReady: () => void = () => undefined;

  /** @param computes  the workbook's custom functions are computed in this frame */
  constructor(
    private readonly site: ClientSite,
    private readonly computes: boolean,
  ) {
    this.ready = new Promise((resolve) => {
      this.markReady = resolve;
    });
    this.transport = new Transport(site.origin, {
      appContext: () => this.appContext(),
      richApi: (request) => this.richApi(request),
      saveSettings: (settings) => {
        site.documentSettings = settings;
      },
      readSettings: () => site.documentSettings,
      commandCompleted: (id) => this.completeCommand(id),
      eventRegistered: () => undefined,
      focusLeaves: (exit) => {
        for (const listener of this.focusListeners) listener(exit);
      },
      keyPressed: (key) => void this.pressKey(key),
      unknown: (name) => site.coverage.count(name),
    });
    this.events = new RichApiEvents(this.transport);
    this.runtime = new AppRuntime(this.events);
    this.services = this.createServices();
    this.host = this.hostContext();
    const global = new Workbook(this.host);
    const service = (name: string) => this.services.get(name)?.();
    this.interpreter = new Interpreter({ global, service }, site.coverage);
  }

  /** The frame's `name`, for one load of the frame: ask again before loading it anew. */
  frameName(): string {
    const { addin, origin } = this.site;
    lastConversation += 1;
    const conversation = `${addin.id}-${Date.now()}-${lastConversation}`;
    this.transport.open(conversation);
    this.events.reset();
    this.interpreter.references.clear();
    this.runs.clear();
    return frameName({ conversation, addinId: addin.id, origin });
  }

  /** How messages reach the frame. */
  connect(post: (message: string) => void): void {
    this.transport.connect(post);
  }

  /** A message of the frame; one that is not for this client is ignored. */
  receive(message: string): void {
    this.transport.receive(message);
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

  /** Runs the add-in's action for a key; false where it has none. */
  pressKey(key: PressedKey): boolean {
    const action = this.site.shortcuts.actionFor(key);
    if (action !== undefined) this.events.sendAction(action);
    return action !== undefined;
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

  private hostContext(): HostContext {
    const changes = new ChangeEvents(this.site.host.book, this.events, this.transport, this.runs);
    const host: HostContext = {
      ...this.site.host,
      events: this.events,
      eventRange: (id) => {
        const found = changes.find(id);
        if (found === undefined) throw itemNotFound();
        return new Range(host, found.sheetId, found.zone);
      },
    };
    return host;
  }

  private createServices(): ReadonlyMap<string, () => HostObject> {
    const { runtime } = this;
    const functions = new CustomFunctionsService(() => this.functionsReady(), this.site.bridge);
    const ribbon = new DynamicRibbonService((update) => this.site.ribbon(update));
    return new Map<string, () => HostObject>([
      ['Microsoft.ExcelServices.CustomFunctions', () => functions],
      ['Microsoft.AppRuntime.AppRuntimeService', () => new AppRuntimeService(runtime)],
      ['Microsoft.AppRuntime.AppRuntimePersistenceService', () => new AppRuntimePersistenceService(runtime)],
      ['Microsoft.DynamicRibbon.DynamicRibbon', () => ribbon],
      ['Microsoft.Office.ActionService', () => new ActionService(this.site.shortcuts)],
      ['Microsoft.InternalService.AddinInternalService', () => new AddinInternalService()],
    ]);
  }

  private functionsReady(): void {
    if (this.computes) this.site.bridge.start();
    this.markReady();
  }

  private appContext(): Record<string, unknown> {
    const { addin, origin, fileName, documentSettings, requirementSets } = this.site;
    const { culture } = this.site.host;
    return appContext({
      addin,
      origin,
      documentUrl: fileName,
      settings: documentSettings,
      requirementSets,
      dataLocale: culture.name,
    });
  }

  /** Refuses what concerns the workbook while a person edits a cell; services of the add-in go on working. */
  private richApi(request: RichApiRequest): string | undefined | Promise<string | undefined> {
    const query = JSON.parse(request.body) as QueryRequest;
    const isForWorkbook = !Object.values(query.ObjectPaths).some(
      (path) => path.ObjectPathType === ObjectPathType.NewObject,
    );
    if (isForWorkbook && this.site.isEditing()) {
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
    return JSON.stringify(writes ? this.site.host.book.transaction(run, clientRun) : run());
  }

  private async afterEditing(): Promise<void> {
    while (this.site.isEditing()) await new Promise((resolve) => setTimeout(resolve, CELL_EDIT_POLL_MS));
  }

  private completeCommand(id: string): void {
    this.commands.get(id)?.();
    this.commands.delete(id);
  }
}
