import type { Addin } from './addin';
import { parseZone } from './book/address';
import { Book } from './book/book';
import type { SheetSeed } from './book/sheet-seed';
import { Cells } from './book/cells/cells';
import { CellStyles } from './book/looks/cell-styles';
import { Charts } from './book/charts/charts';
import { ConditionalFormats } from './book/rules/conditional-formats';
import { cultureOf, type Culture } from './book/cells/culture';
import { keepLinksFromSpreading } from './book/cells/hyperlinks';
import { keepTypedTexts } from './book/cells/text-cells';
import { Names } from './book/names/names';
import { Tables } from './book/names/tables';
import { TypedFormulas } from './book/formulas/typed-formulas';
import { Validations } from './book/rules/validations';
import { FunctionBridge } from './bridge/bridge';
import { definitionsOf, type FunctionMetadata, type FunctionsMetadata } from './bridge/function-metadata';
import { claimFunctions, registerFunctions } from './bridge/register';
import { Client, type ClientSite } from './client';
import { writeXlsx } from './file/write/download';
import { placeKey } from './book/evaluation/iteration';
import { NOTHING_TO_CHECK, type FileCheck } from './file/check/file-check';
import { FileChecking } from './file/check/file-checking';
import { fillBook } from './file/fill/fill-book';
import { openFile, type OpenedFile, type RefusedFile } from './file/read/open-file';
import { customNames } from './file/package/typed-formula';
import { browserXml, type Xml } from './file/package/xml';
import { Chart } from './host/charts/charts';
import type { RibbonUpdate } from './host/services';
import { Coverage } from './interpreter/coverage';
import { Shortcuts, type PressedKey, type ShortcutsFile } from './shortcuts';
import { REQUIREMENT_SETS } from './wire/app-context';
import type { FocusExit } from './wire/focus';

export type {
  Addin,
  Client,
  FileCheck,
  OpenedFile,
  RefusedFile,
  RibbonUpdate,
  SheetSeed,
  ShortcutsFile,
  FunctionMetadata,
  FunctionsMetadata,
};

export interface WorkbenchOptions {
  readonly addin: Addin;
  /** Of the page that holds the add-in's frame; its host name must be the frame's, and https. */
  readonly origin: string;
  /** One empty sheet when left out. */
  readonly sheets?: readonly SheetSeed[];
  /** A workbook that was read with `readFile`, instead of sheets. */
  readonly file?: OpenedFile;
  readonly fileName?: string;
  /** How the person writes numbers and dates, e.g. de-DE; en-US when left out. */
  readonly culture?: string;
  /** What the host claims to support, to test an add-in against an older Excel. */
  readonly requirementSets?: Readonly<Record<string, string>>;
}

