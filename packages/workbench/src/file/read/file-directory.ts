import { parseZone, quoteSheetName, splitSheetName } from '../../book/address';
import { formulaTree } from '../../book/formulas/formula-tree';
import type { FormulaDirectory } from '../../book/formulas/grid-formula';
import { between, textOfName } from '../../book/formulas/typed-formulas';
import { gridNameOf } from '../../book/names/grid-name';
import { BadStructuredReference, toA1, type FormulaCell } from '../../book/names/structured-reference';
import { TABLE_CONFIG, type TableView } from '../../book/names/tables';
import { isBuiltIn, type ReadName } from './read-names';
import type { ReadTable } from './read-tables';

/** A sheet of a file as formulas refer to it. */
export interface NamedSheet {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly ReadTable[];
}

/** A name of a file, and what the book makes of it. */
export interface PlannedName {
  readonly name: string;
  /** The id of the sheet that it belongs to. */
  readonly scope: string | undefined;
  readonly comment: string;
  readonly isHidden: boolean;
  /** As Excel shows it, with its sign of equality. */
  readonly formula: string;
  /** For cells: what the grid calls it, and which cells. */
  readonly cells: { readonly gridName: string; readonly address: string } | undefined;
  /** Whether it follows a table. */
  readonly isOfTable: boolean;
}

/** What the formulas of a file refer to by words, before there is a book. */
export class FileDirectory implements FormulaDirectory {
  readonly names: readonly PlannedName[];
  readonly specialWords: ReadonlySet<string>;
  private readonly tables: readonly (TableView & { readonly columns: readonly string[] })[];
  private readonly tableByName: ReadonlyMap<string, TableView>;
  private readonly nameByKey: ReadonlyMap<string, PlannedName>;

  /** @param typed  a formula of the file as a person types it */
  constructor(
    private readonly sheets: readonly NamedSheet[],
    names: readonly ReadName[],
    typed: (stored: string) => string,
  ) {
    this.tables = sheets.flatMap(({ id, tables }) => tables.map((table) => viewOf(table, id)));
    this.tableByName = new Map(this.tables.map((table) => [table.name.toLowerCase(), table]));
    this.names = this.planned(names, typed);
    this.nameByKey = new Map(this.names.map((name) => [keyOf(name.name, name.scope), name]));
    this.specialWords = new Set([
      ...this.tableByName.keys(),
      ...this.names
        .filter(({ name, scope, cells }) => scope !== undefined || cells?.gridName !== name)
        .map(({ name }) => name.toLowerCase()),
    ]);
  }

  find(name: string): TableView | undefined {
    return this.tableByName.get(name.toLowerCase());
  }

  at(sheetId: string, row: number, column: number): TableView | undefined {
    return this.tables.find(
      ({ sheetId: of, zone }) =>
        of === sheetId &&
        row >= zone.top &&
        row <= zone.bottom &&
        column >= zone.left &&
        column <= zone.right,
    );
  }

  columnNames({ id }: TableView): readonly string[] {
    return this.tables.find((table) => table.id === id)?.columns ?? [];
  }

  named(name: string, sheetName: string | undefined, cell: FormulaCell) {
    const sheetId = sheetName === undefined ? cell.sheetId : this.sheetId(sheetName);
    if (sheetId === undefined) return undefined;
    const found = this.nameByKey.get(keyOf(name, sheetId)) ?? this.nameByKey.get(keyOf(name, undefined));
    if (found === undefined) return undefined;
    if (found.cells !== undefined) return { kind: 'cells', gridName: found.cells.gridName } as const;
    return { kind: 'formula', text: textOfName(found.formula, cell, this) } as const;
  }

  sheetsBetween(first: string, last: string): readonly string[] | undefined {
    return between(
      this.sheets.map(({ name }) => name),
      first,
      last,
    );
  }

  sheetName(id: string): string {
    return this.sheets.find((sheet) => sheet.id === id)?.name ?? '#REF!';
  }

