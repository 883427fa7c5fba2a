import { cellAddress, type Zone } from '../../book/address';
import type { ReadCell, StoredValue } from './read-cells';

/** An array formula that claims more cells is read as one whose result has as many cells as it has. */
export const MOST_FILLED = 100_000;

export const areaOf = ({ left, right, top, bottom }: Zone): number => (right - left + 1) * (bottom - top + 1);

/** The values that a sheet's formulas came to when the file was saved. */
export class StoredValues {
  private readonly filled = new Map<string, StoredValue>();

  /** @param isComputed  whether the program that wrote the file computed it: others store 0 for what they do not know */
  constructor(
    cells: readonly ReadCell[],
    private readonly isComputed: boolean,
  ) {
    for (const { row, col, value, isFilled } of cells)
      if (isFilled) this.filled.set(cellAddress(row, col), this.known(value));
  }

  /** Of the cell of a formula, and of those that it fills, row by row. */
  of({ row, col, value, array }: ReadCell): (readonly StoredValue[])[] {
    if (array === undefined || areaOf(array) > MOST_FILLED) return [[this.known(value)]];
    const lines: StoredValue[][] = [];
    for (let y = array.top; y <= array.bottom; y += 1) {
      const line: StoredValue[] = [];
      for (let x = array.left; x <= array.right; x += 1)
        line.push(y === row && x === col ? this.known(value) : this.filled.get(cellAddress(y, x)));
      lines.push(line);
    }
    return lines;
  }

  private known(value: StoredValue): StoredValue {
    const isNothing = value?.is === 'number' && Number(value.text) === 0;
    return isNothing && !this.isComputed ? undefined : value;
  }
}
