import type { Book, Position } from '../../book/book';
import { dependentsOf, type SheetZone } from '../../book/grid';

/** Functions that come to something else each day or each time. */
const VOLATILE = new Set('TODAY NOW RAND RANDBETWEEN RANDARRAY'.split(' '));

/** The cells of a book that depend on today's date or on chance. */
export class VolatileCells {
  private zones: ReadonlyMap<string, readonly SheetZone[]> | undefined;

  constructor(private readonly book: Book) {}

  has({ sheetId, row, col }: Position): boolean {
    this.zones ??= this.find();
    const zones = this.zones.get(sheetId) ?? [];
    return zones.some(
      ({ zone }) => row >= zone.top && row <= zone.bottom && col >= zone.left && col <= zone.right,
    );
  }

  private find(): Map<string, SheetZone[]> {
    const { state } = this.book;
    const sources: SheetZone[] = [];
    for (const sheetId of state.getSheetIds())
      for (const cell of state.getCells(sheetId)) {
        if (!cell.isFormula) continue;
        if (!cell.compiledFormula.symbols.some((symbol) => VOLATILE.has(symbol.toUpperCase()))) continue;
        const { row, col } = state.getCellPosition(cell.id);
        sources.push({ sheetId, zone: { left: col, right: col, top: row, bottom: row } });
      }
    const zones = new Map<string, SheetZone[]>();
    const all = sources.length === 0 ? [] : [...sources, ...dependentsOf(state, sources)];
    for (const zone of all) zones.set(zone.sheetId, [...(zones.get(zone.sheetId) ?? []), zone]);
    return zones;
  }
}
