import { cellZone } from '../book/address';
import { DEFAULT_COLUMNS, DEFAULT_ROWS, sheetGuid } from '../book/sheet-seed';
import { sheetNameProblem } from '../book/sheet-name';
import {
  invalidArgument,
  itemAlreadyExists,
  itemNotFound,
  type HostObject,
} from '../interpreter/host-object';
import { ExcelEvent, WORKBOOK_TARGET } from '../wire/rich-api-events';
import type { HostContext } from './context';
import { Range } from './range/range';
import { sameName, Worksheet } from './worksheet';

export class WorksheetCollection implements HostObject {
  readonly $type = 'WorksheetCollection';

  constructor(private readonly host: HostContext) {}

  $items = () => this.host.book.getters.getSheetIds().map((id) => new Worksheet(this.host, id));

  $item = (key: unknown) => this.GetItem(key);

  GetItem(key: unknown): Worksheet {
    return this.GetItemOrNullObject(key) ?? missing();
  }

  /** By name, or by id. */
  GetItemOrNullObject(key: unknown): Worksheet | null {
    const text = String(key);
    const id = this.host.book.hasSheet(text) ? text : this.host.book.findSheet(text);
    return id === undefined ? null : new Worksheet(this.host, id);
  }

  GetActiveWorksheet(): Worksheet {
    return new Worksheet(this.host, this.host.book.getters.getActiveSheetId());
  }

  GetCount(visibleOnly = false): number {
    const { getters } = this.host.book;
    return (visibleOnly === true ? getters.getVisibleSheetIds() : getters.getSheetIds()).length;
  }

  GetFirst(visibleOnly = false): Worksheet {
    return this.shown(visibleOnly).at(0) ?? missing();
  }

  GetLast(visibleOnly = false): Worksheet {
    return this.shown(visibleOnly).at(-1) ?? missing();
  }

  /** Excel adds the new sheet after the last one, and does not activate it. */
  Add(name?: string | null): Worksheet {
    const { book } = this.host;
    const wanted = name === undefined || name === null || name === '' ? this.freeName() : name;
    const problem = sheetNameProblem(wanted);
    if (problem !== undefined) throw invalidArgument(problem);
    if (book.findSheet(wanted) !== undefined) throw itemAlreadyExists(sameName);
    const sheetId = this.freeId();
    book.dispatch('CREATE_SHEET', {
      sheetId,
      name: wanted,
      position: book.getters.getSheetIds().length,
      cols: DEFAULT_COLUMNS,
      rows: DEFAULT_ROWS,
    });
    return new Worksheet(this.host, sheetId);
  }

  _RegisterDataChangedEvent = () => this.listen(ExcelEvent.Changed);
  _UnregisterDataChangedEvent = () => this.ignore(ExcelEvent.Changed);
  _RegisterSelectionChangedEvent = () => this.listen(ExcelEvent.SelectionChanged);
  _UnregisterSelectionChangedEvent = () => this.ignore(ExcelEvent.SelectionChanged);
  _RegisterActivatedEvent = () => this.listen(ExcelEvent.Activated);
  _UnregisterActivatedEvent = () => this.ignore(ExcelEvent.Activated);
  _RegisterDeactivatedEvent = () => this.listen(ExcelEvent.Deactivated);
  _UnregisterDeactivatedEvent = () => this.ignore(ExcelEvent.Deactivated);
  _RegisterAddedEvent = () => this.listen(ExcelEvent.Added);
  _UnregisterAddedEvent = () => this.ignore(ExcelEvent.Added);
  _RegisterDeletedEvent = () => this.listen(ExcelEvent.Deleted);
  _UnregisterDeletedEvent = () => this.ignore(ExcelEvent.Deleted);
  _RegisterCalculatedEvent = () => this.listen(ExcelEvent.Calculated);
  _UnregisterCalculatedEvent = () => this.ignore(ExcelEvent.Calculated);

  private listen(event: ExcelEvent): void {
    this.host.events.register(event, WORKBOOK_TARGET);
  }

  private ignore(event: ExcelEvent): void {
    this.host.events.unregister(event, WORKBOOK_TARGET);
  }

  private shown(visibleOnly: boolean): Worksheet[] {
    return this.$items().filter((sheet) => visibleOnly !== true || sheet.Visibility === 'Visible');
  }

  private freeName(): string {
    for (let number = this.$items().length + 1; ; number += 1) {
      if (this.host.book.findSheet(`Sheet${number}`) === undefined) return `Sheet${number}`;
    }
  }

  private freeId(): string {
    for (let number = 1; ; number += 1) {
      if (!this.host.book.hasSheet(sheetGuid(number))) return sheetGuid(number);
    }
  }
}

export function selectedRange(host: HostContext): Range {
  const { getters } = host.book;
  return new Range(host, getters.getActiveSheetId(), getters.getSelectedZone());
}

export function activeCell(host: HostContext): Range {
  const { sheetId, row, col } = host.book.getters.getActivePosition();
  return new Range(host, sheetId, cellZone(row, col));
}

const missing = (): never => {
  throw itemNotFound();
};
