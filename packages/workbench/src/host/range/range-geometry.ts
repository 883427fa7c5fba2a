import {
  cellZone,
  columnCount,
  isEntireColumn,
  isEntireRow,
  isInSheet,
  MAX_COLUMNS,
  MAX_ROWS,
  rowCount,
  type Zone,
} from '../../book/address';
import { invalidArgument } from '../../interpreter/host-object';

/** The members of a range that follow from its place alone. */
export abstract class RangeGeometry<R> {
  abstract readonly $zone: Zone;

  protected abstract create(zone: Zone): R;

  get RowIndex(): number {
    return this.$zone.top;
  }

  get ColumnIndex(): number {
    return this.$zone.left;
  }

  get RowCount(): number {
    return rowCount(this.$zone);
  }

  get ColumnCount(): number {
    return columnCount(this.$zone);
  }

  /** -1 beyond 2^31 - 1, as in Excel. */
  get CellCount(): number {
    const count = rowCount(this.$zone) * columnCount(this.$zone);
    return count > 2 ** 31 - 1 ? -1 : count;
  }

  get IsEntireColumn(): boolean {
    return isEntireColumn(this.$zone);
  }

  get IsEntireRow(): boolean {
    return isEntireRow(this.$zone);
  }

  GetCell(row: number, column: number): R {
    return this.at(cellZone(this.$zone.top + row, this.$zone.left + column));
  }

  GetRow(row: number): R {
    const at = this.$zone.top + row;
    return this.at({ ...this.$zone, top: at, bottom: at });
  }

  GetColumn(column: number): R {
    const at = this.$zone.left + column;
    return this.at({ ...this.$zone, left: at, right: at });
  }

  GetOffsetRange(rows: number, columns: number): R {
    const { left, top, right, bottom } = this.$zone;
    return this.at({ left: left + columns, right: right + columns, top: top + rows, bottom: bottom + rows });
  }

  GetResizedRange(rows: number, columns: number): R {
    return this.at({
      ...this.$zone,
      right: this.$zone.right + columns,
      bottom: this.$zone.bottom + rows,
    });
  }

  GetAbsoluteResizedRange(rows: number, columns: number): R {
    const { left, top } = this.$zone;
    return this.at({ left, top, right: left + columns - 1, bottom: top + rows - 1 });
  }

  GetEntireColumn(): R {
    return this.at({ ...this.$zone, top: 0, bottom: MAX_ROWS - 1 });
  }

  GetEntireRow(): R {
    return this.at({ ...this.$zone, left: 0, right: MAX_COLUMNS - 1 });
  }

  GetLastCell(): R {
    return this.at(cellZone(this.$zone.bottom, this.$zone.right));
  }

  GetLastRow(): R {
    return this.at({ ...this.$zone, top: this.$zone.bottom });
  }

  GetLastColumn(): R {
    return this.at({ ...this.$zone, left: this.$zone.right });
  }

  GetRowsAbove(count = 1): R {
    const { top } = this.$zone;
    return this.at({ ...this.$zone, top: top - count, bottom: top - 1 });
  }

  GetRowsBelow(count = 1): R {
    const { bottom } = this.$zone;
    return this.at({ ...this.$zone, top: bottom + 1, bottom: bottom + count });
  }

  GetColumnsBefore(count = 1): R {
    const { left } = this.$zone;
    return this.at({ ...this.$zone, left: left - count, right: left - 1 });
  }

  GetColumnsAfter(count = 1): R {
    const { right } = this.$zone;
    return this.at({ ...this.$zone, left: right + 1, right: right + count });
  }

  protected at(zone: Zone): R {
    if (!isInSheet(zone) || zone.left > zone.right || zone.top > zone.bottom) {
      throw invalidArgument('The range would lie outside the sheet.');
    }
    return this.create(zone);
  }
}
