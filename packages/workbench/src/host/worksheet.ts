import { cellZone, parseZone, rowCount, splitSheetName, columnCount, intersection } from '../book/address';
import { sheetNameProblem } from '../book/sheet-name';
import {
  HostError,
  invalidArgument,
  itemAlreadyExists,
  itemNotFound,
  type HostObject,
} from '../interpreter/host-object';
import { ExcelEvent } from '../wire/rich-api-events';
import { ChartCollection } from './charts/charts';
import type { HostContext } from './context';
import { NamedItemCollection } from './names';
import { PageLayout } from './page-layout';
import { WorksheetProtection } from './protection';
import { Range } from './range/range';
import { TableCollection } from './tables/tables';

export class Worksheet implements HostObject {
  readonly $type = 'Worksheet';

  constructor(
    readonly $host: HostContext,
    readonly $sheetId: string,
  ) {}

  $identity = () => ({ Id: this.$sheetId });

  get Id(): string {
    return this.$sheetId;
  }

  get Name(): string {
    return this.$host.book.sheetName(this.$sheetId);
  }

  set Name(newName: string) {
    const { book } = this.$host;
    const problem = sheetNameProblem(newName);
    if (problem !== undefined) throw invalidArgument(problem);
    const owner = book.findSheet(newName);
    if (owner !== undefined && owner !== this.$sheetId) throw itemAlreadyExists(sameName);
    book.dispatch('RENAME_SHEET', { sheetId: this.$sheetId, oldName: this.Name, newName });
  }

  get Position(): number {
    return this.$host.book.getters.getSheetIds().indexOf(this.$sheetId);
  }

  set Position(position: number) {
    const count = this.$host.book.getters.getSheetIds().length;
    if (!(position >= 0 && position < count)) throw invalidArgument(`A position is 0 to ${count - 1}.`);
    const delta = position - this.Position;
    if (delta !== 0) this.$host.book.dispatch('MOVE_SHEET', { sheetId: this.$sheetId, delta });
  }

  get Visibility(): string {
    return this.$host.book.getters.isSheetVisible(this.$sheetId) ? 'Visible' : 'Hidden';
  }

  set Visibility(visibility: string) {
    const isVisible = this.Visibility === 'Visible';
    if ((visibility === 'Visible') === isVisible) return;
    if (isVisible) this.leaveForAnother();
    this.$host.book.dispatch(isVisible ? 'HIDE_SHEET' : 'SHOW_SHEET', { sheetId: this.$sheetId });
  }

  get TabColor(): string {
    return this.$host.book.getters.getSheet(this.$sheetId).color ?? '';
  }

  set TabColor(color: string) {
    this.$host.book.dispatch('COLOR_SHEET', {
      sheetId: this.$sheetId,
      color: color === '' ? undefined : color,
    });
  }

  get ShowGridlines(): boolean {
    return this.$host.book.getters.getGridLinesVisibility(this.$sheetId);
  }

  /** The client's setter of showGridlines uses this name on the wire. */
  set Gridlines(areGridLinesVisible: boolean) {
    this.$host.book.dispatch('SET_GRID_LINES_VISIBILITY', { sheetId: this.$sheetId, areGridLinesVisible });
  }

  set ShowGridlines(visible: boolean) {
    this.Gridlines = visible;
  }