  /** Whether a name stands for one cell. */
  isOneCell(name: string, cell: FormulaCell): boolean {
    const plain = name.slice(name.lastIndexOf('!') + 1);
    const found =
      this.nameByKey.get(keyOf(plain, cell.sheetId)) ?? this.nameByKey.get(keyOf(plain, undefined));
    if (found?.cells === undefined) return found !== undefined || this.find(plain) === undefined;
    const zone = parseZone(splitSheetName(found.cells.address).address);
    return zone !== undefined && zone.left === zone.right && zone.top === zone.bottom;
  }

  private sheetId(name: string): string | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id;
  }

  private planned(names: readonly ReadName[], typed: (stored: string) => string): PlannedName[] {
    const taken = new Set<string>();
    const seen = new Set<string>();
    return names.flatMap((read): PlannedName[] => {
      const scope = read.sheetName === undefined ? undefined : this.sheetId(read.sheetName);
      const isLost = read.sheetName !== undefined && scope === undefined;
      const key = keyOf(read.name, scope);
      if (isBuiltIn(read) || isLost || read.name === '' || seen.has(key)) return [];
      seen.add(key);
      const formula = typed(read.refersTo);
      const { address, isOfTable } = this.cellsOf(formula);
      const { name, comment, isHidden } = read;
      const plan = { name, scope, comment, isHidden, formula, isOfTable };
      if (address === undefined) return [{ ...plan, cells: undefined }];
      const gridName = gridNameOf(name, (wanted) => taken.has(wanted.toLowerCase()));
      taken.add(gridName.toLowerCase());
      return [{ ...plan, cells: { gridName, address } }];
    });
  }

  /** The cells that a name stands for, however it is used. */
  private cellsOf(formula: string): { readonly address?: string; readonly isOfTable: boolean } {
    const tree = formulaTree(formula);
    if (tree?.kind === 'cells' && isFixed(tree.text)) {
      const { sheetName, address } = splitSheetName(tree.text);
      const isThere = sheetName !== undefined && this.sheetId(sheetName) !== undefined;
      return { isOfTable: false, ...(isThere ? { address: `${quoteSheetName(sheetName)}!${address}` } : {}) };
    }
    const isTable = tree?.kind === 'table' || (tree?.kind === 'name' && this.find(tree.text) !== undefined);
    const zone = isTable ? this.tableZone(formula) : undefined;
    return zone === undefined ? { isOfTable: false } : { address: zone, isOfTable: true };
  }

  private tableZone(formula: string): string | undefined {
    const nowhere = { sheetId: '', row: -1, col: -1, sheetName: (id: string) => this.sheetName(id) };
    try {
      return toA1(formula.slice(1), nowhere, { ...tablesOnly(this), at: () => undefined });
    } catch (failure) {
      if (failure instanceof BadStructuredReference) return undefined;
      throw failure;
    }
  }
}

const tablesOnly = (directory: FileDirectory) => ({
  find: (name: string) => directory.find(name),
  columnNames: (table: TableView) => directory.columnNames(table),
});

/** Each part with its $: otherwise the name stands for other cells in every cell that uses it. */
const isFixed = (reference: string): boolean =>
  splitSheetName(reference)
    .address.split(':')
    .every((corner) => /^(?:\$[A-Za-z]{1,3}\$\d+|\$[A-Za-z]{1,3}|\$\d+)$/.test(corner));

const keyOf = (name: string, scope: string | undefined): string => `${name.toUpperCase()} ${scope ?? ''}`;

const viewOf = ({ name, zone, columns, headerRows, hasTotals }: ReadTable, sheetId: string) => ({
  id: `${sheetId} ${name}`,
  name,
  sheetId,
  zone,
  columns,
  config: { ...TABLE_CONFIG, numberOfHeaders: headerRows, totalRow: hasTotals },
});
