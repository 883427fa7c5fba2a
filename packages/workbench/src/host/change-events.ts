import { formatZone, type Zone } from '../book/address';
import type { Book } from '../book/book';
import type { SheetChange } from '../book/changes';
import { ExcelEvent, WORKBOOK_TARGET, type RichApiEvents } from '../wire/rich-api-events';
import type { Transport } from '../wire/transport';

/** What a person sees: sheets, the one that is shown, the selection. */
interface View {
  readonly sheetIds: readonly string[];
  readonly active: string;
  readonly selection: Zone;
}

const viewOf = (book: Book): View => ({
  sheetIds: book.getters.getSheetIds(),
  active: book.getters.getActiveSheetId(),
  selection: book.getters.getSelectedZone(),
});

/** As many ranges of change events as are kept for `event.getRange`. */
const KEPT_RANGES = 100;

/**
 * Tells the add-in what changed, after the request or edit that did it and after its reply: one event per sheet and
 * kind of change.
 */
export class ChangeEvents {
  private pending: (() => void)[] = [];
  private known: View;
  private readonly ranges = new Map<string, { readonly sheetId: string; readonly zone: Zone }>();
  private lastRange = 0;

  constructor(
    private readonly book: Book,
    private readonly events: RichApiEvents,
    private readonly transport: Transport,
    /** Stands for the client itself among the authors of changes. */
    private readonly self: object,
  ) {
    this.known = viewOf(book);
    book.listen({
      changed: (changes, author) => this.later(() => this.changed(changes, author)),
      viewChanged: () => this.later(() => this.compareView()),
    });
  }

  find(rangeId: string): { readonly sheetId: string; readonly zone: Zone } | undefined {
    return this.ranges.get(rangeId);
  }

  private later(work: () => void): void {
    if (this.pending.length === 0) queueMicrotask(() => this.flush());
    this.pending.push(work);
  }

  private flush(): void {
    const pending = this.pending;
    this.pending = [];
    for (const work of pending) work();
  }

  /** What another client's add-in did looks like the work of a co-author. */
  private changed(changes: readonly SheetChange[], author: object | undefined): void {
    for (const { sheetId, zone, kind } of changes) {
      this.raiseForSheet(ExcelEvent.Changed, sheetId, {
        worksheetId: sheetId,
        address: formatZone(zone),
        changeType: kind,
        source: author === undefined || author === this.self ? 'Local' : 'Remote',
        triggerSource: author === this.self ? 'ThisLocalAddin' : 'Unknown',
        shiftDirection: 'None',
        referenceId: this.keep(sheetId, zone),
      });
    }
  }

  private keep(sheetId: string, zone: Zone): string {
    this.lastRange += 1;
    const id = `event|${this.lastRange}`;
    this.ranges.set(id, { sheetId, zone });
    this.ranges.delete(`event|${this.lastRange - KEPT_RANGES}`);
    return id;
  }

  private compareView(): void {
    const before = this.known;
    const now = viewOf(this.book);
    this.known = now;
    for (const id of now.sheetIds.filter((each) => !before.sheetIds.includes(each))) {
      this.events.raise(ExcelEvent.Added, WORKBOOK_TARGET, { worksheetId: id, source: 'Local' });
    }
    for (const id of before.sheetIds.filter((each) => !now.sheetIds.includes(each))) {
      this.events.raise(ExcelEvent.Deleted, WORKBOOK_TARGET, { worksheetId: id, source: 'Local' });
    }
    const sheetChanged = now.active !== before.active;
    if (sheetChanged) {
      this.raiseForSheet(ExcelEvent.Deactivated, before.active, { worksheetId: before.active });
      this.raiseForSheet(ExcelEvent.Activated, now.active, { worksheetId: now.active });
    }
    const address = formatZone(now.selection);
    if (sheetChanged || address !== formatZone(before.selection)) {
      this.raiseForSheet(ExcelEvent.SelectionChanged, now.active, { worksheetId: now.active, address });
      this.transport.raise('documentSelectionChanged', {});
    }
  }

  private raiseForSheet(event: ExcelEvent, sheetId: string, message: object): void {
    this.events.raise(event, sheetId, message);
    this.events.raise(event, WORKBOOK_TARGET, message);
  }
}