  /** The names that belong to this sheet alone. */
  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.$host, this.$sheetId);
  }

  get Tables(): TableCollection {
    return new TableCollection(this.$host, this.$sheetId);
  }

  get Charts(): ChartCollection {
    return new ChartCollection(this);
  }

  get PageLayout(): PageLayout {
    return new PageLayout(this);
  }

  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this.$host.book.protection, this.$sheetId);
  }

  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this);
  }

  Activate(): void {
    const { book } = this.$host;
    const sheetIdFrom = book.getters.getActiveSheetId();
    if (sheetIdFrom === this.$sheetId) return;
    if (this.Visibility !== 'Visible') {
      throw new HostError('InvalidOperation', 'A hidden worksheet cannot be activated.');
    }
    book.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo: this.$sheetId });
  }

  Delete(): void {
    const { book } = this.$host;
    const visible = book.getters.getVisibleSheetIds();
    if (visible.length === 1 && visible[0] === this.$sheetId) {
      throw new HostError('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
    }
    book.dispatch('DELETE_SHEET', { sheetId: this.$sheetId, sheetName: this.Name });
  }

  Calculate(): void {
    this.$host.book.calculate();
  }

  GetCell(row: number, column: number): Range {
    return this.GetRangeByIndexes(row, column, 1, 1);
  }

  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    const cell = cellZone(row, column);
    return new Range(this.$host, this.$sheetId, cell).GetAbsoluteResizedRange(rows, columns);
  }

  /** An address, a name of a range in this sheet, or nothing for the whole sheet. */
  GetRange(address?: string | null): Range {
    if (address === undefined || address === null || address === '') {
      return new Range(this.$host, this.$sheetId, { left: 0, top: 0, right: 16_383, bottom: 1_048_575 });
    }
    const { sheetName, address: local } = splitSheetName(address);
    if (sheetName !== undefined && this.$host.book.findSheet(sheetName) !== this.$sheetId) {
      throw invalidArgument(`${address} is not a range of the worksheet ${this.Name}.`);
    }
    const zone = parseZone(local);
    if (zone !== undefined) return new Range(this.$host, this.$sheetId, zone);
    return this.namedRange(local);
  }

  GetUsedRange(valuesOnly = false): Range {
    // In an empty sheet Excel answers its first cell.
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }

  GetUsedRangeOrNullObject(valuesOnly = false): Range | null {
    const { book, cells } = this.$host;
    book.evaluate();
    const zone = cells.usedZone(this.$sheetId, valuesOnly === true);
    return zone === undefined ? null : new Range(this.$host, this.$sheetId, zone);
  }

  GetNext(visibleOnly = false): Worksheet {
    return this.GetNextOrNullObject(visibleOnly) ?? missing();
  }

  GetNextOrNullObject(visibleOnly = false): Worksheet | null {
    return this.neighbour(1, visibleOnly === true);
  }

  GetPrevious(visibleOnly = false): Worksheet {
    return this.GetPreviousOrNullObject(visibleOnly) ?? missing();
  }

  GetPreviousOrNullObject(visibleOnly = false): Worksheet | null {
    return this.neighbour(-1, visibleOnly === true);
  }

  _RegisterDataChangedEvent = () => this.listen(ExcelEvent.Changed);
  _UnregisterDataChangedEvent = () => this.ignore(ExcelEvent.Changed);
  _RegisterSelectionChangedEvent = () => this.listen(ExcelEvent.SelectionChanged);
  _UnregisterSelectionChangedEvent = () => this.ignore(ExcelEvent.SelectionChanged);
  _RegisterActivatedEvent = () => this.listen(ExcelEvent.Activated);
  _UnregisterActivatedEvent = () => this.ignore(ExcelEvent.Activated);
  _RegisterDeactivatedEvent = () => this.listen(ExcelEvent.Deactivated);
  _UnregisterDeactivatedEvent = () => this.ignore(ExcelEvent.Deactivated);
  _RegisterCalculatedEvent = () => this.listen(ExcelEvent.Calculated);
  _UnregisterCalculatedEvent = () => this.ignore(ExcelEvent.Calculated);

  private listen(event: ExcelEvent): void {
    this.$host.events.register(event, this.$sheetId);
  }

  private ignore(event: ExcelEvent): void {
    this.$host.events.unregister(event, this.$sheetId);
  }

  private namedRange(name: string): Range {
    const target = this.$host.names.seenFrom(name, this.$sheetId)?.target();
    if (target === undefined || target.sheetId !== this.$sheetId) {
      throw invalidArgument(`"${name}" is not an address or a name of a range in ${this.Name}.`);
    }
    return new Range(this.$host, target.sheetId, target.zone);
  }

  private neighbour(step: number, visibleOnly: boolean): Worksheet | null {
    const { getters } = this.$host.book;
    const ids = getters.getSheetIds();
    for (let at = this.Position + step; at >= 0 && at < ids.length; at += step) {
      const id = ids[at];
      if (id !== undefined && (!visibleOnly || getters.isSheetVisible(id)))
        return new Worksheet(this.$host, id);
    }
    return null;
  }

  /** A sheet that is shown cannot be hidden before another one is shown. */
  private leaveForAnother(): void {
    const { book } = this.$host;
    if (book.getters.getActiveSheetId() !== this.$sheetId) return;
    const other = book.getters.getVisibleSheetIds().find((id) => id !== this.$sheetId);
    if (other !== undefined)
      book.dispatch('ACTIVATE_SHEET', { sheetIdFrom: this.$sheetId, sheetIdTo: other });
  }
}

class WorksheetFreezePanes implements HostObject {
  readonly $type = 'WorksheetFreezePanes';

  constructor(private readonly sheet: Worksheet) {}

  FreezeRows(count = 1): void {
    this.freeze(count, 0);
  }

  FreezeColumns(count = 1): void {
    this.freeze(0, count);
  }

  FreezeAt(range: unknown): void {
    const zone = range instanceof Range ? range.$bounded : this.sheet.GetRange(String(range)).$bounded;
    this.freeze(zone.bottom + 1, zone.right + 1);
  }

  Unfreeze(): void {
    this.sheet.$host.book.dispatch('UNFREEZE_COLUMNS_ROWS', { sheetId: this.sheet.$sheetId });
  }

  GetLocation(): Range {
    return this.GetLocationOrNullObject() ?? missing();
  }

  GetLocationOrNullObject(): Range | null {
    const { xSplit, ySplit } = this.sheet.$host.book.getters.getPaneDivisions(this.sheet.$sheetId);
    if (xSplit === 0 && ySplit === 0) return null;
    const whole = this.sheet.GetRange().$zone;
    const right = xSplit === 0 ? whole.right : xSplit - 1;
    const bottom = ySplit === 0 ? whole.bottom : ySplit - 1;
    return new Range(this.sheet.$host, this.sheet.$sheetId, { left: 0, top: 0, right, bottom });
  }

  private freeze(rows: number, columns: number): void {
    const { book } = this.sheet.$host;
    const sheetId = this.sheet.$sheetId;
    const extent = book.extent(sheetId);
    const within = intersection(extent, { left: 0, top: 0, right: columns - 1, bottom: rows - 1 });
    if (within !== undefined && (rowCount(within) < rows || columnCount(within) < columns)) {
      throw invalidArgument('Panes can be frozen inside the sheet only.');
    }
    book.dispatch('UNFREEZE_COLUMNS_ROWS', { sheetId });
    if (rows > 0) book.dispatch('FREEZE_ROWS', { sheetId, quantity: rows });
    if (columns > 0) book.dispatch('FREEZE_COLUMNS', { sheetId, quantity: columns });
  }
}

export const sameName = 'A worksheet of this name exists already.';

const missing = (): never => {
  throw itemNotFound();
};
