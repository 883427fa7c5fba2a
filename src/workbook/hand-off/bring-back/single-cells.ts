import { type CurrentCell, type CurrentCells, isBlank, isSameValue } from './current-cells';
import type { HandOffRecord } from '../record/record';
import { canBeFollowed, plainFormula, withPlaces } from '../record/references';
import { type Restoration, type Fate, conflict, shown, shownValue } from './fate';
import type { Area } from '../zone';

/** A cell, with what it holds now. */
interface Place {
  readonly cell: Area;
  readonly current: CurrentCell;
}

/** A record of a single cell that is still in the workbook, with that cell. */
interface Followed extends Place {
  readonly record: HandOffRecord;
}

/** Rows that may come in between two cells that are sorted together. */
const MOST_BETWEEN = 20;

const DELETED = {
  found: 'deleted',
  sentence: 'The cell was deleted. Its formula stays on the sheet Handoff.',
};

/**
 * Decides about formulas of single cells. A cell that holds what the hand-off left gets its formula back. Where the values of
 * neighbouring cells of a column have only changed places, as a sort does, the formulas have moved with them.
 */
export function judgeCells(records: readonly HandOffRecord[], cells: CurrentCells): Fate[] {
  const gone: Fate[] = [];
  const followed: Followed[] = [];
  for (const record of records) {
    const [cell] = record.now;
    if (cell) followed.push({ record, cell, current: cells.at(cell.sheet, cell.row, cell.column) });
    else gone.push(conflict(record, record.was, { left: leftText(record), ...DELETED }));
  }
  return [...gone, ...runs(followed).flatMap((run) => judgeRun(run, cells))];
}

/** Cells of a column that a person may sort together. */
function runs(followed: readonly Followed[]): Followed[][] {
  const order = [...followed].sort(
    ({ cell: a }, { cell: b }) => a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row,
  );
  const found: Followed[][] = [];
  for (const each of order) {
    const last = found.at(-1)?.at(-1)?.cell;
    const goesOn =
      last?.sheet === each.cell.sheet &&
      last.column === each.cell.column &&
      each.cell.row - last.row <= MOST_BETWEEN;
    if (goesOn) found.at(-1)?.push(each);
    else found.push([each]);
  }
  return found;
}

function judgeRun(run: readonly Followed[], cells: CurrentCells): Fate[] {
  const changed = run.filter((each) => !holds(each.record, each, each.cell));
  const moved = changed.length === 0 ? undefined : newPlaces(changed, [...changed, ...between(run, cells)]);
  const isChanged = new Set(changed);
  return run.map((each) => {
    if (!isChanged.has(each)) return giveBack(each.record, each, each.cell);
    const place = moved?.get(each);
    return place ? giveBack(each.record, place, each.cell) : contradiction(each);
  });
}

/** Filled cells between those of a run and next to its ends: rows that came in, which a sort may have moved values into. */
function between(run: readonly Followed[], cells: CurrentCells): Place[] {
  const [first, last] = [run[0]?.cell, run.at(-1)?.cell];
  if (!first || !last) return [];
  const own = new Set(run.map(({ cell }) => cell.row));
  const at = (row: number): Place => ({
    cell: { ...first, row },
    current: cells.at(first.sheet, row, first.column),
  });
  const inside = Array.from({ length: last.row - first.row + 1 }, (_row, down) => at(first.row + down));
  const places = [...filledFrom(first.row, -1, at), ...inside, ...filledFrom(last.row, 1, at)];
  return places.filter(({ cell, current }) => !own.has(cell.row) && !isBlank(current));
}

/** From the end of a run on, as far as cells are filled. */
function filledFrom(end: number, step: 1 | -1, at: (row: number) => Place): Place[] {
  const found: Place[] = [];
  for (let row = end + step; row >= 0 && found.length < MOST_BETWEEN; row += step) {
    const place = at(row);
    if (isBlank(place.current)) break;
    found.push(place);
  }
  return found;
}

