import { helpers, type CoreTable, type LiteralCell, type TableConfig } from '@odoo/o-spreadsheet';
import { invalidArgument, itemAlreadyExists } from '../../interpreter/host-object';
import { formatZone, type Zone } from '../address';
import { annotate, annotationsOf } from '../annotations';
import type { Book, Position } from '../book';
import { nameProblem } from './name-rules';

/** A table, which the grid knows without a name. */
export interface TableView {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  /** Header, data and totals. */
  readonly zone: Zone;
  readonly config: TableConfig;
}

declare module '../annotations' {
  interface AnnotationSections {
    /** By the grid's table id. */
    readonly tableNames: string;
  }
}

export const DEFAULT_TABLE_STYLE = 'TableStyleMedium2';

/** Of a new table. */
export const TABLE_CONFIG: TableConfig = {
  hasFilters: true,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: true,
  bandedColumns: false,
  styleId: DEFAULT_TABLE_STYLE,
  automaticAutofill: true,
};

export const dataZone = ({ zone, config }: TableView): Zone => ({
  ...zone,
  top: zone.top + config.numberOfHeaders,
  bottom: zone.bottom - (config.totalRow ? 1 : 0),
});

export const headerZone = ({ zone, config }: TableView): Zone | undefined =>
  config.numberOfHeaders === 0 ? undefined : { ...zone, bottom: zone.top + config.numberOfHeaders - 1 };

export const totalsZone = ({ zone, config }: TableView): Zone | undefined =>
  config.totalRow ? { ...zone, top: zone.bottom } : undefined;

/** The tables of a book, with the names that the grid does not keep. */
export class Tables {
  constructor(private readonly book: Book) {}

  all(): TableView[] {
    return this.book.state.getSheetIds().flatMap((sheetId) => this.inSheet(sheetId));
  }

  inSheet(sheetId: string): TableView[] {
    return this.book.state.getCoreTables(sheetId).map((table) => this.view(sheetId, table));
  }

  /** By name, without regard to case. */
  find(name: string): TableView | undefined {
    const wanted = name.toLowerCase();
    return this.all().find((table) => table.name.toLowerCase() === wanted);
  }

  byId(id: string): TableView | undefined {
    return this.all().find((table) => table.id === id);
  }

  /** The table that holds a cell. */
  at(sheetId: string, row: number, column: number): TableView | undefined {
    const table = this.book.state.getCoreTable({ sheetId, row, col: column });
    return table === undefined ? undefined : this.view(sheetId, table);
  }

  /** Headers as text; a blank one is called Column1, Column2, … as in Excel. */
  columnNames(table: TableView): string[] {
    const names: string[] = [];
    for (let col = table.zone.left; col <= table.zone.right; col += 1) {
      const at = { sheetId: table.sheetId, row: table.zone.top, col };
      const text = table.config.numberOfHeaders === 0 ? '' : this.headerText(at);
      names.push(text === '' ? `Column${names.length + 1}` : text);
    }
    return names;
  }

  /** What stands in the cell is read as it stands: a table of formulas asks for its headers all the time, and evaluating takes long. */
  private headerText(at: Position): string {
    const cell = this.book.state.getCell(at);
    if (cell === undefined) return '';
    if (!cell.isFormula) return this.literalText(cell);
    this.book.evaluate();
    return this.book.getters.getEvaluatedCell(at).formattedValue;
  }

  private literalText({ content, parsedValue, format }: LiteralCell): string {
    if (typeof parsedValue !== 'number') return String(parsedValue ?? '');
    if (format === undefined || format === '') return content;
    return helpers.formatValue(parsedValue, { format, locale: this.book.state.getLocale() });
  }

  add(sheetId: string, zone: Zone, hasHeaders: boolean): TableView {
    const { book } = this;
    book.growTo(sheetId, { ...zone, bottom: zone.bottom + 1 });
    if (!hasHeaders) this.insertHeaders(sheetId, zone);
    const whole = hasHeaders ? zone : { ...zone, bottom: zone.bottom + 1 };
    book.dispatch('CREATE_TABLE', {
      sheetId,
      tableType: 'static',
      ranges: [book.rangeData(sheetId, whole)],
      config: TABLE_CONFIG,
    });
    const table = this.at(sheetId, zone.top, zone.left);
    if (table === undefined) throw invalidArgument(`No table can be made of ${formatZone(zone)}.`);
    this.nameHeaders(table);
    annotate(book, 'tableNames', table.id, this.freeName());
    return this.byId(table.id) ?? table;
  }

  rename(table: TableView, name: string, isTaken: (name: string) => boolean): void {
    const problem = nameProblem(name);
    if (problem !== undefined) throw invalidArgument(problem);
    const owner = this.find(name);
    if ((owner !== undefined && owner.id !== table.id) || isTaken(name)) {
      throw itemAlreadyExists(`The name "${name}" is in use already.`);
    }
    annotate(this.book, 'tableNames', table.id, name);
  }

  resize(table: TableView, zone: Zone): void {
    this.book.growTo(table.sheetId, zone);
    this.update(table, { newTableRange: this.book.rangeData(table.sheetId, zone) });
  }

  configure(table: TableView, config: Partial<TableConfig>): void {
    this.update(table, { config });
  }

  remove(table: TableView): void {
    this.book.dispatch('REMOVE_TABLE', { sheetId: table.sheetId, target: [table.zone] });
  }

  private update(table: TableView, change: object): void {
    this.book.dispatch('UPDATE_TABLE', { sheetId: table.sheetId, zone: table.zone, ...change });
  }

  private view(sheetId: string, table: CoreTable): TableView {
    const name = annotationsOf(this.book, 'tableNames')[table.id] ?? `Table${table.id}`;
    return { id: table.id, name, sheetId, zone: table.range.zone, config: table.config };
  }

  /** Excel moves the cells down to make room for headers of its own. */
  private insertHeaders(sheetId: string, zone: Zone): void {
    const { book } = this;
    for (let row = zone.bottom; row >= zone.top; row -= 1) {
      for (let col = zone.left; col <= zone.right; col += 1) {
        const cell = book.getters.getCell({ sheetId, row, col });
        const content = cell?.isFormula ? cell.compiledFormula.toFormulaString(book.getters) : cell?.content;
        book.dispatch('UPDATE_CELL', { sheetId, row: row + 1, col, content: content ?? '' });
        book.dispatch('UPDATE_CELL', { sheetId, row, col, content: '' });
      }
    }
  }

  private nameHeaders(table: TableView): void {
    for (const [index, name] of this.columnNames(table).entries()) {
      const position = { sheetId: table.sheetId, row: table.zone.top, col: table.zone.left + index };
      const cell = this.book.getters.getCell(position);
      if (cell === undefined || (!cell.isFormula && cell.content === '')) {
        this.book.dispatch('UPDATE_CELL', { ...position, content: name });
      }
    }
  }

  private freeName(): string {
    for (let number = 1; ; number += 1) {
      if (this.find(`Table${number}`) === undefined) return `Table${number}`;
    }
  }
}
