import { formatValue } from '../../excel/value-format';
import { type CurrentCell, isBlank } from './current-cells';
import type { HandOffRecord } from '../record/record';
import { type Area, addressOf } from '../zone';

/** A formula that comes back. */
export interface Restoration {
  readonly record: HandOffRecord;
  /** The cell that it comes back to. */
  readonly cell: Area;
  readonly formula: string;
  /** Cells that hold the values of the hand-off: they have to be free before the formula can spill again. */
  readonly clears: readonly Area[];
  /** What a person had put there, where the person says that it may go. */
  readonly overwritten: string | undefined;
}

/** A cell that is not what the hand-off left: nothing is written there until a person decides. */
export interface Conflict {
  /** Of the record. */
  readonly number: number;
  /** Where it is now, or was where it is gone. */
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  /** What the hand-off left, and what is there now. */
  readonly left: string;
  readonly found: string;
  readonly sentence: string;
  /** The formula can be put back over what is there. */
  readonly canRestore: boolean;
}

/** What becomes of a recorded formula. */
export type Fate = { readonly kind: 'restore'; readonly restoration: Restoration } | Undecided;

export interface Undecided {
  readonly kind: 'conflict';
  readonly conflict: Conflict;
  /** What the person may choose; missing where the formula cannot come back. */
  readonly restoration?: Restoration;
}

/** @param now where the record's cells are, or were */
export function conflict(
  record: HandOffRecord,
  now: Area,
  texts: Pick<Conflict, 'left' | 'found' | 'sentence'>,
  restoration?: Restoration,
): Undecided {
  return {
    kind: 'conflict',
    conflict: {
      number: record.number,
      sheet: now.sheet,
      address: addressOf(now),
      formula: record.formula,
      ...texts,
      canRestore: restoration !== undefined,
    },
    ...(restoration ? { restoration } : {}),
  };
}

/** What a cell holds, for a person to compare. */
export const shown = (cell: CurrentCell): string =>
  isBlank(cell) ? 'blank' : (cell.formula ?? formatValue(cell.value));

export const shownValue = (value: unknown): string =>
  value === '' || value === undefined ? 'blank' : formatValue(value);
