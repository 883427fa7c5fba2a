import { formatZone, parseZone } from '../book/address';
import type { Position } from '../book/book';
import { headerZone } from '../book/tables';
import type { HostContext } from '../host/context';
import { worksOnArrays } from './array-formula';
import type { SharedStrings } from './shared-strings';
import { storedFormula } from './stored-formula';
import { elementsOf, node } from './xml';

/** What a file is written from. */
export type FileSource = Pick<HostContext, 'book' | 'cells' | 'names' | 'tables'> & {
  /** Whether a name, in capitals, is one of the add-in's functions. */
  isCustom(name: string): boolean;
};

/** Excel's files know these; for a newer one, Excel writes #VALUE! for programs that are older. */
const STORED_ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/**
 * The grid leaves out results of custom functions and of cells that they spill into, and makes every formula an
 * array: the content of each cell is written anew, its look stays.
 */
export function writeCells(
  sheet: Document,
  sheetId: string,
  source: FileSource,
  strings: SharedStrings,
): void {
  for (const cell of elementsOf(sheet, 'c')) {
    const zone = parseZone(cell.getAttribute('r') ?? '');
    if (zone === undefined) continue;
    for (const name of ['t', 'cm']) cell.removeAttribute(name);
    while (cell.firstChild) cell.removeChild(cell.firstChild);
    fill(cell, { sheetId, row: zone.top, col: zone.left }, source, strings);
    if (cell.firstChild === null && !cell.hasAttribute('s')) cell.parentNode?.removeChild(cell);
  }
}

function fill(cell: Element, position: Position, source: FileSource, strings: SharedStrings): void {
  const formula = formulaOf(position, source);
  const [type, value] = isHeader(position, source)
    ? (['str', source.cells.text(position)] as const)
    : valueOf(position, source);
  if (formula !== undefined) {
    const attributes = formula.array === undefined ? {} : { t: 'array', ref: formula.array };
    cell.appendChild(node(cell.ownerDocument, 'f', attributes, formula.text));
    if (formula.array !== undefined) cell.setAttribute('cm', '1');
  } else if (value === '') {
    return;
  }
  const isShared =
    type === 'str' && formula === undefined && source.book.state.getCell(position) !== undefined;
  if (type !== 'n') cell.setAttribute('t', isShared ? 's' : type);
  cell.appendChild(node(cell.ownerDocument, 'v', {}, isShared ? String(strings.place(value)) : value));
}

/** Excel wants the header of a table to be text. */
function isHeader({ sheetId, row, col }: Position, { tables }: FileSource): boolean {
  const table = tables.at(sheetId, row, col);
  const header = table === undefined ? undefined : headerZone(table);
  return header !== undefined && row >= header.top && row <= header.bottom;
}

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
  /** The cells of a dynamic array; undefined for a plain formula. */
  readonly array?: string;
}

function formulaOf(position: Position, source: FileSource): StoredFormula | undefined {
  const { book, cells } = source;
  const cell = book.state.getCell(position);
  if (cell === undefined || !cell.isFormula) return undefined;
  const inGrid = cell.compiledFormula.toFormulaString(book.state);
  const typed = String(cells.formula(position));
  // "This row" is stored otherwise than it is typed; its cells mean the same.
  const text = storedFormula(/\[@|\[#this row/i.test(typed) ? inGrid : typed, (name) =>
    source.isCustom(name),
  );
  const spill = book.state.getSpreadZone(position);
  const isArray =
    spill !== undefined || text.includes('_xldudf_') || worksOnArrays(inGrid, oneCellIn(source));
  return isArray ? { text, array: formatZone(spill ?? cellZoneOf(position)) } : { text };
}

const cellZoneOf = ({ row, col }: Position) => ({ left: col, right: col, top: row, bottom: row });

const oneCellIn =
  ({ names }: FileSource) =>
  (name: string): boolean => {
    const zone = names.find(name)?.target()?.zone;
    return zone !== undefined && zone.left === zone.right && zone.top === zone.bottom;
  };