/** Whether a record's own cell holds what the hand-off left, or its formula again, which somebody entered. */
function holds(record: HandOffRecord, place: Place, from: Area): boolean {
  const { formula } = place.current;
  return (
    isLeftOf(record, place, from) || (formula !== undefined && isCopy(record, record.formula, place, from))
  );
}

/** Whether a cell holds what the hand-off left of a record, as a copy from the record's own cell. */
function isLeftOf(record: HandOffRecord, place: Place, from: Area): boolean {
  const { formula, value } = place.current;
  if (record.native !== undefined) return isCopy(record, record.native, place, from);
  return formula === undefined && isSameValue(value, record.values[0]?.[0]);
}

function isCopy(record: HandOffRecord, text: string, { cell, current }: Place, from: Area): boolean {
  const copied = copiedFormula(record, text, from, cell);
  return (
    copied !== undefined &&
    current.formula !== undefined &&
    plainFormula(copied) === plainFormula(current.formula)
  );
}

const copiedFormula = (record: HandOffRecord, text: string, from: Area, to: Area): string | undefined =>
  withPlaces(text, record.places, {
    from: record.was.sheet,
    to: to.sheet,
    rows: to.row - from.row,
    columns: to.column - from.column,
  });

/**
 * Where the contents of changed cells went, where every one of them is found in another cell; undefined where one is found
 * nowhere, or where it cannot be known which formula belongs to a value.
 */
function newPlaces(
  changed: readonly Followed[],
  places: readonly Place[],
): ReadonlyMap<Followed, Place> | undefined {
  const left = new Map<string, Followed[]>();
  for (const each of changed) {
    const key = keyOf(each.record);
    const same = left.get(key) ?? [];
    same.push(each);
    left.set(key, same);
  }
  const found = new Map<Followed, Place>();
  for (const place of places) {
    const { formula, value } = place.current;
    const candidates = left.get(formula === undefined ? valueKey(value) : NATIVE) ?? [];
    // Not the formula itself: the cell of another record that is back already may read like a copy of it.
    const fitting = candidates.filter(({ record, cell }) => isLeftOf(record, place, cell));
    const [origin] = fitting;
    if (!origin) continue;
    const formulas = new Set(
      fitting.map(({ record, cell }) => copiedFormula(record, record.formula, cell, place.cell) ?? ''),
    );
    if (formulas.size > 1) return undefined;
    candidates.splice(candidates.indexOf(origin), 1);
    found.set(origin, place);
  }
  return found.size === changed.length ? found : undefined;
}

const NATIVE = 'native';
const valueKey = (value: unknown): string => `${typeof value} ${String(value)}`;
const keyOf = ({ native, values }: HandOffRecord): string =>
  native === undefined ? valueKey(values[0]?.[0]) : NATIVE;

function giveBack(record: HandOffRecord, at: Place, from: Area): Fate {
  const { cell, current } = at;
  const formula = copiedFormula(record, record.formula, from, cell);
  const texts = { left: leftText(record), found: shown(current) };
  if (formula === undefined) {
    return conflict(record, cell, {
      ...texts,
      sentence: 'Cells that its formula reads were deleted. The formula stays on the sheet Handoff.',
    });
  }
  const restoration: Restoration = { record, cell, formula, clears: [], overwritten: undefined };
  if (canBeFollowed(record.formula)) return { kind: 'restore', restoration };
  return conflict(
    record,
    cell,
    {
      ...texts,
      sentence:
        'Its formula reads cells in a way that could not be followed: compare it before you restore it.',
    },
    { ...restoration, overwritten: shown(current) },
  );
}

function contradiction({ record, cell, current }: Followed): Fate {
  const formula = copiedFormula(record, record.formula, cell, cell);
  const found = shown(current);
  return conflict(
    record,
    cell,
    {
      left: leftText(record),
      found,
      sentence:
        formula === undefined
          ? 'It was changed by hand, and cells that its formula reads were deleted. The formula stays on the sheet Handoff.'
          : 'It was changed by hand.',
    },
    formula === undefined ? undefined : { record, cell, formula, clears: [], overwritten: found },
  );
}

const leftText = ({ native, values }: HandOffRecord): string => native ?? shownValue(values[0]?.[0]);
