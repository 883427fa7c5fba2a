import { rectangles } from './record/mark';
import type { PlannedCell } from './hand-off-plan';
import { type CellBlock, enteredValue } from './write-cells';
import { type Zone, firstCell } from './zone';

/** Single cells of a sheet in few blocks, and each block that spills by itself. */
export function blocksOf(cells: readonly PlannedCell[]): CellBlock[] {
  const single = new Map<string, PlannedCell[]>();
  const blocks: CellBlock[] = [];
  for (const cell of cells) {
    const { area } = cell;
    const together = single.get(area.sheet) ?? [];
    single.set(area.sheet, together);
    if (area.rows * area.columns === 1) together.push(cell);
    else blocks.push(spillBlock(cell));
  }
  return [...[...single].flatMap(([sheet, all]) => singleBlocks(sheet, all)), ...blocks];
}

function singleBlocks(sheet: string, cells: readonly PlannedCell[]): CellBlock[] {
  const byPlace = new Map(cells.map((cell) => [firstCell(cell.area), cell]));
  const each = <T>(zone: Zone, of: (cell: PlannedCell) => T): T[][] =>
    Array.from({ length: zone.rows }, (_row, row) =>
      Array.from({ length: zone.columns }, (_column, column) => {
        const place = firstCell({ row: zone.row + row, column: zone.column + column, rows: 1, columns: 1 });
        const cell = byPlace.get(place);
        if (!cell) throw new Error(`${sheet}!${place} is not to be handed off.`);
        return of(cell);
      }),
    );
  return rectangles(cells.map(({ area }) => area)).map((zone) => ({
    ...zone,
    sheet,
    contents: each(zone, ({ replacement, values }) =>
      replacement.kind === 'native' ? replacement.formula : enteredValue(values[0]?.[0]),
    ),
    before: each(zone, ({ formula }) => formula),
    shown: each(zone, ({ replacement, values }) =>
      replacement.kind === 'value' ? values[0]?.[0] : undefined,
    ),
  }));
}

function spillBlock({ area, formula, values, replacement }: PlannedCell): CellBlock {
  const isAnchor = (row: number, column: number): boolean => row === 0 && column === 0;
  const isNative = replacement.kind === 'native';
  return {
    ...area,
    contents: values.map((cells, row) =>
      cells.map((value, column) => {
        if (!isNative) return enteredValue(value);
        return isAnchor(row, column) ? replacement.formula : '';
      }),
    ),
    spilled: values,
    ...(isNative ? {} : { shown: values }),
    before: values.map((cells, row) => cells.map((_value, column) => (isAnchor(row, column) ? formula : ''))),
  };
}
