import type { WorkbookStyles } from '../../cell-styles/workbook-styles';
import type { ChangedCell, ModelOptions } from '../plan/outcome';

/** One run of writing: its progress, its cancelling, and what it has added so far. */
export class Run {
  /** Names of the sheets that this run has added. */
  readonly added: string[] = [];
  /** How many steps there are, for the progress. */
  steps = 1;
  readonly #sheets: Excel.Worksheet[] = [];
  readonly #overwrite: ReadonlySet<string>;
  #done = 0;

  constructor(
    readonly context: Excel.RequestContext,
    private readonly options: ModelOptions,
  ) {
    this.#overwrite = new Set((options.overwrite ?? []).map(place));
  }

  report(text: string): void {
    this.options.onProgress?.({ text, done: this.#done / this.steps });
    this.#done += 1;
  }

  isCancelled(): boolean {
    return this.options.isCancelled?.() ?? false;
  }

  mayOverwrite(cell: Pick<ChangedCell, 'sheet' | 'address'>): boolean {
    return this.#overwrite.has(place(cell));
  }

  addSheet(name: string): Excel.Worksheet {
    this.added.push(name);
    const sheet = this.context.workbook.worksheets.add(name);
    this.#sheets.push(sheet);
    return sheet;
  }

  /** One round trip, without a recalculation between its writes. */
  async sync(): Promise<void> {
    await this.context.sync();
  }

  /** The sheets of this run go again, their names with them, and the styles that it has added. */
  async takeBack(styles: WorkbookStyles): Promise<void> {
    for (const sheet of this.#sheets) sheet.delete();
    styles.takeBack();
    await this.context.sync();
  }

  async finish(sheet: Excel.Worksheet | undefined): Promise<void> {
    sheet?.activate();
    sheet?.getRange('A1').select();
    await this.context.sync();
    this.options.onProgress?.({ text: 'Done', done: 1 });
  }
}

const place = ({ sheet, address }: Pick<ChangedCell, 'sheet' | 'address'>): string => `${sheet}!${address}`;
