import { cellZone, columnCount, parseZone, rowCount, splitSheetName, type Zone } from '../../book/address';
import { dataZone, headerZone, totalsZone, type TableView } from '../../book/names/tables';
import { blockOf } from '../../book/cells/typed-value';
import { invalidArgument, itemNotFound, type HostObject } from '../../interpreter/host-object';
import type { HostContext } from '../context';
import { Range } from '../range/range';
import { deleteRange, insertRange } from '../range/range-edits';
import { sortRows, type SortField } from '../range/sorting';
import { TableColumnCollection, TableRowCollection } from './table-parts';
import { Worksheet } from '../worksheet';

/** The tables of the workbook, or of one sheet. */
export class TableCollection implements HostObject {
  readonly $type = 'TableCollection';

  constructor(
    private readonly host: HostContext,
    private readonly sheetId?: string,
  ) {}

  $items = () => this.views().map(({ id }) => new Table(this.host, id));

  $item = (key: unknown) => this.GetItem(key);

  get Count(): number {
    return this.views().length;
  }

  GetCount(): number {
    return this.Count;
  }

  /** @param address a range, or an address; without a sheet name it lies in this sheet, or in the active one */
  Add(address: unknown, hasHeaders: boolean): Table {
    const range = address instanceof Range ? address : this.rangeAt(String(address));
    const table = this.host.tables.add(range.$sheetId, range.$bounded, hasHeaders);
    return new Table(this.host, table.id);
  }

  GetItem(key: unknown): Table {
    return this.GetItemOrNullObject(key) ?? missing();
  }

  GetItemOrNullObject(key: unknown): Table | null {
    const text = String(key);
    const found = this.views().find(
      ({ id, name }) => id === text || name.toLowerCase() === text.toLowerCase(),
    );
    return found === undefined ? null : new Table(this.host, found.id);
  }

  GetItemAt(index: number): Table {
    return this.$items()[index] ?? missing();
  }

  private views(): TableView[] {
    const { tables } = this.host;
    return this.sheetId === undefined ? tables.all() : tables.inSheet(this.sheetId);
  }

  private rangeAt(text: string): Range {
    const { sheetName, address } = splitSheetName(text);
    const zone = parseZone(address);
    const sheetId = sheetName === undefined ? this.ownSheet() : this.host.book.findSheet(sheetName);
    if (zone === undefined || sheetId === undefined) throw invalidArgument(`"${text}" is not a range.`);
    return new Range(this.host, sheetId, zone);
  }

  private ownSheet(): string {
    return this.sheetId ?? this.host.book.getters.getActiveSheetId();
  }
}

export class Table implements HostObject {
  readonly $type = 'Table';

  constructor(
    readonly $host: HostContext,
    private readonly id: string,
  ) {}

  $identity = () => ({ Id: this.id });

  get Id(): string {
    return this.id;
  }

  get Name(): string {
    return this.$view.name;
  }

  set Name(name: string) {
    const { tables, names, formulas } = this.$host;
    const from = this.$view;
    if (from.name === name) return;
    tables.rename(from, name, (other) => names.isTaken(other));
    names.tableRenamed(from.name, name);
    formulas.renamed(from.name, name);
  }

  get ShowHeaders(): boolean {
    return this.$view.config.numberOfHeaders > 0;
  }

  get ShowTotals(): boolean {
    return this.$view.config.totalRow;
  }

  /** The totals row takes the row below the data; what stands there moves down. */
  set ShowTotals(show: boolean) {
    const { tables } = this.$host;
    const view = this.$view;
    if (view.config.totalRow === show) return;
    const { bottom } = view.zone;
    if (show) {
      insertRange(this.range({ ...view.zone, top: bottom + 1, bottom: bottom + 1 }), 'Down');
      tables.resize(view, { ...view.zone, bottom: bottom + 1 });
      tables.configure(this.$view, { totalRow: true });
      this.$host.cells.write({ sheetId: view.sheetId, row: bottom + 1, col: view.zone.left }, 'Total');
    } else {
      tables.configure(view, { totalRow: false });
      tables.resize(this.$view, { ...view.zone, bottom: bottom - 1 });
      deleteRange(this.range({ ...view.zone, top: bottom }), 'Up');
    }
  }

