import type { WorkbookStyles } from '../cell-styles/workbook-styles';
import type { DraftCell } from './draft';
import { columnLetter, extentOf, type Extent } from './extent';
import { contentOf, type Place } from './draft-places';
import { STYLES, type CellStyle, type StyleName } from './sample-styles';

/** Formulas and constants in one write; null leaves a cell alone: a result spills there, or a person changed it. */
export function writeContents({ draft, sheet, kept }: Place): void {
  const extent = extentOf(draft);
  sheet.getRange(extent.address).formulas = gridOf(extent, (cell, address) =>
    cell.content === undefined || kept.has(address) ? undefined : contentOf(cell),
  );
}

/** Styles, formats, widths and panes. Only a new sheet gets them: the looks of one that was there are left alone. */
export function writeLooks({ draft, sheet }: Place, named: WorkbookStyles): void {
  const extent = extentOf(draft);
  draft.widths.forEach((width, column) => {
    const letter = columnLetter(column);
    sheet.getRange(`${letter}:${letter}`).format.columnWidth = width;
  });
  for (const block of styledBlocks(extent)) {
    const range = sheet.getRange(addressOf(block));
    named.give(range, STYLES[block.style].named);
    dress(range, STYLES[block.style]);
  }
  sheet.getRange(extent.address).numberFormat = gridOf(extent, (cell) => cell.format);
  sheet.freezePanes.freezeRows(draft.frozenRows);
  sheet.showGridlines = false;
}

/** How the cells align and are ruled off. */
function dress(range: Excel.Range, { align, topBorder, bottomBorder }: CellStyle): void {
  if (align) range.format.horizontalAlignment = align;
  if (topBorder) border(range, 'EdgeTop', topBorder);
  if (bottomBorder) border(range, 'EdgeBottom', bottomBorder);
}

function border(range: Excel.Range, edge: 'EdgeTop' | 'EdgeBottom', color: string): void {
  range.format.borders.getItem(edge).set({ style: 'Continuous', color });
}

/** A property of every cell as Excel takes it: rows of columns, null to leave a cell alone. */
function gridOf<T>(
  { rows, columns, cells }: Extent,
  property: (cell: DraftCell, address: string) => T | undefined,
): (T | null)[][] {
  const values: (T | null)[][] = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => null),
  );
  for (const { cell, row, column, address } of cells) {
    const line = values[row];
    if (line) line[column] = property(cell, address) ?? null;
  }
  return values;
}

interface StyledBlock {
  readonly style: StyleName;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  bottom: number;
}

/** Rectangles of one style, as large as neighbours allow: a request each, where cell by cell would take hundreds. */
function styledBlocks(extent: Extent): StyledBlock[] {
  const blocks: StyledBlock[] = [];
  gridOf(extent, (cell) => cell.style).forEach((styles, row) => {
    for (const run of runsOfRow(styles, row)) {
      const above = blocks.find(
        (block) =>
          block.bottom === row - 1 &&
          block.style === run.style &&
          block.left === run.left &&
          block.right === run.right,
      );
      if (above) above.bottom = row;
      else blocks.push(run);
    }
  });
  return blocks;
}

function runsOfRow(styles: readonly (StyleName | null)[], row: number): StyledBlock[] {
  const runs: StyledBlock[] = [];
  let left = 0;
  styles.forEach((style, right) => {
    if (styles[right + 1] === style) return;
    if (style !== null) runs.push({ style, left, right, top: row, bottom: row });
    left = right + 1;
  });
  return runs;
}

const addressOf = ({ left, right, top, bottom }: StyledBlock): string =>
  `${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}`;
