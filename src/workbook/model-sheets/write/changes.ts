import { letterOf } from '../plan/columns';
import type { ChangedCell, ModelSheetKey } from '../plan/outcome';
import type { RenderedCell } from '../plan/render';
import type { FoundSheet } from './survey';

/** Identifies a generated cell wherever its row goes. */
export const cellKey = ({ id, column }: Pick<RenderedCell, 'id' | 'column'>): string => `${id}|${column}`;

const isOurSpill = (content: string): boolean => /\.SCHEDULE\(|\.CHECK\(/i.test(content);

/**
 * Cells that hold something else than the plan gives for the places where the rows stand now. What has been cleared is not
 * among them: it is put back.
 */
export function changedCells(
  key: ModelSheetKey,
  { formulas, name }: FoundSheet,
  cells: readonly RenderedCell[],
): (ChangedCell & { readonly key: string })[] {
  return cells.flatMap((cell) => {
    const { content, row, column } = cell;
    const there = formulas[row - 1]?.[column] ?? '';
    if (cell.isFrozen || content === undefined || there === '' || sameContent(there, content)) return [];
    if (typeof there !== 'string' && typeof there !== 'number' && typeof there !== 'boolean') return [];
    const address = `${letterOf(column)}${row}`;
    return [{ key: cellKey(cell), sheetKey: key, sheet: name, address, there, ours: content }];
  });
}

/** A generated formula and the constants that stand in the cells that its result fills. */
export interface Obstructed {
  readonly anchor: RenderedCell;
  readonly cells: readonly RenderedCell[];
}

/**
 * Blocks in which a result may not spill because somebody wrote there. Whether it does not is seen in the first cell: a
 * program may say of a filled cell that its content is its value.
 */
export function obstructedBlocks({ formulas }: FoundSheet, cells: readonly RenderedCell[]): Obstructed[] {
  const blocks = new Map<string, { anchor?: RenderedCell; cells: RenderedCell[] }>();
  for (const cell of cells) {
    if (cell.block === undefined) continue;
    const block = blocks.get(cell.block) ?? { cells: [] };
    blocks.set(cell.block, block);
    if (cell.content !== undefined) block.anchor = cell;
    else if (isConstant(formulas[cell.row - 1]?.[cell.column])) block.cells.push(cell);
  }
  return [...blocks.values()].flatMap(({ anchor, cells: others }) =>
    anchor && others.length > 0 ? [{ anchor, cells: others }] : [],
  );
}

const isConstant = (there: unknown): boolean =>
  there !== undefined && there !== '' && !String(there).startsWith('=');

/** The cells of such a block as changes: it is for the person to say whether they go. */
export const obstacles = (
  key: ModelSheetKey,
  { formulas, name }: FoundSheet,
  cells: readonly RenderedCell[],
): (ChangedCell & { readonly key: string })[] =>
  cells.flatMap((cell) => {
    const there = formulas[cell.row - 1]?.[cell.column];
    if (typeof there !== 'string' && typeof there !== 'number' && typeof there !== 'boolean') return [];
    const address = `${letterOf(cell.column)}${cell.row}`;
    return [{ key: cellKey(cell), sheetKey: key, sheet: name, address, there, ours: '' }];
  });

/** Cells whose content is to be written so that the sheet stands as planned. */
export function staleCells(
  { formulas }: FoundSheet,
  cells: readonly RenderedCell[],
  kept: ReadonlySet<string>,
): RenderedCell[] {
  return cells.flatMap((cell) => {
    const there = formulas[cell.row - 1]?.[cell.column] ?? '';
    if (kept.has(cellKey(cell))) return [];
    if (cell.content === undefined) {
      // A formula that spilled from here before other rows came in above it.
      return typeof there === 'string' && isOurSpill(there) ? [{ ...cell, content: '' }] : [];
    }
    return sameContent(there, cell.content) ? [] : [cell];
  });
}

/** The range of one cell, which a program may write as that cell. */
const ONE_CELL = /(\$?([A-Z]{1,3})\$?(\d+)):\$?\2\$?\3(?!\d)/g;

/** Excel keeps 15 digits of a number, and may space, quote or capitalise a formula in its own way. */
export function sameContent(there: unknown, ours: string | number): boolean {
  if (there === ours) return true;
  if (there === '') return false;
  if (typeof ours === 'number') return Math.abs(Number(there) - ours) <= Math.abs(ours) * 1e-14;
  const plain = (content: string): string =>
    content
      .replaceAll(/[\s']+/g, '')
      .toUpperCase()
      .replaceAll(ONE_CELL, '$1');
  return plain(String(there)) === plain(ours);
}