  get ShowBandedRows(): boolean {
    return this.$view.config.bandedRows;
  }

  set ShowBandedRows(bandedRows: boolean) {
    this.$host.tables.configure(this.$view, { bandedRows });
  }

  get ShowBandedColumns(): boolean {
    return this.$view.config.bandedColumns;
  }

  set ShowBandedColumns(bandedColumns: boolean) {
    this.$host.tables.configure(this.$view, { bandedColumns });
  }

  get ShowFilterButton(): boolean {
    return this.$view.config.hasFilters;
  }

  set ShowFilterButton(hasFilters: boolean) {
    this.$host.tables.configure(this.$view, { hasFilters });
  }

  get HighlightFirstColumn(): boolean {
    return this.$view.config.firstColumn;
  }

  set HighlightFirstColumn(firstColumn: boolean) {
    this.$host.tables.configure(this.$view, { firstColumn });
  }

  get HighlightLastColumn(): boolean {
    return this.$view.config.lastColumn;
  }

  set HighlightLastColumn(lastColumn: boolean) {
    this.$host.tables.configure(this.$view, { lastColumn });
  }

  get Style(): string {
    return this.$view.config.styleId;
  }

  set Style(styleId: string) {
    if (this.$host.book.getters.getTableStyles()[styleId] === undefined) {
      throw invalidArgument(`"${styleId}" is not a table style.`);
    }
    this.$host.tables.configure(this.$view, { styleId });
  }

  get Columns(): TableColumnCollection {
    return new TableColumnCollection(this);
  }

  get Rows(): TableRowCollection {
    return new TableRowCollection(this);
  }

  get Sort(): TableSort {
    return new TableSort(this);
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.$host, this.$view.sheetId);
  }

  GetRange(): Range {
    return this.range(this.$view.zone);
  }

  GetDataBodyRange(): Range {
    return this.range(dataZone(this.$view));
  }

  GetHeaderRowRange(): Range {
    return this.range(headerZone(this.$view) ?? missing());
  }

  GetTotalRowRange(): Range {
    return this.range(totalsZone(this.$view) ?? missing());
  }

  Resize(newRange: unknown): void {
    const view = this.$view;
    const range = newRange instanceof Range ? newRange : this.Worksheet.GetRange(String(newRange));
    const zone = range.$bounded;
    if (range.$sheetId !== view.sheetId || zone.top !== view.zone.top) {
      throw invalidArgument('A table keeps its header row when it is resized.');
    }
    this.$host.tables.resize(view, zone);
  }

  ConvertToRange(): Range {
    const range = this.GetRange();
    this.$host.tables.remove(this.$view);
    return range;
  }

  /** With its cells, as in Excel. */
  Delete(): void {
    const range = this.GetRange();
    this.$host.tables.remove(this.$view);
    range.Clear('All');
  }

  get $view(): TableView {
    return this.$host.tables.byId(this.id) ?? missing();
  }

  range(zone: Zone): Range {
    return new Range(this.$host, this.$view.sheetId, zone);
  }

  /** Writes a block of values, or one row of them, into a zone of the table. */
  $write(zone: Zone, values: unknown): void {
    const rows = Array.isArray(values) && !Array.isArray(values[0]) ? [values] : values;
    const at = blockOf(rows, rowCount(zone), columnCount(zone));
    for (let row = 0; row < rowCount(zone); row += 1) {
      for (let column = 0; column < columnCount(zone); column += 1) {
        const { top, left } = cellZone(zone.top + row, zone.left + column);
        this.$host.cells.write({ sheetId: this.$view.sheetId, row: top, col: left }, at(row, column));
      }
    }
  }
}

class TableSort implements HostObject {
  readonly $type = 'TableSort';

  constructor(private readonly table: Table) {}

  /** @param fields columns of the table, counted from its first */
  Apply(fields: readonly SortField[], matchCase = false): void {
    sortRows(this.table.GetDataBodyRange(), fields, matchCase);
  }
}

const missing = (): never => {
  throw itemNotFound();
};