/** Reads an .xlsx file for a workbench with the same options; nothing is opened yet. */
export function readFile(
  bytes: Uint8Array,
  { addin: { metadata, namespace }, culture }: Pick<WorkbenchOptions, 'addin' | 'culture'>,
  xml: Xml = browserXml,
): OpenedFile | RefusedFile {
  const names = customNames(definitionsOf(metadata, namespace).keys());
  return openFile(bytes, { customNames: names, locale: cultureOf(culture ?? 'en-US').locale }, xml);
}

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
  /** What the file held and the book does not, in words that follow "Left out:". */
  readonly leftOut: readonly string[];
  /** How the formulas of the file compare with the values that it says; resolves when all of them are computed. */
  readonly checked: Promise<FileCheck>;
  /** Set by the page: while it answers true, requests are refused as in Excel's cell edit mode. */
  isEditing: () => boolean = () => false;
  /** The first frame with the add-in, which computes the custom functions. */
  private readonly first: Client;
  private readonly site: ClientSite;
  private readonly bridge: FunctionBridge;
  private readonly isCustom: (name: string) => boolean;
  private readonly ribbonListeners = new Set<(update: RibbonUpdate) => void>();

  constructor(options: WorkbenchOptions) {
    const definitions = definitionsOf(options.addin.metadata, options.addin.namespace);
    registerFunctions(definitions);
    this.isCustom = (name) => definitions.has(name);
    const culture = cultureOf(options.culture ?? 'en-US');
    this.book = new Book(options.file?.content ?? options.sheets, culture.locale);
    this.bridge = new FunctionBridge(this.book, definitions, (type, messages) =>
      this.first.events.sendToFunctions(type, messages),
    );
    claimFunctions(this.book.getters, this.bridge);
    const fileName = options.fileName ?? 'Workbook.xlsx';
    this.site = {
      addin: options.addin,
      origin: options.origin,
      fileName,
      requirementSets: options.requirementSets ?? REQUIREMENT_SETS,
      coverage: this.coverage,
      bridge: this.bridge,
      shortcuts: new Shortcuts(options.addin.shortcuts),
      host: sharedHost(this.book, this.bridge, fileName, culture),
      documentSettings: [],
      isEditing: () => this.isEditing(),
      ribbon: (update) => {
        for (const listener of this.ribbonListeners) listener(update);
      },
    };
    const opening = options.file === undefined ? undefined : this.complete(options.file);
    this.leftOut = opening?.leftOut ?? [];
    this.first = new Client(this.site, true);
    this.ready = this.first.ready;
    this.checked =
      opening === undefined
        ? Promise.resolve(NOTHING_TO_CHECK)
        : this.idle().then(() => opening.checking.result());
  }

  /** The book was made before anything of its own could be computed. */
  private complete(file: OpenedFile): {
    readonly leftOut: readonly string[];
    readonly checking: FileChecking;
  } {
    const { host } = this.site;
    const lost = fillBook(file, host);
    for (const { id: sheetId, formulas } of file.sheets)
      for (const { row, col, stored } of formulas) {
        const first = stored[0]?.[0];
        if (this.book.iteration !== undefined && first?.is === 'number')
          this.book.lastValues.set(placeKey({ sheetId, row, col }), Number(first.text));
      }
    this.book.start();
    const checking = new FileChecking(file, { ...host, isCustom: this.isCustom });
    checking.compare();
    return { leftOut: [...file.leftOut, ...lost], checking };
  }

  /** Another frame with the add-in at the same workbook, as of a second person. */
  openClient(): Client {
    return new Client(this.site, false);
  }

  /** The frame's `name`, for one load of the frame: ask again before loading it anew. */
  frameName(): string {
    return this.first.frameName();
  }

  /** How messages reach the frame. */
  connect(post: (message: string) => void): void {
    this.first.connect(post);
  }

  /** A message of the frame; one that is not for this workbench is ignored. */
  receive(message: string): void {
    this.first.receive(message);
  }

  /** Resolves when no custom function is under way and all results are shown. */
  async idle(): Promise<void> {
    do {
      await this.bridge.idle();
      // Results may have been written by code that waits for them in turn.
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
    } while (!this.bridge.isIdle());
  }

  /** The book as the bytes of an .xlsx file, once no custom function is under way. */
  async download(xml: Xml = browserXml): Promise<Uint8Array> {
    await this.idle();
    const { host } = this.first;
    const chart = (id: string): Chart => new Chart(host, id);
    return writeXlsx({ ...this.site.host, chart, isCustom: this.isCustom }, () => this.idle(), xml);
  }

  /**
   * Runs a ribbon command without pane.
   * @returns resolves when the command's function calls `event.completed()`
   */
  runCommand(functionName: string, controlId: string): Promise<void> {
    return this.first.runCommand(functionName, controlId);
  }

  /** Runs the add-in's action for a key; false where it has none. */
  pressKey(key: PressedKey): boolean {
    return this.first.pressKey(key);
  }

  /** Requests of the add-in to show or hide its task pane. */
  onTaskpane(listener: (isVisible: boolean) => void): void {
    this.first.onTaskpane(listener);
  }

  /** The page opened or closed the pane: the add-in may want to know. */
  taskpaneShown(isVisible: boolean): void {
    this.first.taskpaneShown(isVisible);
  }

  /** Moves the keyboard focus to the first element of the add-in's page. */
  focusAddin(): void {
    this.first.focusAddin();
  }

  /** The keyboard focus leaves the add-in's page, and the host's page has to take it. */
  onFocusLeaves(listener: (exit: FocusExit) => void): void {
    this.first.onFocusLeaves(listener);
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
    return this.site.host.cells.errorMessage({ sheetId, row: zone.top, col: zone.left });
  }
}

function sharedHost(
  book: Book,
  bridge: FunctionBridge,
  fileName: string,
  culture: Culture,
): ClientSite['host'] {
  keepLinksFromSpreading(book);
  keepTypedTexts(book);
  const tables = new Tables(book);
  const names = new Names(book, tables);
  const formulas = new TypedFormulas(book, tables, names);
  return {
    book,
    bridge,
    fileName,
    culture,
    tables,
    names,
    formulas,
    validations: new Validations(book, names),
    charts: new Charts(book),
    styles: new CellStyles(book),
    conditionalFormats: new ConditionalFormats(book),
    cells: new Cells(book, formulas),
    settings: new Map(),
  };
}
