import {
  cellZone,
  columnCount,
  formatZone,
  intersection,
  isUnbounded,
  rowCount,
  sheetAddress,
  union,
  type Zone,
} from '../../book/address';
import type { Position } from '../../book/book';
import { localFormula, storedFormula } from '../../book/cells/culture';
import { blockOf } from '../../book/cells/typed-value';
import { invalidArgument, itemNotFound, type HostObject } from '../../interpreter/host-object';
import { ConditionalFormatCollection } from './conditional-formats';
import type { HostContext } from '../context';
import { PIXELS_PER_POINT } from '../points';
import { DataValidation } from './data-validation';
import { hyperlinkOf, setHyperlink, type RangeHyperlink } from './hyperlinks';
import { RangeFormat } from './range-format';
import { RangeGeometry } from './range-geometry';
import { clearRange, deleteRange, insertRange, mergeRange, unmergeRange } from './range-edits';
import { copyInto } from './range-copy';
import { findIn, type SearchCriteria } from './range-search';
import { RangeSort } from './sorting';
import { hideLines, linesHidden, sameForAll } from './range-visibility';
import { Worksheet } from '../worksheet';

/** A rectangle of cells: a view without state of its own. */
export class Range extends RangeGeometry<Range> implements HostObject {
  readonly $type = 'Range';

  constructor(
    readonly $host: HostContext,
    readonly $sheetId: string,
    readonly $zone: Zone,
  ) {
    super();
  }

