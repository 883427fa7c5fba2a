import { counted } from '../../../base/words';
import { type CurrentCells, isBlank, isSameValue } from './current-cells';
import type { HandOffRecord } from '../record/record';
import { canBeFollowed, withPlaces } from '../record/references';
import { type Restoration, type Fate, conflict, shown, shownValue } from './fate';
import { type Area, addressOf, contains, firstCell } from '../zone';

interface ChangedCell {
  readonly cell: Area;
  readonly left: string;
  readonly found: string;
}

/** Decides about a formula that filled a block: its cells have to be what the hand-off left before they are cleared. */
export function judgeBlock(record: HandOffRecord, cells: CurrentCells): Fate {
  const [anchor] = record.now;
  const texts = { left: `${addressOf(record.was)} as values`, found: '' };
  if (!anchor) {
    return conflict(record, record.was, {
      ...texts,
      found: 'deleted',
      sentence: 'The cell of the formula was deleted. The formula stays on the sheet Handoff.',
    });
  }
  const block = { ...record.was, sheet: anchor.sheet, row: anchor.row, column: anchor.column };
  const formula = withPlaces(record.formula, record.places, {
    from: record.was.sheet,
    to: anchor.sheet,
    rows: 0,
    columns: 0,
  });
  if (formula === undefined) {
    return conflict(record, block, {
      ...texts,
      found: 'values',
      sentence: 'Cells that its formula reads were deleted. The formula stays on the sheet Handoff.',
    });
  }
  const own = record.now.filter((area) => area !== undefined);
  const inTheWay = obstacles(block, own, cells);
  if (inTheWay.length > 0) {
    const [first = ''] = inTheWay;
    return conflict(record, block, {
      ...texts,
      found: `${counted(inTheWay.length, 'other cell')}, the first in ${first}`,
      sentence: `The formula needs ${addressOf(block)}, and something else stands there: move it, then bring back again.`,
    });
  }
  if (isTorn(record, own, cells)) {
    return conflict(record, block, {
      ...texts,
      found: 'a filled column inside the block',
      sentence: 'A column was inserted inside the block and filled: move it, then bring back again.',
    });
  }
  const changed = changedCells(record, cells);
  const restoration: Restoration = {
    record,
    cell: { ...block, rows: 1, columns: 1 },
    formula,
    clears: own,
    overwritten:
      changed.length === 0
        ? undefined
        : changed.map(({ cell, found }) => `${firstCell(cell)}: ${found}`).join(', '),
  };
  const [first] = changed;
  if (!first && canBeFollowed(record.formula)) return { kind: 'restore', restoration };
  return conflict(
    record,
    block,
    first
      ? {
          left: `${firstCell(first.cell)}: ${first.left}`,
          found: `${firstCell(first.cell)}: ${first.found}`,
          sentence: `${counted(changed.length, 'cell')} of the block ${changed.length === 1 ? 'was' : 'were'} changed by hand.`,
        }
      : {
          ...texts,
          found: 'the same values',
          sentence:
            'Its formula reads cells in a way that could not be followed: compare it before you restore it.',
        },
    restoration,
  );
}

/** More columns are filled than the block has. */
function isTorn({ was }: HandOffRecord, own: readonly Area[], cells: CurrentCells): boolean {
  const width = Math.max(...own.map(({ columns }) => columns));
  if (width <= was.columns) return false;
  const lines = own.map((area) => cells.in(area)[0] ?? []);
  const filled = Array.from({ length: width }, (_column, at) =>
    lines.some((line) => line[at] !== undefined && !isBlank(line[at])),
  );
  return filled.filter(Boolean).length > was.columns;
}

/** Filled cells where the block goes that are not its own. */
function obstacles(block: Area, own: readonly Area[], cells: CurrentCells): string[] {
  const isOwn = (row: number, column: number): boolean =>
    own.some((area) => area.sheet === block.sheet && contains(area, row, column));
  return cells.in(block).flatMap((line, down) =>
    line.flatMap((cell, right) => {
      const [row, column] = [block.row + down, block.column + right];
      return isBlank(cell) || isOwn(row, column) ? [] : [firstCell({ row, column, rows: 1, columns: 1 })];
    }),
  );
}

/** Cells that are not what the hand-off left. Values that only changed places within a column count as left. */
function changedCells(record: HandOffRecord, cells: CurrentCells): ChangedCell[] {
  const lines = record.now.flatMap((area, at) =>
    area ? [{ area, current: cells.in(area)[0] ?? [], left: record.values[at] ?? [] }] : [],
  );
  const places = columnsOf(
    lines.map(({ current }) => current.map(isBlank)),
    record.was.columns,
  );
  return places.flatMap((place, column) => {
    const differing = lines.filter(
      ({ current, left }) =>
        place !== undefined &&
        !(
          current[place]?.formula === undefined &&
          isSameValue(current[place]?.value ?? '', left[column] ?? '')
        ),
    );
    const now = differing.map(({ current }) => key(current[place ?? 0]));
    const then = differing.map(({ left }) => `${typeof left[column]} ${String(left[column])}`);
    if (isSameBag(now, then)) return [];
    return differing.map(({ area, current, left }) => ({
      cell: { ...area, column: area.column + (place ?? 0), columns: 1 },
      left: shownValue(left[column]),
      found: shown(current[place ?? 0] ?? { value: '', formula: undefined }),
    }));
  });
}

const key = (cell: { readonly value: unknown; readonly formula: string | undefined } | undefined): string =>
  cell?.formula ?? `${typeof cell?.value} ${String(cell?.value)}`;

/** Where each column of the block is now: blank columns that came in between are passed over. */
function columnsOf(blank: readonly (readonly boolean[])[], columns: number): (number | undefined)[] {
  const width = Math.max(0, ...blank.map((line) => line.length));
  const all = Array.from({ length: width }, (_column, at) => at);
  const filled = width > columns ? all.filter((at) => blank.some((line) => line[at] === false)) : all;
  const places = filled.length >= columns ? filled : all;
  return Array.from({ length: columns }, (_column, at) => places[at]);
}

function isSameBag(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [[...a].sort(), [...b].sort()];
  return one.every((each, at) => each === other[at]);
}
