import { type Reference, readReferences } from '../../formulas/formula';
import { judgeBlock } from './blocks';
import type { CurrentCells } from './current-cells';
import { placeKey } from '../dependents';
import type { HandOffRecord } from '../record/record';
import { judgeCells } from './single-cells';
import { type Conflict, type Restoration, type Fate, conflict } from './fate';
import { firstCell } from '../zone';

export interface Choices {
  /** Numbers of records whose formulas come back over what a person has put there. */
  readonly restore: ReadonlySet<number>;
  /** Numbers of records whose cells stay as they are. */
  readonly keep: ReadonlySet<number>;
}

export interface Reconciliation {
  readonly restorations: readonly Restoration[];
  readonly conflicts: readonly Conflict[];
  readonly kept: readonly HandOffRecord[];
}

/** Decides about each formula that is away: it comes back, or a person has to say what becomes of it. */
export function reconcile(
  records: readonly HandOffRecord[],
  cells: CurrentCells,
  { restore, keep }: Choices,
): Reconciliation {
  const kept = records.filter(({ number }) => keep.has(number));
  const open = records.filter(({ number }) => !keep.has(number));
  const isSingle = ({ was }: HandOffRecord): boolean => was.rows * was.columns === 1;
  const fates = [
    ...judgeCells(open.filter(isSingle), cells),
    ...open.filter((record) => !isSingle(record)).map((record) => judgeBlock(record, cells)),
  ];
  const restorations: Restoration[] = [];
  const conflicts: Conflict[] = [];
  for (const fate of fates) {
    const decided = lockedOr(fate, cells);
    if (decided.kind === 'restore') restorations.push(decided.restoration);
    else if (decided.restoration && restore.has(decided.conflict.number))
      restorations.push(decided.restoration);
    else conflicts.push(decided.conflict);
  }
  return { ...withBlocksTheyRead(restorations, conflicts, kept), kept };
}

function lockedOr(fate: Fate, cells: CurrentCells): Fate {
  if (fate.kind === 'conflict' || !cells.isProtected(fate.restoration.cell.sheet)) return fate;
  const { record, cell } = fate.restoration;
  return conflict(record, cell, {
    left: record.native ?? 'a value',
    found: 'the same',
    sentence: `The sheet ${cell.sheet} is protected: choose Review > Unprotect Sheet, then bring back again.`,
  });
}

/** A formula that reads the block of another, as C5#, waits for that one. */
function withBlocksTheyRead(
  wanted: readonly Restoration[],
  conflicts: readonly Conflict[],
  kept: readonly HandOffRecord[],
): Pick<Reconciliation, 'restorations' | 'conflicts'> {
  const waiting: Conflict[] = [];
  let restorations = wanted;
  const missing = new Set([
    ...conflicts.map(({ sheet, address }) => placeKey(sheet, address.split(':')[0] ?? '')),
    ...kept.flatMap(({ now: [anchor] }) => (anchor ? [placeKey(anchor.sheet, firstCell(anchor))] : [])),
  ]);
  for (;;) {
    const held = restorations.flatMap((restoration) => {
      const block = blocksRead(restoration).find((place) => missing.has(place));
      return block === undefined ? [] : [{ restoration, block }];
    });
    if (held.length === 0) return { restorations, conflicts: [...conflicts, ...waiting] };
    for (const { restoration } of held) {
      missing.add(placeKey(restoration.cell.sheet, firstCell(restoration.cell)));
      waiting.push(waitingConflict(restoration));
    }
    const gone = new Set(held.map(({ restoration }) => restoration));
    restorations = restorations.filter((restoration) => !gone.has(restoration));
  }
}

const waitingConflict = ({ record, cell }: Restoration): Conflict =>
  conflict(record, cell, {
    left: record.native ?? 'a value',
    found: 'the same',
    sentence: 'Its formula reads a block that has not come back: decide about that one first.',
  }).conflict;

const blocksRead = ({ formula, cell }: Restoration): string[] =>
  readReferences(formula).flatMap((reference: Reference) =>
    reference.kind === 'reference' && reference.spill
      ? [placeKey(reference.sheet ?? cell.sheet, reference.address)]
      : [],
  );
