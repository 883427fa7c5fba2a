import { intersection, type Zone } from './address';
import type { CellLook } from './cell-look';

/** One command of the grid: a style for zones of a sheet. */
export interface Look {
  readonly sheetId: string;
  readonly target: readonly Zone[];
  readonly style: CellLook;
}

interface Pending {
  readonly zone: Zone;
  style: CellLook;
}

/** Every new range is compared with all that wait. */
const MOST_PENDING = 500;

/**
 * Styles that wait for the end of a step. office.js sets a look property by property and range by range; what a range
 * got is merged into one style, and ranges of the same style into one command.
 */
export class PendingLooks {
  private sheetId = '';
  private pending: Pending[] = [];

  /** @returns false where what waits must be carried out first: zones overlap, or another sheet is meant */
  add(sheetId: string, zone: Zone, style: CellLook): boolean {
    const isElsewhere = this.pending.length > 0 && sheetId !== this.sheetId;
    if (isElsewhere || this.pending.length >= MOST_PENDING) return false;
    const same = this.pending.find((each) => isSame(each.zone, zone));
    if (same === undefined && this.pending.some((each) => intersection(each.zone, zone) !== undefined)) {
      return false;
    }
    this.sheetId = sheetId;
    if (same === undefined) this.pending.push({ zone, style });
    else same.style = { ...same.style, ...style };
    return true;
  }

  /** What waits, grouped by style; nothing waits afterwards. */
  take(): Look[] {
    if (this.pending.length === 0) return [];
    const looks = new Map<string, { sheetId: string; target: Zone[]; style: CellLook }>();
    for (const { zone, style } of this.pending) {
      const key = JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
      const look = looks.get(key);
      if (look === undefined) looks.set(key, { sheetId: this.sheetId, target: [zone], style });
      else look.target.push(zone);
    }
    this.pending = [];
    return [...looks.values()];
  }
}

const isSame = (a: Zone, b: Zone) =>
  a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;