  get Address(): string {
    return sheetAddress(this.$host.book.sheetName(this.$sheetId), this.$zone);
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get Values(): unknown {
    return this.read((position) => this.$host.cells.value(position));
  }

  set Values(values: unknown) {
    this.write(values);
  }

  get ValueTypes(): unknown {
    return this.read((position) => this.$host.cells.valueType(position));
  }

  get Text(): unknown {
    return this.read((position) => this.$host.cells.text(position));
  }

  get Formulas(): unknown {
    return this.read((position) => this.$host.cells.formula(position), false);
  }

  set Formulas(formulas: unknown) {
    this.write(formulas);
  }

  get FormulasLocal(): unknown {
    const { cells, culture } = this.$host;
    return this.read((position) => {
      const formula = cells.formula(position);
      return typeof formula === 'string' ? localFormula(formula, culture) : formula;
    }, false);
  }

  set FormulasLocal(formulas: unknown) {
    const stored = (each: unknown): unknown =>
      Array.isArray(each)
        ? each.map(stored)
        : typeof each === 'string'
          ? storedFormula(each, this.$host.culture)
          : each;
    this.write(stored(formulas));
  }

  get NumberFormat(): unknown {
    return this.read((position) => this.$host.cells.numberFormat(position), false);
  }

  set NumberFormat(formats: unknown) {
    if (!Array.isArray(formats)) {
      if (formats !== null) this.setFormat(this.$bounded, String(formats));
      return;
    }
    const zone = this.$bounded;
    const at = blockOf(formats, rowCount(this.$zone), columnCount(this.$zone));
    for (let row = zone.top; row <= zone.bottom; row += 1) {
      for (let col = zone.left; col <= zone.right; col += 1) {
        const format = at(row - zone.top, col - zone.left);
        if (format !== null) this.setFormat(cellZone(row, col), String(format));
      }
    }
  }

  get NumberFormatLocal(): unknown {
    return this.NumberFormat;
  }

  set NumberFormatLocal(formats: unknown) {
    this.NumberFormat = formats;
  }

  get HasSpill(): boolean | null {
    const anchors = this.positions().filter((position) => this.spillZone(position) !== undefined);
    if (anchors.length === 0) return false;
    return anchors.length === this.CellCount ? true : this.CellCount === 1 ? true : null;
  }

  /** Of a named style; null where cells differ. */
  get Style(): string | null {
    return this.Format.$styleName;
  }

  set Style(name: string) {
    this.$host.styles.apply(this.$sheetId, this.$bounded, name);
  }

  get Hyperlink(): RangeHyperlink | null {
    return hyperlinkOf(this);
  }

  set Hyperlink(link: unknown) {
    setHyperlink(this, link);
  }

  get RowHidden(): boolean | null {
    return sameForAll(linesHidden(this, 'ROW'));
  }

  set RowHidden(hidden: boolean) {
    hideLines(this, 'ROW', hidden);
  }

  get ColumnHidden(): boolean | null {
    return sameForAll(linesHidden(this, 'COL'));
  }

  set ColumnHidden(hidden: boolean) {
    hideLines(this, 'COL', hidden);
  }

  get Hidden(): boolean | null {
    return sameForAll([...linesHidden(this, 'ROW'), ...linesHidden(this, 'COL')]);
  }

  get Left(): number {
    return this.$host.book.columnsWidth(this.$sheetId, 0, this.$zone.left) / PIXELS_PER_POINT;
  }

  get Top(): number {
    return this.$host.book.rowsHeight(this.$sheetId, 0, this.$zone.top) / PIXELS_PER_POINT;
  }

  get Width(): number {
    const { left, right } = this.$bounded;
    return this.$host.book.columnsWidth(this.$sheetId, left, right + 1) / PIXELS_PER_POINT;
  }

  get Height(): number {
    const { top, bottom } = this.$bounded;
    return this.$host.book.rowsHeight(this.$sheetId, top, bottom + 1) / PIXELS_PER_POINT;
  }

  get Format(): RangeFormat {
    return new RangeFormat(this.$host, this.$sheetId, this.$zone);
  }

  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this);
  }

  get DataValidation(): DataValidation {
    return new DataValidation(this);
  }

  get Worksheet(): Worksheet {
    return new Worksheet(this.$host, this.$sheetId);
  }

  GetBoundingRect(other: unknown): Range {
    return this.at(union(this.$zone, this.zoneOf(other)));
  }

  GetIntersection(other: unknown): Range {
    return this.GetIntersectionOrNullObject(other) ?? notFound();
  }

  GetIntersectionOrNullObject(other: unknown): Range | null {
    const zone = intersection(this.$zone, this.zoneOf(other));
    return zone === undefined ? null : this.at(zone);
  }

  GetUsedRange(valuesOnly = false): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? notFound();
  }

  GetUsedRangeOrNullObject(valuesOnly = false): Range | null {
    this.$host.book.evaluate();
    const zone = this.$host.cells.usedZone(this.$sheetId, valuesOnly === true, this.$zone);
    return zone === undefined ? null : this.at(zone);
  }

  /** The block of filled cells around the range. */
  GetSurroundingRegion(): Range {
    const { book, cells } = this.$host;
    book.evaluate();
    let zone = this.$bounded;
    for (;;) {
      const wider = {
        left: Math.max(0, zone.left - 1),
        top: Math.max(0, zone.top - 1),
        right: zone.right + 1,
        bottom: zone.bottom + 1,
      };
      const used = cells.usedZone(this.$sheetId, true, wider);
      const next = used === undefined ? zone : union(zone, used);
      if (formatZone(next) === formatZone(zone)) return this.at(zone);
      zone = next;
    }
  }

  GetSpillingToRange(): Range {
    return this.GetSpillingToRangeOrNullObject() ?? notFound();
  }

  GetSpillingToRangeOrNullObject(): Range | null {
    const zone = this.spillZone(this.anchor());
    return zone === undefined ? null : this.at(zone);
  }

  GetSpillParent(): Range {
    return this.GetSpillParentOrNullObject() ?? notFound();
  }

  GetSpillParentOrNullObject(): Range | null {
    this.$host.book.evaluate();
    const parent = this.$host.book.getters.getArrayFormulaSpreadingOn(this.anchor());
    return parent === undefined ? null : this.at(cellZone(parent.row, parent.col));
  }

  Clear(applyTo = 'All'): void {
    clearRange(this, applyTo);
  }

  Find(text: string, criteria?: SearchCriteria): Range {
    return this.FindOrNullObject(text, criteria) ?? notFound();
  }

  FindOrNullObject(text: string, criteria?: SearchCriteria): Range | null {
    return findIn(this, text, criteria);
  }

  /** @param source a range, or an address in this sheet */
  CopyFrom(source: unknown, kind = 'All', skipBlanks = false, transpose = false): void {
    if (skipBlanks === true) throw invalidArgument('The workbench copies blanks, too.');
    const from = source instanceof Range ? source : this.Worksheet.GetRange(String(source));
    copyInto(this, from, kind, transpose === true);
  }

  get Sort(): RangeSort {
    return new RangeSort(this);
  }

  Insert(shift: string): Range {
    insertRange(this, shift);
    return this.at(this.$zone);
  }

  Delete(shift: string): void {
    deleteRange(this, shift);
  }

  Merge(across = false): void {
    mergeRange(this, across === true);
  }

  Unmerge(): void {
    unmergeRange(this);
  }

  Select(): void {
    this.Worksheet.Activate();
    const zone = this.$bounded;
    this.$host.book.growTo(this.$sheetId, zone);
    this.$host.book.model.selection.selectZone({ cell: { col: zone.left, row: zone.top }, zone });
  }

  Calculate(): void {
    this.$host.book.calculate();
  }

  /** The client writes a large block in parts and asks first whether the whole has the right shape. */
  _ValidateArraySize(rows: number, columns: number): void {
    if (rows !== this.RowCount || columns !== this.ColumnCount) blockOf([], rows, columns);
  }

  /** The range without what lies beyond the sheet's extent, for ranges of whole rows or columns. */
  get $bounded(): Zone {
    if (!isUnbounded(this.$zone)) return this.$zone;
    return intersection(this.$zone, this.$host.book.extent(this.$sheetId)) ?? this.$zone;
  }

  protected override create(zone: Zone): Range {
    return new Range(this.$host, this.$sheetId, zone);
  }

  private zoneOf(other: unknown): Zone {
    if (other instanceof Range) return other.$zone;
    return this.Worksheet.GetRange(String(other)).$zone;
  }

  private anchor(): Position {
    return { sheetId: this.$sheetId, row: this.$zone.top, col: this.$zone.left };
  }

  private spillZone(position: Position): Zone | undefined {
    this.$host.book.evaluate();
    const { getters } = this.$host.book;
    const zone = getters.getCell(position)?.isFormula ? getters.getSpreadZone(position) : undefined;
    return zone === undefined || (rowCount(zone) === 1 && columnCount(zone) === 1) ? undefined : zone;
  }

  private positions(): Position[] {
    const zone = this.$bounded;
    const positions: Position[] = [];
    for (let row = zone.top; row <= zone.bottom; row += 1) {
      for (let col = zone.left; col <= zone.right; col += 1)
        positions.push({ sheetId: this.$sheetId, row, col });
    }
    return positions;
  }

  /** `null` for whole rows or columns: Excel gives no values for an unbounded range. */
  private read<T>(at: (position: Position) => T, needsValues = true): T[][] | null {
    if (isUnbounded(this.$zone)) return null;
    if (needsValues) this.$host.book.evaluate();
    const { left, top, right, bottom } = this.$zone;
    const rows: T[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const line: T[] = [];
      for (let col = left; col <= right; col += 1) line.push(at({ sheetId: this.$sheetId, row, col }));
      rows.push(line);
    }
    return rows;
  }

  private write(values: unknown): void {
    const zone = this.$bounded;
    const at = blockOf(values, rowCount(this.$zone), columnCount(this.$zone));
    const { book, cells } = this.$host;
    const written = this.positions().filter(({ row, col }) => at(row - zone.top, col - zone.left) !== null);
    if (book.protection.of(this.$sheetId) !== undefined) {
      for (const position of written) book.requireAllowed({ type: 'CLEAR_CELL', ...position });
    }
    book.growTo(this.$sheetId, zone);
    for (const position of written) {
      cells.write(position, at(position.row - zone.top, position.col - zone.left));
    }
  }

  private setFormat(zone: Zone, format: string): void {
    const { book } = this.$host;
    book.growTo(this.$sheetId, zone);
    book.setLook(this.$sheetId, zone, { format: book.formats.gridFormat(format) });
  }
}

const notFound = (): never => {
  throw itemNotFound();
};
