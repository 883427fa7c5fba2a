import { createWorkbench, type OpenedFile, type Workbench } from '../workbench';
import type { AddinFiles } from './addin-files';
import { takeFocus } from './focus';
import { mountGrid, type MountedGrid } from './grid';
import { alertUser } from './notices';
import type { Pane } from './pane';
import { part } from './part';
import { updateControl } from './ribbon';
import { showUnknown, watchCalculation } from './status-line';
import { bookName } from './title-bar';

export interface BookOptions {
  readonly files: AddinFiles;
  readonly pane: Pane;
  readonly culture: string;
  readonly fileName: string;
  /** A blank book when left out. */
  readonly file?: OpenedFile;
}

/** The book that the page shows, with its workbench; another one takes its place when a file is opened. */
export class BookAtHand {
  readonly workbench: Workbench;
  /** What the book is downloaded as. */
  readonly fileName: string;
  private grid: MountedGrid | undefined;
  private isChanged = false;

  constructor(private readonly options: BookOptions) {
    const { files, culture, file } = options;
    // Macros are left out, so that it is a workbook without.
    this.fileName = `${bookName(options.fileName)}.xlsx`;
    this.workbench = createWorkbench({
      addin: files.addin,
      origin: location.origin,
      fileName: this.fileName,
      culture,
      ...(file && { file }),
    });
    this.listen();
  }

  get name(): string {
    return bookName(this.fileName);
  }

  hasUnsavedChanges = () => this.isChanged;

  saved = () => {
    this.isChanged = false;
  };

  async mount(): Promise<void> {
    const grid = await mountGrid(this.workbench.book.model, part('grid'));
    this.workbench.isEditing = () => grid.isEditing();
    this.grid = grid;
  }

  async loadAddin(): Promise<void> {
    const { files, pane } = this.options;
    pane.load(files.manifest.paneUrl, this.workbench);
    await this.workbench.ready;
  }

  focusGrid(): void {
    this.grid?.focus();
  }

  /** Leaves the page to another book. */
  remove(): void {
    this.grid?.remove();
    this.grid = undefined;
  }

  async sayWhatIsLeftOut(): Promise<void> {
    const { leftOut } = this.workbench;
    if (leftOut.length > 0)
      await alertUser(`${this.options.fileName} is open. Left out: ${leftOut.join('; ')}.`);
  }

  private listen(): void {
    const { workbench } = this;
    const { pane } = this.options;
    workbench.onTaskpane((open) => pane.show(open));
    workbench.onRibbon((update) => updateControl(update));
    workbench.onFocusLeaves((exit) => takeFocus(exit, () => this.focusGrid()));
    workbench.taskpaneShown(pane.open);
    workbench.coverage.subscribe(showUnknown);
    showUnknown(workbench.coverage.unknown);
    const { book } = workbench;
    book.listen({
      stepRecorded: () => {
        this.isChanged = true;
      },
    });
    watchCalculation(
      (tell) => book.model.on('command-finalized', watchCalculation, tell),
      () => workbench.idle(),
    );
  }
}
