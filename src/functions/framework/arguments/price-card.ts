import type { Decimal } from '../../../base/decimal';
import { Refusal } from '../../../base/refusal';
import type { Row } from './table';

type BoundedRow = Row<{ readonly 'up to': Decimal | null }>;

/** What is wrong with the bounds of a price card: they must rise, and only the last tier may have no end. */
export function outOfOrder(rows: readonly BoundedRow[]): Refusal | undefined {
  let below: Decimal | undefined;
  for (const [index, { place, cells }] of rows.entries()) {
    const bound = cells['up to'];
    if (bound === null) {
      if (index === rows.length - 1) return undefined;
      return new Refusal(
        `${place} (up to) is blank or 0: only the last tier may have no end. Enter its bound.`,
      );
    }
    if (below !== undefined && bound.lessThanOrEqualTo(below)) {
      return new Refusal(
        `${place} (up to) is ${bound.toString()}: it must be above the row before, ${below.toString()}. Sort the tiers by up to.`,
      );
    }
    below = bound;
  }
  return undefined;
}
