import { type CurrentCell, type CurrentCells, isSameValue } from './current-cells';
import type { HandOffRecord } from './record';
import { canBeFollowed, plainFormula, withPlaces } from './references';
import { type Restoration, type Verdict, conflict, shown, shownValue } from './verdict';
import type { Area } from './zone';

/** A record of a single cell that is still in the workbook. */
interface Followed {
  readonly record: HandOffRecord;
  readonly cell: Area;
  readonly current: CurrentCell;
}

const DELETED = {
  found: 'deleted',
  sentence: 'The cell was deleted. Its formula stays on the sheet Handoff.',
};

/**
 * Decides about formulas of single cells. A cell that holds what the hand-off left gets its formula back. Where the values of
 * neighbouring cells of a column have only changed places, as a sort does, the formulas have moved with them.
 */
export function judgeCells(records: readonly HandOffRecord[], cells: CurrentCells): Verdict[] {
  const gone: Verdict[] = [];
  const followed: Followed[] = [];
  for (const record of records) {
    const [cell] = record.now;
    if (cell) followed.push({ record, cell, current: cells.at(cell.sheet, cell.row, cell.column) });
    else gone.push(conflict(record, record.was, { left: leftText(record), ...DELETED }));
  }
  return [...gone, ...runs(followed).flatMap(judgeRun)];
}

/** Cells below each other without a gap. */
function runs(followed: readonly Followed[]): Followed[][] {
  const order = [...followed].sort(
    ({ cell: a }, { cell: b }) => a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row,
  );
  const found: Followed[][] = [];
  for (const each of order) {
    const last = found.at(-1)?.at(-1)?.cell;
    const goesOn =
      last?.sheet === each.cell.sheet && last.column === each.cell.column && last.row + 1 === each.cell.row;
    if (goesOn) found.at(-1)?.push(each);
    else found.push([each]);
  }
  return found;
}

function judgeRun(run: readonly Followed[]): Verdict[] {
  const changed = run.filter((each) => !holds(each.record, each, each.cell));
  const moved = sorted(changed);
  return run.map((each) => {
    if (!changed.includes(each)) return giveBack(each.record, each, each.cell);
    const origin = moved?.get(each);
    return origin ? giveBack(origin.record, each, origin.cell) : contradiction(each);
  });
}

/** Whether a cell holds what the hand-off left of a record, as a copy from the record's own cell. */
function holds(record: HandOffRecord, { cell, current }: Followed, from: Area): boolean {
  const { formula, value } = current;
  const copied = (text: string): string | undefined => copiedFormula(record, text, from, cell);
  const there = formula === undefined ? undefined : plainFormula(formula);
  const isNow = (text: string | undefined): boolean => text !== undefined && plainFormula(text) === there;
  if (formula !== undefined && isNow(copied(record.formula))) return true;
  if (record.native !== undefined) return isNow(copied(record.native));
  return formula === undefined && isSameValue(value, record.values[0]?.[0]);
}

const copiedFormula = (record: HandOffRecord, text: string, from: Area, to: Area): string | undefined =>
  withPlaces(text, record.places, {
    from: record.was.sheet,
    to: to.sheet,
    rows: to.row - from.row,
    columns: to.column - from.column,
  });

/**
 * For each changed cell the cell that its content came from, where all of them have only changed places; undefined where
 * one of them holds something else, or where it cannot be told which formula belongs to a value.
 */
function sorted(changed: readonly Followed[]): ReadonlyMap<Followed, Followed> | undefined {
  const left = new Map<string, Followed[]>();
  for (const each of changed) {
    const key = keyOf(each.record);
    left.set(key, [...(left.get(key) ?? []), each]);
  }
  const origins = new Map<Followed, Followed>();
  for (const each of changed) {
    const { formula, value } = each.current;
    const candidates = left.get(formula === undefined ? valueKey(value) : NATIVE) ?? [];
    const fitting = candidates.filter(({ record, cell }) => holds(record, each, cell));
    const [origin] = fitting;
    if (!origin) return undefined;
    const formulas = new Set(
      fitting.map(({ record, cell }) => copiedFormula(record, record.formula, cell, each.cell) ?? ''),
    );
    if (formulas.size > 1) return undefined;
    candidates.splice(candidates.indexOf(origin), 1);
    origins.set(each, origin);
  }
  return origins;
}

const NATIVE = 'native';
const valueKey = (value: unknown): string => `${typeof value} ${String(value)}`;
const keyOf = ({ native, values }: HandOffRecord): string =>
  native === undefined ? valueKey(values[0]?.[0]) : NATIVE;

function giveBack(record: HandOffRecord, at: Followed, from: Area): Verdict {
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

function contradiction({ record, cell, current }: Followed): Verdict {
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
