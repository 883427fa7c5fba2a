import { dataZone, headerZone, totalsZone } from '../../book/names/tables';
import { invalidArgument, itemNotFound, type HostObject } from '../../interpreter/host-object';
import type { Range } from '../range/range';
import { deleteRange, insertRange } from '../range/range-edits';
import type { Table } from './tables';

/** Rows and columns of a table. */

export class TableRowCollection implements HostObject {
  readonly $type = 'TableRowCollection';

  constructor(private readonly table: Table) {}

  $items = () => Array.from({ length: this.Count }, (_, index) => new TableRow(this.table, index));

  $item = (index: unknown) => this.GetItemAt(Number(index));

  get Count(): number {
    const { top, bottom } = dataZone(this.table.$view);
    return bottom - top + 1;
  }

  GetCount(): number {
    return this.Count;
  }

  GetItemAt(index: number): TableRow {
    if (!(index >= 0 && index < this.Count)) throw itemNotFound();
    return new TableRow(this.table, index);
  }

  /** Adds rows before the row at the index, or at the end; cells below the table move down. */
  Add(index?: number | null, values?: unknown): TableRow {
    const rows: unknown = Array.isArray(values) && !Array.isArray(values[0]) ? [values] : values;
    const count = Array.isArray(rows) ? rows.length : 1;
    const view = this.table.$view;
    const data = dataZone(view);
    const at = index === undefined || index === null || index === -1 ? this.Count : index;
    if (!(at >= 0 && at <= this.Count))
      throw invalidArgument(`A table of ${this.Count} rows has no row ${at}.`);
    const zone = { ...data, top: data.top + at, bottom: data.top + at + count - 1 };
    insertRange(this.table.range(zone), 'Down');
    this.table.$host.tables.resize(this.table.$view, { ...view.zone, bottom: view.zone.bottom + count });
    if (rows !== undefined && rows !== null) this.table.$write(zone, rows);
    return new TableRow(this.table, at);
  }

  DeleteRowsAt(index: number, count = 1): void {
    const view = this.table.$view;
    const { top, left, right } = dataZone(view);
    if (!(index >= 0 && index + count <= this.Count)) throw itemNotFound();
    const zone = { left, right, top: top + index, bottom: top + index + count - 1 };
    this.table.$host.tables.resize(view, {
      ...view.zone,
      bottom: Math.max(view.zone.top + 1, view.zone.bottom - count),
    });
    deleteRange(this.table.range(zone), 'Up');
  }
}

class TableRow implements HostObject {
  readonly $type = 'TableRow';

  constructor(
    private readonly table: Table,
    private readonly index: number,
  ) {}

  get Index(): number {
    return this.index;
  }

  get Values(): unknown {
    return this.GetRange().Values;
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
  }

  GetRange(): Range {
    return this.table.GetDataBodyRange().GetRow(this.index);
  }

  Delete(): void {
    this.table.Rows.DeleteRowsAt(this.index);
  }
}

export class TableColumnCollection implements HostObject {
  readonly $type = 'TableColumnCollection';

  constructor(private readonly table: Table) {}

  $items = () => this.names().map((_, index) => new TableColumn(this.table, index));

  $item = (key: unknown) => this.GetItem(key);

  get Count(): number {
    return this.names().length;
  }

  GetCount(): number {
    return this.Count;
  }

  /** By name, without regard to case, or by id. */
  GetItem(key: unknown): TableColumn {
    return this.GetItemOrNullObject(key) ?? missing();
  }

  GetItemOrNullObject(key: unknown): TableColumn | null {
    const index =
      typeof key === 'number'
        ? key - 1
        : this.names().findIndex((name) => name.toLowerCase() === String(key).toLowerCase());
    return index >= 0 && index < this.Count ? new TableColumn(this.table, index) : null;
  }

  GetItemAt(index: number): TableColumn {
    if (!(index >= 0 && index < this.Count)) throw itemNotFound();
    return new TableColumn(this.table, index);
  }

  /** @param values header first, one row per cell of the table */
  Add(index?: number | null, values?: unknown, name?: string | null): TableColumn {
    const view = this.table.$view;
    const at = index === undefined || index === null || index === -1 ? this.Count : index;
    if (!(at >= 0 && at <= this.Count)) {
      throw invalidArgument(`A table of ${this.Count} columns has no column ${at}.`);
    }
    const zone = { ...view.zone, left: view.zone.left + at, right: view.zone.left + at };
    insertRange(this.table.range(zone), 'Right');
    this.table.$host.tables.resize(this.table.$view, { ...view.zone, right: view.zone.right + 1 });
    const header = { sheetId: view.sheetId, row: zone.top, col: zone.left };
    this.table.$host.cells.write(header, name ?? `Column${at + 1}`);
    if (values !== undefined && values !== null) this.table.$write(zone, values);
    return new TableColumn(this.table, at);
  }

  private names(): string[] {
    return this.table.$host.tables.columnNames(this.table.$view);
  }
}

class TableColumn implements HostObject {
  readonly $type = 'TableColumn';

  constructor(
    private readonly table: Table,
    private readonly index: number,
  ) {}

  $identity = () => ({ Id: this.Id });

  get Id(): number {
    return this.index + 1;
  }

  get Index(): number {
    return this.index;
  }

  get Name(): string {
    return this.table.$host.tables.columnNames(this.table.$view)[this.index] ?? '';
  }

  set Name(name: string) {
    this.GetHeaderRowRange().Values = [[name]];
  }

  get Values(): unknown {
    return this.GetRange().Values;
  }

  set Values(values: unknown) {
    this.GetRange().Values = values;
  }

  GetRange(): Range {
    return this.table.GetRange().GetColumn(this.index);
  }

  GetDataBodyRange(): Range {
    return this.table.GetDataBodyRange().GetColumn(this.index);
  }

  GetHeaderRowRange(): Range {
    return this.table.range(headerZone(this.table.$view) ?? missing()).GetColumn(this.index);
  }

  GetTotalRowRange(): Range {
    return this.table.range(totalsZone(this.table.$view) ?? missing()).GetColumn(this.index);
  }

  Delete(): void {
    const view = this.table.$view;
    const range = this.GetRange();
    if (this.table.Columns.Count === 1) throw invalidArgument('A table needs a column.');
    this.table.$host.tables.resize(view, { ...view.zone, right: view.zone.right - 1 });
    deleteRange(range, 'Left');
  }
}

const missing = (): never => {
  throw itemNotFound();
};
