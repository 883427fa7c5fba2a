import { formatZone, parseZone } from '../../book/address';
import type { Position } from '../../book/book';
import {
  withIntersections,
  withoutIntersections,
  withStoredIntersections,
} from '../../book/formulas/implicit-intersection';
import { headerZone } from '../../book/names/tables';
import type { Chart } from '../../host/charts/charts';
import type { HostContext } from '../../host/context';
import { worksOnArrays } from './array-formula';
import type { CellFormats } from './cell-formats';
import type { SharedStrings } from './shared-strings';
import { storedFormula } from '../package/stored-formula';
import { storedThisRow } from '../package/table-parts';
import { escaped } from '../package/xml';

/** What a file is written from. */
export type FileSource = Pick<
  HostContext,
  'book' | 'cells' | 'charts' | 'formulas' | 'names' | 'styles' | 'tables' | 'validations'
> & {
  /** A chart by its id in the grid, as Excel's object model knows it. */
  chart(id: string): Chart;
  /** Whether a name, in capitals, is one of the add-in's functions. */
  isCustom(name: string): boolean;
};

/** Excel's files know these; for a newer one, Excel writes #VALUE! for programs that are older. */
const STORED_ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** A cell in the grid's export, with its attributes; texts in it hold no "<". */
const CELL = /<c ([^>]*?)(?:\/>|>[^]*?<\/c>)/g;
const ADDRESS = /\br="([^"]+)"/;
const FORMAT = /\bs="(\d+)"/;

/**
 * The grid leaves out results of custom functions and of cells that they spill into, and makes every formula an
 * array: the content of each cell is written anew, its look stays. As text, since a model has thousands of cells.
 */
export const withCells = (
  rows: string,
  sheetId: string,
  source: FileSource,
  strings: SharedStrings,
  formats: CellFormats,
): string =>
  rows.replace(CELL, (_all, attributes: string) => {
    const address = ADDRESS.exec(attributes)?.[1] ?? '';
    const zone = parseZone(address);
    if (zone === undefined) throw new Error(`The grid's export has a cell without an address: ${attributes}`);
    const position = { sheetId, row: zone.top, col: zone.left };
    const exported = Number(FORMAT.exec(attributes)?.[1] ?? 0);
    const format = formats.place(exported, source.book.state.getCell(position)?.style);
    const { type, body } = contentOf(position, source, strings);
    if (body === '' && format === 0) return '';
    return `<c r="${address}"${format === 0 ? '' : ` s="${format}"`}${type}${body === '' ? '/>' : `>${body}</c>`}`;
  });

interface CellContent {
  /** Attributes that say what the content is, each with a blank before it. */
  readonly type: string;
  readonly body: string;
}

const BLANK: CellContent = { type: '', body: '' };

function contentOf(position: Position, source: FileSource, strings: SharedStrings): CellContent {
  const formula = formulaOf(position, source);
  const [type, value] = isHeader(position, source)
    ? (['str', source.cells.text(position)] as const)
    : valueOf(position, source);
  if (formula === undefined) {
    if (value === '') return BLANK;
    const isTyped = source.book.state.getCell(position) !== undefined;
    if (type === 'str' && isTyped) return { type: ' t="s"', body: `<v>${strings.place(value)}</v>` };
  }
  const array = formula?.array === undefined ? '' : ` t="array" ref="${formula.array}"`;
  return {
    type: `${type === 'n' ? '' : ` t="${type}"`}${formula?.isDynamic === true ? ' cm="1"' : ''}`,
    body: `${formula === undefined ? '' : `<f${array}>${escaped(formula.text)}</f>`}<v>${escaped(value)}</v>`,
  };
}

/** Excel wants the header of a table to be text. */
function isHeader(position: Position, source: FileSource): boolean {
  const table = tableAt(position, source);
  const header = table === undefined ? undefined : headerZone(table);
  return header !== undefined && position.row >= header.top && position.row <= header.bottom;
}

const tableAt = ({ sheetId, row, col }: Position, { tables }: FileSource) => tables.at(sheetId, row, col);

function valueOf(position: Position, { cells }: FileSource): readonly ['n' | 'b' | 'e' | 'str', string] {
  const value = cells.value(position);
  if (cells.valueType(position) === 'Error') {
    return ['e', STORED_ERRORS.has(String(value)) ? String(value) : '#VALUE!'];
  }
  if (typeof value === 'boolean') return ['b', value ? '1' : '0'];
  if (typeof value === 'string') return ['str', value];
  return Number.isFinite(value) ? ['n', String(value)] : ['e', '#NUM!'];
}

interface StoredFormula {
  readonly text: string;
  /** The cells of an array; undefined for a plain formula. */
  readonly array?: string;
  /** Whether the array has as many cells as its result. */
  readonly isDynamic: boolean;
}

function formulaOf(position: Position, source: FileSource): StoredFormula | undefined {
  const { book, cells, formulas } = source;
  const cell = book.state.getCell(position);
  if (cell === undefined || !cell.isFormula) return undefined;
  const inGrid = cell.compiledFormula.toFormulaString(book.state);
  const table = (): string | undefined => tableAt(position, source)?.name;
  const stored = (formula: string): string =>
    storedFormula(storedThisRow(formula, table), (name) => source.isCustom(name));
  const typed = String(cells.formula(position));
  const kept = book.kept.behind(inGrid);
  if (kept !== undefined)
    return {
      text: stored(
        kept.kind === 'dynamic array' ? withStoredIntersections(typed) : withoutIntersections(typed),
      ),
      isDynamic: kept.kind === 'dynamic array',
      ...(kept.kind === 'plain'
        ? {}
        : { array: sized(position, [kept.values[0]?.length ?? 1, kept.values.length]) }),
    };
  const isOneCell = oneCellIn(source, position.sheetId);
  const size = formulas.arraySize(position);
  if (size !== undefined) return { text: stored(typed), array: sized(position, size), isDynamic: false };
  const plain = withoutIntersections(typed);
  const isAgain = (formula: string): boolean =>
    [formula, `=@${formula.slice(1)}`, `=@(${formula.slice(1)})`].includes(typed);
  if (plain !== typed && isAgain(withIntersections(plain, isOneCell)))
    return { text: stored(plain), isDynamic: false };
  const text = stored(withStoredIntersections(typed));
  const spill = book.state.getSpreadZone(position);
  const isArray =
    spill !== undefined || plain !== typed || text.includes('_xldudf_') || worksOnArrays(typed, isOneCell);
  return isArray
    ? { text, array: formatZone(spill ?? cellZoneOf(position)), isDynamic: true }
    : { text, isDynamic: false };
}

const sized = ({ row, col }: Position, [rows, columns]: readonly [number, number]): string =>
  formatZone({ left: col, right: col + columns - 1, top: row, bottom: row + rows - 1 });

const cellZoneOf = ({ row, col }: Position) => ({ left: col, right: col, top: row, bottom: row });

/** A name that stands for no cells is no range, either. */
const oneCellIn =
  ({ names, tables }: FileSource, sheetId: string) =>
  (name: string): boolean => {
    const plain = name.slice(name.lastIndexOf('!') + 1);
    const zone = names.seenFrom(plain, sheetId)?.target()?.zone;
    if (zone === undefined) return tables.find(plain) === undefined;
    return zone.left === zone.right && zone.top === zone.bottom;
  };
