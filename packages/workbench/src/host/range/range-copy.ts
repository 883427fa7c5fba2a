import type { Position } from '../../book/book';
import type { CellLook } from '../../book/looks/cell-look';
import { columnCount, rowCount, type Zone } from '../../book/address';
import { HostError, invalidArgument } from '../../interpreter/host-object';
import type { Range } from './range';

/** What is copied: formulas with their looks, or one of both. */
const KINDS: Readonly<
  Record<string, { readonly content: 'formula' | 'value' | undefined; readonly look: boolean }>
> = {
  All: { content: 'formula', look: true },
  Formulas: { content: 'formula', look: false },
  Values: { content: 'value', look: false },
  Formats: { content: undefined, look: true },
};

/** Copies a block into a range; a range that is larger in multiples is filled with copies, as in Excel. */
export function copyInto(target: Range, source: Range, kind: string, transpose: boolean): void {
  const copied = KINDS[kind];
  if (copied === undefined) throw invalidArgument(`"${kind}" is not something to copy.`);
  if (transpose) throw new HostError('NotImplemented', 'The workbench copies without transposing.', 501);
  const { $host } = target;
  const from = source.$bounded;
  const cells = cellsOf(source, from, copied.content === 'formula');
  const zone = filled(target.$bounded, from);
  $host.book.growTo(target.$sheetId, zone);
  for (let row = zone.top; row <= zone.bottom; row += 1) {
    for (let col = zone.left; col <= zone.right; col += 1) {
      const down = (row - zone.top) % rowCount(from);
      const right = (col - zone.left) % columnCount(from);
      const cell = cells[down]?.[right];
      if (cell === undefined) continue;
      const position = { sheetId: target.$sheetId, row, col };
      if (copied.look)
        $host.book.setLook(target.$sheetId, { left: col, right: col, top: row, bottom: row }, cell.look);
      if (copied.content === 'value') $host.cells.write(position, cell.value);
      if (copied.content !== 'formula') continue;
      const moved = cell.moved(row - from.top - down, col - from.left - right);
      $host.cells.write(position, moved);
    }
  }
}

interface CopiedCell {
  readonly value: unknown;
  readonly look: { readonly style: CellLook; readonly format: string };
  /** The formula as it reads so many rows and columns away, or the value. */
  moved(down: number, right: number): unknown;
}

/** Read before anything is written: source and target may overlap. */
function cellsOf(
  { $host, $sheetId: sheetId }: Range,
  zone: Zone,
  areFormulasEnough: boolean,
): CopiedCell[][] {
  const { book, cells } = $host;
  const formulaAt = (position: Position) => {
    const cell = book.state.getCell(position);
    return cell?.isFormula === true ? cell.compiledFormula : undefined;
  };
  const isValueNeeded = (position: Position): boolean =>
    !areFormulasEnough || formulaAt(position) === undefined;
  if (positionsIn(sheetId, zone).some(isValueNeeded)) book.evaluate();
  return Array.from({ length: rowCount(zone) }, (_, down) =>
    Array.from({ length: columnCount(zone) }, (__, right) => {
      const position = { sheetId, row: zone.top + down, col: zone.left + right };
      const { style = {}, format = '' } = book.lookAt(position);
      const formula = formulaAt(position);
      const value = isValueNeeded(position) ? cells.value(position) : undefined;
      return {
        value,
        look: { style, format },
        moved: (rows, columns) =>
          formula === undefined
            ? value
            : book.state.getTranslatedCellFormula(sheetId, columns, rows, formula),
      };
    }),
  );
}

const positionsIn = (sheetId: string, { left, right, top, bottom }: Zone): Position[] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, over) => ({ sheetId, row: top + down, col: left + over })),
  ).flat();

function filled(target: Zone, source: Zone): Zone {
  const rows = rowCount(source);
  const columns = columnCount(source);
  const fits = rowCount(target) % rows === 0 && columnCount(target) % columns === 0;
  if (fits) return target;
  return { ...target, right: target.left + columns - 1, bottom: target.top + rows - 1 };
}
